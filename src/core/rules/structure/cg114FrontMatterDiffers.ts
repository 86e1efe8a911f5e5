import { quoted } from '../places';
import { defineRule, finding, replace } from '../rule';

export const frontMatterDiffers = defineRule({
  code: 'CG114',
  name: 'front-matter-differs',
  severity: 'warning',
  summary: 'Front matter and body do not say different things; the body is what counts.',
  source: 'Reading 17',
  fix: { what: 'Writes the value of the body into the front matter.' },
  *check({ record }) {
    for (const { front, body } of record.frontMatterConflicts) {
      const value = body.chosen[0]?.option?.value ?? body.text.replace(/\s+/g, ' ').trim();
      const draft = finding(
        front,
        `${body.field.label} is ${quoted(front.text)} in the front matter and ${quoted(body.text)} in the record; the record is read.`,
      ).related(body, 'what is read');
      const yaml =
        /^[\w][\w .@/+-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
          ? value
          : JSON.stringify(value);
      yield draft.fix(`Write ${quoted(value)} into the front matter`, [replace(front, yaml)]);
    }
  },
});
