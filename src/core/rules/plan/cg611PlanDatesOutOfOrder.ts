import { keys } from '../../process/fieldKeys';
import { compareDates, formatDate } from '../../text/calendarDate';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const planDatesOutOfOrder = defineRule({
  code: 'CG611',
  name: 'plan-dates-out-of-order',
  severity: { draft: 'information', proposed: 'warning' },
  summary: 'A plan was not updated before it was created.',
  source: 'Implementation Plan, Created and Last Updated; reading 35',
  fix: { noneBecause: 'Which of the dates is wrong only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const created = record.answer(keys.planCreated);
    const updated = record.answer(keys.planLastUpdated);
    if (!created?.date || !updated?.date || compareDates(updated.date, created.date) >= 0) return;
    yield finding(
      updated,
      `The plan was last updated on ${formatDate(updated.date)}, before it was created on ${formatDate(created.date)}.`,
    ).related(created, 'the plan was created');
  },
});
