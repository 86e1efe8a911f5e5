import { dayNumber, formatDate } from '../../text/calendarDate';
import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { recordIdentity } from './nameOfFile';

export const futureId = defineRule({
  code: 'CG204',
  name: 'future-id',
  severity: 'warning',
  summary: 'The day of an ID is not in the future.',
  source: 'CR Identification; reading 2',
  fix: { noneBecause: 'Which day was meant only a person can say.' },
  *check({ record, today }) {
    const id = recordIdentity(record)?.id;
    if (!id || dayNumber(id.date) <= dayNumber(today) + 1) return;
    yield finding(
      titlePlace(record),
      `The ID is of ${formatDate(id.date)}, which is after today, ${formatDate(today)}.`,
    );
  },
});
