import { keys } from '../process/fieldKeys';
import { holds } from '../process/condition';
import type { Process } from '../process/process';
import type { Condition, StatusDefinition, TransitionDefinition } from '../process/processDefinition';
import type { ChangeRecord } from '../record/record';
import { listed, quoted } from '../text/wording';
import { valuesOf } from '../record/valuesOf';
import { openGuards, type Guard, type MoveFacts } from './moveGuards';

/** A status that a record may be moved to, or why it may not. */
export type Move =
  | {
      readonly kind: 'legal';
      readonly target: StatusDefinition;
      /** How the process has it; undefined where a record that has no status gets its first one. */
      readonly transition: TransitionDefinition | undefined;
      /** What is asked for before and not there. */
      readonly guards: readonly Guard[];
    }
  | { readonly kind: 'illegal'; readonly target: StatusDefinition; readonly reason: string };

/**
 * The moves of a record to every status of its process: legal ones first, in the order of its transitions, so that the
 * way forward comes before one back; then the others in the order of the statuses.
 */
export function movesOf(record: ChangeRecord): readonly Move[] {
  const moves = record.process.statuses.map((target) => moveTo(record, target));
  const rank = (move: Move): number =>
    move.kind === 'legal' && move.transition ? record.process.transitions.indexOf(move.transition) : -1;
  return [
    ...moves.filter(({ kind }) => kind === 'legal').sort((one, other) => rank(one) - rank(other)),
    ...moves.filter(({ kind }) => kind === 'illegal'),
  ];
}

/** The statuses that a record may be moved to, without a look at what is asked for before. */
export function legalTargets(record: ChangeRecord): readonly StatusDefinition[] {
  return record.process.statuses.filter((target) => wayTo(record, target).kind === 'legal');
}

/** The move of a record to one status. */
export function moveTo(record: ChangeRecord, target: StatusDefinition, facts: MoveFacts = {}): Move {
  const way = wayTo(record, target);
  if (way.kind === 'illegal') return { ...way, target };
  const guards = openGuards(record, target, way.transition?.guards ?? [], facts);
  return { kind: 'legal', target, transition: way.transition, guards };
}

type Way =
  | { readonly kind: 'legal'; readonly transition: TransitionDefinition | undefined }
  | { readonly kind: 'illegal'; readonly reason: string };

/** The transition that leads to a status, or the reason why none does. */
function wayTo(record: ChangeRecord, target: StatusDefinition): Way {
  const { process, status } = record;
  const current = status?.value;
  if (current === target) return { kind: 'illegal', reason: `The record is ${target.id} already.` };
  if (current?.final === true) {
    const reason = `${current.id} is final: what goes on from here is a new ${process.name.toLowerCase()}.`;
    return { kind: 'illegal', reason };
  }
  // What has no status, or one that nobody knows, begins where every record begins.
  const first = firstStatus(process);
  const from = current ?? first;
  if (!current && target === first) return { kind: 'legal', transition: undefined };
  const ways = process.transitions.filter((each) => each.from === from?.id && each.to === target.id);
  const isOpen = ({ when }: TransitionDefinition): boolean =>
    when === undefined || holds(when, (key) => valuesOf(record, key));
  const transition = ways.find(isOpen);
  if (transition) return { kind: 'legal', transition };
  const conditional = ways.find(({ when }) => when !== undefined)?.when;
  return {
    kind: 'illegal',
    reason: conditional ? conditionReason(conditional, record, target) : placeReason(record, from, target, isOpen),
  };
}

/** The status that a record of a process begins with. */
function firstStatus(process: Process): StatusDefinition | undefined {
  const initial = process.field(keys.status)?.initial;
  return initial === undefined ? undefined : process.status(initial);
}

/** "PROPOSED moves to IN_PROGRESS only where Type is standard or emergency; here it is normal." */
function conditionReason(condition: Condition, record: ChangeRecord, target: StatusDefinition): string {
  const from = record.status?.value?.id ?? firstStatus(record.process)?.id ?? '';
  const words = conditionWords(condition, record);
  const values = fieldsOf(condition).flatMap((key) => valuesOf(record, key));
  const now = values.length > 0 ? `it is ${listed(values)}` : 'it is not answered';
  return `${from} moves to ${target.id} only where ${words}; here ${now}.`;
}

/** A condition in words: "Category is FEATURE or BUG". */
export function conditionWords(condition: Condition, record: Pick<ChangeRecord, 'process'>): string {
  if ('any' in condition) return condition.any.map((each) => conditionWords(each, record)).join(' or ');
  if ('all' in condition) return condition.all.map((each) => conditionWords(each, record)).join(' and ');
  if ('idSince' in condition) return `the record is from ${condition.idSince} or later`;
  return `${record.process.field(condition.field)?.label ?? condition.field} is ${condition.is.join(' or ')}`;
}

function fieldsOf(condition: Condition): string[] {
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  return 'idSince' in condition ? [] : [condition.field];
}

function placeReason(
  { process, status }: ChangeRecord,
  from: StatusDefinition | undefined,
  target: StatusDefinition,
  isOpen: (transition: TransitionDefinition) => boolean,
): string {
  const next = process.transitions.filter((each) => each.from === from?.id && isOpen(each)).map(({ to }) => to);
  const where = status?.value?.id ?? 'a record without a status';
  const unknown =
    status && !status.value && !status.placeholder ? `The status ${quoted(status.text)} is unknown: ` : '';
  const words =
    next.length > 0
      ? `${where} leads to ${listed(next)}, not to ${target.id}.`
      : `${where} has no next status, so it can't move to ${target.id}.`;
  const sentence = unknown + words;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
