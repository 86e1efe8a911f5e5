import { transitionsFrom } from '../../process/condition';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { historyInOrder } from '../../record/historyOrder';
import { valuesOf } from '../../record/valuesOf';

export const illegalTransition = defineRule({
  code: 'CG311',
  name: 'illegal-transition',
  severity: 'warning',
  summary: 'The history moves along the transitions of the process.',
  source: 'The Change Management Loop; readings 28 and 34',
  fix: { noneBecause: 'What really happened only a person knows.' },
  *check({ record }) {
    const { process } = record;
    const history = historyInOrder(record);
    for (const [index, row] of history.entries()) {
      const from = history[index - 1]?.status.value;
      const to = row.status.value;
      if (!from || !to || from === to) continue;
      // Coming to implementation without an approval is CG306's to tell.
      if (
        record.kind === 'change-request' &&
        (to.role === 'in-work' || to.role === 'completed') &&
        from.role !== 'approved' &&
        from.role !== 'in-work'
      )
        continue;
      if (transitionsFrom(process, from.id, (key) => valuesOf(record, key)).includes(to)) continue;
      const before = history[index - 1];
      // APPROVED to COMPLETED in one day leaves out a row, and no approval.
      if (from.role === 'approved' && to.role === 'completed') continue;
      yield finding(
        at(row.document, row.status.span),
        `The history moves from ${from.id} to ${to.id}, which the process does not allow.`,
      ).related(before && at(before.document, before.status.span), 'the row before');
    }
  },
});
