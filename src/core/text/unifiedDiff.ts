import { changedLines, type LineChange } from './changedLines';

/** How many unchanged lines stand around a change, as `git diff` has it. */
const context = 3;

/**
 * What changes in a file, in the format of `diff -u` and `git diff`, so that `git apply` takes it: empty if nothing
 * does. A file that is not there yet is `undefined` before, one that goes away `undefined` after. Lines end with a line
 * feed; a carriage return before it belongs to its line. The shortest change is found where it is small; a text
 * rewritten from end to end is shown as one change (see {@link changedLines}).
 */
export function unifiedDiff(path: string, before: string | undefined, after: string | undefined): string {
  if (before === after) return '';
  const old = linesOf(before ?? '');
  const next = linesOf(after ?? '');
  const from = before === undefined ? '/dev/null' : quoted(`a/${path}`);
  const to = after === undefined ? '/dev/null' : quoted(`b/${path}`);
  const head = `--- ${from}\n+++ ${to}\n`;
  const hunks = hunksOf(changedLines(old, next)).map((changes) => hunk(changes, old, next));
  return head + hunks.join('');
}

/** The lines of a text, each with its line feed; the last may be without. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Names with blanks and control characters in quotes, as git writes them. */
function quoted(path: string): string {
  if (!/[\u0000-\u001f"\\\u007f]/.test(path)) return path;
  return JSON.stringify(path);
}

/** Changes that are so near each other that their contexts touch are shown together. */
function hunksOf(changes: readonly LineChange[]): LineChange[][] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last && change.before.start - last.before.end <= 2 * context) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunk(changes: readonly LineChange[], old: readonly string[], next: readonly string[]): string {
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last) return '';
  const lead = Math.min(context, first.before.start);
  const trail = Math.min(context, old.length - last.before.end);
  const before = { start: first.before.start - lead, end: last.before.end + trail };
  const after = { start: first.after.start - lead, end: last.after.end + trail };
  const lines: string[] = [];
  let at = before.start;
  for (const change of changes) {
    lines.push(...marked(' ', old.slice(at, change.before.start)));
    lines.push(...marked('-', old.slice(change.before.start, change.before.end)));
    lines.push(...marked('+', next.slice(change.after.start, change.after.end)));
    at = change.before.end;
  }
  lines.push(...marked(' ', old.slice(at, before.end)));
  return `@@ -${place(before)} +${place(after)} @@\n${lines.join('')}`;
}

function marked(mark: ' ' | '-' | '+', lines: readonly string[]): string[] {
  return lines.map((line) => (line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`));
}

/** `line,count`: lines count from one; where there is none, the line before. */
function place({ start, end }: { readonly start: number; readonly end: number }): string {
  const count = end - start;
  if (count === 1) return String(start + 1);
  return `${String(count === 0 ? start : start + 1)},${String(count)}`;
}
