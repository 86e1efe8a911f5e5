import type { Block } from '../../markdown/blocks';
import type { RecordDocument } from '../../record/record';
import { MentionFinder, type TextMention } from '../../record/mentionFinder';
import type { Span } from '../../text/span';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const unknownRequirement = defineRule({
  code: 'CG710',
  name: 'unknown-requirement',
  severity: 'warning',
  summary: 'A requirement that a record names is in the requirements matrix, where there is one.',
  source: 'CR Implementation Tracking (feat/REQ-XXX-description); reading 9',
  fix: { noneBecause: 'Whether the number is wrong or the matrix is incomplete only a person can say.' },
  *check({ record, requirements }) {
    if (!requirements) return;
    for (const document of record.documents) {
      const told = new Set<string>();
      for (const { id, span } of mentionsOf(document)) {
        if (told.has(id) || requirements.requirements.has(id)) continue;
        told.add(id);
        yield finding(at(document, span), `${id} is not in ${requirements.path}.`);
      }
    }
  },
});

/** Requirements are named alike in every process. */
const requirementsOnly = new MentionFinder([]);

/** The mentions of a document that are no example: those in code between fences are. */
function mentionsOf({ text, scan }: RecordDocument): TextMention[] {
  if (!/req-\d/i.test(text)) return [];
  const fences = scan.blocks.filter(isFence).map(({ span }) => span);
  const isHidden = ({ start }: Span): boolean => fences.some((fence) => fence.start <= start && start < fence.end);
  return requirementsOnly.in(text).filter(({ span }) => !isHidden(span));
}

function isFence({ kind }: Block): boolean {
  return kind === 'fence';
}
