import { keys } from '../../process/fieldKeys';
import type { ChangeRecord } from '../../record/record';
import { boxOf, type BoxInGroup } from '../../record/chosen';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { boxEdit } from '../../change/boxEdit';

/** A box of a group: the field and the option. */
type Box = readonly [field: string, option: string];

/** Boxes that say the opposite of each other. */
const opposites: readonly (readonly [Box, Box])[] = [
  [
    [keys.secretManagement, 'No secrets involved'],
    [keys.dataExposure, 'New credentials/secrets'],
  ],
  [
    [keys.secretManagement, 'No secrets involved'],
    [keys.deploymentRequirements, 'Secrets rotation required'],
  ],
  [
    [keys.databaseImpact, 'No database changes'],
    [keys.deploymentRequirements, 'Database migration required'],
  ],
];

/** Boxes that bring another one with them. */
const consequences: readonly (readonly [Box, Box])[] = [
  [
    [keys.databaseImpact, 'Schema changes'],
    [keys.deploymentRequirements, 'Database migration required'],
  ],
  [
    [keys.databaseImpact, 'Schema changes'],
    [keys.systems, 'Database'],
  ],
  [
    [keys.secretManagement, 'Secrets rotation required'],
    [keys.deploymentRequirements, 'Secrets rotation required'],
  ],
];

export const boxesDisagree = defineRule({
  code: 'CG517',
  name: 'boxes-disagree',
  severity: { draft: 'information', proposed: 'warning' },
  summary: 'What one group of boxes says, another one does not deny.',
  source: 'Impact Assessment; readings 24 and 25',
  fix: { what: 'Ticks the box that is missing. Of two that contradict each other only a person knows the right one.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    for (const [no, yes] of opposites) {
      const denied = ticked(record, no);
      const said = ticked(record, yes);
      if (!denied || !said) continue;
      yield finding(
        denied,
        `"${no[1]}" is ticked, but "${yes[1]}" is ticked under ${said.answer.field.label}.`,
      ).related(said, said.answer.field.label);
    }
    for (const [cause, effect] of consequences) {
      const said = ticked(record, cause);
      const missing = boxOf(record, effect[0], effect[1]);
      const box = missing?.choice.box;
      if (!said || !box || missing.choice.checked || missing.answer.chosen.length === 0) continue;
      yield finding(
        said,
        `"${cause[1]}" is ticked, but "${effect[1]}" is not ticked under ${missing.answer.field.label}.`,
      )
        .related(missing, missing.answer.field.label)
        .fix(`Tick "${effect[1]}"`, () => [boxEdit(at(missing.document, box), true)]);
    }
  },
});

function ticked(record: ChangeRecord, [field, option]: Box): BoxInGroup | undefined {
  const box = boxOf(record, field, option);
  return box?.choice.checked === true ? box : undefined;
}
