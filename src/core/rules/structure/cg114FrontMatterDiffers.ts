import { keys } from '../../process/fieldKeys';
import type { Answer } from '../../record/record';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';

export const frontMatterDiffers = defineRule({
  code: 'CG114',
  name: 'front-matter-differs',
  severity: 'warning',
  summary: 'Front matter and body do not say different things; the body is what counts.',
  source: 'Reading 17',
  fix: { what: 'Writes the value of the body into the front matter, where it is one line.' },
  *check({ record }) {
    for (const { front, body } of record.frontMatterConflicts) {
      if (body.field.key === keys.changeId) continue; // CG205 tells of IDs.
      const value = valueOf(body);
      const draft = finding(
        front,
        `${body.field.label} is ${quoted(front.text)} in the front matter and ${quoted(value ?? body.text)} in the record; the record is read.`,
      ).related(at(body.document, body.span.end > body.span.start ? body.span : body.label), 'what is read');
      yield value === undefined
        ? draft
        : draft.fix(`Write ${quoted(value)} into the front matter`, () => [replace(front, yaml(value))]);
    }
  },
});

/** What the body says, if front matter can say it too. */
function valueOf({ chosen, text }: Answer): string | undefined {
  if (chosen.length > 1) return undefined;
  const [choice] = chosen;
  if (choice) return choice.option?.value ?? choice.text;
  return /[\r\n]/.test(text) ? undefined : text.trim();
}

/** A scalar that is a text whatever YAML is asked. */
function yaml(value: string): string {
  const isPlain = /^[A-Za-z_][\w .@/+-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain || /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : JSON.stringify(value);
}
