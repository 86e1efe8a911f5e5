import { keys } from '../../process/fieldKeys';
import { isPlaceholder } from '../../process/placeholder';
import { comparableName } from '../../process/comparableName';
import { slice, trimSpan, type Span } from '../../text/span';
import { riskName } from '../../process/riskDefinition';
import type { Completion } from './completion';
import type { CompletionPlace } from './completionPlace';
import { offer } from './offer';

/** The steps of the scale for probability and impact of a risk, in its list and in its table (readings 39 and 41). */
export function riskCompletions(place: CompletionPlace): Completion[] {
  const { cursor } = place;
  const { levels } = place.record.process.risk;
  const written = levelAt(place);
  if (!written) return [];
  const text = slice(cursor.text, written);
  const isWhole = isPlaceholder(text) || levels.some(({ name }) => riskName(name) === riskName(text));
  return levels.map(({ name, value }) =>
    offer(
      { cursor, written, isWhole },
      { kind: 'option', label: name, detail: `${String(value)} of ${String(levels.at(-1)?.value)}` },
    ),
  );
}

/** The level that is written at the cursor, in the section that the process keeps its risks in. */
function levelAt({ cursor, document, record, cell }: CompletionPlace): Span | undefined {
  const { text, line, offset } = cursor;
  const home = record.process.field(keys.risks)?.section;
  const isHome = document.sections.some(
    ({ definition, span }) => home !== undefined && definition === home && span.start <= offset && offset <= span.end,
  );
  if (!isHome) return undefined;
  if (cell) return isLevel(cell.column) ? cell.value : undefined;
  const match = /^\s*[-*+]\s+\**([\p{L} ]{1,20})\**\s*:\**/u.exec(slice(text, line));
  const start = line.start + (match?.[0].length ?? 0);
  if (!match || offset < start || !isLevel(comparableName(match[1] ?? ''))) return undefined;
  return trimSpan(text, { start, end: line.end });
}

function isLevel(name: string): boolean {
  return /^(?:probability|likelihood|impact|severity)$/.test(name);
}
