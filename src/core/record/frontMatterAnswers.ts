import { comparableName } from '../process/comparableName';
import { isPlaceholder } from '../process/placeholder';
import type { FieldDefinition, Process } from '../process/process';
import { anyDate } from '../text/writtenDate';
import { choicesIn, isUntouched } from './answerOf';
import { vocabularyOf } from './processVocabulary';
import type { FrontMatterReading, FrontMatterValue } from './readFrontMatter';
import type { Answer, RecordDocument } from './record';

/** What the front matter adds to the body, and where it says something else (reading 17: the body wins). */
export interface FrontMatterAnswers {
  readonly additional: readonly Answer[];
  readonly conflicts: readonly { readonly front: Answer; readonly body: Answer }[];
}

const nothing: FrontMatterAnswers = { additional: [], conflicts: [] };

/** Takes the values of the front matter as answers where the body has none. */
export function frontMatterAnswers(
  process: Process,
  document: RecordDocument,
  frontMatter: FrontMatterReading | undefined,
  bodyAnswers: readonly Answer[],
): FrontMatterAnswers {
  if (!frontMatter) return nothing;
  const additional: Answer[] = [];
  const conflicts: { front: Answer; body: Answer }[] = [];
  const inBody = new Map(bodyAnswers.map((answer) => [answer.field, answer]));
  for (const value of frontMatter.values) {
    const field = fieldFor(value.key, process);
    if (!field) continue;
    const front = frontAnswer(value, field, document);
    const body = inBody.get(field);
    if (!body) additional.push(front);
    else if (body.filled && front.filled && !saysTheSame(body, front)) conflicts.push({ front, body });
  }
  return { additional, conflicts };
}

/** `approval-date`, `approval_date` and `Approval Date` mean the same field; a record's own come before a companion's. */
function fieldFor(key: string, process: Process): FieldDefinition | undefined {
  const named = vocabularyOf(process).fields.get(comparableName(key.replace(/[-_]/g, ' '))) ?? [];
  return (
    named.find(({ document, section }) => document === 'record' && section === undefined) ??
    named.find(({ document }) => document === 'record')
  );
}

function frontAnswer(
  { keySpan, span, text }: FrontMatterValue,
  field: FieldDefinition,
  document: RecordDocument,
): Answer {
  const isChoice = field.answer === 'choice' || field.answer === 'choices';
  const isSaid = text.trim() !== '' && !isPlaceholder(text, field.placeholder);
  // Behind a quotation mark, if there is one.
  const start = span.start + (document.text.startsWith(text, span.start) ? 0 : 1);
  const choices = isChoice && isSaid ? choicesIn(text, { start, end: start + text.length }, field) : [];
  const filled = isSaid && !isUntouched(choices);
  const date = anyDate(text);
  return { document, field, label: keySpan, form: 'front-matter', span, text, filled, choices, chosen: choices, date };
}

function saysTheSame(body: Answer, front: Answer): boolean {
  const values = (answer: Answer): string =>
    answer.chosen.length > 0 && answer.chosen.every(({ option }) => option)
      ? answer.chosen.map(({ option }) => option?.value).join(' ')
      : answer.text;
  const plain = (text: string): string => comparableName(text.replace(/[-_\s]+/g, ' '));
  if (body.date && front.date) {
    return (
      body.date.year === front.date.year && body.date.month === front.date.month && body.date.day === front.date.day
    );
  }
  return plain(values(body)) === plain(values(front));
}
