import { factsOf } from '../acrossView';
import { slice } from '../../text/span';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { beginning, wordsOf } from './otherRecord';

export const overlappingFiles = defineRule({
  code: 'CG707',
  name: 'overlapping-files',
  severity: 'information',
  summary: 'Two open records that change the same file say which one comes first.',
  source: 'CR Affected Components; CR Dependencies; Files to Modify',
  fix: { noneBecause: 'Which change comes first only people can agree on.' },
  *check({ across }) {
    for (const { other, files } of factsOf(across, 'overlap')) {
      const place = across?.links.files.find(({ file }) => file === files[0]);
      if (!place) continue;
      const name = slice(place.document.text, place.span);
      const more = files.length - 1;
      const rest = more === 0 ? '' : more === 1 ? ' and one more file' : ` and ${String(more)} more files`;
      yield finding(
        place,
        `${wordsOf(other)} changes ${name}${rest} as well, and neither record waits for the other.`,
      ).relatedFile(other.path, beginning, 'the other record');
    }
    for (const { file, count, others } of factsOf(across, 'crowded')) {
      const place = across?.links.files.find((each) => each.file === file);
      if (!place) continue;
      const name = slice(place.document.text, place.span);
      const ids = others.map(({ id }) => id).join(', ');
      const draft = finding(place, `${String(count)} other open records change ${name} as well, ${ids} among them.`);
      for (const other of others) draft.relatedFile(other.path, beginning, 'another record');
      yield draft;
    }
  },
});
