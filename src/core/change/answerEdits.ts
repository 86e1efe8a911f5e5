import { sectionsByDefinition } from '../record/sectionsByDefinition';
import { insertField, insertSection } from './insertion';
import { replace, type DocumentEdit } from './documentEdit';
import { comparableName } from '../process/comparableName';
import { fieldText, sectionText } from '../process/renderTemplate';
import type { FieldDefinition } from '../process/process';
import { at } from '../record/places';
import type { Answer, ChangeRecord } from '../record/record';

/** What a field is to say. */
export interface WrittenAnswer {
  readonly field: FieldDefinition;
  /** One line. */
  readonly text: string;
}

/** The edits that write an answer over the one that a record gives now, in the form that stands there. */
export function overwrite(record: ChangeRecord, answer: Answer, text: string): DocumentEdit[] {
  return [replaceValue(answer, text), ...twinEdits(record, answer, text)];
}

/**
 * The edits that write answers which a record does not give yet: where their label stands, else behind the field that
 * comes before, else with the section that holds them. None for what a fence or comment that is not closed would hide.
 */
export function fillAnswers(record: ChangeRecord, answers: readonly WrittenAnswer[]): DocumentEdit[] {
  const edits: DocumentEdit[] = [];
  const found = sectionsByDefinition(record);
  const bySection = new Map<NonNullable<FieldDefinition['section']>, WrittenAnswer[]>();
  const behind = new Map<number, DocumentEdit>();
  for (const written of answers) {
    const { field, text } = written;
    const answer = record.answer(field.key);
    if (answer) {
      edits.push(...overwrite(record, answer, text));
      continue;
    }
    const section = field.section;
    if (section && !found.has(section)) {
      bySection.set(section, [...(bySection.get(section) ?? []), written]);
      continue;
    }
    const made = insertField(record, field, section && found.get(section), filledLines(field, text));
    // Two lines at one place would else be distinguished by blank lines alone.
    for (const edit of made) {
      const before = behind.get(edit.edit.span.start);
      if (before) edits.splice(edits.indexOf(before), 1);
      const joined = before ? joinedLines(before, edit) : edit;
      behind.set(edit.edit.span.start, joined);
      edits.push(joined);
    }
  }
  for (const [section, some] of bySection) {
    const text = some.reduce(
      (lines, { field, text: value }) => lines.replace(fieldText(field), () => filledLines(field, value)),
      sectionText(record.process, section),
    );
    edits.push(...insertSection(record, section, text));
  }
  return edits;
}

/** The lines that ask for a field with a value in the place of the template's. */
function filledLines({ template }: FieldDefinition, value: string): string {
  if (!template) return '';
  const { text, span, value: hole } = template;
  return text.slice(span.start, hole.start) + value + text.slice(hole.end, span.end);
}

function joinedLines(first: DocumentEdit, second: DocumentEdit): DocumentEdit {
  const { document, edit } = first;
  const newText = edit.newText.trimEnd() + second.edit.newText.replace(/^\n+/, '\n');
  return { document, edit: { span: edit.span, newText } };
}

function replaceValue(answer: Answer, text: string): DocumentEdit {
  const { document, span, form, label } = answer;
  if (form === 'front-matter') return replace(answer, yamlValue(answer, text));
  if (span.end > span.start) return replace(answer, text);
  if (form === 'heading') {
    const section = document.sections.find(({ heading }) => heading?.title.start === label.start);
    const end = section?.heading?.span.end ?? label.end;
    return replace(at(document, { start: end, end }), `\n\n${text}`);
  }
  const isApart = /[ \t]$/.test(document.text.slice(0, span.start));
  return replace(answer, `${isApart ? '' : ' '}${text}${form === 'table' ? ' ' : ''}`);
}

/** The front matter that says the same as the body goes with it: the two would else contradict each other. */
function twinEdits(record: ChangeRecord, { field, form }: Answer, text: string): DocumentEdit[] {
  if (form === 'front-matter') return [];
  const { document } = record;
  return (record.frontMatter?.values ?? []).flatMap((value) => {
    if (!field.names.includes(comparableName(value.key.replace(/[-_]/g, ' ')))) return [];
    return [replace(at(document, value.span), yamlValue({ document, span: value.span, label: value.keySpan }, text))];
  });
}

/** A text as a plain scalar where YAML reads it as one, in the quotes that stand there. */
function yamlValue({ document, span, label }: Pick<Answer, 'document' | 'span' | 'label'>, text: string): string {
  const written = document.text.slice(span.start, span.end);
  const [quote] = written;
  if (quote === '"') return JSON.stringify(text);
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  const isPlain =
    /^[\p{L}\p{N}][^:#'"]*$/u.test(text) || /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})? UTC)?$/.test(text);
  const value = isPlain ? text : JSON.stringify(text);
  const isApart = span.end > span.start || /\s$/.test(document.text.slice(label.end, span.start));
  return isApart ? value : ` ${value}`;
}
