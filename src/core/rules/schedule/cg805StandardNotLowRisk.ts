import { keys } from '../../process/fieldKeys';
import { bandNamed, isHighBand } from '../../process/riskScale';
import { chosenOption } from '../../record/chosen';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const standardNotLowRisk = defineRule({
  code: 'CG805',
  name: 'standard-not-low-risk',
  severity: { draft: 'warning', proposed: 'error' },
  summary: 'A standard change, which nobody approves by hand, is of low risk and no incident.',
  source: 'Standard Changes (Pre-Approved): Low risk; reading 51',
  fix: { noneBecause: 'A suggestion is all a rule can make: a normal change owes more, which only people can add.' },
  appliesTo: ['change-record'],
  *check({ record, process: { risk: scale } }) {
    const type = chosenOption(record, keys.type);
    if (!type || record.type !== 'standard') return;
    const risk = chosenOption(record, keys.overallRisk);
    const band = risk && bandNamed(scale, risk.value);
    const priority = chosenOption(record, keys.priority);
    if (risk && band !== undefined && band !== scale.bands[0]?.name) {
      const draft = finding(
        type,
        `The type is Standard, which is pre-approved, but the risk is ${risk.value}; a Normal change is expected.`,
      ).related(risk, 'the risk');
      yield isHighBand(scale, band) ? draft : draft.as('warning');
    } else if (priority?.value === 'P0') {
      yield finding(
        type,
        'The type is Standard, which is pre-approved, but the priority is P0; an Emergency or Normal change is expected.',
      )
        .related(priority, 'the priority')
        .as('warning');
    }
  },
});
