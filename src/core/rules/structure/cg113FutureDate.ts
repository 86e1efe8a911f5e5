import { dayNumber, formatDate, type CalendarDate } from '../../record/calendarDate';
import { at } from '../places';
import { defineRule, finding } from '../rule';

/** Fields that tell what has happened; a schedule may lie in the future. */
const past = new Set([
  'created',
  'last-updated',
  'approval-date',
  'implementation-start',
  'implementation-end',
  'deployed',
  'assessment-date',
  'notified',
  'reviewed',
]);

export const futureDate = defineRule({
  code: 'CG113',
  name: 'future-date',
  severity: 'warning',
  summary: 'What is recorded as having happened does not lie in the future.',
  source: 'Reading 35',
  fix: { noneBecause: 'When it happened only a person knows.' },
  *check({ record, today }) {
    // A day of grace: it may be tomorrow already where the writer is.
    const isFuture = (date: CalendarDate): boolean => dayNumber(date) > dayNumber(today) + 1;
    for (const { field, date, document, span } of record.answers) {
      if (!date || !past.has(field.key) || !isFuture(date)) continue;
      const claim = field.key === 'approval-date' || field.key === 'deployed';
      yield finding(
        at(document, span),
        `${field.label} is ${formatDate(date)}, which is after today, ${formatDate(today)}.`,
      ).as(claim ? 'error' : 'warning');
    }
    for (const { document, date, status } of record.history) {
      if (!date.date || !isFuture(date.date)) continue;
      yield finding(
        at(document, date.span),
        `The history has ${status.value?.id ?? status.text} on ${formatDate(date.date)}, which is after today, ${formatDate(today)}.`,
      );
    }
  },
});
