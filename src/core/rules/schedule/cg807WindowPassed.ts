import { keys } from '../../process/fieldKeys';
import { isLonger } from '../../lifecycle/elapsed';
import { isToBeMade } from '../../lifecycle/standing';
import { formatDate } from '../../text/calendarDate';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const windowPassed = defineRule({
  code: 'CG807',
  name: 'window-passed',
  severity: 'information',
  summary: 'A change whose window has passed is implemented, or has a new window.',
  source: 'Change Windows; reading 48',
  fix: { noneBecause: 'Whether it was made or is to be made later only people know.' },
  appliesTo: ['change-record'],
  *check({ record, process, today, businessHours }) {
    const { status } = record;
    const scheduled = record.answer(keys.scheduled);
    const implemented = record.answer(keys.deployed);
    if (!scheduled?.date || implemented?.filled === true || !isToBeMade(record)) return;
    // The people who made the change at night write it down in the morning.
    if (!isLonger([scheduled.date, today], process.limits.windowGrace, businessHours)) return;
    yield finding(
      scheduled,
      `The change was scheduled for ${formatDate(scheduled.date)}, which has passed, but it is ${status?.value?.id ?? ''} and no implementation is recorded.`,
    ).related(status, 'the status');
  },
});
