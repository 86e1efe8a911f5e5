import type { FieldMark } from './blocks';
import { isBlank } from './lineText';

/** A label is a few words; anything longer that is bold is emphasis in a sentence. */
const longestLabel = 120;

/**
 * The field that a line begins with (reading 12): `**Label**: value`, `**Label:** value`, `**Label** (note): value`,
 * also with `__`. `end` is the end of the line's text without hard-break marks.
 */
export function readFieldMark(text: string, start: number, end: number): FieldMark | undefined {
  const mark = text.charCodeAt(start);
  if ((mark !== 42 && mark !== 95) || text.charCodeAt(start + 1) !== mark) return undefined;
  const from = start + 2;
  const last = Math.min(end, from + longestLabel) - 1;
  let close = from;
  while (close < last && (text.charCodeAt(close) !== mark || text.charCodeAt(close + 1) !== mark)) close++;
  if (close >= last || close === from || isBlank(text.charCodeAt(from))) return undefined;
  if (isColon(text.charCodeAt(close - 1))) return field(text, from, close - 1, close + 2, end);
  let at = close + 2;
  while (isBlank(text.charCodeAt(at)) && at < end) at++;
  if (isColon(text.charCodeAt(at))) return field(text, from, close, at + 1, end);
  const opening = text.charCodeAt(at);
  if (opening !== 40 && opening !== 91) return undefined;
  const closing = text.slice(at, Math.min(end, at + longestLabel)).indexOf(opening === 40 ? ')' : ']') + at;
  if (closing <= at) return undefined;
  let colon = closing + 1;
  while (isBlank(text.charCodeAt(colon)) && colon < end) colon++;
  if (colon >= end || !isColon(text.charCodeAt(colon))) return undefined;
  const found = field(text, from, close, colon + 1, end);
  return found && { ...found, note: { start: at + 1, end: closing } };
}

/** `:` and the full-width one of Chinese and Japanese. */
export function isColon(code: number): boolean {
  return code === 58 || code === 0xff1a;
}

/** A label without bold has no more characters than this. */
const longestPlainLabel = 50;

/**
 * The field that a line begins with whose label is not bold or begins with a picture: `Status: APPROVED`,
 * `Breaking changes? no`, `🚦 **Status:** APPROVED`. Whether it is one, only somebody can say who knows the word.
 */
export function readPlainMark(text: string, start: number, end: number): FieldMark | undefined {
  const last = Math.min(end, start + longestPlainLabel + 1);
  let colon = start;
  while (colon < last && !isColon(text.charCodeAt(colon)) && text.charCodeAt(colon) !== 63) colon++;
  if (colon === start || colon >= last) return undefined;
  const after = text.charCodeAt(colon + 1);
  // `https://…`, `12:30` and `a::b` are no labels.
  const closing = (after === 42 || after === 95) && text.charCodeAt(colon + 2) === after ? 2 : 0;
  if (text.charCodeAt(colon) !== 0xff1a && closing === 0 && colon + 1 < end && !isBlank(after)) return undefined;
  return field(text, start, colon, colon + 1 + closing, end);
}

function field(
  text: string,
  labelStart: number,
  labelEnd: number,
  valueStart: number,
  end: number,
): FieldMark | undefined {
  let to = labelEnd;
  while (to > labelStart && isBlank(text.charCodeAt(to - 1))) to--;
  if (to === labelStart || valueStart > end) return undefined;
  let from = valueStart;
  while (from < end && isBlank(text.charCodeAt(from))) from++;
  return {
    label: { start: labelStart, end: to },
    note: undefined,
    value: { start: from, end: withoutComment(text, from, end) },
  };
}

/** A comment at the end of a value is none of it. */
function withoutComment(text: string, start: number, end: number): number {
  if (end - start < 7 || !text.startsWith('-->', end - 3)) return end;
  const comment = text.lastIndexOf('<!--', end);
  if (comment < start) return end;
  let to = comment;
  while (to > start && isBlank(text.charCodeAt(to - 1))) to--;
  return to;
}
