import { keys } from '../../process/fieldKeys';
import { told } from '../../lifecycle/dateWords';
import { compareDates } from '../../text/calendarDate';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

/** What comes before what; start against approval is CG308, the breach. */
const order: readonly (readonly [string, string])[] = [
  [keys.created, keys.lastUpdated],
  [keys.created, keys.approvalDate],
  [keys.created, keys.implementationStart],
  [keys.implementationStart, keys.implementationEnd],
  [keys.implementationEnd, keys.deployed],
  [keys.implementationStart, keys.deployed],
  [keys.deployed, keys.reviewed],
];

export const datesOutOfOrder = defineRule({
  code: 'CG309',
  name: 'dates-out-of-order',
  severity: 'error',
  summary: 'Created, approval, start, end and deployment follow each other.',
  source: 'Reading 35',
  fix: { noneBecause: 'Which of the dates is wrong only a person knows.' },
  *check({ record }) {
    const reported = new Set<string>();
    for (const [first, second] of order) {
      const earlier = record.answer(first);
      const later = record.answer(second);
      if (!earlier?.date || !later?.date || compareDates(earlier.date, later.date) <= 0 || reported.has(second))
        continue;
      reported.add(second);
      yield finding(
        later,
        `${later.field.label} is ${told(later.date, earlier.date)}, before ${earlier.field.label}, which is ${told(earlier.date, later.date)}.`,
      ).related(earlier, earlier.field.label);
    }
  },
});
