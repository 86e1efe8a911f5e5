import { comparableName } from '../../process/comparableName';
import { isPlaceholder } from '../../process/placeholder';
import type { FieldDefinition, OptionDefinition } from '../../process/process';
import { optionNamed } from '../../record/processVocabulary';
import { slice, trimSpan, type Span } from '../../text/span';
import type { AnswerPlace } from './answerAt';
import type { Completion } from './completion';
import type { Cursor } from './cursor';
import { offer } from './offer';

/** The options of a choice, as words behind its label or as boxes below it (readings 21 and 23). */
export function optionCompletions(cursor: Cursor, { answer, where, value }: AnswerPlace): Completion[] {
  const { field } = answer;
  if (where !== 'below') {
    // Where there are boxes below the label, they are the place to choose in.
    return where === 'inline' && answer.choices.some(({ box }) => box) ? [] : wordCompletions(cursor, field, value);
  }
  const item = boxAt(cursor);
  if (!item) return field.written === 'boxes' ? [] : wordCompletions(cursor, field, value);
  return field.written === 'boxes' || item.hasBox
    ? boxCompletions(cursor, answer, item)
    : wordCompletions(cursor, field, item.words);
}

/** An option as it is written behind a label: without the note that explains it in the template. */
function word({ label, open }: OptionDefinition): string {
  if (open) return `${label.slice(0, label.indexOf(':') + 1)} `;
  return label.replace(/\s*\([^()]*\)\s*$/, '').trim() || label;
}

function note({ label }: OptionDefinition): string {
  return /\(([^()]*)\)\s*$/.exec(label)?.[1] ?? '';
}

function wordCompletions(cursor: Cursor, field: FieldDefinition, value: Span): Completion[] {
  const written = field.answer === 'choice' ? withoutRemark(cursor, value) : oneOfMany(cursor, field, value);
  if (!written) return [];
  const text = slice(cursor.text, written);
  const isWhole = isComplete(text, field);
  return field.options.map((option) =>
    offer(
      { cursor, written, isWhole },
      {
        kind: 'option',
        label: word(option),
        detail: note(option) || field.label,
        words: option.names.some((name) => name === word(option).toLowerCase())
          ? word(option)
          : `${word(option)} ${option.value}`,
      },
    ),
  );
}

function isComplete(text: string, field: FieldDefinition): boolean {
  return isPlaceholder(text, field.placeholder) || optionNamed(text, field.options) !== undefined;
}

/** The words before a remark in brackets; a remark is the writer's own. */
function withoutRemark({ text, offset }: Cursor, value: Span): Span | undefined {
  const remark = /(?<=[^\s([])\s*\((?:.*)$/.exec(slice(text, value));
  const end = remark ? value.start + remark.index : value.end;
  return offset > end && remark ? undefined : { start: value.start, end };
}

/** The word between separators that the cursor stands in, where several may be chosen. */
function oneOfMany({ text, offset }: Cursor, field: FieldDefinition, value: Span): Span {
  const written = slice(text, value);
  if (isPlaceholder(written, field.placeholder)) return value;
  const at = Math.max(0, Math.min(offset - value.start, written.length));
  const start = Math.max(written.lastIndexOf(',', at - 1), written.lastIndexOf('|', at - 1)) + 1;
  const rest = written.slice(at).search(/[,|]/);
  return trimSpan(text, { start: value.start + start, end: rest < 0 ? value.end : value.start + at + rest });
}

/** A list item that is being written, from its marker on. */
interface ItemPlace {
  readonly span: Span;
  /** What stands behind marker and box. */
  readonly words: Span;
  readonly hasBox: boolean;
  readonly marker: string;
}

function boxAt({ text, line }: Cursor): ItemPlace | undefined {
  const match = /^(\s*)([-*+])(?:([ \t]+)(\[[ \txX]?\]?(?=\s|$)[ \t]*)?(.*))?$/.exec(slice(text, line));
  if (!match) return undefined;
  const [, indent = '', marker = '-', gap = '', box, words = ''] = match;
  const start = line.start + indent.length;
  const from = start + marker.length + gap.length + (box?.length ?? 0);
  return {
    span: { start, end: trimSpan(text, { start, end: line.end }).end },
    words: trimSpan(text, { start: from, end: from + words.length }),
    hasBox: box !== undefined,
    marker,
  };
}

/** The options as boxes: those that are not listed yet, and the one of this line. A choice comes ticked. */
function boxCompletions(cursor: Cursor, answer: AnswerPlace['answer'], item: ItemPlace): Completion[] {
  const { field } = answer;
  const here = answer.choices.find(({ span }) => span.start >= cursor.line.start && span.end <= cursor.line.end);
  const listed = answer.choices.filter((choice) => choice !== here).map(({ option }) => option);
  const { text, offset } = cursor;
  const lead = text.slice(item.span.start, Math.min(offset, item.words.start));
  const typed = text.slice(item.words.start, Math.max(item.words.start, offset));
  const isWhole = isComplete(slice(text, item.words), field) && typed !== '';
  const box = field.answer === 'done' ? '[ ]' : '[x]';
  const mark = here?.option && here.checked && field.answer !== 'done' ? '[ ]' : box;
  return field.options
    .filter((option) => !listed.includes(option))
    .map((option) => {
      const own = option === here?.option ? mark : box;
      const label = option.open ? `${option.label.slice(0, option.label.indexOf(':') + 1)} ` : option.label;
      const made = offer(
        { cursor, written: item.span, isWhole: false },
        {
          kind: 'box',
          label: `${own} ${label}`,
          detail: field.label,
          insert: `${item.marker} ${own} ${label}`,
          words: `${lead}${isWhole ? `${typed} ` : ''}${label} ${comparableName(label)}`,
        },
      );
      return made;
    });
}
