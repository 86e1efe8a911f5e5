import { isPlaceholder } from '../../process/placeholder';
import { slice, type Span } from '../../text/span';
import type { Completion } from './completion';
import type { CompletionPlace } from './completionPlace';
import { offer } from './offer';

const humanAct = 'Giving approval is the act of a person. Enter a token only where an approver has said it.';

/**
 * The words of the token field (reading 32). What gives no approval comes first, so that no token is ever entered by a
 * careless Enter.
 */
export function tokenCompletions({ record, cursor, at }: CompletionPlace, written: Span): Completion[] {
  const { tokens } = record.process;
  if (tokens.length === 0) return [];
  const text = slice(cursor.text, written);
  const isWhole =
    isPlaceholder(text, at?.answer.field.placeholder) || (record.approval.token?.kind ?? 'unknown') !== 'unknown';
  const place = { cursor, written, isWhole };
  const pending = offer(place, { kind: 'option', label: 'PENDING', detail: 'no approval yet' });
  return [
    pending,
    ...tokens.map((token) =>
      offer(place, {
        kind: 'token',
        label: token.text,
        detail: 'approval: an act of a person',
        documentation: humanAct,
      }),
    ),
  ];
}
