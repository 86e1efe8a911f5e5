import { keys } from '../../process/fieldKeys';
import { scan } from '../../markdown/scan';
import { asksForPeople } from '../../workspace/people/peopleOfRecord';
import type { Process } from '../../process/process';
import { readRecord } from '../../record/readRecord';
import type { ChangeRecord, RecordDocument } from '../../record/record';
import { answerAt } from './answerAt';
import { noCompletions, type Completion, type Completions, type LanguageFacts } from './completion';
import type { CompletionPlace } from './completionPlace';
import { cursorAt, isHidden, type Cursor } from './cursor';
import { dateCompletions } from './dateCompletions';
import { fileCompletions, filePlaceAt } from './fileCompletions';
import { asksForRecords, dependencyCompletions, idAt, idCompletions } from './idCompletions';
import { optionCompletions } from './optionCompletions';
import { peopleCompletions, roleLineCompletions } from './peopleCompletions';
import { riskCompletions } from './riskCompletions';
import { sectionCompletions } from './sectionCompletions';
import { statusCompletions } from './statusCompletions';
import { cellAt } from './tableCell';
import { tokenCompletions } from './tokenCompletions';

/** Where completions are asked for. */
export interface CompletionRequest {
  /** The record that the text is of or belongs to; undefined for other Markdown. */
  readonly record: ChangeRecord | undefined;
  /** Workspace-relative path of the text. */
  readonly path: string;
  readonly text: string;
  readonly offset: number;
  /** The character that was typed, where nobody asked for completions by hand. */
  readonly trigger?: string | undefined;
}

/**
 * What may be written at a place of a record, of its companions, or of other Markdown (IDs alone). Total: any text and
 * any offset give an answer. Nothing in front matter, code and comments; quickly nothing where nothing applies.
 */
export async function completions(request: CompletionRequest, facts: LanguageFacts): Promise<Completions> {
  if (!mayOffer(request, facts.processes)) return noCompletions;
  const cursor = cursorAt(request.text, request.offset);
  const isOfRecord = request.record?.documents.some(({ path, text }) => path === request.path && text === request.text);
  const record = request.record && isOfRecord ? withoutAccident(request.record, request.path, cursor) : undefined;
  const document = record?.documents.find(({ path }) => path === request.path);
  const id = idAt(cursor, facts.processes);
  if (!id && (!record || !document)) return noCompletions;
  if (isHidden(document?.scan ?? scan(request.text), cursor)) return noCompletions;
  if (!record || !document) return id ? idCompletions(cursor, id, facts, undefined) : noCompletions;
  const place = { record, document, cursor, at: answerAt(record, document, cursor), cell: cellAt(document, cursor) };
  if (place.at && asksForRecords(place.at.answer.field)) {
    const dependencies = dependencyCompletions(place, place.at, facts);
    if (dependencies.items.length > 0) return dependencies;
  }
  return id ? idCompletions(cursor, id, facts, record.id?.text) : inRecord(place, facts);
}

async function inRecord(place: CompletionPlace, facts: LanguageFacts): Promise<Completions> {
  const { cursor, at, cell } = place;
  const sections = sectionCompletions(place);
  if (sections.length > 0) return listed(sections);
  if (/^ {0,3}#{1,6}(?:\s|$)/.test(cursor.before)) return noCompletions;
  const file = filePlaceAt(place);
  if (file) return fileCompletions(place, file, facts);
  const risks = riskCompletions(place);
  if (risks.length > 0) return listed(risks);
  if (cell && at?.where !== 'cell') return listed(historyCompletions(place, facts));
  const role = await roleLineCompletions(place, facts);
  if (role) return listed(role);
  if (!at) return noCompletions;
  const { field } = at.answer;
  if (field.key === keys.status) return listed(statusCompletions(place, at.value));
  switch (field.answer) {
    case 'choice':
    case 'choices':
    case 'done':
      return listed(optionCompletions(cursor, at));
    case 'token':
      return listed(tokenCompletions(place, at.value));
    case 'date':
    case 'date-time':
      return listed(
        dateCompletions(cursor, at.value, facts, {
          withTime: field.answer === 'date-time',
          placeholder: field.placeholder,
        }),
      );
    default:
      return asksForPeople(field) ? listed(await peopleCompletions(place, at, facts)) : noCompletions;
  }
}

/** Dates and statuses in the rows of the history. */
function historyCompletions(place: CompletionPlace, facts: LanguageFacts): Completion[] {
  const { record, cursor, cell, document } = place;
  const home = record.historySection;
  if (!cell || home?.document !== document || !home.blocks.includes(cell.table)) return [];
  if (cell.column === 'status') return statusCompletions(place, cell.value);
  return cell.column === 'date' ? dateCompletions(cursor, cell.value, facts, { withTime: false }) : [];
}

function listed(items: readonly Completion[]): Completions {
  return items.length > 0 ? { items, isIncomplete: false } : noCompletions;
}

/**
 * A dash alone below a line makes a heading of it until something is typed behind it (reading 10). While it is being
 * typed, the record is read as if it were the marker of a list.
 */
function withoutAccident(record: ChangeRecord, path: string, { text, line }: Cursor): ChangeRecord {
  const dash = /^\s*-(?=\s*$)/.exec(text.slice(line.start, line.end));
  if (!dash) return record;
  const at = line.start + dash[0].length - 1;
  const read = (each: RecordDocument): { path: string; text: string } =>
    each.path === path
      ? { path, text: `${text.slice(0, at)}*${text.slice(at + 1)}` }
      : { path: each.path, text: each.text };
  const [own, ...companions] = record.documents.map(read);
  if (!own) return record;
  return readRecord({ process: record.process, ...own, companions, identity: record.fileIdentity });
}

/**
 * Whether completions are worth looking for: asked for by hand always, by a character only where it begins something, so
 * that prose never makes a list pop up. Looks at the line alone, before anything is read.
 */
export function mayOffer(
  { text, offset, trigger }: Pick<CompletionRequest, 'text' | 'offset' | 'trigger'>,
  processes: readonly Process[],
): boolean {
  if (trigger === undefined) return true;
  const cursor = cursorAt(text, offset);
  const { before, after } = cursor;
  switch (trigger) {
    case '#':
      return /^ {0,3}#{1,6}$/.test(before) && after.trim() === '';
    case '[':
      return /^\s*[-*+]\s+\[$/.test(before);
    case '-':
      return idAt(cursor, processes) !== undefined;
    case '/':
      return /^\s*(?:[-*+]|\d{1,9}[.)])\s+[\s`]*[^\s`]*\/$|^\s*\|[\s`]*[^\s`|]*\/$/.test(before);
    case ' ':
      return (
        after.trim() === '' &&
        (/^\s*(?:[-*+]\s+)?(?:\*\*[^*\n]{1,80}\*\*\s*(?:\([^()]*\))?\s*:|\*\*[^*\n]{1,80}:\*\*)\s$/.test(before) ||
          /^\s*[-*+]\s(?:\[[ xX]\]\s)?$/.test(before))
      );
    default:
      return true;
  }
}
