import { keys } from '../../process/fieldKeys';
import { at, titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const completedWithoutDeployment = defineRule({
  code: 'CG314',
  name: 'completed-without-deployment',
  severity: { draft: 'warning', over: 'information' },
  summary: 'A completed record says when the change was deployed.',
  source: 'CR Closure; reading 36',
  fix: { noneBecause: 'When it was deployed only a person knows.' },
  appliesTo: ['change-record'],
  *check({ record }) {
    const { status } = record;
    const deployed = record.answer(keys.deployed);
    if (status?.value?.role !== 'completed' || deployed?.date || deployed?.filled === true) return;
    const place = deployed ? at(deployed.document, deployed.label) : status;
    yield finding(place, `Status is ${status.value.id}, but no day of implementation is recorded.`).related(
      deployed ? status : titlePlace(record),
      deployed ? 'the status' : 'the record',
    );
  },
});
