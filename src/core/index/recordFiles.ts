import { matchesGlob } from '../policy/glob';
import { recordFolders, type Policy } from '../policy/policy';
import { closedFolders, type CancellationSignal, type FileEntry, type Workspace } from '../ports';
import type { Process } from '../process/process';
import type { FileIdentity } from '../record/fileIdentity';
import { identifyFile } from '../record/identifyFile';

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
