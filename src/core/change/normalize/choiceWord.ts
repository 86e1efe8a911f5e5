import { findOption } from '../../process/findOption';
import type { FieldDefinition } from '../../process/process';
import { optionNamed } from '../../record/processVocabulary';
import type { Answer } from '../../record/record';
import type { Span } from '../../text/span';
import type { Drift, DriftFinder } from './drift';
import { gapAfter, isBlankText, lineStart } from './lines';
import { lineOfLabel } from './templateForm';

/**
 * A choice that is written as a word (`**Priority**: P2`, `**Priority**: [x] P2`) becomes the boxes of the template, the
 * chosen ones ticked.
 */
export const choiceWord: DriftFinder = function* ({ answers }, document) {
  for (const answer of answers) {
    const { field, form, filled, choices } = answer;
    if (answer.document !== document || (form !== 'line' && form !== 'next-lines') || !filled) continue;
    if (field.written !== 'boxes' || (field.answer !== 'choice' && field.answer !== 'choices')) continue;
    // A box on the line of the label is no list of boxes yet.
    const isWord = (box: Span | undefined, checked: boolean): boolean =>
      box === undefined || (form === 'line' && checked);
    if (choices.length === 0 || !choices.every(({ box, option, checked }) => option && isWord(box, checked))) continue;
    const block = lineOfLabel(document, answer.label.start);
    if (block?.kind !== 'text' || !block.field || block.indent > 3) continue;
    // Boxes have no place in a row of fields.
    if (form === 'line' && answer.span.end < block.field.value.end) continue;
    const drift = asBoxes(answer, block.field.value.start);
    if (drift) yield drift;
  }
};

function asBoxes({ document: { text }, field, span, form, choices }: Answer, valueStart: number): Drift | undefined {
  const boxes = tickedBoxes(
    field,
    choices.map((choice) => choice.text),
  );
  if (boxes === undefined) return undefined;
  const after = gapAfter(text, span.end);
  if (form === 'line') {
    const start = text.slice(0, valueStart).trimEnd().length;
    return { edits: [{ span: { start, end: span.end }, newText: `\n${boxes}${after}` }] };
  }
  const start = lineStart(text, span.start);
  // Items begin behind their marker.
  if (!isBlankText(text.replace(/^[-*+]/, ' '), { start, end: span.start })) return undefined;
  return { edits: [{ span: { start, end: span.end }, newText: boxes + after }] };
}

/** The boxes of the template, those of the words ticked; undefined if one of the words has no box. */
function tickedBoxes(field: FieldDefinition, words: readonly string[]): string | undefined {
  const { template } = field;
  if (!template) return undefined;
  const lines = template.text.slice(template.value.start, template.value.end).split('\n');
  for (const word of words) {
    const found = findOption(field.options, word) ?? { option: optionNamed(word, field.options), rest: '' };
    const at = lines.findIndex((line) => found.option && line.endsWith(`[ ] ${found.option.label}`));
    const line = lines[at];
    if (line === undefined) return undefined;
    const ticked = line.replace('[ ]', '[x]');
    lines[at] = found.rest === '' ? ticked : ticked.replace(/(:\s*).*$/, (_, colon: string) => colon + found.rest);
  }
  return lines.join('\n');
}
