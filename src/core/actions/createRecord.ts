import { keys } from '../process/fieldKeys';
import { FileExistsError, type Clock } from '../ports';
import { initialAnswers } from '../process/initialAnswers';
import type { Process } from '../process/process';
import { renderTemplate, type FieldValues } from '../process/renderTemplate';
import { todayIn } from '../lifecycle/today';
import { minutesIn } from '../lifecycle/zonedTime';
import { dateOfInstant, type CalendarDate } from '../text/calendarDate';
import { formatRecordId, lastSequence, type RecordId } from '../process/recordId';
import type { Span } from '../text/span';
import { nextRecordId, type NumberSources } from './nextRecordId';
import { recordFileName } from './recordFileName';
import { numberedFiles } from './takenIds';
import { filesById } from '../workspace/index/recordFiles';

/** What a new record is made of. */
export interface NewRecord {
  readonly process: Process;
  /** Answers by field key: title, category, priority, urgency, type, requestor … */
  readonly answers: FieldValues;
}

/** A record that was made. */
export interface CreatedRecord {
  readonly id: RecordId;
  readonly path: string;
  readonly text: string;
  /** Where a writer goes on: the first thing that is left to fill. */
  readonly firstBlank: Span | undefined;
}

/** Thrown when number after number was taken by others before the file could be made. */
export class NoFreeNumberError extends Error {
  override readonly name = 'NoFreeNumberError';
}

/** How many numbers are tried; each failure means that somebody else made a record in the same moment. */
const tries = 1000;

/**
 * Makes a record from the template: next free number, today's dates in UTC, one row of history. The file is created
 * exclusively, so that anyone who works at the same time gets another number (reading 8).
 * @throws NoFreeNumberError, FileAccessError, UnknownOptionError
 */
export async function createRecord(
  { process, answers }: NewRecord,
  sources: NumberSources & { readonly clock: Clock },
): Promise<CreatedRecord> {
  const { workspace, policy, clock } = sources;
  const moment = clock.now();
  const now = dateOfInstant(moment);
  const day = { ...todayIn(policy.zone, moment), minutes: minutesIn(policy.zone, moment) };
  const [folder = ''] = policy.folders[process.kind];
  const first = await nextRecordId(process, day, sources);
  const last = Math.min(first.sequence + tries - 1, lastSequence(process.identity));
  for (let sequence = first.sequence; sequence <= last; sequence++) {
    const id = { ...first, sequence, text: formatRecordId(process.identity, first.date, sequence) };
    const inFolder = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    const path = inFolder(`${id.text}.md`);
    const named = inFolder(recordFileName(id.text, titleIn(answers), policy));
    const { text: own, firstBlank } = renderTemplate(process, 'record', {
      ...initialAnswers(process, 'record', { id: id.text, now }),
      ...answersOf(process, answers),
    });
    const text = own + documentsWithin(process, now);
    try {
      await workspace.create(path, text);
      if (named === path) return { id, path, text, firstBlank };
      // Only the name without a slug is the same for everybody who takes the number: it is made first, then renamed.
      if (await isTaken(id, path, sources)) await workspace.remove(path, text);
      else {
        await workspace.move(path, named);
        return { id, path: named, text, firstBlank };
      }
    } catch (error) {
      if (!(error instanceof FileExistsError)) throw error;
    }
  }
  throw new NoFreeNumberError(`No free number was found for ${first.text} and the ${String(tries)} after it.`);
}

/** The documents that every record of a team begins with, as sections behind its own. */
function documentsWithin(process: Process, now: CalendarDate): string {
  const within = process.source.documents.filter(({ withRecord }) => withRecord === true);
  return within
    .map(({ id }) => `\n---\n\n${renderTemplate(process, id, initialAnswers(process, id, { now })).text.trimEnd()}\n`)
    .join('');
}

/** Whether another file than this one has an ID by now. */
async function isTaken(id: RecordId, own: string, sources: NumberSources): Promise<boolean> {
  const same = filesById((await numberedFiles(sources)).values()).get(id.text) ?? [];
  return same.some(({ path }) => path !== own);
}

function titleIn({ title }: FieldValues): string {
  return typeof title === 'string' ? title : '';
}

/** A process that has no title field tells it with the first words of the description. */
function answersOf(process: Process, answers: FieldValues): FieldValues {
  const known = Object.entries(answers).filter(
    ([key, value]) => value !== undefined && process.field(key)?.document === 'record',
  );
  const title = answers['title'];
  const described =
    process.field(keys.title) === undefined && title !== undefined && answers['description'] === undefined;
  return Object.fromEntries(
    [...known, ...(described ? [['description', title] as const] : [])].map(([key, value]) => [
      key,
      typeof value === 'string' ? plainWords(value) : value,
    ]),
  );
}

/** One line that stays words: without control characters, and not the beginning of any block, comment or field. */
export function plainWords(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 500)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/<!--/g, '‹!--');
  const numbered = /^(\d{1,9})([.)](?:\s|$).*)$/.exec(line);
  if (numbered) return `${numbered[1] ?? ''}\\${numbered[2] ?? ''}`;
  return /^(?:[-+*_=>#|<]|```|~~~)/.test(line) ? `\\${line}` : line;
}
