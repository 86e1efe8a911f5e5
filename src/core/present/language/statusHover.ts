import { movesOf, type Move } from '../../lifecycle/moves';
import type { StatusDefinition } from '../../process/processDefinition';
import type { ChangeRecord, RecordDocument } from '../../record/record';
import { slice, type Span } from '../../text/span';
import type { Hover, HoverItem, HoverLine } from './hover';

/** More things that are missing than these are counted, not told. */
const mostGuards = 6;

/** What a status means and what is next, where the record has its status or the history tells of one (reading 28). */
export function statusHover(record: ChangeRecord, document: RecordDocument, offset: number): Hover | undefined {
  const own = record.status;
  if (own?.document === document && own.span.start <= offset && offset <= own.span.end) {
    // The template's list names all of them: the hover shows the one under the pointer.
    const word = own.value ? undefined : wordAt(document.text, own.span, offset);
    const status = own.value ?? (word && record.process.status(slice(document.text, word)));
    if (!status) return undefined;
    return {
      span: word ?? own.span,
      lines: [...meaning(status), ...(own.value ? nextMoves(record) : ways(status, record))],
    };
  }
  for (const row of record.history) {
    const { value, span } = row.status;
    if (row.document === document && value && span.start <= offset && offset <= span.end)
      return { span, lines: [...meaning(value), ...ways(value, record)] };
  }
  return undefined;
}

function meaning({ id, meaning }: StatusDefinition): HoverLine[] {
  return [
    { kind: 'heading', text: id },
    { kind: 'text', text: meaning },
  ];
}

/** Where the process leads from a status, whatever the record says. */
function ways({ id }: StatusDefinition, { process }: ChangeRecord): HoverLine[] {
  const targets = process.transitions.filter(({ from }) => from === id).map(({ to }) => to);
  const text = targets.length > 0 ? `It leads to ${targets.join(', ')}.` : 'Nothing comes after it.';
  return [{ kind: 'text', text }];
}

/** Where this record may go now, each with what is not there yet. */
function nextMoves(record: ChangeRecord): HoverLine[] {
  const legal = movesOf(record).filter((move) => move.kind === 'legal');
  if (legal.length === 0) return [{ kind: 'text', text: 'Nothing comes after it.' }];
  return [
    { kind: 'text', text: 'Next:' },
    { kind: 'items', items: legal.map(moveItem) },
    ...legal.flatMap((move) => missing(move, record)),
  ];
}

function moveItem({ target, guards }: Extract<Move, { kind: 'legal' }>): HoverItem {
  const count = guards.length;
  const words =
    count === 0 ? 'nothing is missing' : count === 1 ? 'one thing is missing' : `${String(count)} things are missing`;
  return { text: `${target.id}: ${words}` };
}

/** What keeps a record from the way onward; what it takes to give up, or to go back, is shown when one does. */
function missing({ target, guards }: Extract<Move, { kind: 'legal' }>, record: ChangeRecord): HoverLine[] {
  const from = record.process.statuses.findIndex(({ id }) => id === record.status?.value?.id);
  const to = record.process.statuses.indexOf(target);
  if (guards.length === 0 || target.stage === 'draft' || to < from) return [];
  const told = guards.slice(0, mostGuards).map(({ message, place }): HoverItem => ({
    text: message,
    target: { path: place.document.path, range: place.document.scan.lines.rangeOf(place.span) },
  }));
  const more = guards.length - told.length;
  return [
    { kind: 'text', text: `Missing for ${target.id}:` },
    { kind: 'items', items: [...told, ...(more > 0 ? [{ text: `${String(more)} more` }] : [])] },
  ];
}

function wordAt(text: string, { start, end }: Span, offset: number): Span | undefined {
  let from = offset;
  let to = offset;
  while (from > start && /[\p{L}_]/u.test(text.charAt(from - 1))) from--;
  while (to < end && /[\p{L}_]/u.test(text.charAt(to))) to++;
  return to > from ? { start: from, end: to } : undefined;
}
