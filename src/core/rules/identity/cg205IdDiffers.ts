import { mendedId } from '../../process/recordId';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';
import { recordIdentity } from './nameOfFile';

export const idDiffers = defineRule({
  code: 'CG205',
  name: 'id-differs',
  severity: 'error',
  summary: 'The record names the same ID as its file.',
  source: 'CR Identification; reading 3',
  fix: { what: 'Writes the ID of the file name, which is the key.' },
  *check({ record }) {
    const id = recordIdentity(record)?.id;
    if (!id) return;
    for (const mentions of record.namedIds) {
      const [first] = mentions;
      const isOwn = mentions.some(({ read }) => read.kind === 'id' && read.id.text === id.text);
      // Characters that only look right are CG208's to tell.
      if (!first || isOwn || (first.read.kind === 'malformed' && first.read.problem === 'look-alike')) continue;
      const mended = mendedId(first.text, record.process.identity);
      const isSame = mended?.id.text === id.text && mended.rest === '';
      const draft = finding(
        first,
        isSame
          ? `The ID is written ${quoted(first.text)}; ${id.text} is its form.`
          : `The record calls itself ${quoted(first.text)}, but its file is named ${id.text}.`,
      ).fix(`Write ${id.text}`, () => [replace(first, id.text)]);
      yield isSame ? draft.as('information') : draft;
    }
  },
});
