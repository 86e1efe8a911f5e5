import type { ChangeRecord } from '../../record/record';
import { headingPlace, listed } from '../places';
import { defineRule, finding } from '../rule';
import { sectionsByDefinition } from '../structure/completeness';
import { declaredRisk } from './declaredRisk';

/**
 * What a high risk asks for beyond what every record owes. Groups without a box for «nothing» are left out: none
 * ticked may be their answer (reading 24).
 */
const asked: readonly (readonly [string, readonly string[]])[] = [
  ['code-impact', ['dependencies-affected', 'backward-compatibility']],
  ['security-impact', ['authentication', 'data-exposure', 'secret-management']],
  ['performance-impact', ['database-impact']],
  ['testing-impact', ['test-strategy']],
  ['operational-impact', ['deployment-requirements']],
  ['risk-assessment', ['risk-threshold']],
  ['blast-radius-summary', ['affected-systems', 'affected-users', 'affected-teams', 'impact-duration']],
];

export const assessmentThin = defineRule({
  code: 'CG509',
  name: 'assessment-thin',
  severity: { draft: 'off', proposed: 'warning' },
  summary: 'The assessment of a high risk goes into every dimension.',
  source: 'Phase 2: Impact Assessment; reading 22',
  fix: { what: 'Goes to the dimension; only a person knows the answers.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const risk = declaredRisk(record);
    if (risk?.isHigh !== true) return;
    const found = sectionsByDefinition(record);
    for (const [key, fields] of asked) {
      const definition = record.process.sections.find((each) => each.key === key);
      const section = definition && found.get(definition);
      const place = section && headingPlace(section);
      if (!definition || !place) continue; // A section that is missing is for CG101.
      const open = fields.flatMap((field) => (isTouched(record, field) ? unanswered(record, field) : []));
      if (open.length === 0) continue;
      yield finding(
        place,
        `The risk is ${risk.band}, but ${definition.heading.replace(/^[\d.]+\s+/, '')} says nothing of ${listed(open)}.`,
      )
        .related(risk, 'the risk')
        .goTo(`Go to ${definition.heading}`, place);
    }
  },
});

/** Of the database nothing has to be said where the systems that are affected were told, and it is none of them. */
function isTouched(record: ChangeRecord, key: string): boolean {
  const systems = record.answer('systems');
  if (key !== 'database-impact' || systems?.filled !== true) return true;
  return systems.chosen.some(({ option }) => option === undefined || option.value === 'Database');
}

function unanswered(record: ChangeRecord, key: string): string[] {
  const field = record.process.field(key);
  return field && record.answer(key)?.filled !== true ? [field.label] : [];
}
