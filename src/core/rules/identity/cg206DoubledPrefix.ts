import { quoted } from '../../text/wording';
import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { recordIdentity, renamed } from './nameOfFile';

export const doubledPrefix = defineRule({
  code: 'CG206',
  name: 'doubled-prefix',
  severity: 'information',
  summary: 'The file is named after the ID alone; the ID brings its prefix.',
  source: 'CR Document Structure; reading 1',
  fix: { what: 'Renames the file.' },
  *check({ record }) {
    const identity = recordIdentity(record);
    if (identity?.doubledPrefix !== true || !identity.id) return;
    const expected = identity.id.text + identity.rest;
    yield finding(
      titlePlace(record),
      `The file name ${quoted(identity.name)} has its prefix twice; ${expected}.md is expected.`,
    ).renameFile(`Rename the file to ${expected}.md`, record.path, renamed(record.path, expected));
  },
});
