import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';
import { isStatusDrifted } from '../../record/statusDrift';

export const statusForm = defineRule({
  code: 'CG312',
  name: 'status-form',
  severity: 'hint',
  summary: 'The status is written as the process writes it.',
  source: 'CR Document Structure; reading 20',
  fix: { what: 'Writes it in that form.' },
  *check({ record }) {
    const { status } = record;
    if (!status?.value || !isStatusDrifted(status)) return;
    const { id } = status.value;
    const remark = /[([,;:–—].*$/.exec(status.text)?.[0];
    const draft = finding(status, `Status is written ${quoted(status.text)}; the process writes ${id}.`);
    yield draft.safeFix(`Write ${id}`, () => [replace(status, remark ? `${id} ${remark}` : id)]);
  },
});
