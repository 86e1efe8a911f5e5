import { comparableName } from '../../process/comparableName';
import type { Answer, Section } from '../../record/record';
import { slice } from '../../text/span';
import type { Drift, DriftFinder } from './drift';
import { gapBefore, lineStart } from './lines';
import { isLabelLine, templateSpelling } from './templateForm';

/** `## Category` with its answer below becomes `**Category**: …` where the template has a line and no heading. */
export const headingField: DriftFinder = function* ({ answers }, document) {
  for (const answer of answers) {
    if (answer.document !== document || answer.form !== 'heading' || !isLabelLine(answer.field)) continue;
    const section = document.sections.find(({ heading }) => heading?.title.start === answer.label.start);
    const drift = section && asLine(answer, section);
    if (drift) yield drift;
  }
};

function asLine(
  { field }: Answer,
  { document: { text }, heading, title, blocks, children }: Section,
): Drift | undefined {
  const [first, ...others] = blocks.filter(({ kind }) => kind !== 'break');
  if (heading?.style !== 'atx' || children.length > 0 || !first || /[:*]/.test(title)) return undefined;
  const spelling = templateSpelling(title, field.label) ?? { label: title, givesUp: '' };
  if (comparableName(spelling.label) !== comparableName(title)) return undefined;
  const start = lineStart(text, heading.span.start);
  const head = `${gapBefore(text, start)}**${spelling.label}**:`;
  if (first.kind === 'text' && !first.field && first.indent < 4) {
    // A second paragraph would no longer be of the value, unless it is a field of its own.
    const next = others.find((block) => block.kind !== 'text' || !block.continues);
    if (next && !((next.kind === 'text' || next.kind === 'item') && next.field)) return undefined;
    const { givesUp } = spelling;
    return { edits: [{ span: { start, end: first.span.start }, newText: `${head} ` }], givesUp };
  }
  if (
    first.kind !== 'item' ||
    slice(text, { start: lineStart(text, first.span.start), end: first.span.start }) !== ''
  ) {
    return undefined;
  }
  if (others.some(({ kind }) => kind !== 'item' && kind !== 'text')) return undefined;
  return { edits: [{ span: { start, end: first.span.start }, newText: `${head}\n` }], givesUp: spelling.givesUp };
}
