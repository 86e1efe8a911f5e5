import { closedFolders, FileAccessError, type CancellationSignal, type Git, type Workspace } from '../../ports';
import { finderFor } from '../../record/idAt';
import type { IdentifiedProcess, TextMention } from '../../record/mentionFinder';

/** Larger files are not looked into, in bytes. */
const largestMentioningFile = 1024 * 1024;

/** Where mentions are looked for. */
export interface MentionSources {
  readonly workspace: Workspace;
  /** What git ignores is left out; without git every file counts. */
  readonly git: Pick<Git, 'listFiles'>;
  readonly processes: readonly IdentifiedProcess[];
  /** Texts by path that editors hold and that need not be saved: they count instead of their files, which are there. */
  readonly openTexts?: ReadonlyMap<string, string>;
  /**
   * The text of a file as an edit of it will find it, which an editor may hold in another form than the disk (line
   * endings, encodings); asked for files that mention. Absent: as it is on disk.
   */
  readonly asEdited?: (path: string) => Promise<string | undefined>;
  /** Files that count whatever git ignores: the records and their companions. */
  readonly always?: Iterable<string>;
  /** Lets others work for a moment; asked for between files, so that an editor stays alive. */
  readonly pause?: () => Promise<void>;
  readonly signal?: CancellationSignal;
}

/** A text file that mentions something. */
export interface MentioningFile {
  readonly path: string;
  /** Without byte order mark. */
  readonly text: string;
  /** In the order of the text. */
  readonly mentions: readonly TextMention[];
}

/** After how many files others may work. */
const filesInARow = 16;

/**
 * Every text file of a workspace that mentions an ID of a record or a requirement, by path: records, other Markdown,
 * comments of source, the requirements matrix. Left out is what git ignores, what is no UTF-8 text, what is larger than
 * {@link largestMentioningFile}, and what cannot be read. Stops early, with what it has, when it is cancelled.
 */
export async function findMentions(id: string, sources: MentionSources): Promise<readonly MentioningFile[]> {
  const { processes, pause, signal } = sources;
  const finder = finderFor(processes);
  const wanted = finder.at(id, 0)?.id ?? id.toUpperCase();
  const needle = needleOf(wanted);
  const found: MentioningFile[] = [];
  let looked = 0;
  for (const path of await pathsOf(sources)) {
    if (signal?.aborted === true) break;
    if (pause && ++looked % filesInARow === 0) await pause();
    const text = sources.openTexts?.get(path) ?? (await textOnDisk(path, sources));
    if (text?.includes(needle) !== true) continue;
    const isWanted = ({ id: each }: TextMention): boolean => each === wanted;
    if (!finder.in(text).some(isWanted)) continue;
    // An editor may still hold the text of a file that is gone.
    if (sources.openTexts?.has(path) === true && !(await isThere(path, sources))) continue;
    const edited = await editedText(path, text, sources);
    const mentions = finder.in(edited).filter(isWanted);
    if (mentions.length > 0) found.push({ path, text: edited, mentions });
  }
  return found;
}

async function pathsOf({ workspace, git, always, signal }: MentionSources): Promise<readonly string[]> {
  const listed = await git.listFiles(signal);
  const paths = new Set(listed ?? (await allFiles(workspace, signal)));
  for (const path of always ?? []) paths.add(path);
  return [...paths].filter((path) => !path.split('/').some((name) => closedFolders.has(name))).sort();
}

async function allFiles(workspace: Workspace, signal: CancellationSignal | undefined): Promise<string[]> {
  const entries = await workspace.list('', signal);
  return entries.filter(({ type }) => type === 'file').map(({ path }) => path);
}

/** The text of a file as an edit of it will find it; undefined for what is no text or too large. */
export async function editableText(path: string, sources: MentionSources): Promise<string | undefined> {
  const text = sources.openTexts?.get(path) ?? (await textOnDisk(path, sources));
  return text === undefined ? undefined : editedText(path, text, sources);
}

async function editedText(path: string, text: string, { openTexts, asEdited }: MentionSources): Promise<string> {
  return openTexts?.has(path) === true ? text : ((await asEdited?.(path)) ?? text);
}

async function textOnDisk(path: string, { workspace }: MentionSources): Promise<string | undefined> {
  try {
    const content = await workspace.read(path, largestMentioningFile);
    if (!content || content.size > content.bytes.length || content.bytes.includes(0)) return undefined;
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content.bytes);
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch (error) {
    // A link, a pipe, a file of another encoding, or one that went since it was listed.
    if (error instanceof FileAccessError || error instanceof TypeError) return undefined;
    throw error;
  }
}

async function isThere(path: string, { workspace }: MentionSources): Promise<boolean> {
  try {
    return (await workspace.read(path, 0)) !== undefined;
  } catch (error) {
    if (error instanceof FileAccessError) return false;
    throw error;
  }
}

/**
 * What stands in every text that mentions an ID, however it is written: its day, else what is no letter in it; most files
 * are left at that.
 */
function needleOf(id: string): string {
  return /\d[\d-]*-(?=\d+$)/.exec(id)?.[0] ?? /[-_.]/.exec(id)?.[0] ?? '';
}
