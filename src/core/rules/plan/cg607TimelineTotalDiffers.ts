import { formatDuration } from '../../lifecycle/duration';
import { compareDates, dayNumber, type CalendarDate } from '../../text/calendarDate';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';
import { readTimeline, type TimelineRow } from './timeline';

export const timelineTotalDiffers = defineRule({
  code: 'CG607',
  name: 'timeline-total-differs',
  severity: { draft: 'off', proposed: 'information' },
  summary: 'The total of a timeline is what its phases take.',
  source: 'Implementation Plan, Estimated Timeline',
  fix: { what: 'Writes the sum of the phases.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const timeline = readTimeline(record);
    const total = timeline?.total?.duration;
    if (!timeline || !total?.value) return;
    const durations = timeline.phases.map(({ duration }) => duration?.value);
    let sum = 0;
    let longest = 0;
    for (const duration of durations) {
      // What cannot be read, or is in another unit, cannot be added up.
      if (duration?.unit !== total.value.unit) return;
      sum += duration.value;
      longest = Math.max(longest, duration.value);
    }
    const { value, unit } = total.value;
    sum = Math.round(sum * 100) / 100;
    if (durations.length === 0 || value === sum) return;
    const dates = datesOf(timeline.phases);
    if (dates && unit === 'day' && (value === calendarDays(dates) || value === workingDays(dates))) return;
    // Phases that overlap take less than their sum, but no less than the longest of them.
    const mayOverlap = !dates || !isOneAfterTheOther(timeline.phases);
    if (mayOverlap && value < sum && value >= longest) return;
    const expected = formatDuration({ value: sum, unit });
    yield finding(total, `The total is ${quoted(total.text)}, but the phases add up to ${expected}.`).fix(
      `Write ${expected}`,
      () => [replace(total, expected)],
    );
  },
});

interface Dates {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

function datesOf(phases: readonly TimelineRow[]): Dates | undefined {
  let dates: Dates | undefined;
  for (const { start, end } of phases) {
    if (!start?.value || !end?.value) return undefined;
    dates = {
      first: !dates || compareDates(start.value, dates.first) < 0 ? start.value : dates.first,
      last: !dates || compareDates(end.value, dates.last) > 0 ? end.value : dates.last,
    };
  }
  return dates;
}

function isOneAfterTheOther(phases: readonly TimelineRow[]): boolean {
  return phases.every(({ start }, index) => {
    const before = phases[index - 1]?.end?.value;
    return !before || !start?.value || dayNumber(start.value) > dayNumber(before);
  });
}

function calendarDays({ first, last }: Dates): number {
  return dayNumber(last) - dayNumber(first) + 1;
}

/** Monday to Friday from the first day to the last. */
function workingDays({ first, last }: Dates): number {
  const end = dayNumber(last);
  const begin = dayNumber(first);
  const whole = Math.floor((end - begin + 1) / 7);
  let days = whole * 5;
  for (let day = begin + whole * 7; day <= end; day++) {
    // 1970-01-01, day 0, was a Thursday.
    if ((((day + 3) % 7) + 7) % 7 < 5) days++;
  }
  return days;
}
