import type { Block, ListItem } from '../markdown/blocks';
import { withoutDirectives } from '../markdown/directive';
import { isPlaceholder } from '../process/placeholder';
import type { FieldDefinition, OptionDefinition } from '../process/process';
import { slice, trimSpan, type Span } from '../text/span';
import { anyDate } from '../text/writtenDate';
import { once } from './facts';
import { isContainer, type Mention } from './mentions';
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

/** The options of a field that all still stand there: none of them was met. */
const untouched: readonly Choice[] = [];

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
  if (mention.form === 'heading' && inline.end > inline.start) return { span: inline, form: 'heading' };
  if (mention.form === 'heading' && isContainer(mention, field.section))
    return { span: withoutBreak(trimSpan(text, section.body), below), form: 'heading' };
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
function readChoices(mention: Mention, field: FieldDefinition, span: Span): readonly Choice[] {
  const boxes: ListItem[] = [];
  for (const block of mention.below) if (block.kind === 'item' && block.box) boxes.push(block);
  const { document, inline } = mention;
  const isOwn = inline.end === inline.start || isPlaceholder(slice(document.text, inline));
  if (boxes.length > 0 && (field.answer === 'done' || (isOwn && !reasonedChoice(mention, field))))
    return boxes.map((item) => boxChoice(item, field, document));
  const inRow = inlineBoxes(mention, field);
  if (inRow) return inRow;
  return leftOrChosen(wordChoices(mention, field, span), field);
}

/** The options that the words of one line stand for, by themselves. */
export function choicesIn(text: string, where: Span, field: FieldDefinition): readonly Choice[] {
  return leftOrChosen(wordsOf(text, where, field), field);
}

function leftOrChosen(choices: readonly Choice[], field: FieldDefinition): readonly Choice[] {
  return areAllLeft(choices, field) ? untouched : choices;
}

/** Whether the options of a field all still stand there. */
export function isUntouched(choices: readonly Choice[]): boolean {
  return choices === untouched;
}

/** Nothing was deleted of what the template offers: nobody chose yet (reading 21). */
function areAllLeft(choices: readonly Choice[], { answer, options }: FieldDefinition): boolean {
  if (choices.length < 2) return false;
  const met = new Set(choices.map(({ option }) => option));
  const offered = options.filter((option) => option.offered);
  // Of a scale of few steps nobody chooses three, whatever became of the others.
  const few = answer === 'choice' && offered.length <= 4 && met.size > 2 && !met.has(undefined);
  return few || (offered.length > 1 && offered.every((option) => met.has(option)));
}

/** The marks of boxes that stand on one line, each before its words or each behind them. */
const boxMarks = /\[([ xX✓✔~/>-]?)\]|[☐⬜🔲☑☒✅❌]\uFE0F?/gu;

/** `[ ] Standard [x] Normal [ ] Emergency`, `Standard ☐ Normal ☑`: the boxes of a form, on one line. */
function inlineBoxes({ document, inline }: Mention, { options }: FieldDefinition): Choice[] | undefined {
  const line = slice(document.text, inline);
  if (line.length > 500 || !/[[☐⬜🔲☑☒✅❌]/u.test(line)) return undefined;
  const marks = [...line.matchAll(boxMarks)];
  const [first] = marks;
  if (!first || (marks.length < 2 && !first[0].startsWith('['))) return undefined;
  const isBefore = first.index === 0;
  if (!isBefore && (marks.at(-1)?.index ?? 0) + (marks.at(-1)?.[0].length ?? 0) !== line.length) return undefined;
  return marks.map((mark, index): Choice => {
    const end = mark.index + mark[0].length;
    const from = isBefore
      ? end
      : index === 0
        ? 0
        : (marks[index - 1]?.index ?? 0) + (marks[index - 1]?.[0].length ?? 0);
    const to = isBefore ? (marks[index + 1]?.index ?? line.length) : mark.index;
    const words = withoutSeparators(line, { start: from, end: to });
    const text = slice(line, words);
    return {
      option: optionNamed(text, options),
      text,
      span: { start: inline.start + words.start, end: inline.start + words.end },
      box: { start: inline.start + mark.index, end: inline.start + end },
      checked: mark[1] === undefined ? /^[☑☒✅]/u.test(mark[0]) : /[xX✓✔]/u.test(mark[1]),
      dropped: false,
    };
  });
}

/** Without blanks and what separates the options of a row. */
function withoutSeparators(text: string, span: Span): Span {
  let { start, end } = trimSpan(text, span);
  while (start < end && /[\s|/,;·•]/.test(text.charAt(start))) start++;
  while (end > start && /[\s|/,;·•\\]/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function boxChoice({ box, content }: ListItem, field: FieldDefinition, { text }: RecordDocument): Choice {
  const words = slice(text, content);
  return {
    option: optionNamed(words, field.options),
    text: words,
    span: content,
    box: box?.span,
    checked: box?.checked ?? false,
    dropped: box?.dropped ?? false,
  };
}

function wordChoice(option: OptionDefinition | undefined, text: string, span: Span): Choice {
  return { option, text, span, box: undefined, checked: true, dropped: false };
}

/** An item of a list whose mark says that it does not apply: `❌ Database` beside `✅ Cache Layer`. */
const untickedMark = /^[❌✗✘❎🚫]/u;

/** Words that stand for options: one, or several with `|`, `/`, `,`, `+`, `&` or "and" between them, or one an item. */
function wordChoices(mention: Mention, field: FieldDefinition, span: Span): Choice[] {
  const { document, below, inline } = mention;
  const reasoned = reasonedChoice(mention, field);
  const items = inline.end === inline.start && !reasoned ? contentsOf(below) : [];
  const choices: Choice[] = [];
  for (const one of items.length > 0 ? items : [reasoned ?? span]) {
    const text = slice(document.text, one);
    if (text === '' || (items.length > 0 && untickedMark.test(text))) continue;
    choices.push(...wordsOf(text, one, field));
  }
  return choices;
}

function wordsOf(text: string, where: Span, field: FieldDefinition): Choice[] {
  const only = loneOption(text, where, field);
  if (only) return [only];
  if (isPlaceholder(text, field.placeholder)) return [];
  return splitWords(text, where, field).map((part) => {
    const words = text.slice(part.start - where.start, part.end - where.start);
    return wordChoice(optionNamed(words, field.options), words, part);
  });
}

/** A choice that stands on a line of its own with its reasons in a list below. */
function reasonedChoice({ document, below, inline }: Mention, { answer, options }: FieldDefinition): Span | undefined {
  const [first, second] = below;
  if (answer === 'done' || inline.end > inline.start || first?.kind !== 'text' || second?.kind !== 'item')
    return undefined;
  return optionNamed(slice(document.text, first.span), options) && first.span;
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
  return option && wordChoice(option, inside ?? '', { start: start + 1, end: end - 1 });
}

/** What stands between options: a table writes `|` with a backslash. */
const separators = /\\?\||[/,+&、，]| and | or /i;

/** Splits a list of options; a text that is not made of options alone stays whole. */
function splitWords(text: string, whole: Span, field: FieldDefinition): Span[] {
  if (text.length > 500 || !separators.test(text)) return [whole];
  const parts: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(new RegExp(separators, 'gi'))) {
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
  if (text.trim() === '' || isUntouched(choices)) return false;
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
