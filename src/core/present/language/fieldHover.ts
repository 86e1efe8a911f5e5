import { conditionWords } from '../../lifecycle/moves';
import type { FieldDefinition, SectionDefinition } from '../../process/process';
import { stages, type Condition, type Stage } from '../../process/processDefinition';
import type { Answer, ChangeRecord, RecordDocument } from '../../record/record';
import { contains, type Span } from '../../text/span';
import type { Hover, HoverLine } from './hover';

/** More options than these are counted, not told. */
const mostOptions = 12;

const asked: Readonly<Record<FieldDefinition['answer'], string>> = {
  text: 'A text in the writer’s own words.',
  choice: 'One of:',
  choices: 'All that apply of:',
  done: 'Boxes that are ticked off as they are done:',
  date: 'A date: YYYY-MM-DD.',
  'date-time': 'A date with its time: YYYY-MM-DD HH:MM:SS UTC.',
  token: 'The words with which approval was given. Entering them is the act of a person.',
  people: 'People, one a line.',
  list: 'A list, one entry a line.',
  risks: 'A numbered list of risks with probability, impact and mitigation.',
  table: 'A table.',
};

/** What the process asks for, where a label or a heading stands, and from which status on it is due (reading 22). */
export function fieldHover(record: ChangeRecord, document: RecordDocument, offset: number): Hover | undefined {
  const answer = record.answers.find(
    ({ document: own, label, form }) => own === document && form !== 'front-matter' && isIn(label, offset),
  );
  if (answer) return { span: answer.label, lines: fieldLines(answer, record) };
  const section = document.sections.find(
    ({ heading, definition }) => heading && definition && isIn(heading.title, offset),
  );
  if (!section?.heading || !section.definition) return undefined;
  return { span: section.heading.title, lines: sectionLines(section.definition, record) };
}

function isIn(span: Span, offset: number): boolean {
  return contains(span, { start: offset, end: offset }) && span.end > span.start;
}

function fieldLines({ field, filled }: Answer, record: ChangeRecord): HoverLine[] {
  const isDue = record.isDue(field) && !filled;
  return [
    { kind: 'heading', text: field.label },
    { kind: 'text', text: asked[field.answer] },
    ...askedFor(field, record),
    { kind: 'text', text: `${dueWords(field, record)}${isDue ? ' It is due now and not answered.' : ''}` },
  ];
}

function askedFor(field: FieldDefinition, { process }: ChangeRecord): HoverLine[] {
  const words =
    field.answer === 'token' ? process.tokens.map(({ text }) => text) : field.options.map(({ label }) => label);
  if (words.length > 0) {
    const told = words.slice(0, mostOptions).map((text) => ({ text }));
    const more = words.length - told.length;
    return [{ kind: 'items', items: [...told, ...(more > 0 ? [{ text: `${String(more)} more` }] : [])] }];
  }
  const isPlain = field.answer === 'text' || field.answer === 'list' || field.answer === 'people';
  const [example] = field.placeholder.split(/\r\n|\r|\n/);
  return isPlain && example !== undefined && example !== ''
    ? [{ kind: 'text', text: `In the template: ${example.slice(0, 200)}` }]
    : [];
}

function sectionLines(section: SectionDefinition, record: ChangeRecord): HoverLine[] {
  const parts = [
    ...section.fields.filter(({ group }) => group === undefined).map(({ label }) => label),
    ...section.children.map(({ heading }) => heading),
  ];
  const document = section.parent ? undefined : record.process.documents.find(({ id }) => id === section.document);
  const due = section.requiredFrom ? section : (document ?? section);
  return [
    { kind: 'heading', text: section.heading },
    ...(parts.length > 0
      ? [
          { kind: 'text' as const, text: 'Asks for:' },
          {
            kind: 'items' as const,
            items: [
              ...parts.slice(0, mostOptions).map((text) => ({ text })),
              ...(parts.length > mostOptions ? [{ text: `${String(parts.length - mostOptions)} more` }] : []),
            ],
          },
        ]
      : []),
    { kind: 'text', text: dueWords(due, record) },
  ];
}

/** "Due from PROPOSED on where Category is FEATURE." */
function dueWords(
  what: { readonly requiredFrom?: Stage | undefined; readonly requiredWhen?: Condition | undefined },
  record: ChangeRecord,
): string {
  const { requiredFrom: from, requiredWhen: when } = what;
  if (from === undefined) return 'Nothing in the process asks for it.';
  const status = record.process.statuses.find(
    ({ stage, final, id }) =>
      stage === from && (stages.indexOf(stage) > 0 || (!final && id === record.process.statuses[0]?.id)),
  );
  const condition = when ? ` where ${conditionWords(when, record)}` : '';
  return `Due from ${status?.id ?? from} on${condition}.`;
}
