import { keys } from '../../process/fieldKeys';
import { plainText } from '../../record/plainText';
import { lineStart } from './lines';
import type { DriftFinder } from './drift';
import { isOnLabelLine, lineOfLabel } from './templateForm';

/**
 * Boxes, one a status and one of them ticked, become the word that the template has there. Boxes with other words, or
 * with none or two ticked, stay: what they say is for a person.
 */
export const statusBoxes: DriftFinder = function* ({ status, answer, process }, document) {
  const own = answer(keys.status);
  if (!own || !status?.value || own.document !== document || own.form !== 'next-lines') return;
  const { choices, chosen, field, label, span } = own;
  if (field.written !== 'line' || !isOnLabelLine(field) || chosen.length !== 1) return;
  if (!choices.every(({ box, text }) => box !== undefined && process.status(plainText(text)) !== undefined)) return;
  const { text } = document;
  const start = lineOfLabel(document, label.start)?.field?.value.start;
  const first = choices[0]?.box;
  if (start === undefined || !first) return;
  const above = text.slice(start, lineStart(text, first.start));
  // Nothing but the boxes stands there: what else was written has a place of its own.
  const marks = choices.reduce(
    (rest, { box, span: words }) => (box ? rest.replace(text.slice(box.start, words.end), '') : rest),
    text.slice(span.start, span.end),
  );
  if (above.trim() !== '' || /[^\s*+-]/.test(marks)) return;
  const edit = {
    span: { start: text.slice(0, start).trimEnd().length, end: span.end },
    newText: ` ${status.value.id}`,
  };
  yield {
    edits: [edit],
    givesUp: choices.map(({ text: words, checked }) => `${words}${checked ? ' x' : ''}`).join(' '),
  };
};
