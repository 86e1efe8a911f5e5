import { keys } from '../../process/fieldKeys';
import { dayIn, dayOfNumber, instantOfDate } from '../../lifecycle/instants';
import { scheduledMoments, type ScheduledMoment } from '../../lifecycle/scheduledMoments';
import { isToBeMade } from '../../lifecycle/standing';
import {
  freezesOn,
  nextWindow,
  numberOf,
  tellWindow,
  windowsBetween,
  type ChangeWindow,
  type WindowOccurrence,
} from '../../lifecycle/windows';
import { listed } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const outsideWindows = defineRule({
  code: 'CG814',
  name: 'outside-windows',
  severity: { draft: 'information', proposed: 'warning' },
  summary: 'A normal change is scheduled for one of the change windows that the policy names.',
  source: 'Review and Approval, "Change window scheduled"; Change Windows; readings 48 and 49',
  fix: { noneBecause: 'Which window it is made in only people decide.' },
  appliesTo: ['change-record'],
  *check({ record, schedule }) {
    if (!schedule || schedule.windows.length === 0 || record.type !== 'normal') return;
    const planned = record.answer(keys.scheduled);
    // What was made is no plan any more; windows may have been others then.
    if (!planned?.date || record.answer(keys.deployed)?.filled === true) return;
    if (!isToBeMade(record)) return;
    const { windows, freezes, zone } = schedule;
    const moments = scheduledMoments(planned.date, planned.text, zone);
    // A freeze is the graver cause, and CG813 tells it.
    if (moments.some((each) => freezesOn(freezes, each.day).length > 0 || isInside(each, windows, zone))) return;
    const [{ day, start }] = moments;
    const next = nextWindow(windows, zone, start ?? instantOfDate(planned.date));
    const names = windows.map((window) => `"${window.name}" (${tellWindow(window)})`);
    yield finding(
      planned,
      `The change is scheduled for ${day}, outside of ${listed(names)}${next ? `; the next one is on ${next.day}` : ''}.`,
    ).related(record.answer(keys.type), 'the type');
  },
});

function isInside({ day, start }: ScheduledMoment, windows: readonly ChangeWindow[], zone: string): boolean {
  return windowsBetween(windows, zone, dayOfNumber(numberOf(day) - 1), day).some((each) =>
    // Of a day without a time, any hour may be meant.
    start === undefined ? touches(each, day, zone) : each.start <= start && start < each.end,
  );
}

/** Whether a window is open at some time of a day; one that ends at midnight is not on the day that begins then. */
function touches({ day: first, start, end }: WindowOccurrence, day: string, zone: string): boolean {
  return first === day || (end > start && dayIn(zone, end - 1) === day);
}
