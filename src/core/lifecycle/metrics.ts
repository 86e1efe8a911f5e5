import { blocksWithin } from '../markdown/blocksWithin';
import { isPlaceholder } from '../process/placeholder';
import { onceOfPart } from '../record/facts';
import type { Answer, Place } from '../record/record';
import { slice } from '../text/span';

/** One line of the baseline or target metrics: `Current P95 latency: 180 ms`. */
export interface Metric extends Place {
  /** What is measured, in lower case and without "current" or "target": `p95 latency`. */
  readonly name: string;
  /** As it is written: `Current P95 latency`. */
  readonly label: string;
  /** The value as it is written; the span covers it. */
  readonly text: string;
  /** It is more than the template's placeholder. */
  readonly given: boolean;
  /** The number it begins with, without a bound before it; undefined where there is none. */
  readonly value: number | undefined;
  /** What stands behind the number: `ms`, `%`, `req/s`. */
  readonly unit: string;
}

/** The metrics that an answer lists, one an item. */
export const metricsIn = onceOfPart(({ document, span }: Answer): readonly Metric[] => {
  return blocksWithin(document.scan, span).flatMap((block) => {
    if (block.kind !== 'item') return [];
    const content = slice(document.text, block.content);
    const colon = content.indexOf(':');
    if (colon < 1 || colon > 80) return [];
    const label = content.slice(0, colon).replace(/[*_`]/g, '').trim();
    const rest = content.slice(colon + 1);
    const text = rest.replace(/^[\s*_]+/, '');
    const start = block.content.start + colon + 1 + (rest.length - text.length);
    const number = /^~?(\d{1,12}(?:\.\d{1,6})?)\s?([\p{L}%/µ]*)/u.exec(text);
    return [
      {
        document,
        span: { start, end: block.content.end },
        name: label.replace(/^(?:current|baseline|target|expected|new|planned)\s+/i, '').toLowerCase(),
        label,
        text,
        given: text !== '' && !isPlaceholder(text),
        value: number && !/^~?\d+,\d/.test(text) ? Number(number[1]) : undefined,
        unit: (number?.[2] ?? '').toLowerCase(),
      },
    ];
  });
});
