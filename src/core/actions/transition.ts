import { branchOf, stepsDone, type Guard, type MoveFacts } from '../lifecycle/moveGuards';
import { moveTo } from '../lifecycle/moves';
import { planSteps } from '../lifecycle/planSteps';
import { isReason } from '../lifecycle/reason';
import { sectionText, tickedText } from '../process/renderTemplate';
import { placeholders } from '../process/placeholder';
import type { FieldDefinition } from '../process/process';
import type { EntryDefinition, StatusDefinition } from '../process/processDefinition';
import { compareDates, dayNumber, formatDate, readDate, type CalendarDate } from '../text/calendarDate';
import { plainSpan } from '../record/plainText';
import { readRecord } from '../record/readRecord';
import { statusNamed } from '../record/readStatus';
import type { ChangeRecord } from '../record/record';
import { historyInOrder } from '../record/historyOrder';
import { lintRecord } from '../rules/engine/lintRecord';
import { at, titlePlace } from '../record/places';
import { rules } from '../rules/engine/registry';
import { replace, type DocumentEdit } from '../change/documentEdit';
import type { Severity } from '../findings/finding';
import { sectionsByDefinition } from '../record/sectionsByDefinition';
import { insertField, insertSection } from '../change/insertion';
import { readWrittenDate } from '../text/writtenDate';
import { slice } from '../text/span';
import { hiddenHistory, historyRowEdits } from '../change/addHistoryRow';
import { fillAnswers, overwrite, type WrittenAnswer } from '../change/answerEdits';
import { textAfter, type Change } from '../change/change';
import { nameOf, stepsOf } from '../change/documentEdits';

/** What {@link transition} is told. */
export interface TransitionFacts extends MoveFacts {
  /** The moment, in UTC: for Last Updated. */
  readonly now: CalendarDate;
  /** The day of the move: for the history, and for what begins with it. */
  readonly today: CalendarDate;
  /** The person goes on although guards are not met. Those that are binding stay. */
  readonly insist?: boolean | undefined;
}

/** What became of the wish to move a record. */
export type TransitionResult =
  | { readonly kind: 'change'; readonly change: Change }
  /** The process has no such move, or it cannot be written; why, in one sentence. */
  | { readonly kind: 'illegal'; readonly reason: string }
  /** What is asked for before, with the places where it is written. */
  | { readonly kind: 'blocked'; readonly guards: readonly Guard[] };

/**
 * Moves a record to another status (reading 28), as one change: the status where it stands, Last Updated in its form, a
 * row of the history, and what the process gives to the status (`StatusDefinition.entry`): branch and start, day of
 * deployment and Closure. What is answered already stays. An approval is never written: no token, no date and no box of
 * an approver.
 */
export function transition(record: ChangeRecord, target: StatusDefinition, facts: TransitionFacts): TransitionResult {
  const move = moveTo(record, target, facts);
  if (move.kind === 'illegal') return { kind: 'illegal', reason: move.reason };
  const status = statusEdits(record, target);
  if (status.length === 0) {
    const reason = 'The status cannot be written: a code fence or comment that is not closed hides its place.';
    return { kind: 'illegal', reason };
  }
  const reason = facts.reason?.trim() ?? '';
  const row = rowEdits(
    record,
    target,
    facts,
    reason === '' ? (move.transition?.note ?? target.meaning) : reason,
    reason !== '',
  );
  if (row === undefined) return { kind: 'illegal', reason: hiddenHistory };
  const edits = [...status, ...lastUpdated(record, facts.now), ...row, ...entryEdits(record, target.entry, facts)];
  const change: Change = { title: `Move ${nameOf(record)} to ${target.id}`, steps: stepsOf(edits) };
  const after = recordAfter(record, change);
  const guards = [...move.guards, ...contradictions(record, after, facts.today)];
  const open = facts.insist === true ? guards.filter(({ binding }) => binding) : guards;
  if (open.length > 0) return { kind: 'blocked', guards: open };
  return { kind: 'change', change: { ...change, reveal: begun(record, after, target.entry) } };
}

/** Writes the status: over the word that stands there, or by the boxes where it is one of several. */
function statusEdits(record: ChangeRecord, { id }: StatusDefinition): DocumentEdit[] {
  const answer = record.answer('status');
  const field = record.process.field('status');
  if (!answer) return field ? fillAnswers(record, [{ field, text: id }]) : [];
  const boxes = answer.choices.flatMap(({ box, option, checked }) => (box ? [{ box, option, checked }] : []));
  const wanted = boxes.find(({ option }) => option?.value === id);
  if (boxes.length > 0 && wanted) {
    return boxes
      .filter((each) => each.checked !== (each === wanted))
      .map(({ box, checked }) => replace(at(answer.document, box), checked ? '[ ]' : '[x]'));
  }
  const place = record.status ?? answer;
  // Emphasis around the word stays; a remark behind it told of the status before.
  const word = plainSpan(place.document.text, place.span);
  const isWord = statusNamed(slice(place.document.text, word), record.process) && !/[([,;:–—]|\s-\s/.test(place.text);
  return overwrite(record, { ...answer, span: isWord ? word : place.span }, id);
}

/** Writes the moment over the one that stands there, in its form; a later one stays. */
function lastUpdated(record: ChangeRecord, now: CalendarDate): DocumentEdit[] {
  const field = record.process.field('last-updated');
  if (!field) return [];
  const answer = record.answer('last-updated');
  if (!answer) {
    // A record that keeps its dates elsewhere than the template is not given a line beside them.
    const created = record.answer('created');
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
    const time = between === undefined ? '' : `${between}${timeOf(now)}${seconds === undefined ? '' : ':00'}${zone}`;
    return overwrite(record, { ...answer, span: { start, end: start + all.length } }, `${formatDate(now)}${time}`);
  }
  const other = readWrittenDate(written);
  return other ? overwrite(record, { ...answer, span: { start, end: start + other.length } }, formatDate(now)) : [];
}

function moment(now: CalendarDate): string {
  return now.minutes === undefined ? formatDate(now) : `${formatDate(now)} ${timeOf(now)}:00 UTC`;
}

function timeOf({ minutes = 0 }: CalendarDate): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/**
 * The row of the history; undefined where it cannot be written. None where the last row tells of the status already, or
 * where a process that keeps no history has nothing to tell but the status.
 */
function rowEdits(
  record: ChangeRecord,
  target: StatusDefinition,
  facts: TransitionFacts,
  note: string,
  isOwn: boolean,
): DocumentEdit[] | undefined {
  const isTold = historyInOrder(record).at(-1)?.status.value === target;
  const isKept = record.historySection !== undefined || record.process.field('history') !== undefined;
  if (!(isOwn && isReason(note)) && (isTold || !isKept)) return [];
  const edits = historyRowEdits(record, { date: dayOf(record, facts), status: target, note, isOwn });
  return edits.length === 0 ? undefined : edits;
}

/**
 * The day of a move. Where the zone of the policy is a day behind and the record was made on the day of UTC, that day:
 * nothing comes before its own beginning.
 */
function dayOf(record: ChangeRecord, { now, today }: TransitionFacts): CalendarDate {
  const known = [record.answer('created')?.date, ...record.history.map(({ date }) => date.date)];
  const isAhead = known.some((date) => date && dayNumber(date) === dayNumber(now) && dayNumber(now) > dayNumber(today));
  return isAhead ? now : today;
}

/** What the process gives to a status: answers that are not there, documents that begin, boxes that were gone through. */
function entryEdits(record: ChangeRecord, entry: EntryDefinition | undefined, facts: TransitionFacts): DocumentEdit[] {
  const values = {
    today: dayOf(record, facts),
    branch: branchOf(facts),
    deployed: facts.deployed,
  };
  const answers = (entry?.answers ?? []).flatMap(({ field: key, from }): WrittenAnswer[] => {
    const field = record.process.field(key);
    const value = values[from];
    if (!field || value === undefined || record.answer(key)?.filled === true) return [];
    return [{ field, text: typeof value === 'string' ? oneLine(value) : dateText(field, value) }];
  });
  const ticks = stepsDone(planSteps(record), facts.done).map(({ box }) => replace(box, '[x]'));
  return [...fillAnswers(record, answers), ...ticks, ...documentEdits(record, entry, facts)];
}

function dateText({ answer }: FieldDefinition, date: CalendarDate): string {
  return answer === 'date-time' ? moment(date) : formatDate(date);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** The sections that begin with a status, and the checklist in the last of them. */
function documentEdits(
  record: ChangeRecord,
  entry: EntryDefinition | undefined,
  { checks }: MoveFacts,
): DocumentEdit[] {
  const checklist = entry?.checklist === undefined ? undefined : record.process.field(entry.checklist);
  const list =
    checklist && checks && !record.answer(checklist.key)
      ? tickedText(checklist, knownChecks(checklist, checks))
      : undefined;
  const begun = (entry?.documents ?? []).flatMap((id) => {
    const section = record.process.documents.find((document) => document.id === id)?.sections[0];
    if (!section || record.parts.find((part) => part.id === id)?.present !== false) return [];
    const belongs = list !== undefined && checklist?.section === section;
    const text = sectionText(record.process, section);
    return insertSection(record, section, belongs ? `${text.trimEnd()}\n\n${list}` : text);
  });
  if (begun.length > 0 || list === undefined || !checklist) return begun;
  const within = checklist.section && sectionsByDefinition(record).get(checklist.section);
  return within ? insertField(record, checklist, within, list) : [];
}

function knownChecks({ options }: FieldDefinition, checks: readonly string[]): string[] {
  return options
    .filter(({ value, label }) => checks.includes(value) || checks.includes(label))
    .map(({ label }) => label);
}

/** What guards tell of already: approval, deployment and reason. */
const told = new Set(['CG301', 'CG302', 'CG303', 'CG314', 'CG315']);

/** The rules that compare what a record says in one place with what it says in another. */
const contradictionRules = rules.filter(({ code }) => code === 'CG404' || (code.startsWith('CG3') && !told.has(code)));

/** The record as it reads after a change. */
function recordAfter({ process, fileIdentity, documents, path }: ChangeRecord, change: Change): ChangeRecord {
  const texts = documents.map((each) => ({ path: each.path, text: textAfter(change, each.path, each.text) }));
  const text = texts[0]?.text ?? '';
  return readRecord({ process, path, text, companions: texts.slice(1), identity: fileIdentity });
}

/** What contradicts itself after the move and did not before. */
function contradictions(record: ChangeRecord, after: ChangeRecord, today: CalendarDate): Guard[] {
  const options = { today, rules: contradictionRules };
  const before = new Set(lintRecord(record, options).map(({ message }) => message));
  const place = record.status ?? titlePlace(record);
  return lintRecord(after, options)
    .filter(({ message, severity }) => isGrave(severity) && !before.has(message))
    .map(({ message }) => ({ kind: 'contradiction', message, place, binding: false }));
}

function isGrave(severity: Severity): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Where a writer goes on: the first thing to fill in a section that began with the move. */
function begun(record: ChangeRecord, after: ChangeRecord, entry: EntryDefinition | undefined): Change['reveal'] {
  const isNew = (id: string): boolean => record.parts.find((part) => part.id === id)?.present === false;
  for (const id of entry?.documents ?? []) {
    const section = isNew(id) ? after.parts.find((part) => part.id === id)?.section : undefined;
    const [blank] = section ? placeholders(slice(section.document.text, section.span)) : [];
    if (!section || !blank) continue;
    const { start } = section.span;
    return { path: section.document.path, span: { start: start + blank.start, end: start + blank.end } };
  }
  return undefined;
}
