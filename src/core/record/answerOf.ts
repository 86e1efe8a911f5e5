import type { Block, ListItem } from '../markdown/blocks';
import { withoutDirectives } from '../markdown/directive';
import { isPlaceholder } from '../process/placeholder';
import type { FieldDefinition } from '../process/process';
import { slice, trimSpan, type Span } from '../text/span';
import { anyDate } from '../text/writtenDate';
import { once } from './facts';
import type { Mention } from './mentions';
import { optionNamed } from './processVocabulary';
import type { Answer, AnswerForm, Choice, RecordDocument } from './record';

/** Reads what stands behind and below a label as the answer to a field. */
export function answerOf(mention: Mention, field: FieldDefinition): Answer {
  const { document, label } = mention;
  const { span, form } = valueOf(mention, field);
  const text = slice(document.text, span);
  const choices = isChoice(field) ? readChoices(mention, field, span) : none;
  const chosen = choices.length > 0 ? choices.filter(({ checked }) => checked) : none;
  return {
    document,
    field,
    label,
    form,
    span,
    text,
    choices,
    chosen,
    filled: isFilled(field, hasDirectives(document) ? withoutDirectives(text) : text, choices, chosen, mention),
    date: isDate(field) ? anyDate(text.replace(/^[*_`\s]+/, '')) : undefined,
  };
}

const none: readonly Choice[] = [];

const hasDirectives = once(({ text }: RecordDocument) => text.includes('<!--') && text.includes('changegate-'));

function isChoice({ answer }: FieldDefinition): boolean {
  return answer === 'choice' || answer === 'choices' || answer === 'done';
}

function isDate({ answer }: FieldDefinition): boolean {
  return answer === 'date' || answer === 'date-time';
}

/** Fields whose answer may run over many lines. */
function isLong({ answer, written }: FieldDefinition): boolean {
  return written === 'prose' || answer === 'list' || answer === 'people' || answer === 'risks' || answer === 'table';
}

/** Where the value stands: on the label's line with what continues it, else in what follows. */
function valueOf(mention: Mention, field: FieldDefinition): { span: Span; form: AnswerForm } {
  const { inline, below, document, section } = mention;
  const { text } = document;
  if (mention.form === 'heading') {
    const whole = trimSpan(text, {
      start: section.body.start,
      end: isLong(field) ? section.span.end : section.body.end,
    });
    return { span: isLong(field) ? withoutBreak(whole, below) : (firstLine(below) ?? whole), form: 'heading' };
  }
  if (mention.form === 'table') return { span: inline, form: 'table' };
  if (inline.end > inline.start) {
    if (field.answer !== 'text' && !isLong(field)) return { span: inline, form: mention.form };
    const last = isLong(field) ? below.at(-1) : lastContinuation(below);
    return { span: { start: inline.start, end: last ? last.span.end : inline.end }, form: mention.form };
  }
  const first = below[0];
  const last = below.at(-1);
  if (!first || !last) return { span: { start: inline.start, end: inline.start }, form: mention.form };
  if (isLong(field) || field.answer === 'text' || (isChoice(field) && first.kind === 'item')) {
    return { span: { start: first.span.start, end: last.span.end }, form: 'next-lines' };
  }
  return { span: firstLine(below) ?? { start: inline.start, end: inline.start }, form: 'next-lines' };
}

/** The lines of a paragraph that go on from the label's line. */
function lastContinuation(below: readonly Block[]): Block | undefined {
  let last: Block | undefined;
  for (const block of below) {
    if (block.kind !== 'text' || !block.continues) break;
    last = block;
  }
  return last;
}

/** The first line of prose or the content of the first item; an unticked box says nothing. */
function firstLine(below: readonly Block[]): Span | undefined {
  for (const block of below) {
    if (block.kind === 'text') return block.span;
    if (block.kind === 'item' && block.box?.checked !== false) return block.content;
  }
  return undefined;
}

/** A section's text without the `---` that separates it from the next one. */
function withoutBreak(span: Span, blocks: readonly Block[]): Span {
  const last = blocks.at(-1);
  if (last?.kind !== 'break' || last.span.end !== span.end) return span;
  const before = blocks.at(-2);
  return { start: span.start, end: before ? before.span.end : span.start };
}

/** The options met: boxes below the label, or words on its line (readings 21, 23, 24). */
function readChoices(mention: Mention, field: FieldDefinition, span: Span): Choice[] {
  const boxes: ListItem[] = [];
  for (const block of mention.below) if (block.kind === 'item' && block.box) boxes.push(block);
  const { document } = mention;
  const inline = mention.inline;
  if (boxes.length > 0 && (inline.end === inline.start || isPlaceholder(slice(document.text, inline)))) {
    return boxes.map((item) => boxChoice(item, field, document));
  }
  if (boxes.length > 0 && field.answer === 'done') return boxes.map((item) => boxChoice(item, field, document));
  return inlineBoxes(mention, field) ?? wordChoices(mention, field, span);
}

/** `[ ] Standard [x] Normal [ ] Emergency`: the boxes of a form, on one line. */
function inlineBoxes({ document, inline }: Mention, { options }: FieldDefinition): Choice[] | undefined {
  if (document.text.charCodeAt(inline.start) !== 91) return undefined;
  const line = slice(document.text, inline);
  if (line.length > 500 || !/^\[[ xX]\]\s/.test(line)) return undefined;
  return [...line.matchAll(/\[([ xX])\]\s([^[\]]*)/g)].map((box) => {
    const start = inline.start + box.index;
    const words = trimSpan(document.text, { start: start + 3, end: start + box[0].length });
    const text = slice(document.text, words).replace(/(?<![\s|/,;])[\s|/,;]+$/, '');
    return {
      option: optionNamed(text, options),
      text,
      span: { start: words.start, end: words.start + text.length },
      box: { start, end: start + 3 },
      checked: box[1] !== ' ',
    };
  });
}

function boxChoice({ box, content }: ListItem, field: FieldDefinition, { text }: RecordDocument): Choice {
  const words = slice(text, content);
  return {
    option: optionNamed(words, field.options),
    text: words,
    span: content,
    box: box?.span,
    checked: box?.checked ?? false,
  };
}

/** An item of a list whose mark says that it does not apply: `❌ Database` beside `✅ Cache Layer`. */
const untickedMark = /^[☐⬜🔲❌✗✘❎🚫]/u;

/** Words that stand for options: one, or several with `|`, `/`, `,`, `+`, `&` or "and" between them, or one an item. */
function wordChoices(mention: Mention, field: FieldDefinition, span: Span): Choice[] {
  const { document, below, inline } = mention;
  const items = inline.end === inline.start ? contentsOf(below) : [];
  const choices: Choice[] = [];
  for (const one of items.length > 0 ? items : [span]) {
    const text = slice(document.text, one);
    if (text === '' || (items.length > 0 && untickedMark.test(text))) continue;
    const only = loneOption(text, one, field);
    if (only) choices.push(only);
    else if (!isPlaceholder(text, field.placeholder))
      for (const part of splitWords(text, one, field)) {
        const words = slice(document.text, part);
        const option = optionNamed(words, field.options);
        choices.push({ option, text: words, span: part, box: undefined, checked: true });
      }
  }
  return choices;
}

/** What the items among some pieces say. */
function contentsOf(blocks: readonly Block[]): Span[] {
  const contents: Span[] = [];
  for (const block of blocks) if (block.kind === 'item') contents.push(block.content);
  return contents;
}

/** `[MEDIUM]`: the other options of the template were deleted, the brackets stayed. */
function loneOption(text: string, { start, end }: Span, { options }: FieldDefinition): Choice | undefined {
  const inside = text.startsWith('[') ? /^\[([^[\]|/]+)\]$/.exec(text)?.[1] : undefined;
  const option = inside === undefined ? undefined : optionNamed(inside, options);
  return (
    option && { option, text: inside ?? '', span: { start: start + 1, end: end - 1 }, box: undefined, checked: true }
  );
}

/** Splits a list of options; a text that is not made of options alone stays whole. */
function splitWords(text: string, whole: Span, field: FieldDefinition): Span[] {
  if (text.length > 500 || !/[|/,+&]| and /i.test(text)) return [whole];
  const parts: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/[|/,+&]| and /gi)) {
    parts.push({ start: whole.start + start, end: whole.start + match.index });
    start = match.index + match[0].length;
  }
  parts.push({ start: whole.start + start, end: whole.end });
  const trimmed = parts.map((part) => {
    const from = part.start - whole.start;
    return trimSpan(text, { start: from, end: part.end - whole.start });
  });
  if (!trimmed.every((part) => optionNamed(slice(text, part), field.options))) return [whole];
  return trimmed.map((part) => ({ start: part.start + whole.start, end: part.end + whole.start }));
}

/** *Filled* means: differs from the template's own value and is no placeholder (reading 19). */
function isFilled(
  field: FieldDefinition,
  text: string,
  choices: readonly Choice[],
  chosen: readonly Choice[],
  { below, document }: Mention,
): boolean {
  if (isChoice(field) && choices.some(({ box }) => box !== undefined)) return chosen.length > 0;
  if (text.trim() === '') return false;
  if (isChoice(field) && chosen.some(({ option }) => option)) return true;
  if (field.answer === 'list' || field.answer === 'people') {
    const items = contentsOf(below);
    const isSaid = (line: string): boolean => line !== '' && !isPlaceholder(line);
    const says = items.length > 0 ? items.some((item) => isSaid(slice(document.text, item))) : isSaid(text);
    return says && !isPlaceholder(text, field.placeholder);
  }
  if (field.answer === 'table') return hasFilledRow(below, document, field) ?? !isPlaceholder(text, field.placeholder);
  return !isPlaceholder(text, field.placeholder);
}

/** Whether a row of the table below a label is none of the template's; undefined where there is no table. */
function hasFilledRow(
  below: readonly Block[],
  { text }: RecordDocument,
  { placeholder }: FieldDefinition,
): boolean | undefined {
  const table = below.find((block) => block.kind === 'table');
  return table?.rows.some(
    ({ span, cells }) =>
      !placeholder.includes(slice(text, span)) &&
      cells.some((cell) => cell.end > cell.start && !isPlaceholder(slice(text, cell))),
  );
}
