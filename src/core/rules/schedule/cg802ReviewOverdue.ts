import { keys } from '../../process/fieldKeys';
import { told } from '../../lifecycle/dateWords';
import { isLonger } from '../../lifecycle/elapsed';
import { formatDate } from '../../text/calendarDate';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const reviewOverdue = defineRule({
  code: 'CG802',
  name: 'review-overdue',
  severity: 'warning',
  summary: 'An emergency is reviewed within 24 hours, a normal change within a week.',
  source: 'Change Approval Matrix, Post-Review; reading 46',
  fix: { noneBecause: 'When it was reviewed only a person knows.' },
  appliesTo: ['change-record'],
  *check({ record, process, today, businessHours }) {
    const { type } = record;
    const limit = process.limits.review.get(type ?? '');
    const implemented = record.answer(keys.deployed);
    const reviewed = record.answer(keys.reviewed);
    if (!limit || !implemented?.date || record.status?.value?.role === 'abandoned') return;
    const start = implemented.date;
    if (reviewed?.date) {
      if (!isLonger([start, reviewed.date], limit, businessHours)) return;
      yield finding(
        reviewed,
        `The change was reviewed on ${told(reviewed.date, start)}, more than ${limit.words} after its implementation on ${told(start, reviewed.date)}.`,
      ).related(implemented, implemented.field.label);
    } else if (reviewed?.filled !== true && isLonger([start, today], limit, businessHours)) {
      const place = reviewed ? at(reviewed.document, reviewed.label) : implemented;
      yield finding(
        place,
        `The change was implemented on ${formatDate(start)} and no review is recorded; a change of type ${type ?? ''} is reviewed within ${limit.words}.`,
      ).related(reviewed ? implemented : undefined, implemented.field.label);
    }
  },
});
