import { companionsAmong, filesById } from '../workspace/index/recordFiles';
import { isArchived } from '../lifecycle/standing';
import type { ChangeRecord } from '../record/record';
import { editableText, findMentions, type MentionSources } from '../workspace/references/findMentions';
import { finderFor } from '../record/idAt';
import {
  isMarkdown,
  linkTo,
  markdownLinks,
  pathAround,
  relativePath,
  resolveLink,
  type ResolvedLink,
} from '../workspace/references/links';
import { contains, overlaps } from '../text/span';
import type { TextEdit } from '../text/textEdit';
import { canBeChanged } from './canBeChanged';
import { editStep, type Change, type ChangeStep } from '../change/change';
import type { NumberSources } from './nextRecordId';
import { numberedFiles } from './takenIds';

/** What became of the wish to archive some records. */
export type Archiving =
  | {
      readonly kind: 'change';
      readonly change: Change;
      /** Files that are not moved and whose links are rewritten. */
      readonly linking: readonly string[];
      /** Files that link to a record and are too large to be changed. */
      readonly left: readonly string[];
    }
  /** One sentence for each record that stands in the way; nothing is archived then. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** How records are archived. */
export interface ArchiveOptions {
  /** Also those that are not done with. */
  readonly force?: boolean;
}

/** The folder that archived records come to where there is none yet. */
const usualFolder = '_archive';

/**
 * Moves records with their companions to the archive folder beside them (reading 37) and rewrites every relative link
 * from and to them. Their IDs stay taken. Refused for a record that somebody still works on, unless that is wanted.
 */
export async function archive(
  records: readonly ChangeRecord[],
  { force = false }: ArchiveOptions,
  sources: NumberSources & MentionSources,
): Promise<Archiving> {
  const reasons = records.flatMap((record) => reasonAgainst(record, force) ?? []);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const files = await numberedFiles(sources);
  const byId = filesById(files.values());
  const moves = new Map<string, string>();
  for (const record of records) {
    const folder = await archiveFolder(record.path, sources);
    const sameId = record.id ? (byId.get(record.id.text) ?? []) : [];
    for (const path of [record.path, ...companionsAmong(record.path, sameId)])
      if (files.get(path)?.type === 'file') moves.set(path, folder + path.slice(path.lastIndexOf('/') + 1));
  }
  for (const to of moves.values()) if (await sources.workspace.read(to, 0)) reasons.push(`${to} is there already.`);
  const texts = new Map<string, string>();
  for (const path of moves.keys()) {
    const text = await editableText(path, sources);
    if (text === undefined || !canBeChanged(text)) reasons.push(`${path} is no text, or too large to be changed.`);
    else texts.set(path, text);
  }
  if (new Set(moves.values()).size < moves.size) reasons.push('Two of the files would get the same name.');
  const left = new Set<string>();
  for (const { id } of records) {
    if (!id) continue;
    for (const { path, text } of await findMentions(id.text, sources)) {
      if (canBeChanged(text)) texts.set(path, text);
      else if (linkEdits(path, text, moves, sources).length > 0) left.add(path);
    }
  }
  if (sources.signal?.aborted === true) reasons.push('It was cancelled; nothing was changed.');
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const steps: ChangeStep[] = [...texts].flatMap(([path, text]) =>
    editStep({ path, text }, linkEdits(path, text, moves, sources)),
  );
  const linking = steps.flatMap((step) => (step.kind === 'edit' && !moves.has(step.path) ? [step.path] : []));
  for (const [from, to] of moves) steps.push({ kind: 'move', from, to });
  return { kind: 'change', change: { title: titleOf(records), steps }, linking, left: [...left] };
}

function reasonAgainst(record: ChangeRecord, force: boolean): string | undefined {
  const { path, id, status } = record;
  const name = id?.text ?? path;
  if (isArchived(path)) return `${name} is archived already: ${path}.`;
  if (force || isDoneWith(record)) return undefined;
  const ends = record.process.statuses.filter(({ id: each }) => rests(record, each)).map(({ id: each }) => each);
  const words = status?.value ? status.value.id : 'not recorded';
  return `${name} is ${words}; ${ends.slice(0, -1).join(', ')} or ${ends.at(-1) ?? ''} is expected.`;
}

/** Whether nobody works on a record any more. */
export function isDoneWith(record: ChangeRecord): boolean {
  const status = record.status?.value?.id;
  return status !== undefined && rests(record, status);
}

/** A state that is final, or from which a record can only begin again: COMPLETED, CANCELLED, REJECTED. */
function rests({ process }: ChangeRecord, status: string): boolean {
  const first = process.statuses[0]?.id;
  return status !== first && process.transitions.filter(({ from }) => from === status).every(({ to }) => to === first);
}

/** The archive folder beside a record, with a slash at its end: the one that is there, else the usual one. */
async function archiveFolder(path: string, { workspace, signal }: MentionSources): Promise<string> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const name of [usualFolder, 'archive'])
    if ((await workspace.list(folder + name, signal)).length > 0) return `${folder}${name}/`;
  return `${folder}${usualFolder}/`;
}

/** The edits after which every link of a file leads where it did, when some files, perhaps this one, are moved. */
function linkEdits(
  path: string,
  text: string,
  moves: ReadonlyMap<string, string>,
  { processes }: MentionSources,
): TextEdit[] {
  const from = moves.get(path) ?? path;
  const edits: TextEdit[] = [];
  const links = isMarkdown(path) ? markdownLinks(text) : [];
  for (const link of links) {
    const resolved = resolveLink(path, link.target);
    if (!resolved) continue;
    const wanted: ResolvedLink = { ...resolved, path: moves.get(resolved.path) ?? resolved.path };
    if (resolveLink(from, link.target)?.path === wanted.path) continue;
    edits.push({ span: link.span, newText: linkTo(from, wanted, link) });
  }
  for (const { span, kind } of finderFor(processes).in(text)) {
    if (kind === 'requirement' || links.some((link) => contains(link.span, span))) continue;
    const written = pathAround(text, span);
    const newText = movedPath(path, from, written.path, moves);
    if (newText !== undefined && !edits.some((edit) => overlaps(edit.span, written)))
      edits.push({ span: { start: written.start, end: written.end }, newText });
  }
  return edits;
}

/** A path in a text, counted from the root of the workspace or from its file, after the moves. */
function movedPath(
  path: string,
  from: string,
  written: string,
  moves: ReadonlyMap<string, string>,
): string | undefined {
  if (!written.includes('/')) return undefined;
  const slash = written.startsWith('/') ? '/' : '';
  const byRoot = moves.get(resolveLink('', `/${written.replace(/^\/+/, '')}`)?.path ?? '');
  if (byRoot !== undefined && !/^\.\.?\//.test(written)) return slash + byRoot;
  const byFile = moves.get(resolveLink(path, written)?.path ?? '');
  if (byFile === undefined || slash !== '') return undefined;
  const way = relativePath(from, byFile);
  return written.startsWith('./') && !way.startsWith('.') ? `./${way}` : way;
}

function titleOf(records: readonly ChangeRecord[]): string {
  const [first] = records;
  return records.length === 1 && first
    ? `Archive ${first.id?.text ?? first.path}`
    : `Archive ${String(records.length)} records`;
}
