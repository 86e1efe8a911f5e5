import type { LocatedFinding } from './locatedFinding';
import { fileRules } from './fileRules';
import { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';
import type { Baseline, BaselineEntry, StaleEntry } from './baseline';

/** The findings in a baseline for entries that apply no more, each at its line. */
export function staleFindings(baseline: Baseline, stale: readonly StaleEntry[]): LocatedFinding[] {
  if (stale.length === 0) return [];
  const lines = LineIndex.of(baseline.text);
  const spans = spansOf(baseline, lines);
  const { code, name, severity } = fileRules.baseline;
  return [...stale.filter(({ now }) => !now), ...oncePerRule(stale)].map((each) => {
    const { entry } = each;
    const span = spans.get(keyOf(entry)) ?? { start: 0, end: 0 };
    return {
      code,
      name,
      severity,
      message: messageOf(each),
      path: baseline.path,
      span,
      related: [],
      fixes: [],
      range: lines.rangeOf(span),
      relatedRanges: [],
    };
  });
}

/** Entries whose files no record is made of any more. */
export function entriesWithoutFile({ entries }: Baseline, paths: ReadonlySet<string>): StaleEntry[] {
  return entries.filter(({ path }) => !paths.has(path)).map((entry) => ({ entry, left: 0 }));
}

/** Of the entries with old codes the first of each rule that they stand for now. */
function oncePerRule(stale: readonly StaleEntry[]): StaleEntry[] {
  const first = new Map<string, StaleEntry>();
  for (const each of stale) if (each.now && !first.has(each.now.code)) first.set(each.now.code, each);
  return [...first.values()];
}

function messageOf({ entry: { code, path, count }, left, now }: StaleEntry): string {
  if (now)
    return `${code} is now ${now.code} ${now.name}, and the entries of the baseline are read as such; "changegate baseline write" writes them again.`;
  const what = `${code} in "${path.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, 300)}"`;
  return left === 0
    ? `The baseline has an entry for ${what} that applies no more.`
    : `The baseline counts ${String(count)} findings of ${what}; ${String(left)} ${left === 1 ? 'is' : 'are'} left.`;
}

/** Where the entries stand: the line with the hash of each, as the file is written by us. */
function spansOf({ text }: Baseline, lines: LineIndex): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (let line = 0; line < lines.lineCount; line++) {
    const from = lines.starts[line] ?? 0;
    const written = text.slice(from, lines.starts[line + 1] ?? text.length);
    const json = /^\s*(\{.*\}),?\s*$/.exec(written)?.[1];
    const key = json === undefined ? undefined : keyIn(json);
    if (json === undefined || key === undefined) continue;
    const start = from + written.indexOf(json);
    spans.set(key, { start, end: start + json.length });
  }
  return spans;
}

function keyIn(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null) return undefined;
    const { path, code, hash } = value as Partial<Record<string, unknown>>;
    return keyOf({ path: String(path), code: String(code), hash: String(hash) });
  } catch {
    return undefined;
  }
}

function keyOf({ path, code, hash }: Pick<BaselineEntry, 'path' | 'code' | 'hash'>): string {
  return JSON.stringify([path, code, hash]);
}
