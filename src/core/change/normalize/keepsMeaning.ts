import { keys } from '../../process/fieldKeys';
import type { CalendarDate } from '../../text/calendarDate';
import type { Answer, ChangeRecord, RiskReading } from '../../record/record';
import { readAnyDate, readWrittenDate } from '../../text/writtenDate';
import { wordsOf } from './drift';

/**
 * Whether a record says after a change of its form what it said before: the same status, title, answers, approval,
 * history, risks, progress and parts. What may become better is only how it is written: a day that could be meant by one
 * reading only, a title that stood in the H1, a risk matrix that nobody had filled in.
 */
export function keepsMeaning(before: ChangeRecord, after: ChangeRecord): boolean {
  return (
    same(head(before), head(after)) &&
    same(approval(before), approval(after)) &&
    keepsHistory(before, after) &&
    same(before.risks.map(risk), after.risks.map(risk)) &&
    keepsMatrix(before, after) &&
    same(before.progress, after.progress) &&
    same(before.parts.map(part), after.parts.map(part)) &&
    same(structure(before), structure(after)) &&
    keepsAnswers(before, after)
  );
}

/** Whether every word of a text is in another as often as before, but for those that were given up. */
export function keepsWords(before: string, after: string, givenUp: string): boolean {
  const left = new Map<string, number>();
  for (const word of [...wordsOf(after), ...wordsOf(givenUp)]) left.set(word, (left.get(word) ?? 0) + 1);
  for (const word of wordsOf(before)) {
    const count = left.get(word) ?? 0;
    if (count === 0) return false;
    left.set(word, count - 1);
  }
  return true;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function head({ status, stage, priority, type, title, headingId, frontMatter }: ChangeRecord): unknown {
  return [
    status?.value?.id,
    status?.placeholder,
    stage,
    priority,
    type,
    title?.filled === true ? title.text : undefined,
    headingId?.text,
    frontMatter?.problem?.message,
  ];
}

function approval({ approval: { token, date, roles }, process, isDue }: ChangeRecord): unknown {
  return [
    token?.kind,
    token && plain(token.text),
    date?.date,
    roles.map((each) => [each.place, each.role?.id, plain(each.roleText), each.name, each.state, each.date]),
    process.roles.map(({ requiredWhen }) => isDue({ requiredFrom: 'draft', requiredWhen })),
  ];
}

function keepsHistory({ history: before }: ChangeRecord, { history: after }: ChangeRecord): boolean {
  return (
    before.length === after.length &&
    before.every((row, index) => {
      const now = after[index];
      return (
        now !== undefined &&
        row.status.value?.id === now.status.value?.id &&
        plain(row.status.text) === plain(now.status.text) &&
        plain(row.notes.text) === plain(now.notes.text) &&
        keepsDate(row.date.text, row.date.date, now.date.date)
      );
    })
  );
}

/** A day stays what it is; one that could not be read becomes the one that can only be meant. */
function keepsDate(text: string, before: CalendarDate | undefined, after: CalendarDate | undefined): boolean {
  if (before || !after) return same(before, after);
  const written = readWrittenDate(text.replace(/^[*_`~\s]+/, ''));
  return written?.year === after.year && written.month === after.month && written.day === after.day;
}

function risk({ description, probability, impact, mitigation }: RiskReading): unknown {
  return [
    plain(description.text),
    probability?.value,
    impact?.value,
    mitigation?.filled === true ? plain(mitigation.text) : undefined,
  ];
}

function keepsMatrix(before: ChangeRecord, after: ChangeRecord): boolean {
  const told = after.riskTable.map((row) => [risk(row), row.score?.value]);
  if (before.riskTable.length > 0)
    return same(
      before.riskTable.map((row) => [risk(row), row.score?.value]),
      told,
    );
  return after.riskTable.length === 0 || same(after.riskTable.map(risk), before.risks.map(risk));
}

function part({ id, section, companions, link, present }: ChangeRecord['parts'][number]): unknown {
  return [id, section !== undefined, companions.length, link !== undefined, present];
}

/** What stands where, as far as rules look at it: sections, setext headings, open blocks, repetitions, conflicts. */
function structure({ documents, repeated, frontMatterConflicts }: ChangeRecord): unknown {
  return [
    documents.map(({ root, sections, scan }) => [
      [root, ...sections].flatMap(({ definition }) => definition?.key ?? []),
      sections.filter(({ heading }) => heading?.style === 'setext').length,
      scan.blocks.filter((block) => (block.kind === 'fence' || block.kind === 'html') && !block.closed).length,
      scan.blocks.filter(({ kind }) => kind === 'indented-code').length,
    ]),
    repeated.map(({ first }) => first.field.key),
    frontMatterConflicts.map(({ body }) => body.field.key),
  ];
}

function keepsAnswers(before: ChangeRecord, after: ChangeRecord): boolean {
  for (const answer of before.answers) {
    const now = after.answer(answer.field.key);
    if (!now || !keepsAnswer(answer, now, before)) return false;
  }
  for (const now of after.answers) {
    const isNew = now.filled && before.answer(now.field.key)?.filled !== true;
    if (isNew && !isToldElsewhere(now, before)) return false;
  }
  return true;
}

function keepsAnswer(before: Answer, now: Answer, record: ChangeRecord): boolean {
  const { field, filled } = before;
  if (!filled) return !now.filled || isToldElsewhere(now, record);
  if (!now.filled) return false;
  // These have been compared already, as what they mean.
  if (field.key === keys.status || field.key === keys.history) return true;
  if (field.answer === 'risks' && record.risks.length > 0) return true;
  if (before.choices.length > 0 || now.choices.length > 0) {
    const chosen = ({ chosen: all }: Answer): string[] =>
      all.map(({ option, text }) => option?.value ?? plain(text)).sort();
    return same(chosen(before), chosen(now));
  }
  if (!keepsDate(before.text, before.date, now.date)) return false;
  if (!now.date) return plain(before.text) === plain(now.text);
  return before.date === undefined || plain(withoutDate(before.text)) === plain(withoutDate(now.text));
}

/** What stands behind the date of a value: a date is the same in any form. */
function withoutDate(text: string): string {
  const written = text.replace(/^[*_`~\s]+/, '');
  const read = readAnyDate(written);
  return read.kind === 'date' ? written.slice(read.length) : written;
}

/** The title stood in the H1, the rows of the matrix in the list of risks. */
function isToldElsewhere({ field, text }: Answer, { title, risks, riskTable }: ChangeRecord): boolean {
  if (field.key === keys.title) return title?.filled === true && plain(title.text) === plain(text);
  return field.key === keys.riskMatrix && riskTable.length === 0 && risks.length > 0;
}

/** A text without what only lays it out: line breaks, marks of emphasis, and the colon of a label inside of it. */
function plain(text: string): string {
  return text.replace(/[\s*_:]+/g, ' ').trim();
}
