import { keys } from '../process/fieldKeys';
import { todayIn } from '../lifecycle/today';
import { scan } from '../markdown/scan';
import { recordFolders, type Policy } from '../workspace/policy/policy';
import { FileAccessError, type ChangedFile, type Clock, type Git, type Identity, type Workspace } from '../ports';
import { comparableName } from '../process/comparableName';
import { initialAnswers } from '../process/initialAnswers';
import { isPlaceholder } from '../process/placeholder';
import type { DocumentDefinition, FieldDefinition } from '../process/process';
import type { FieldValues } from '../process/renderTemplate';
import type { CalendarDate } from '../text/calendarDate';
import { plainText } from '../record/plainText';
import type { ChangeRecord } from '../record/record';
import { slice } from '../text/span';
import { counted } from '../text/counted';

/** What is known of a change from elsewhere than its record. */
export interface DocumentFacts {
  readonly today: CalendarDate;
  /** The record's branch (reading 5); undefined where that is not known. Nothing is guessed. */
  readonly branch?: string | undefined;
  /** Who assesses: the person at the keyboard. */
  readonly assessor?: string | undefined;
  /** The files that the change touches; records are none of them. */
  readonly files: readonly ChangedFile[];
}

/** What {@link gatherFacts} asks. */
export interface FactSources {
  readonly workspace: Pick<Workspace, 'read'>;
  readonly git: Pick<Git, 'currentBranch' | 'changedFiles'>;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly policy: Policy;
}

/** More files than these are not written one by one. */
const mostFiles = 40;

/**
 * Gathers what is known of a change. The branch is the one that the record names, else the one that is checked out if
 * its name carries the record's ID. Its files are those that it changes; while there are none, those that the record
 * names, sorted by whether they are there.
 */
export async function gatherFacts(record: ChangeRecord, sources: FactSources): Promise<DocumentFacts> {
  const { git, identity, clock, policy } = sources;
  const branch = branchField(record) ?? (await branchOfId(record, git));
  const person = await identity.current();
  const changed = branch === undefined ? [] : await git.changedFiles(branch);
  const governed = [...recordFolders(policy), '.changegate'];
  const files = changed.filter(
    ({ path }) => !governed.some((folder) => folder !== '' && path.startsWith(`${folder}/`)),
  );
  return {
    today: todayIn(policy.zone, clock.now()),
    branch,
    assessor: person?.name,
    files: files.length > 0 ? files : await namedFiles(record, sources.workspace),
  };
}

function branchField(record: ChangeRecord): string | undefined {
  const answer = record.answer(keys.branch);
  const name = answer?.filled === true ? plainText(answer.text) : '';
  return name === '' || /\s/.test(name) ? undefined : name;
}

async function branchOfId({ id }: ChangeRecord, git: FactSources['git']): Promise<string | undefined> {
  const branch = await git.currentBranch();
  if (branch === undefined || !id) return undefined;
  const at = branch.toUpperCase().indexOf(id.text);
  const isWhole = at >= 0 && !/\d/.test(branch.charAt(at + id.text.length)) && !/[a-z\d]/i.test(branch.charAt(at - 1));
  return isWhole ? branch : undefined;
}

/** The files that the record names. A path that is no file of the workspace is one that the change will make. */
async function namedFiles(record: ChangeRecord, workspace: FactSources['workspace']): Promise<ChangedFile[]> {
  const files = new Map<string, ChangedFile>();
  for (const item of itemsOf(record, 'files').slice(0, mostFiles)) {
    const path = plainText(item).replace(/^\/+/, '');
    if (!/^(?!.*(?:^|\/)\.\.?\/)[\w@][\w@./+-]*\.\w+$/.test(path)) continue;
    try {
      const kind = (await workspace.read(path, 0)) ? 'modified' : 'added';
      files.set(path, { path, kind, added: undefined, removed: undefined });
    } catch (error) {
      // A name that leads out of the workspace, or to what cannot be read, is none of ours to tell.
      if (!(error instanceof FileAccessError)) throw error;
    }
  }
  return [...files.values()];
}

/** What a list in the record says, item by item. */
function itemsOf(record: ChangeRecord, key: string): string[] {
  const answer = record.answer(key);
  if (answer?.filled !== true) return [];
  const { document, span, text } = answer;
  const items = scan(text).blocks.flatMap((block) => (block.kind === 'item' ? [slice(text, block.content)] : []));
  const words = items.length > 0 ? items : slice(document.text, span).split(/[,;\r\n]/);
  return words.map((word) => word.trim()).filter((word) => !isPlaceholder(word) && !/^(?:none|n\/a|-)$/i.test(word));
}

/** What a new document of a record says already, for `renderTemplate`. Only what its template asks for. */
export function documentValues(
  record: ChangeRecord,
  documentId: DocumentDefinition['id'],
  facts: DocumentFacts,
): FieldValues {
  const { process } = record;
  const values: FieldValues = {
    'assessed-by': facts.assessor ?? requestorOf(record),
    'affected-systems': [...systemsOf(record), ...itemsOf(record, 'modules')].join(', '),
    'files-to-create': countedFiles(facts.files, 'added'),
    'files-to-modify': countedFiles(facts.files, 'modified'),
    'files-to-delete': countedFiles(facts.files, 'deleted'),
    'plan-files': tableOfFiles(facts.files, process.field(keys.planFiles)),
    'total-estimated-changes': totalOf(facts.files),
  };
  const known = Object.entries(values).filter(([key]) => {
    const field = process.field(key);
    return field?.document === documentId && field.options.length === 0;
  });
  return { ...initialAnswers(process, documentId, { now: facts.today }), ...Object.fromEntries(known) };
}

/** The words that a branch's name takes the place of: `[branch-name]`. */
export function isBranchPlaceholder(text: string): boolean {
  return /^\[branch(?:[ -]?name)?\]$/i.test(text);
}

function requestorOf(record: ChangeRecord): string | undefined {
  const answer = record.answer(keys.requestor);
  if (answer?.filled !== true) return undefined;
  return plainText(answer.text.replace(/<[^<>]*>\s*$/, ''));
}

function systemsOf(record: ChangeRecord): string[] {
  return (record.answer(keys.systems)?.chosen ?? []).map(({ text, option }) =>
    option?.open === true ? text.slice(text.indexOf(':') + 1).trim() : (option?.value ?? text),
  );
}

/** `2 files`, and which. */
function countedFiles(files: readonly ChangedFile[], kind: ChangedFile['kind']): string[] {
  const some = files.filter((file) => file.kind === kind);
  if (some.length === 0) return [];
  const listed = some.slice(0, mostFiles).flatMap(({ path }) => written(path) ?? []);
  const more = some.length > mostFiles ? [`and ${String(some.length - mostFiles)} more`] : [];
  return [counted(some.length, 'file'), ...listed, ...more];
}

const types = { added: 'Create', modified: 'Modify', deleted: 'Delete' } as const;

/** One row a file, by what the columns of the template are called; what is not known stays the template's words. */
function tableOfFiles(files: readonly ChangedFile[], field: FieldDefinition | undefined): string[] {
  const table = scan(field?.placeholder ?? '').blocks.find((block) => block.kind === 'table');
  if (!field || !table) return [];
  const text = field.placeholder;
  const columns = table.header.cells.map((cell, index) => {
    const sample = table.rows[0]?.cells[index];
    return { name: comparableName(slice(text, cell)), sample: sample ? slice(text, sample) : '' };
  });
  const rows = files.slice(0, mostFiles).flatMap((file) => {
    const path = written(file.path)?.replace(/\|/g, '\\|');
    if (path === undefined) return [];
    const cells = columns.map(({ name, sample }) => {
      if (/\b(?:file|path)\b/.test(name)) return path;
      if (/^(?:change )?(?:type|action|kind)$/.test(name)) return types[file.kind];
      if (/\b(?:loc|lines?)\b/.test(name)) return countOf(file) ?? sample;
      return sample;
    });
    return [cells.join(' | ')];
  });
  const more = files.length - mostFiles;
  return more > 0 ? [...rows, columns.map((_, at) => (at === 0 ? `and ${String(more)} more` : '')).join(' | ')] : rows;
}

/** `+12 -3`; undefined where lines were not counted. */
function countOf({ kind, added, removed }: ChangedFile): string | undefined {
  if (added === undefined || removed === undefined) return undefined;
  if (kind === 'added') return `+${String(added)}`;
  return kind === 'deleted' ? `-${String(removed)}` : `+${String(added)} -${String(removed)}`;
}

function totalOf(files: readonly ChangedFile[]): string | undefined {
  const measured = files.filter(({ added }) => added !== undefined);
  if (measured.length === 0) return undefined;
  const sum = (numbers: readonly (number | undefined)[]): string =>
    String(numbers.reduce<number>((all, each) => all + (each ?? 0), 0));
  const added = sum(measured.map((file) => file.added));
  const removed = sum(measured.map((file) => file.removed));
  return `+${added} -${removed} lines across ${counted(files.length, 'file')}`;
}

/** A path as the process writes it, from the root of the workspace; as code where Markdown would read marks into it. */
function written(path: string): string | undefined {
  if (/[\p{Cc}`]/u.test(path)) return undefined;
  return /[^\w./@+-]|__|(?:^|\/)_|_(?:\/|$)/.test(path) ? `\`/${path}\`` : `/${path}`;
}
