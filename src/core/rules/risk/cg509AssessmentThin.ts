import { keys } from '../../process/fieldKeys';
import type { ChangeRecord, Place } from '../../record/record';
import { headingPlace } from '../../record/places';
import { listed } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { sectionsByDefinition } from '../../record/sectionsByDefinition';
import { declaredRisk } from './declaredRisk';

/**
 * What a high risk asks for beyond what every record owes. Groups without a box for "nothing" are left out: none
 * ticked may be their answer (reading 24).
 */
const asked: readonly (readonly [string, readonly string[]])[] = [
  ['code-impact', [keys.dependenciesAffected, keys.backwardCompatibility]],
  ['security-impact', [keys.authentication, keys.dataExposure, keys.secretManagement]],
  ['performance-impact', [keys.databaseImpact]],
  ['testing-impact', [keys.testStrategy]],
  ['operational-impact', [keys.deploymentRequirements]],
  ['risk-assessment', [keys.riskThreshold]],
  ['blast-radius-summary', [keys.affectedSystems, keys.affectedUsers, keys.affectedTeams, keys.impactDuration]],
];

export const assessmentThin = defineRule({
  code: 'CG509',
  name: 'assessment-thin',
  severity: { draft: 'off', proposed: 'warning', over: 'information' },
  optIn: true,
  summary: 'The assessment of a high risk goes into every dimension.',
  source: 'Phase 2: Impact Assessment; reading 22',
  fix: { what: 'Goes to the dimension; only a person knows the answers.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const risk = declaredRisk(record);
    if (risk?.isHigh !== true) return;
    const thin = dimensions(record);
    const [first] = thin;
    if (!first) return;
    const words = thin.map(({ name, open }) => `${listed(open)} (${name})`);
    const draft = finding(risk, `The risk is ${risk.band}, but the assessment says nothing of ${listed(words)}.`);
    for (const { name, place } of thin) draft.related(place, name).goTo(`Go to ${name}`, place);
    yield draft;
  },
});

/** A dimension of the assessment, and what it leaves open. */
interface ThinDimension {
  readonly name: string;
  readonly place: Place;
  readonly open: readonly string[];
}

function dimensions(record: ChangeRecord): ThinDimension[] {
  const found = sectionsByDefinition(record);
  return asked.flatMap(([key, fields]) => {
    const definition = record.process.sections.find((each) => each.key === key);
    const section = definition && found.get(definition);
    const place = section && headingPlace(section);
    if (!definition || !place) return []; // A section that is missing is for CG101.
    const open = fields.flatMap((field) => (isTouched(record, field) ? unanswered(record, field) : []));
    return open.length === 0 ? [] : [{ name: definition.heading.replace(/^[\d.]+\s+/, ''), place, open }];
  });
}

/** Of the database nothing has to be said where the affected systems are listed, and it is none of them. */
function isTouched(record: ChangeRecord, key: string): boolean {
  const systems = record.answer(keys.systems);
  if (key !== keys.databaseImpact || systems?.filled !== true) return true;
  return systems.chosen.some(({ option }) => option === undefined || option.value === 'Database');
}

function unanswered(record: ChangeRecord, key: string): string[] {
  const field = record.process.field(key);
  return field && record.answer(key)?.filled !== true ? [field.label] : [];
}
