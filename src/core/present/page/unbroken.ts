import { element, type Content } from '../svg/markup';

/** Dates, IDs and quarters. */
const oneWord = /\b(?=[A-Z\d-]{0,40}\d)[A-Z\d]{1,6}(?:-[A-Z\d]{1,8}){1,4}\b/g;

/** A text in which no line breaks within a date or an ID; its characters stay what they are. */
export function unbroken(text: string): Content {
  const pieces: Content[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(oneWord)) {
    pieces.push(text.slice(from, index), element('span', { class: 'one' }, found));
    from = index + found.length;
  }
  return [...pieces, text.slice(from)];
}
