import { defineRule, finding, replace } from '../rule';
import { recordIdentity } from './nameOfFile';

export const idDiffers = defineRule({
  code: 'CG205',
  name: 'id-differs',
  severity: 'error',
  summary: 'The heading names the same ID as the file.',
  source: 'CR Identification; reading 3',
  fix: { what: 'Writes the ID of the file name, which is the key.' },
  *check({ record }) {
    const { headingId } = record;
    const id = recordIdentity(record)?.id;
    if (!headingId || !id || headingId.id?.text === id.text) return;
    yield finding(headingId, `The record calls itself ${headingId.text}, but the file is named ${id.text}.`).fix(
      `Write ${id.text}`,
      [replace(headingId, id.text)],
    );
  },
});
