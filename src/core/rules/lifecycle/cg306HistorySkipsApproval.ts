import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { historyInOrder, isReopened } from '../../record/historyOrder';

export const historySkipsApproval = defineRule({
  code: 'CG306',
  name: 'history-skips-approval',
  severity: 'error',
  summary: 'The history does not come to implementation without an approval before it.',
  source: 'Phase 4: Human-in-the-Loop Gate; readings 28 and 34',
  fix: { noneBecause: 'Whether the approval was given, and when, only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    let approved = false;
    const rows = historyInOrder(record);
    let before = rows[0];
    for (const [index, row] of rows.entries()) {
      const role = row.status.value?.role;
      if (role === 'approved') approved = true;
      if (role === 'waiting' || role === 'draft') approved = false;
      if ((role === 'in-work' || role === 'completed') && !approved) {
        // A log in words need not tell of the approval; where it does, it comes before the work. Taking up again what
        // was over is CG311's to tell.
        const isLeftOut = row.inWords && !rows.slice(index).some(({ status }) => status.value?.role === 'approved');
        if (isLeftOut || isReopened(rows, index)) return;
        yield finding(
          at(row.document, row.status.span),
          `The history comes to ${row.status.value?.id ?? ''} without ${record.process.statusWith('approved')?.id ?? 'an approval'} before it.`,
        ).related(before && before !== row ? at(before.document, before.status.span) : undefined, 'the row before');
        return;
      }
      before = row;
    }
  },
});
