import { comparableName } from '../process/comparableName';
import type { ChangeRecord, RecordDocument, Section } from '../record/record';
import type { Finding } from './finding';
import { slice } from '../text/span';

/** Where the baseline is kept if nothing else is said. */
export const defaultBaselinePath = '.changegate/baseline.json';

/** Findings of one kind in one file that were there already. */
export interface BaselineEntry {
  /** Workspace-relative. */
  readonly path: string;
  readonly code: string;
  /** Of what the finding says and what it is about, see {@link fingerprint}; never of a line number. */
  readonly hash: string;
  readonly count: number;
  /** For people who read the file; not compared. */
  readonly message: string;
}

/** An entry that applies no more, or to fewer findings than it says. */
export interface StaleEntry {
  readonly entry: BaselineEntry;
  /** How many findings are still there. */
  readonly left: number;
  /** The code is an old one: the entry counts for the rule that took its place. */
  readonly now?: { readonly code: string; readonly name: string };
}

/** A baseline that was read. */
export interface Baseline {
  /** Where its file is, workspace-relative. */
  readonly path: string;
  /** Sorted by path, code and hash, none twice. */
  readonly entries: readonly BaselineEntry[];
  /** The text of the file. */
  readonly text: string;
  /** The same entries by path. */
  readonly byPath: ReadonlyMap<string, readonly BaselineEntry[]>;
}

/** What a baseline leaves of findings. */
export interface MatchedFindings {
  readonly findings: readonly Finding[];
  readonly baselined: readonly Finding[];
  readonly stale: readonly StaleEntry[];
}

/**
 * Takes out the findings that were there already: of every kind as many as the baseline counts. Which of several equal
 * ones are kept quiet makes no difference to anybody. A finding that stands for several things is kept quiet while there
 * are no more of them than the baseline counts. Of the codes that are `leftOut` nobody looked whether they still apply;
 * `current` names the rule that took the place of an old code.
 */
export function matchBaseline(
  findings: readonly Finding[],
  { documents }: Pick<ChangeRecord, 'documents'>,
  baseline: Baseline | undefined,
  leftOut: ReadonlySet<string> = new Set(),
  current: (code: string) => StaleEntry['now'] = () => undefined,
): MatchedFindings {
  const entries = documents.flatMap(({ path }) => baseline?.byPath.get(path) ?? []);
  if (entries.length === 0) return { findings, baselined: [], stale: [] };
  const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  const fingerprints = new Fingerprints(documents);
  const old = new Map(entries.flatMap((entry) => withNow(entry, current(entry.code))));
  const oldCodes = new Set([...old.values()].map(({ code }) => code));
  const shown: Finding[] = [];
  const baselined: Finding[] = [];
  const quiet = new Set<string>();
  for (const finding of findings) {
    const key = keyOf({ path: finding.path, code: finding.code, hash: fingerprints.of(finding) });
    const count = left.get(key) ?? 0;
    const needed = finding.stands ?? 1;
    const isKnown = count >= needed;
    if (isKnown) left.set(key, count - needed);
    // What is there, and more of it, is not gone: it is shown, and the entry stays.
    else if (count > 0) left.set(key, 0);
    const isOld = oldCodes.has(finding.code) || (finding.stands !== undefined && hasOldWords(finding, entries));
    if (isOld) quiet.add(finding.code);
    (isKnown || isOld ? baselined : shown).push(finding);
  }
  const stale = entries.flatMap((entry): StaleEntry[] => {
    if (leftOut.has(entry.code)) return [];
    const now = old.get(entry);
    if (now && quiet.has(now.code)) return [{ entry, left: entry.count, now }];
    // Before it took over others the rule had other words, of which it now counts one kind.
    if (quiet.has(entry.code)) return [];
    const unused = left.get(keyOf(entry)) ?? 0;
    return unused > 0 ? [{ entry, left: entry.count - unused }] : [];
  });
  return { findings: shown, baselined, stale };
}

/** The entries that keep findings of a record quiet. */
export function entriesFor(
  findings: readonly Finding[],
  { documents }: Pick<ChangeRecord, 'documents'>,
): BaselineEntry[] {
  const fingerprints = new Fingerprints(documents);
  return mergedEntries(
    findings.map((finding) => ({
      path: finding.path,
      code: finding.code,
      hash: fingerprints.of(finding),
      count: finding.stands ?? 1,
      message: finding.message,
    })),
    (a, b) => a + b,
  );
}

/** Entries by path, code and hash, each kind once; `count` says how the counts of equal ones are taken together. */
export function mergedEntries(
  entries: readonly BaselineEntry[],
  count: (a: number, b: number) => number,
): BaselineEntry[] {
  const merged = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, count: count(known.count, entry.count) } : entry);
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entry]) => entry);
}

/** Whether a baseline has the findings of a rule one by one, from before it took them together. */
function hasOldWords({ code }: Finding, entries: readonly BaselineEntry[]): boolean {
  return entries.some((entry) => entry.code === code && entry.hash !== hashOf(''));
}

function withNow(
  entry: BaselineEntry,
  now: StaleEntry['now'],
): (readonly [BaselineEntry, NonNullable<StaleEntry['now']>])[] {
  return now ? [[entry, now]] : [];
}

function keyOf({ path, code, hash }: Pick<BaselineEntry, 'path' | 'code' | 'hash'>): string {
  return `${path}\n${code}\n${hash}`;
}

/** Longer places are distinguished by their beginnings. */
const longestPlace = 200;

/**
 * What a finding is, wherever its line has gone: its message, the words that it is about, and the heading they stand
 * under. The title of the record is not among them: it may change, and what is said there concerns the whole record.
 */
class Fingerprints {
  private readonly documents: ReadonlyMap<string, RecordDocument>;

  constructor(documents: readonly RecordDocument[]) {
    this.documents = new Map(documents.map((document) => [document.path, document]));
  }

  of({ path, span, message, stands }: Finding): string {
    // What stands for several things has a message that changes with each of them.
    if (stands !== undefined) return hashOf('');
    const document = this.documents.get(path);
    const section = document && sectionAt(document, span.start);
    const isTitle = document?.root.heading?.title.start === span.start;
    const start = Math.min(span.end, span.start + longestPlace);
    const covered = document && !isTitle ? slice(document.text, { start: span.start, end: start }) : '';
    return hashOf([message, section ? comparableName(section.title) : '', covered].map(oneLine).join('\n'));
  }
}

/** The innermost section that begins before an offset; undefined above the first one. */
function sectionAt({ sections }: RecordDocument, offset: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sections[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** 53 bits in 14 hexadecimal digits (cyrb53): tells texts apart, keeps no secret. */
function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}
