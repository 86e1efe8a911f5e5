import { keys } from '../../process/fieldKeys';
import { told } from '../../lifecycle/dateWords';
import { notifiedInWords } from '../../lifecycle/notifiedInWords';
import { isLonger } from '../../lifecycle/elapsed';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const notificationLate = defineRule({
  code: 'CG803',
  name: 'notification-late',
  severity: 'warning',
  summary: 'The CTO is notified of an emergency within an hour.',
  source: 'Review and Approval, Emergency Changes; reading 46',
  fix: { noneBecause: 'Only a person knows when the CTO was notified.' },
  appliesTo: ['change-record'],
  *check({ record, process, today, businessHours }) {
    const limit = process.limits.notification;
    const implemented = record.answer(keys.deployed);
    const notified = record.answer(keys.notified);
    if (record.type !== 'emergency' || !implemented?.date) return;
    const start = implemented.date;
    if (notified?.date) {
      if (!isLonger([start, notified.date], limit, businessHours)) return;
      yield finding(
        notified,
        `The CTO was notified on ${told(notified.date, start)}, more than ${limit.words} after the implementation on ${told(start, notified.date)}.`,
      ).related(implemented, implemented.field.label);
    } else if (notified?.filled !== true && isLonger([start, today], limit, businessHours)) {
      if (notifiedInWords(record)) return;
      const place = notified ? at(notified.document, notified.label) : implemented;
      yield finding(
        place,
        `The emergency was implemented on ${told(start, today)} and no notification of the CTO is recorded; one within ${limit.words} is expected.`,
      ).related(notified ? implemented : undefined, implemented.field.label);
    }
  },
});
