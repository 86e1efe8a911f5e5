import { compareDates, dayNumber, formatDate } from '../../text/calendarDate';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { readTimeline } from './timeline';

export const timelineDatesDiffer = defineRule({
  code: 'CG608',
  name: 'timeline-dates-differ',
  severity: 'information',
  summary: 'A phase ends after it starts, takes no longer than its days, and the whole ends with the last phase.',
  source: 'Implementation Plan, Estimated Timeline',
  fix: { noneBecause: 'Which of the dates is wrong only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const timeline = readTimeline(record);
    if (!timeline) return;
    const { phases, total } = timeline;
    for (const { phase, duration, start, end } of total ? [...phases, total] : phases) {
      if (!start?.value || !end?.value) continue;
      if (compareDates(end.value, start.value) < 0) {
        yield finding(
          end,
          `${quoted(phase.text)} ends on ${formatDate(end.value)}, before its start on ${formatDate(start.value)}.`,
        ).related(start, 'its start');
        continue;
      }
      const days = dayNumber(end.value) - dayNumber(start.value) + 1;
      if (duration?.value?.unit !== 'day' || duration.value.value <= days || duration === total?.duration) continue;
      yield finding(
        duration,
        `${quoted(phase.text)} takes ${quoted(duration.text)}, but from ${formatDate(start.value)} to ${formatDate(end.value)} there ${days === 1 ? 'is one' : `are ${String(days)}`}.`,
      ).related(start, 'its start');
    }
    const finish = total?.end;
    const last = phases.findLast(
      ({ end }) =>
        end?.value &&
        phases.every((each) => !each.end?.value || compareDates(each.end.value, end.value ?? each.end.value) <= 0),
    );
    if (!finish?.value || !last?.end?.value || dayNumber(finish.value) >= dayNumber(last.end.value)) return;
    yield finding(
      finish,
      `The whole ends on ${formatDate(finish.value)}, but ${quoted(last.phase.text)} ends on ${formatDate(last.end.value)}.`,
    ).related(last.end, 'the last phase');
  },
});
