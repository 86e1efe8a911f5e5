import { keys } from '../../process/fieldKeys';
import type { ChangeRecord, Place } from '../../record/record';
import { chosenOption } from '../../record/chosen';
import { at } from '../../record/places';
import { listed } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';
import { declaredRisk } from './declaredRisk';

const sizes = ['SMALL', 'MEDIUM', 'LARGE', 'CRITICAL'] as const;
type Size = (typeof sizes)[number];

/** Something that a size does not allow, by the definition that the template prints below it. */
interface Reason {
  readonly atLeast: Size;
  readonly words: string;
  readonly place: Place;
}

export const blastRadiusDiffers = defineRule({
  code: 'CG518',
  name: 'blast-radius-differs',
  severity: { draft: 'off', proposed: 'information' },
  summary: 'The blast radius has the size that components, reversibility and risk give it.',
  source: 'Blast Radius Summary, "SMALL: Single component, easily reversible, low risk" and so on',
  fix: { what: 'Writes the smallest size that the definition allows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const declared = chosenOption(record, keys.blastRadius);
    const size = sizes.find((each) => each === declared?.value);
    if (!declared || !size) return;
    const against = reasons(record).filter(({ atLeast }) => sizes.indexOf(atLeast) > sizes.indexOf(size));
    if (against.length === 0) return;
    const expected = sizes[Math.max(...against.map(({ atLeast }) => sizes.indexOf(atLeast)))] ?? size;
    const draft = finding(
      declared,
      `The blast radius is ${size}, but ${listed(against.map(({ words }) => words))}; ${expected} is expected.`,
    );
    for (const { place, words } of against) draft.related(place, words);
    yield draft.fix(`Write ${expected}`, () => [replace(at(declared.document, declared.span), expected)]);
  },
});

/** A step of difference is a matter of judgment: only what is further away from the definition counts. */
function reasons(record: ChangeRecord): Reason[] {
  const found: Reason[] = [];
  const reversibility = chosenOption(record, keys.reversibility);
  if (reversibility?.value === 'Irreversible') {
    found.push({ atLeast: 'CRITICAL', words: 'the change is irreversible', place: reversibility });
  } else if (reversibility?.value === 'Difficult') {
    found.push({ atLeast: 'MEDIUM', words: 'it is difficult to reverse', place: reversibility });
  }
  const risk = declaredRisk(record);
  if (risk?.isHigh === true) {
    const atLeast = risk.isHigher ? 'LARGE' : 'MEDIUM';
    found.push({ atLeast, words: `the risk is ${risk.band}`, place: risk });
  }
  const systems = record.answer(keys.systems);
  const parts = systems?.chosen.filter(({ option }) => option?.value !== 'Documentation') ?? [];
  const [first] = parts;
  if (systems && first && parts.length >= record.process.limits.systems) {
    const place = at(systems.document, first.span);
    found.push({ atLeast: 'MEDIUM', words: `${String(parts.length)} systems are affected`, place });
  }
  return found;
}
