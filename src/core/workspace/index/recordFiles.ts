import { matchesGlob } from '../policy/glob';
import { recordFolders, type Policy } from '../policy/policy';
import { closedFolders, type CancellationSignal, type FileEntry, type Workspace } from '../../ports';
import type { Process } from '../../process/process';
import type { FileIdentity } from '../../record/fileIdentity';
import { identifyFile } from '../../record/identifyFile';

/** A file that is a record or belongs to one. */
export interface RecordFile {
  readonly path: string;
  readonly type: FileEntry['type'];
  readonly identity: Exclude<FileIdentity, { kind: 'other' }>;
}

/** All files of the configured folders that are records or companions, by path. */
export async function listRecordFiles(
  workspace: Workspace,
  policy: Policy,
  processes: readonly Process[],
  signal?: CancellationSignal,
): Promise<Map<string, RecordFile>> {
  const files = new Map<string, RecordFile>();
  for (const folder of recordFolders(policy)) {
    for (const entry of await workspace.list(folder, signal)) {
      const file = recordFile(entry.path, entry.type, policy, processes);
      if (file) files.set(entry.path, file);
    }
  }
  return files;
}

/** What a path is to the policy; undefined for everything that is no record and no companion. */
export function recordFile(
  path: string,
  type: FileEntry['type'],
  policy: Policy,
  processes: readonly Process[],
): RecordFile | undefined {
  if (!recordFolders(policy).some((folder) => folder === '' || path.startsWith(`${folder}/`))) return undefined;
  if (path.split('/').some((name) => closedFolders.has(name))) return undefined;
  const identity = identifyFile(path, processes, policy.files);
  if (identity.kind === 'other' || policy.exclude.some((pattern) => matchesGlob(path, pattern))) return undefined;
  return { path, type, identity };
}

/** The files grouped by the ID that they belong to, in upper case. */
export function filesById(files: Iterable<RecordFile>): Map<string, RecordFile[]> {
  const byId = new Map<string, RecordFile[]>();
  for (const file of files) {
    const id = file.identity.id?.text;
    if (id === undefined) continue;
    const same = byId.get(id);
    if (same) same.push(file);
    else byId.set(id, [file]);
  }
  return byId;
}

/** An impact assessment or a plan of a record that is not there. */
export interface StrayCompanion {
  readonly path: string;
  readonly part: 'impact-assessment' | 'implementation-plan';
  /** Upper case. */
  readonly id: string;
}

/** The assessments and plans among some files whose record is not among them, by path. `byId` groups the same files. */
export function strayCompanions(byId: ReadonlyMap<string, readonly RecordFile[]>): StrayCompanion[] {
  const strays: StrayCompanion[] = [];
  for (const [id, files] of byId) {
    if (files.some(({ identity }) => identity.kind === 'record')) continue;
    for (const { path, identity } of files)
      if (identity.kind === 'companion' && identity.part !== 'attachment')
        strays.push({ path, part: identity.part, id });
  }
  return strays.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The companions of a record, by path: they lie beside it; one that lies elsewhere belongs to the only record of its ID.
 * `sameId` are all files of that ID.
 */
export function companionsAmong(path: string, sameId: readonly RecordFile[]): string[] {
  const records = sameId.filter(({ identity }) => identity.kind === 'record');
  return sameId
    .filter(({ identity }) => identity.kind === 'companion')
    .filter((file) => records.length === 1 || folderOf(file.path) === folderOf(path))
    .map((file) => file.path)
    .sort();
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
