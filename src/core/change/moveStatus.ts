import { keys } from '../process/fieldKeys';
import { historyInOrder } from '../record/historyOrder';
import { at } from '../record/places';
import { plainSpan } from '../record/plainText';
import { statusNamed } from '../record/readStatus';
import type { ChangeRecord } from '../record/record';
import type { StatusDefinition } from '../process/processDefinition';
import { compareDates, dayNumber, formatDate, readDate, type CalendarDate } from '../text/calendarDate';
import { slice } from '../text/span';
import { readWrittenDate } from '../text/writtenDate';
import { historyRowEdits } from './addHistoryRow';
import { fillAnswers, overwrite } from './answerEdits';
import { boxEdit } from './boxEdit';
import type { DocumentEdit } from './documentEdit';
import { hasOpenEnd } from './insertion';

/** When a record is moved. */
export interface MoveDay {
  /** The moment, in UTC: for Last Updated. Without a time of day only the day is written. */
  readonly now: CalendarDate;
  /** The day, in the zone of the policy: for the history. */
  readonly today: CalendarDate;
}

/** What is written of a move beside the status. */
export interface StatusMove extends MoveDay {
  /** The day for the history where it is not that of the move. */
  readonly on?: CalendarDate | undefined;
  readonly note: string;
  /** The note says more than the process does: it replaces the words of a row that is prepared. */
  readonly isOwn?: boolean;
  /** The note is a reason: it is written also where the history has the status already, or where none is kept. */
  readonly isReason?: boolean;
}

/** What keeps a move from being written. */
export type HiddenPart = 'status' | 'history';

/**
 * The edits that move a record to another status: the status where it stands, Last Updated in its form, and a row of the
 * history, unless its last row has the status already. Everything that moves a record writes it here. A part that
 * the text would hide is named instead.
 */
export function moveStatus(
  record: ChangeRecord,
  target: StatusDefinition,
  move: StatusMove,
): readonly DocumentEdit[] | HiddenPart {
  const status = statusEdits(record, target);
  if (status.length === 0) return 'status';
  const row = rowEdits(record, target, move);
  return row ? [...status, ...lastUpdated(record, move.now), ...row] : 'history';
}

/**
 * The move as the edits of a fix: `when` says that all of it can be written. Cheap where no fence or comment is open.
 */
export function statusMove(
  record: ChangeRecord,
  target: StatusDefinition,
  move: () => StatusMove,
): { readonly when: boolean; edits(): readonly DocumentEdit[] } {
  const edits = (): readonly DocumentEdit[] => {
    const moved = moveStatus(record, target, move());
    return typeof moved === 'string' ? [] : moved;
  };
  return { edits, when: !hasOpenEnd(record) || edits().length > 0 };
}

/** The edits that write the status: over the word that stands there, or by the boxes where it is one of several. */
export function statusEdits(record: ChangeRecord, { id }: Pick<StatusDefinition, 'id'>): DocumentEdit[] {
  const answer = record.answer(keys.status);
  const field = record.process.field(keys.status);
  if (!answer) return field ? fillAnswers(record, [{ field, text: id }]) : [];
  const boxes = answer.choices.flatMap(({ box, option, checked }) => (box ? [{ box, option, checked }] : []));
  const wanted = boxes.find(({ option }) => option?.value === id);
  if (boxes.length > 0 && wanted) {
    return boxes
      .filter((each) => each.checked !== (each === wanted))
      .map(({ box, checked }) => boxEdit(at(answer.document, box), !checked));
  }
  const place = record.status ?? answer;
  // Emphasis around the word stays; a remark behind it described the status before.
  const word = plainSpan(place.document.text, place.span);
  const isWord = statusNamed(slice(place.document.text, word), record.process) && !/[([,;:–—]|\s-\s/.test(place.text);
  return overwrite(record, { ...answer, span: isWord ? word : place.span }, id);
}

/** Writes the moment over the one that stands there, in its form; a later one stays. */
function lastUpdated(record: ChangeRecord, now: CalendarDate): DocumentEdit[] {
  const field = record.process.field(keys.lastUpdated);
  if (!field) return [];
  const answer = record.answer(keys.lastUpdated);
  if (!answer) {
    // A record that keeps its dates elsewhere than the template is not given a line beside them.
    const created = record.answer(keys.created);
    const isApart = created && created.form !== 'line' && created.form !== 'item';
    return isApart ? [] : fillAnswers(record, [{ field, text: moment(now) }]);
  }
  if (!answer.filled) return overwrite(record, answer, moment(now));
  if (answer.date && compareDates(now, answer.date) < 0) return [];
  const { start } = plainSpan(answer.document.text, answer.span);
  const written = answer.document.text.slice(start, answer.span.end);
  const form = /^\d{4}-\d{2}-\d{2}(?:([ T]+)\d{1,2}:\d{2}(:\d{2}(?:\.\d+)?)?( ?(?:UTC|GMT|Z))?)?/i.exec(written);
  if (form && readDate(written).kind === 'date') {
    const [all, between, seconds, zone = ''] = form;
    const time =
      between === undefined || now.minutes === undefined
        ? ''
        : `${between}${timeOf(now)}${seconds === undefined ? '' : ':00'}${zone}`;
    return overwrite(record, { ...answer, span: { start, end: start + all.length } }, `${formatDate(now)}${time}`);
  }
  const other = readWrittenDate(written);
  return other ? overwrite(record, { ...answer, span: { start, end: start + other.length } }, formatDate(now)) : [];
}

/** A moment as the template writes it. */
export function moment(now: CalendarDate): string {
  return now.minutes === undefined ? formatDate(now) : `${formatDate(now)} ${timeOf(now)}:00 UTC`;
}

function timeOf({ minutes = 0 }: CalendarDate): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The row of the history; undefined where it cannot be written, none where there is nothing to add. */
function rowEdits(record: ChangeRecord, target: StatusDefinition, move: StatusMove): DocumentEdit[] | undefined {
  const isTold = historyInOrder(record).at(-1)?.status.value === target;
  const isKept = record.historySection !== undefined || record.process.field(keys.history) !== undefined;
  if (move.isReason !== true && (isTold || !isKept)) return [];
  const { note, isOwn = false, on = dayOfMove(record, move) } = move;
  const edits = historyRowEdits(record, { date: on, status: target, note, isOwn });
  return edits.length === 0 ? undefined : edits;
}

/**
 * The day of a move. Where the zone of the policy is a day behind and the record was made on the day of UTC, that day:
 * nothing comes before its own beginning.
 */
export function dayOfMove(record: ChangeRecord, { now, today }: MoveDay): CalendarDate {
  const known = [record.answer(keys.created)?.date, ...record.history.map(({ date }) => date.date)];
  const isAhead = known.some((date) => date && dayNumber(date) === dayNumber(now) && dayNumber(now) > dayNumber(today));
  return isAhead ? now : today;
}
