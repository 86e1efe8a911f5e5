import { keys } from '../../process/fieldKeys';
import { formatDuration } from '../../lifecycle/duration';
import { stepGroups } from '../../lifecycle/loopSteps';
import { nextOpenStep, planSteps, type PlanStep } from '../../lifecycle/planSteps';
import { comparableName } from '../../process/comparableName';
import { dayNumber, formatDate, type CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord } from '../../record/record';
import { readTimeline, type TimelineRow } from '../../rules/plan/timeline';
import { counted } from '../../text/counted';
import { answerTarget, isoDay, oneLine, stateWords, targetOf } from './panelParts';
import type { PictureTable, PlanGantt, PlanPhase } from './recordPanel';

/** Steps under one heading, before their dates are known. */
interface Phase {
  readonly name: string;
  readonly steps: PlanStep[];
  readonly row: TimelineRow | undefined;
}

/** The plan by phase, with its estimated timeline and the days that the record tells. */
export function planGantt(record: ChangeRecord, today: CalendarDate): PlanGantt {
  const steps = planSteps(record);
  const found = withTimeline(phasesOf(record, steps), readTimeline(record)?.phases ?? []);
  const current = found.findIndex(({ steps: own }) => own.some(({ checked }) => !checked));
  const phases = found.map((phase, index) => viewOf(phase, index === current, record, today));
  const milestones = milestonesOf(record);
  const days = [...phases.flatMap(({ start, end }) => [start, end]), ...milestones.map(({ date }) => date)]
    .flatMap((day) => day ?? [])
    .sort();
  const now = formatDate(today);
  const [from] = days;
  const to = days.at(-1);
  const next = nextOpenStep(steps);
  const done = steps.filter(({ checked }) => checked).length;
  return {
    phases,
    done,
    total: steps.length,
    from,
    to,
    today: from !== undefined && to !== undefined && now >= from && now <= to ? now : undefined,
    milestones,
    next: next && { text: next.text, target: targetOf(next.box) },
    summary: summaryOf(done, steps.length, next, phases),
    table: tableOf(phases),
  };
}

/** Steps by the heading that they stand under; where they stand under none, by the label above them. */
function phasesOf(record: ChangeRecord, steps: readonly PlanStep[]): Phase[] {
  const groups = new Map(record.documents.map((document) => [document, stepGroups(document)]));
  const phases = new Map<string, Phase>();
  for (const step of steps) {
    const { document, span } = step.box;
    const isBelowTitle = step.phase === '' || step.phase === oneLine(document.root.title);
    const group = isBelowTitle ? groups.get(document)?.get(span.start) : undefined;
    const name = group === undefined ? step.phase : oneLine(group);
    const phase = phases.get(name);
    if (phase) phase.steps.push(step);
    else phases.set(name, { name, steps: [step], row: undefined });
  }
  return [...phases.values()];
}

/** Each phase with its row of the timeline; rows that no heading has are phases without steps. */
function withTimeline(phases: readonly Phase[], rows: readonly TimelineRow[]): Phase[] {
  const left = new Set(rows);
  const matched = phases.map((phase): Phase => {
    const name = shortName(phase.name);
    const row = rows.find((each) => left.has(each) && comparableName(each.phase.text) === name);
    if (row) left.delete(row);
    return { ...phase, row };
  });
  const others = [...left].filter(
    ({ phase, start, end }) => phase.text !== '' && (start?.value ?? end?.value) !== undefined,
  );
  return [...matched, ...others.map((row) => ({ name: oneLine(row.phase.text), steps: [], row }))];
}

/** `Phase 1: Preparation (TDD Red)` is `preparation`. */
function shortName(name: string): string {
  return comparableName(name.replace(/^phase \d+\s*[:.–—-]\s*/i, ''));
}

function viewOf({ name, steps, row }: Phase, isCurrent: boolean, record: ChangeRecord, today: CalendarDate): PlanPhase {
  const done = steps.filter(({ checked }) => checked).length;
  const isDone = steps.length > 0 && done === steps.length;
  const end = row?.end?.value;
  const isOver = record.status?.value?.final === true;
  const [first] = steps;
  const isUnderWay = record.stage === 'in-progress';
  return {
    name,
    done,
    total: steps.length,
    start: isoDay(row?.start?.value),
    end: isoDay(end),
    duration: row?.duration?.value && formatDuration(row.duration.value),
    state: isDone ? 'done' : isCurrent && isUnderWay ? 'here' : isOver ? 'skipped' : 'ahead',
    late: !isDone && steps.length > 0 && !isOver && end !== undefined && dayNumber(end) < dayNumber(today),
    target: first ? targetOf((steps.find(({ checked }) => !checked) ?? first).box) : row && targetOf(row.phase),
  };
}

function milestonesOf(record: ChangeRecord): PlanGantt['milestones'] {
  const fields = [
    [keys.approvalDate, 'Approval'],
    [keys.scheduled, 'Scheduled'],
    [keys.implementationStart, 'Start'],
    [keys.implementationEnd, 'End'],
    [keys.deployed, 'Deployed'],
    [keys.monitoredUntil, 'Monitored until'],
  ] as const;
  return fields.flatMap(([key, label]) => {
    const { date } = record.approval;
    if (key === keys.approvalDate && date?.date && date.label === undefined)
      return [{ label, date: formatDate(date.date), target: targetOf(date) }];
    const answer = record.answer(key);
    return answer?.date ? [{ label, date: formatDate(answer.date), target: answerTarget(answer) }] : [];
  });
}

function summaryOf(done: number, total: number, next: PlanStep | undefined, phases: readonly PlanPhase[]): string {
  if (total === 0) return 'The plan has no steps to be ticked off yet.';
  const late = phases.filter((phase) => phase.late).map(({ name }) => name);
  const delay = late.length > 0 ? ` ${counted(late.length, 'phase')} ${late.length === 1 ? 'is' : 'are'} late.` : '';
  const then = next ? ` Next: ${next.text}.` : '';
  return `${String(done)} of ${counted(total, 'step')} done.${delay}${then}`;
}

function tableOf(phases: readonly PlanPhase[]): PictureTable {
  return {
    caption: 'The plan',
    columns: ['Phase', 'Steps', 'State', 'Start', 'End', 'Duration'],
    rows: phases.map(({ name, done, total, state, late, start, end, duration, target }) => ({
      cells: [
        name,
        total > 0 ? `${String(done)} of ${String(total)}` : '',
        late ? 'late' : stateWords[state],
        start ?? '',
        end ?? '',
        duration ?? '',
      ],
      target,
    })),
    empty: 'There is no plan yet. "Add Implementation Plan" makes one.',
  };
}
