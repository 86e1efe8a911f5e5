import { scan } from '../markdown/scan';
import { overlaps, slice, type Span } from '../text/span';
import { optionsIn } from './compileOptions';
import { idPlaceholder } from './idPlaceholder';
import { isPlaceholder, placeholders } from './placeholder';
import type { DocumentDefinition, FieldDefinition, Process } from './process';
import { snippetText, type SnippetPiece } from './snippetText';

const day = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';

/** A snippet of the editor. */
interface Snippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly pieces: readonly SnippetPiece[];
}

/** A stretch of a template that becomes something else than its text. */
interface Stop {
  readonly span: Span;
  readonly pieces: readonly SnippetPiece[];
}

/**
 * The snippets of the editor as its JSON file, from the same templates that records are made of and read with: one a
 * document, and smaller ones for a risk, a row of the risk matrix or the history, and the approval. The same processes
 * always give the same text. A choice shows the template's own placeholder first, so that none is made by passing by.
 */
export function renderSnippets(processes: readonly Process[]): string {
  const entries = snippetsOf(processes).map(({ name, prefix, description, pieces }) => {
    const lines = snippetText(pieces).split('\n');
    return [name, { prefix, scope: 'markdown', description, body: lines.length === 1 ? lines[0] : lines }] as const;
  });
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

/** What a snippet is for, and what one types for it. */
export type SnippetName = Pick<Snippet, 'name' | 'prefix' | 'description'>;

/** The snippets of {@link renderSnippets} in its order, for those who do not know what to type. */
export function snippetNames(processes: readonly Process[]): SnippetName[] {
  return snippetsOf(processes).map(({ name, prefix, description }) => ({ name, prefix, description }));
}

function snippetsOf(processes: readonly Process[]): Snippet[] {
  return processes.flatMap((process) => [
    ...process.documents.map((document) => documentSnippet(process, document)),
    ...partSnippets(process),
  ]);
}

const prefixes = { 'impact-assessment': 'ia', 'implementation-plan': 'plan', closure: 'closure' } as const;

function documentSnippet(process: Process, document: DocumentDefinition): Snippet {
  const isRecord = document.id === 'record';
  const heading = document.sections[0]?.heading ?? document.id;
  const end = document.template.trimEnd().length;
  const pieces = cut(document.template, { start: 0, end }, stopsOf(process, document));
  return {
    name: isRecord ? process.name : heading,
    prefix: document.id === 'record' ? process.identity.prefix.toLowerCase() : prefixes[document.id],
    description: isRecord ? `A new ${process.name}` : `The ${heading} of a ${process.name}`,
    pieces: [...pieces, { kind: 'text', text: '\n' }, { kind: 'variable', variables: '$0' }],
  };
}

/** Everything in a template that is to be filled, in order. */
function stopsOf(process: Process, document: DocumentDefinition): Stop[] {
  const { template } = document;
  const stops: Stop[] = [];
  const add = (span: Span, ...pieces: SnippetPiece[]): void => {
    if (!stops.some((stop) => overlaps(stop.span, span))) stops.push({ span, pieces });
  };
  const id = idPlaceholder(template, process.identity);
  if (id) add(id, { kind: 'stop-variable', variables: '$TM_FILENAME_BASE' });
  const boxes = scan(template).blocks.flatMap((block) => (block.kind === 'item' && block.box ? [block.box.span] : []));
  for (const field of process.fields) {
    if (field.document !== document.id) continue;
    if (field.optional) addOwn(field, process, stops);
    else if (field.template) {
      for (const { span, pieces } of fieldStops(field, process, boxes)) add(span, ...pieces);
    }
  }
  for (const span of placeholders(template)) add(span, placeholderPiece(slice(template, span)));
  return stops.sort((a, b) => a.span.start - b.span.start);
}

function fieldStops(field: FieldDefinition, process: Process, boxes: readonly Span[]): Stop[] {
  const { template, answer, written, initial } = field;
  if (!template) return [];
  const { value } = template;
  if (initial !== undefined && answer === 'table') return [{ span: value, pieces: firstRow(field) }];
  if (initial !== undefined && isDate(initial)) {
    return [{ span: value, pieces: [{ kind: 'variable', variables: day }] }];
  }
  if (answer === 'token') return [{ span: value, pieces: [tokenChoice(field, process)] }];
  if (written !== 'boxes') return field.options.length > 0 ? [{ span: value, pieces: [choice(field)] }] : [];
  if (answer === 'choice') {
    return boxes
      .filter((span) => overlaps(span, value))
      .map((span) => ({
        span,
        pieces: [
          { kind: 'text', text: '[' },
          { kind: 'choice', options: [' ', 'x'] },
          { kind: 'text', text: ']' },
        ],
      }));
  }
  return answer === 'choices' ? [{ span: value, pieces: [{ kind: 'text', text: slice(template.text, value) }] }] : [];
}

/** The options behind the template's own list; where a new record has one already, that one first. */
function choice({ placeholder, options, initial }: FieldDefinition): SnippetPiece {
  const labels = options.map(({ label }) => label);
  const first = initial ?? placeholder;
  return { kind: 'choice', options: [first, ...labels.filter((label) => label !== first)] };
}

function tokenChoice({ placeholder }: FieldDefinition, { tokens }: Process): SnippetPiece {
  return { kind: 'choice', options: [placeholder, ...tokens.map(({ text }) => text)] };
}

/** A field of ours that every new record has goes behind the one that it comes after. */
function addOwn(field: FieldDefinition, process: Process, stops: Stop[]): void {
  const after = field.after === undefined ? undefined : process.field(field.after);
  if (field.initial === undefined || !field.template || !after?.template || after.optional) return;
  const at = after.template.span.end;
  const label = field.template.text.slice(0, field.template.value.start);
  stops.push({ span: { start: at, end: at }, pieces: [{ kind: 'text', text: `\n${label}` }, choice(field)] });
}

/** A table that begins with one row: its heading and that row, with the day in it. */
function firstRow({ placeholder, initial = '' }: FieldDefinition): SnippetPiece[] {
  const [heading = '', delimiter = ''] = placeholder.split('\n');
  return [{ kind: 'text', text: `${heading}\n${delimiter}\n| ` }, ...joined(cellsOf(initial).map(ownCell))];
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function ownCell(cell: string): SnippetPiece {
  return isDate(cell) ? { kind: 'variable', variables: day } : { kind: 'text', text: cell };
}

function isDate(initial: string): boolean {
  return /\{(?:today|now)\}/.test(initial);
}

function joined(cells: readonly SnippetPiece[]): SnippetPiece[] {
  return cells.flatMap((cell, index) => [cell, { kind: 'text', text: index < cells.length - 1 ? ' | ' : ' |' }]);
}

function placeholderPiece(text: string): SnippetPiece {
  const options = optionsIn(text, /^\[\p{L}(?:\/\p{L})+\]$/u.test(text));
  return options.length > 0 ? { kind: 'choice', options: [text, ...options] } : { kind: 'stop', text };
}

/** A stretch of a template with its stops. */
function cut(template: string, { start, end }: Span, stops: readonly Stop[]): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let done = start;
  for (const { span, pieces: own } of stops) {
    if (span.start < start || span.end > end) continue;
    pieces.push({ kind: 'text', text: template.slice(done, span.start) }, ...own);
    done = span.end;
  }
  return [...pieces, { kind: 'text', text: template.slice(done, end) }];
}

function partSnippets(process: Process): Snippet[] {
  return [
    ...process.fields.filter(({ answer }) => answer === 'risks').map((field) => risk(field)),
    ...process.fields.filter(({ key }) => key === 'risk-matrix').map((field) => riskRow(field)),
    ...process.fields.filter(({ key }) => key === 'history').map((field) => historyRow(field, process)),
    ...process.fields.filter(({ key }) => key === 'approval-token').flatMap((field) => approval(field, process)),
  ];
}

/** The first risk of the list, down to the blank line behind it. */
function risk({ placeholder }: FieldDefinition): Snippet {
  const [first = ''] = placeholder.split(/\n[ \t]*\n/);
  const number = /^\d+/.exec(first)?.[0] ?? '';
  const body = first.slice(number.length);
  const stops = placeholders(body).map((span) => ({ span, pieces: [placeholderPiece(slice(body, span))] }));
  return {
    name: 'Risk',
    prefix: 'risk',
    description: 'One risk of the risk assessment',
    pieces: [
      { kind: 'stop', text: number },
      ...cut(body, { start: 0, end: body.length }, stops),
      { kind: 'variable', variables: '$0' },
    ],
  };
}

function riskRow({ placeholder }: FieldDefinition): Snippet {
  const row =
    placeholder.split('\n').find((line) => line.split('|').some((cell) => cell !== '' && isFillable(cell))) ?? '';
  const stops = placeholders(row).map((span) => ({ span, pieces: [placeholderPiece(slice(row, span))] }));
  return {
    name: 'Risk Matrix Row',
    prefix: 'risk-row',
    description: 'One row of the risk matrix',
    pieces: [...cut(row, { start: 0, end: row.length }, stops), { kind: 'variable', variables: '$0' }],
  };
}

function isFillable(cell: string): boolean {
  return /[\p{L}\p{N}]/u.test(cell) && isPlaceholder(cell);
}

/** The day of today, a status to choose, and a place for the rest. */
function historyRow({ initial = '', placeholder }: FieldDefinition, process: Process): Snippet {
  const headings = cellsOf(placeholder.split('\n')[0] ?? '');
  const cells = cellsOf(initial).map((cell, index): SnippetPiece => {
    if (isDate(cell)) return ownCell(cell);
    if (process.status(cell)) return { kind: 'choice', options: process.statuses.map(({ id }) => id) };
    return { kind: 'stop', text: `[${headings[index] ?? ''}]` };
  });
  return {
    name: 'Change History Row',
    prefix: 'history-row',
    description: 'One row of the change history, with the day of today',
    pieces: [{ kind: 'text', text: '| ' }, ...joined(cells), { kind: 'variable', variables: '$0' }],
  };
}

/** The section that holds the approval token. */
function approval({ section, document: id }: FieldDefinition, process: Process): Snippet[] {
  const document = process.documents.find((each) => each.id === id);
  if (!section || !document) return [];
  return [
    {
      name: section.heading,
      prefix: 'approval',
      description: 'Who approved, with which token and when',
      pieces: [
        ...cut(document.template, section.span, stopsOf(process, document)),
        { kind: 'variable', variables: '$0' },
      ],
    },
  ];
}
