import { keys } from '../../process/fieldKeys';
import { moveTo } from '../../lifecycle/moves';
import { transitionsFrom } from '../../process/condition';
import { isPlaceholder } from '../../process/placeholder';
import type { StatusDefinition } from '../../process/processDefinition';
import type { ChangeRecord } from '../../record/record';
import { valuesOf } from '../../record/valuesOf';
import { slice, type Span } from '../../text/span';
import type { Completion } from './completion';
import type { CompletionPlace } from './completionPlace';
import { offer } from './offer';

/** More things that are missing than these are counted, not told. */
const mostGuards = 6;

/** The statuses of the process: where it may go next first, each with what it means (reading 28). */
export function statusCompletions({ record, cursor }: CompletionPlace, written: Span): Completion[] {
  const { process } = record;
  const text = slice(cursor.text, written);
  const now = process.status(text);
  const from = statusBefore(record, now?.id);
  const next = from === undefined ? [] : transitionsFrom(process, from, (key) => valuesOf(record, key));
  const isWhole = now !== undefined || isPlaceholder(text, record.process.field(keys.status)?.placeholder);
  const others = process.statuses.filter((status) => !next.includes(status) && status.id !== from);
  const same = process.statuses.filter(({ id }) => id === from);
  return [...next, ...same, ...others].map((status) => {
    const detail =
      status.id === from
        ? 'as it is'
        : next.includes(status)
          ? `next after ${from ?? ''}`
          : `not from ${from ?? 'here'}`;
    const ways = transitionsFrom(process, status.id, (key) => valuesOf(record, key)).map(({ id }) => id);
    const onward = ways.length > 0 ? `From here to ${ways.join(', ')}.` : 'Nothing comes after it.';
    return offer(
      { cursor, written, isWhole },
      {
        kind: 'status',
        label: status.id,
        detail,
        documentation: [status.meaning, ...missing(record, status), onward].join('\n\n'),
      },
    );
  });
}

/** What a move asks for and is not there, where the record says where it stands. */
function missing(record: ChangeRecord, target: StatusDefinition): string[] {
  const move = record.status?.value ? moveTo(record, target) : undefined;
  if (move?.kind !== 'legal' || move.guards.length === 0) return [];
  const told = move.guards.slice(0, mostGuards).map(({ message }) => `– ${message}`);
  const more = move.guards.length - told.length;
  return [['Missing before:', ...told, ...(more > 0 ? [`– ${String(more)} more`] : [])].join('\n')];
}

/** The status that a record comes from: the one that stands there whole, else the last one that its history tells. */
function statusBefore({ history, process }: ChangeRecord, now: string | undefined): string | undefined {
  return now ?? history.findLast(({ status }) => status.value)?.status.value?.id ?? process.statuses[0]?.id;
}
