import { branchOf, stepsDone, type Guard, type MoveFacts } from '../lifecycle/moveGuards';
import { moveTo } from '../lifecycle/moves';
import { planSteps } from '../lifecycle/planSteps';
import { isReason } from '../lifecycle/reason';
import { sectionText, tickedText } from '../process/renderTemplate';
import { placeholders } from '../process/placeholder';
import type { FieldDefinition } from '../process/process';
import type { EntryDefinition, StatusDefinition } from '../process/processDefinition';
import { formatDate, type CalendarDate } from '../text/calendarDate';
import { readRecord } from '../record/readRecord';
import type { ChangeRecord } from '../record/record';
import { lintRecord } from '../rules/engine/lintRecord';
import { titlePlace } from '../record/places';
import { rules } from '../rules/engine/registry';
import { boxEdit } from '../change/boxEdit';
import type { DocumentEdit } from '../change/documentEdit';
import type { Severity } from '../findings/finding';
import { sectionsByDefinition } from '../record/sectionsByDefinition';
import { insertField, insertSection } from '../change/insertion';
import { slice } from '../text/span';
import { hiddenHistory } from '../change/addHistoryRow';
import { fillAnswers, type WrittenAnswer } from '../change/answerEdits';
import { dayOfMove, moment, moveStatus, type MoveDay } from '../change/moveStatus';
import { textAfter, type Change } from '../change/change';
import { nameOf, stepsOf } from '../change/documentEdits';

/** What {@link transition} gets; the day is that of the history, and of what begins with the move. */
export interface TransitionFacts extends MoveFacts, MoveDay {
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
  const reason = facts.reason?.trim() ?? '';
  const moved = moveStatus(record, target, {
    now: facts.now,
    today: facts.today,
    note: reason === '' ? (move.transition?.note ?? target.meaning) : reason,
    isOwn: reason !== '',
    isReason: isReason(reason),
  });
  if (moved === 'history') return { kind: 'illegal', reason: hiddenHistory };
  if (moved === 'status') {
    const reason = 'The status cannot be written: a code fence or comment that is not closed hides its place.';
    return { kind: 'illegal', reason };
  }
  const edits = [...moved, ...entryEdits(record, target.entry, facts)];
  const change: Change = { title: `Move ${nameOf(record)} to ${target.id}`, steps: stepsOf(edits) };
  const after = recordAfter(record, change);
  const guards = [...move.guards, ...contradictions(record, after, facts.today)];
  const open = facts.insist === true ? guards.filter(({ binding }) => binding) : guards;
  if (open.length > 0) return { kind: 'blocked', guards: open };
  return { kind: 'change', change: { ...change, reveal: begun(record, after, target.entry) } };
}

/** What the process gives to a status: answers that are not there, documents that begin, boxes that were gone through. */
function entryEdits(record: ChangeRecord, entry: EntryDefinition | undefined, facts: TransitionFacts): DocumentEdit[] {
  const values = {
    today: dayOfMove(record, facts),
    branch: branchOf(facts),
    deployed: facts.deployed,
  };
  const answers = (entry?.answers ?? []).flatMap(({ field: key, from }): WrittenAnswer[] => {
    const field = record.process.field(key);
    const value = values[from];
    if (!field || value === undefined || record.answer(key)?.filled === true) return [];
    return [{ field, text: typeof value === 'string' ? oneLine(value) : dateText(field, value) }];
  });
  const ticks = stepsDone(planSteps(record), facts.done).map(({ box }) => boxEdit(box, true));
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
