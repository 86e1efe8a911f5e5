import { transitionsFrom } from '../../process/condition';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { historyInOrder, isReopened, rowBefore } from '../../record/historyOrder';
import { valuesOf } from '../../record/valuesOf';

export const illegalTransition = defineRule({
  code: 'CG311',
  name: 'illegal-transition',
  severity: 'warning',
  summary: 'The history moves along the transitions of the process, and what is over stays over.',
  source: 'The Change Management Loop; readings 28 and 34',
  fix: { noneBecause: 'What really happened only a person knows.' },
  *check({ record }) {
    const { process } = record;
    const history = historyInOrder(record);
    for (const [index, row] of history.entries()) {
      const isOver = isReopened(history, index);
      const before = isOver ? rowBefore(history, index) : history[index - 1];
      const from = before?.status.value;
      const to = row.status.value;
      if (!before || !from || !to || from === to) continue;
      // Coming to implementation without an approval is CG306's to tell.
      const isWork = to.role === 'in-work' || to.role === 'completed';
      const isFirstWork = isWork && from.role !== 'approved' && from.role !== 'in-work';
      if (record.kind === 'change-request' && isFirstWork && !isOver) continue;
      if (transitionsFrom(process, from.id, (key) => valuesOf(record, key)).includes(to)) continue;
      // APPROVED to COMPLETED in one day leaves out a row, and no approval.
      if (from.role === 'approved' && to.role === 'completed') continue;
      // Neither does a log in words tell of each status.
      const isLog = before.inWords || row.inWords;
      if (isLog && !isOver && to.stage !== 'draft') continue;
      const draft = finding(
        at(row.document, row.status.span),
        `The history moves from ${from.id} to ${to.id}, which the process does not allow${from.final ? `: ${from.id} is final` : ''}.`,
      ).related(at(before.document, before.status.span), 'the row before');
      yield isOver && !isLog ? draft.as('error') : draft;
    }
  },
});
