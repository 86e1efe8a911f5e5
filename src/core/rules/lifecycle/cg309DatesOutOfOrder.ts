import { keys } from '../../process/fieldKeys';
import { told } from '../../lifecycle/dateWords';
import { compareDates, type CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord, Place } from '../../record/record';
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

/** A date of a record, with what it is called; that of the approval may stand with the token or a person. */
function momentOf(
  record: ChangeRecord,
  key: string,
): (Place & { readonly name: string; readonly date: CalendarDate | undefined }) | undefined {
  const { date } = record.approval;
  if (key === keys.approvalDate && date?.label === undefined)
    return date && { document: date.document, span: date.span, name: 'the approval', date: date.date };
  const answer = record.answer(key);
  return answer && { document: answer.document, span: answer.span, name: answer.field.label, date: answer.date };
}

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
      const earlier = momentOf(record, first);
      const later = momentOf(record, second);
      if (!earlier?.date || !later?.date || compareDates(earlier.date, later.date) <= 0 || reported.has(second))
        continue;
      reported.add(second);
      const what = `${later.name.charAt(0).toUpperCase()}${later.name.slice(1)}`;
      yield finding(
        later,
        `${what} is ${told(later.date, earlier.date)}, before ${earlier.name}, which is ${told(earlier.date, later.date)}.`,
      ).related(earlier, earlier.name);
    }
  },
});
