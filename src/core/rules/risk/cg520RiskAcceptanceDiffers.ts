import { keys } from '../../process/fieldKeys';
import { isClaimed } from '../../approval/approvalOf';
import { chosenOption } from '../../record/chosen';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const riskAcceptanceDiffers = defineRule({
  code: 'CG520',
  name: 'risk-acceptance-differs',
  severity: 'error',
  summary: 'A change is not approved or completed while its risk is rejected or still to be mitigated.',
  source: 'Risk Assessment, Risk Acceptance; reading 40',
  fix: { noneBecause: 'Whether the risk can be accepted is for people to decide.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const acceptance = chosenOption(record, keys.riskAcceptance);
    const { status, risks, riskTable, stage } = record;
    if (!acceptance || !status?.value) return;
    const { id } = status.value;
    if (acceptance.value === 'REJECTED' && isClaimed(record)) {
      yield finding(acceptance, `The risk is REJECTED, but the record is ${id}.`).related(status, 'the status');
    } else if (acceptance.value === 'REQUIRES_MITIGATION' && status.value.role === 'completed') {
      yield finding(acceptance, `The risk is said to require mitigation, but the record is ${id}.`)
        .related(status, 'the status')
        .as('warning');
    } else if (acceptance.value === 'REQUIRES_MITIGATION' && stage !== 'draft') {
      const all = [...risks, ...riskTable];
      if (all.length === 0 || all.some(({ mitigation }) => mitigation?.filled !== false)) return;
      yield finding(acceptance, 'The risk is said to require mitigation, but no risk has one.')
        .related(all[0], 'the first risk')
        .as('warning');
    }
  },
});
