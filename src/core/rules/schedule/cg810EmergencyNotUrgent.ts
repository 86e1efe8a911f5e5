import { keys } from '../../process/fieldKeys';
import { chosenOption } from '../../record/chosen';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const emergencyNotUrgent = defineRule({
  code: 'CG810',
  name: 'emergency-not-urgent',
  severity: 'information',
  summary: 'An emergency, which starts before its approval, is urgent.',
  source: 'Emergency Changes: "High risk but urgent", "P0/P1 incident fixes"; reading 51',
  fix: { noneBecause: 'A suggestion is all a rule can make; which type it is people decide.' },
  appliesTo: ['change-record'],
  *check({ record }) {
    const type = chosenOption(record, keys.type);
    const priority = chosenOption(record, keys.priority);
    if (!type || record.type !== 'emergency' || priority?.value !== 'P3') return;
    yield finding(
      type,
      'The type is Emergency, but the priority is P3; emergencies are for incidents, a Normal change is expected.',
    ).related(priority, 'the priority');
  },
});
