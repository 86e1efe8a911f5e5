import { withoutPictures } from '../text/pictures';
import { remembered } from '../text/remembered';

/**
 * A heading, label or option as it is compared (readings 12 and 15): without case, leading number, bracketed notes,
 * pictures, Markdown marks, accents and colon at its end, and with single blanks. `### 1) Code Impact (draft):` and
 * `### 💻 Code Impact` → `code impact`.
 */
export const comparableName = remembered((text: string): string => withoutAccents(spelledName(text)));

/** `Priorité` → `Priorite`: keyboards leave accents out. */
export function withoutAccents(text: string): string {
  return isAscii.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]+/g, '')
        .normalize('NFC');
}

const isAscii = /^[\u0000-\u007f]*$/;

/** The same with its accents, for keys that are made of names. */
export function spelledName(text: string): string {
  return withoutNotes(withoutPictures(text))
    .replace(/[*_`~]+/g, '')
    .replace(/^[#\s]*(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s+|\d{1,3}[.)]\s*)?/, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s:?：？])[\s:?：？]+$/, '')
    .trim()
    .toLowerCase();
}

/** The text without `(…)` and `[…]`, unless nothing else would be left. Linear, nesting included. */
function withoutNotes(text: string): string {
  if (!text.includes('(') && !text.includes('[')) return text;
  let kept = '';
  let depth = 0;
  for (const character of text) {
    if (character === '(' || character === '[') depth++;
    else if ((character === ')' || character === ']') && depth > 0) depth--;
    else if (depth === 0) kept += character;
  }
  return depth === 0 && kept.trim() !== '' ? kept : text;
}
