import type { DriftFinder } from './drift';
import { isBlankText } from './lines';
import { isOnLabelLine, lineOfLabel } from './templateForm';

/** A value on a line of its own below `**A**:` comes up behind its label, where the template has it there. */
export const nextLineValue: DriftFinder = function* ({ answers }, document) {
  const { text, scan } = document;
  for (const { document: home, form, field, label, span } of answers) {
    if (home !== document || form !== 'next-lines' || field.written !== 'line' || !isOnLabelLine(field)) continue;
    const owner = lineOfLabel(document, label.start)?.field;
    const first = scan.blocks.find((block) => block.span.start === span.start);
    if (!owner || first?.kind !== 'text' || first.field) continue;
    if (owner.value.end > owner.value.start || !isBlankText(text, { start: owner.value.start, end: span.start }))
      continue;
    const gap = { start: text.slice(0, owner.value.start).trimEnd().length, end: first.span.start };
    yield { edits: [{ span: gap, newText: ' ' }] };
  }
};
