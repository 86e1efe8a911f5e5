import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import type { StatusDefinition } from '../process/processDefinition';
import { plainText } from './plainText';
import type { Answer, StatusReading } from './record';

/** What the status field says (reading 13); undefined if there is none. */
export function readStatus(answer: Answer | undefined, process: Process): StatusReading | undefined {
  if (!answer) return undefined;
  const ticked = answer.choices.some(({ box }) => box) ? answer.chosen : undefined;
  const place = ticked?.length === 1 && ticked[0] ? ticked[0] : answer;
  const value = statusNamed(place.text, process);
  const placeholder =
    value === undefined &&
    (ticked ? ticked.length === 0 : place.text === '' || isPlaceholder(place.text, answer.field.placeholder));
  return {
    document: answer.document,
    span: place.span,
    text: place.text,
    value,
    placeholder,
    drifted: value !== undefined && place.text !== value.id,
  };
}

/** The status that a text names: as a whole, or before a remark (`APPROVED (by phone)`, `✅ **Approved** – 2026-02-10`). */
export function statusNamed(text: string, process: Process): StatusDefinition | undefined {
  const words = plainText(text);
  if (words.length > 200) return undefined;
  const whole = process.status(words);
  if (whole) return whole;
  const beforeRemark = /^([\p{L}_ *`-]+?)\s*(?:[([,;:–—]|\s-\s|\d|\.?$)/u.exec(words)?.[1];
  return beforeRemark === undefined ? undefined : process.status(plainText(beforeRemark));
}
