import type { Answer, ChangeRecord, RecordDocument } from '../../record/record';
import { trimSpan, type Span } from '../../text/span';
import type { Cursor } from './cursor';

/** The answer that a cursor stands in, and what of it is on the cursor's line. */
export interface AnswerPlace {
  readonly answer: Answer;
  /** `inline`: behind the label, on its line. `below`: on a line of its own. `cell`: in the row of a table of fields. */
  readonly where: 'inline' | 'below' | 'cell';
  /** What is written there, without blanks around it; empty where nothing is. */
  readonly value: Span;
}

/** The innermost answer whose value a cursor stands in or where one would be written. */
export function answerAt(record: ChangeRecord, document: RecordDocument, cursor: Cursor): AnswerPlace | undefined {
  let best: AnswerPlace | undefined;
  for (const answer of record.answers) {
    if (answer.document !== document || answer.form === 'front-matter') continue;
    if (best && best.answer.label.start > answer.label.start) continue;
    best = placeIn(answer, cursor) ?? best;
  }
  return best;
}

function placeIn(answer: Answer, { text, offset, line }: Cursor): AnswerPlace | undefined {
  const { label, span, form } = answer;
  if (form === 'table') {
    const isIn = offset >= span.start && offset <= span.end;
    return isIn && label.end <= offset ? { answer, where: 'cell', value: span } : undefined;
  }
  if (label.start >= line.start && label.end <= line.end) {
    const start = form === 'heading' ? undefined : valueStart(text, label, line);
    if (start === undefined || offset < start) return undefined;
    return { answer, where: 'inline', value: trimSpan(text, { start, end: line.end }) };
  }
  const isOpen = form === 'heading' || span.end <= span.start;
  if (offset < label.end || line.start > Math.max(span.end, isOpen ? endOfGap(text, label) : 0)) return undefined;
  return { answer, where: 'below', value: trimSpan(text, line) };
}

/** Behind the colon of a label, which may stand inside the bold or outside of it, behind a note. */
function valueStart(text: string, label: Span, line: Span): number | undefined {
  const rest = text.slice(label.end, line.end);
  const colon = /^[*_]{0,3}\s*(?:\([^()]*\))?[*_]{0,3}\s*:[*_]{0,3}/.exec(rest);
  return colon ? label.end + colon[0].length : undefined;
}

/** Below a label, blank lines are the place for its answer up to the first line that says something. */
function endOfGap(text: string, label: Span): number {
  let at = label.end;
  while (at < text.length && !/[\r\n]/.test(text.charAt(at))) at++;
  const next = text.slice(at).search(/\S/);
  return next < 0 ? text.length : at + next - 1;
}
