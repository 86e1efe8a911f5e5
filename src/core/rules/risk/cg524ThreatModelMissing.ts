import { keys } from '../../process/fieldKeys';
import { chosenOption } from '../../record/chosen';
import { isNothing } from '../../record/itemsOf';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const threatModelMissing = defineRule({
  code: 'CG524',
  name: 'threat-model-missing',
  severity: { draft: 'off', proposed: 'warning', over: 'information' },
  summary: 'A change whose security impact is HIGH or CRITICAL names its threats.',
  source: 'Security Impact, Threat Model',
  fix: { what: 'Goes to the threat model; only a person knows the threats.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const level = chosenOption(record, keys.securityAssessment);
    if (level?.value !== 'HIGH' && level?.value !== 'CRITICAL') return;
    const model = record.answer(keys.threatModel);
    if (model?.filled === true && !isNothing(model.text)) return;
    const place = model ? at(model.document, model.label) : level;
    yield finding(place, `The security assessment is ${level.value}, but the threat model names no threat.`)
      .related(model ? level : undefined, 'the security assessment')
      .goTo('Go to Threat Model', place);
  },
});
