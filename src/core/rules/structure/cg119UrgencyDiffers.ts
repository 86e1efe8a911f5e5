import { keys } from '../../process/fieldKeys';
import { chosenOption } from '../../record/chosen';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const urgencyDiffers = defineRule({
  code: 'CG119',
  name: 'urgency-differs',
  severity: 'information',
  summary: 'Priority and urgency fit each other.',
  source: 'Basic Information, Priority and Urgency',
  fix: { noneBecause: 'Which of the two is right only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const urgency = chosenOption(record, keys.urgency);
    const priority = chosenOption(record, keys.priority);
    if (!urgency || !priority) return;
    if (priority.value === 'P0' && (urgency.value === 'NORMAL' || urgency.value === 'LOW')) {
      yield finding(
        urgency,
        `Urgency is ${urgency.value}, but the priority is P0, which is for a system that is down or a breach.`,
      ).related(priority, 'the priority');
    } else if (priority.value === 'P3' && urgency.value === 'IMMEDIATE') {
      yield finding(
        urgency,
        'Urgency is IMMEDIATE, but the priority is P3, which is for enhancements and minor issues.',
      ).related(priority, 'the priority');
    }
  },
});
