import { at, headingPlace } from '../../record/places';
import { quoted } from '../../text/wording';
import type { ChangeRecord, RecordDocument, Section } from '../../record/record';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const documentTwice = defineRule({
  code: 'CG115',
  name: 'document-twice',
  severity: 'warning',
  summary: 'Impact assessment and plan stand in the record or in a companion file, not in both.',
  source: 'Reading 14',
  fix: { noneBecause: 'Which of the two is the current one only a person can say.' },
  *check({ record }) {
    for (const { section, companions } of record.parts) {
      const place = section && headingPlace(section);
      if (!place || !isFull(section, record)) continue;
      const companion = companions.find(({ root }) => isFull(root, record));
      if (!companion) continue;
      const name = companion.path.slice(companion.path.lastIndexOf('/') + 1);
      yield finding(
        place,
        `The ${section.definition?.heading ?? section.title} stands here and in ${quoted(name)}; one place is expected.`,
      ).related(beginning(companion), 'the companion file');
    }
  },
});

/** More than a heading with a word where to look: it has sections of its own or answers something. */
function isFull({ document, span, children }: Section, record: ChangeRecord): boolean {
  if (children.some(({ definition }) => definition !== undefined)) return true;
  return record.answers.some(
    (answer) =>
      answer.document === document && answer.filled && answer.span.start >= span.start && answer.span.end <= span.end,
  );
}

function beginning(document: RecordDocument) {
  return headingPlace(document.root) ?? at(document, { start: 0, end: 0 });
}
