import { holds } from '../process/condition';
import type { GuardDefinition, StatusDefinition } from '../process/processDefinition';
import { formatDate, type CalendarDate } from '../text/calendarDate';
import { plainText } from '../record/plainText';
import type { ChangeRecord, Place } from '../record/record';
import { at, headingPlace, titlePlace } from '../record/places';
import { quoted } from '../text/wording';
import { firstBlank } from '../record/firstBlank';
import { answersOf, completeness, type Completeness, type OpenPoint } from './completeness';
import { nameOfPoint } from './missingAnswers';
import { valuesOf } from '../record/valuesOf';
import { gapSentence, recordedApproval } from '../approval/approvalOf';
import { isExcused, planSteps, stepNamed, type PlanStep, type StepName } from './planSteps';
import { isReason } from './reason';

/** What a person says with a move. */
export interface MoveFacts {
  /** Why; any words, which come into the history as one line. */
  readonly reason?: string | undefined;
  readonly branch?: string | undefined;
  readonly deployed?: CalendarDate | undefined;
  /** Steps that are done, and ticked off with the move. */
  readonly done?: readonly StepName[] | undefined;
  /** The checks of the target's checklist that were found to hold; the others are written down as open. */
  readonly checks?: readonly string[] | undefined;
}

/** Something that is asked for before a move, and is not there. */
export interface Guard {
  readonly kind: 'approval' | 'answer' | 'reason' | 'steps' | 'contradiction';
  /** What is missing, in one sentence. */
  readonly message: string;
  /** Where a person writes it. */
  readonly place: Place;
  /** Nobody can insist on the move without it: an approval is never made up. */
  readonly binding: boolean;
}

/** The guards of a move that are not met: those of the process, and what the stage of the target owes (reading 22). */
export function openGuards(
  record: ChangeRecord,
  target: StatusDefinition,
  guards: readonly GuardDefinition[],
  facts: MoveFacts,
): Guard[] {
  const given = givenFields(record, target, facts);
  return [
    ...guards.filter(({ kind }) => kind === 'approval').flatMap((guard) => unmet(guard, record, target, facts, given)),
    ...missingBefore(record, target, facts).open.map((point) => openPointGuard(point, record)),
    ...guards.filter(({ kind }) => kind !== 'approval').flatMap((guard) => unmet(guard, record, target, facts, given)),
    ...keptAnswers(record, target, facts),
  ];
}

/** The answers that a move asks for and that are missing, without those that it writes itself. */
export function missingBefore(record: ChangeRecord, target: StatusDefinition, facts: MoveFacts): Completeness {
  const given = givenFields(record, target, facts);
  const { due, missing, open } = completeness(record, target.stage);
  const left = open.filter((point) => !isGiven(point, record, target, given));
  const written = missing - left.reduce((sum, point) => sum + answersOf(point), 0);
  return { due: due - written, missing: missing - written, open: left };
}

function unmet(
  guard: GuardDefinition,
  record: ChangeRecord,
  target: StatusDefinition,
  facts: MoveFacts,
  given: ReadonlySet<string>,
): Guard[] {
  switch (guard.kind) {
    case 'approval': {
      if (guard.unless && holds(guard.unless, (key) => valuesOf(record, key))) return [];
      const binding = guard.insistable !== true;
      const { gaps } = recordedApproval(record);
      return gaps.map((gap) => ({ kind: 'approval', binding, message: gapSentence(gap), place: gap.place }));
    }
    case 'reason': {
      if (isReason(facts.reason ?? '')) return [];
      const place = (record.historySection && headingPlace(record.historySection)) ?? titlePlace(record);
      return [{ kind: 'reason', message: `A reason is asked for to move to ${target.id}.`, place, binding: false }];
    }
    case 'answer': {
      const field = record.process.field(guard.field);
      const answer = record.answer(guard.field);
      if (!field || answer?.filled === true || given.has(guard.field)) return [];
      const point: OpenPoint = answer
        ? { kind: 'answer', field, answer, asked: [field] }
        : { kind: 'field', field, within: undefined, asked: [field] };
      return [openPointGuard(point, record)];
    }
    case 'steps':
      return openStepGuards(record, target, facts);
  }
}

/** Open steps as one guard: a plan has dozens. The boxes of the checklist count as soon as they are gone through. */
function openStepGuards(record: ChangeRecord, { entry }: StatusDefinition, { done = [], checks }: MoveFacts): Guard[] {
  const steps = planSteps(record);
  const ticked = stepsDone(steps, done);
  const open = steps.filter((step) => !step.checked && !ticked.includes(step) && !isExcused(step));
  const guards: Guard[] = [];
  const [first] = open;
  if (first) {
    const count = `${String(open.length)} of ${String(steps.length)} ${steps.length === 1 ? 'step' : 'steps'}`;
    const message = `${count} ${open.length === 1 ? 'is' : 'are'} not ticked off, the first of them ${quoted(first.text)}.`;
    guards.push({ kind: 'steps', message, place: first.box, binding: false });
  }
  const checklist = entry?.checklist === undefined ? undefined : record.process.field(entry.checklist);
  if (checks && checklist && !record.answer(checklist.key)) {
    const failed = checklist.options.filter(({ value, label }) => !checks.includes(value) && !checks.includes(label));
    const [one] = failed;
    if (one) {
      const count = `${String(failed.length)} of ${String(checklist.options.length)} checks`;
      const message = `${count} of the ${checklist.label} ${failed.length === 1 ? 'does' : 'do'} not hold, the first of them ${quoted(one.label)}.`;
      guards.push({ kind: 'steps', message, place: titlePlace(record), binding: false });
    }
  }
  return guards;
}

/** The steps that are said to be done, as far as they are open; a text that moved in the meantime keeps its steps. */
export function stepsDone(steps: readonly PlanStep[], done: readonly StepName[] = []): PlanStep[] {
  const found = done.flatMap((name) => stepNamed(steps, name) ?? []);
  return [...new Set(found)].filter(({ checked }) => !checked);
}

/** The fields that a move writes, by what is said with it. */
function givenFields(record: ChangeRecord, target: StatusDefinition, facts: MoveFacts): ReadonlySet<string> {
  const isKnown = { today: true, branch: branchOf(facts) !== undefined, deployed: facts.deployed !== undefined };
  const answers = target.entry?.answers ?? [];
  return new Set(answers.flatMap(({ field, from }) => (isKnown[from] && record.process.field(field) ? [field] : [])));
}

/** The branch that is said with a move; undefined if there is none. */
export function branchOf({ branch = '' }: MoveFacts): string | undefined {
  return branch.trim() === '' ? undefined : branch.trim();
}

/** Whether an open point is closed by what the move writes; a section is when it owes nothing else. */
function isGiven(
  point: OpenPoint,
  record: ChangeRecord,
  target: StatusDefinition,
  given: ReadonlySet<string>,
): boolean {
  if (point.kind === 'field' || point.kind === 'answer') return given.has(point.field.key);
  if (point.kind === 'document') return target.entry?.documents?.includes(point.document.id) === true;
  const due = point.section.fields.filter((field) => record.isDue(field, target.stage));
  return point.section.children.length === 0 && due.length > 0 && due.every(({ key }) => given.has(key));
}

/** What is owed as a guard: in a sentence, and where a person writes it. */
export function openPointGuard(point: OpenPoint, record: ChangeRecord): Guard {
  const guard = (message: string, place: Place | undefined): Guard => ({
    kind: 'answer',
    message,
    place: place ?? titlePlace(record),
    binding: false,
  });
  switch (point.kind) {
    case 'document':
      return guard(`The ${nameOfPoint(point)} is missing.`, undefined);
    case 'section':
      return guard(`The section "${nameOfPoint(point)}" is missing.`, point.within && headingPlace(point.within));
    case 'field':
      return guard(`${point.field.label} is missing.`, point.within && headingPlace(point.within));
    case 'answer': {
      const blank = firstBlank(point.answer);
      const { document, label } = point.answer;
      const place = blank.span.end > blank.span.start ? blank : at(document, label);
      return guard(`${point.field.label} is not answered.`, place);
    }
  }
}

/** What is said with the move and stands otherwise in the record, which is not written over. */
function keptAnswers(record: ChangeRecord, { entry }: StatusDefinition, facts: MoveFacts): Guard[] {
  return (entry?.answers ?? []).flatMap(({ field, from }): Guard[] => {
    const answer = record.answer(field);
    const said =
      from === 'branch' ? branchOf(facts) : from === 'deployed' && facts.deployed && formatDate(facts.deployed);
    if (said === undefined || said === false || answer?.filled !== true) return [];
    const stands = answer.date ? formatDate(answer.date) : plainText(answer.text);
    if (stands === said) return [];
    const message = `${answer.field.label} is ${quoted(answer.text)} already, and is not written over with ${quoted(said)}.`;
    return [{ kind: 'contradiction', message, place: answer, binding: false }];
  });
}
