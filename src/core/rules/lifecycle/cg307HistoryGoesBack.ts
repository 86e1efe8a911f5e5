import { formatDate } from '../../text/calendarDate';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { isNewestFirst, order } from '../../record/historyOrder';

export const historyGoesBack = defineRule({
  code: 'CG307',
  name: 'history-goes-back',
  severity: 'error',
  summary: 'The rows of the history follow each other in time.',
  source: 'Change History; reading 34',
  fix: { noneBecause: 'Which of the dates is wrong only a person knows.' },
  *check({ record }) {
    const dated = record.history.filter(({ date }) => date.date);
    if (isNewestFirst(record.history)) return;
    for (const [index, row] of dated.entries()) {
      const before = dated[index - 1];
      if (!before?.date.date || !row.date.date || order(before, row) <= 0) continue;
      yield finding(
        at(row.document, row.date.span),
        `The history goes back from ${formatDate(before.date.date)} to ${formatDate(row.date.date)}.`,
      ).related(at(before.document, before.date.span), 'the row before');
    }
  },
});
