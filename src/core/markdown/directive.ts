/** The comments that are addressed to us; everything else in a comment is for people. */
const begins = /^<!--\s*changegate-/;

/**
 * Where the text of a line ends before a comment for us that stands behind it: such a comment is no part of a value or
 * a title. `end` where there is none.
 */
export function withoutDirective(text: string, start: number, end: number): number {
  if (end - start < 7 || text.charCodeAt(end - 1) !== 62 || !text.endsWith('-->', end)) return end;
  const line = text.slice(start, end);
  const at = line.lastIndexOf('<!--');
  return at > 0 && begins.test(line.slice(at)) ? start + at : end;
}

/** A text without the comments for us in it: what is left is what a person said. Linear. */
export function withoutDirectives(text: string): string {
  if (!text.includes('changegate-')) return text;
  let kept = '';
  let at = 0;
  while (at < text.length) {
    const from = text.indexOf('<!--', at);
    const to = from < 0 ? -1 : text.indexOf('-->', from + 4);
    if (to < 0) break;
    const isOurs = begins.test(text.slice(from, from + 100));
    kept += text.slice(at, isOurs ? from : to + 3);
    at = to + 3;
  }
  return (kept + text.slice(at)).trim();
}
