import { isReason } from '../../lifecycle/reason';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { historyInOrder } from '../../record/historyOrder';

export const rejectedWithoutReason = defineRule({
  code: 'CG315',
  name: 'rejected-without-reason',
  severity: 'information',
  summary: 'A rejection says why.',
  source: 'Change History; reading 29',
  fix: { noneBecause: 'The reason only a person knows.' },
  *check({ record }) {
    const { status } = record;
    if (status?.value?.role !== 'rejected') return;
    const row = historyInOrder(record).findLast(({ status: { value } }) => value?.role === 'rejected');
    if (!row || isReason(row.notes.text)) return;
    yield finding(
      at(row.document, row.status.span),
      'The record was rejected, and its history does not say why.',
    ).related(status, 'the status');
  },
});
