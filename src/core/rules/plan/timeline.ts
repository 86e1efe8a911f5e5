import { keys } from '../../process/fieldKeys';
import { readDuration, type Duration } from '../../lifecycle/duration';
import { blocksWithin } from '../../markdown/blocksWithin';
import { comparableName } from '../../process/comparableName';
import type { CalendarDate } from '../../text/calendarDate';
import { once } from '../../record/facts';
import { plainSpan } from '../../record/plainText';
import type { ChangeRecord, Place, RecordDocument } from '../../record/record';
import { slice, type Span } from '../../text/span';
import { anyDate } from '../../text/writtenDate';

/** A cell with what it tells, as far as it could be read. */
export interface Told<Value> extends Place {
  readonly text: string;
  readonly value: Value | undefined;
}

/** A row of Estimated Timeline. */
export interface TimelineRow {
  readonly phase: Told<string>;
  readonly duration: Told<Duration> | undefined;
  readonly start: Told<CalendarDate> | undefined;
  readonly end: Told<CalendarDate> | undefined;
}

/** The timeline of a plan: its phases, and the row that sums them up. */
export interface Timeline {
  readonly phases: readonly TimelineRow[];
  readonly total: TimelineRow | undefined;
}

/** Reads the table of Estimated Timeline; undefined where there is none. */
export const readTimeline = once(
  ({ answer, process }: Pick<ChangeRecord, 'answer' | 'facts' | 'process'>): Timeline | undefined => {
    const timeline = answer(keys.timeline);
    if (!timeline) return undefined;
    const { document, span } = timeline;
    const table = blocksWithin(document.scan, span).find(({ kind }) => kind === 'table');
    if (table?.kind !== 'table') return undefined;
    const names = table.header.cells.map((cell) => comparableName(slice(document.text, cell)));
    const words = process.words.timeline;
    const columns = [words.phase, words.duration, words.start, words.end].map((wanted) =>
      names.findIndex((name) => wanted.includes(name)),
    );
    const rows = table.rows.map(({ cells, span: row }): TimelineRow => {
      const [phase, duration, start, end] = columns.map((column) => cells[column]);
      return {
        phase: phase ? told(document, phase, (text) => text) : { document, span: row, text: '', value: undefined },
        duration: duration && told(document, duration, readDuration),
        start: start && told(document, start, anyDate),
        end: end && told(document, end, anyDate),
      };
    });
    const isTotal = ({ phase }: TimelineRow): boolean => /^(?:total|sum|overall)\b/i.test(phase.text);
    return { phases: rows.filter((row) => !isTotal(row)), total: rows.find(isTotal) };
  },
);

function told<Value>(document: RecordDocument, where: Span, read: (text: string) => Value | undefined): Told<Value> {
  const span = plainSpan(document.text, where);
  const text = slice(document.text, span);
  return { document, span, text, value: read(text) };
}
