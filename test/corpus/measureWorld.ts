import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { validate } from '../../src/core/actions/validate';
import type { ReportedFile } from '../../src/core/actions/validateReport';
import { NodeWorkspace } from '../../src/node/nodeWorkspace';
import { unpacked } from '../rules/unpacked';

/** The day on which the records are read. */
const today = Date.parse('2026-06-30T12:00:00Z');

/** What a person reads at the top of a record. */
export const readFields = ['id', 'title', 'status', 'type', 'priority'] as const;
export type ReadField = (typeof readFields)[number];

/** The label of one record; docs in world/expected.yml. */
interface Label {
  readonly shape: string;
  readonly reads: Partial<Record<ReadField, string | null>>;
  readonly must?: readonly { readonly at: readonly string[]; readonly why: string }[];
  readonly incomplete?: boolean;
  readonly may?: number;
  readonly notMissing?: readonly string[];
}

/** How much of what a person reads was read; files in which neither reads anything do not count. */
export interface Share {
  readonly right: number;
  readonly all: number;
}

/** What became of the records of other shapes. */
export interface WorldMeasurement {
  readonly files: number;
  readonly read: Readonly<Record<ReadField, Share>>;
  /** Errors and warnings, and those of them that no label asks for. */
  readonly loud: number;
  readonly disputed: number;
  /** Errors and warnings of the median record. */
  readonly median: number;
  readonly planted: Share;
  /** Answers that are called missing and stand there. */
  readonly falselyMissing: number;
  /** One line for each difference, by kind. */
  readonly differences: readonly string[];
  /** Files that were checked and have no label. */
  readonly unlabeled: readonly string[];
  /** Labeled records that were not checked. */
  readonly unlisted: readonly string[];
}

type Finding = ReportedFile['findings'][number];

/** Holds what is read and found in the records of a folder against their labels. Every folder of `records` is a workspace. */
export async function measureWorld(folder: string): Promise<WorldMeasurement> {
  const labels = parse(readFileSync(join(folder, 'expected.yml'), 'utf8')) as Record<string, Label>;
  const reported = new Map<string, ReportedFile>();
  for (const team of readdirSync(join(folder, 'records')).sort()) {
    const result = await validate({
      workspace: new NodeWorkspace(join(folder, 'records', team)),
      clock: { now: () => today },
    });
    if (result.kind === 'nothing-to-check') continue;
    if (result.kind !== 'report') throw new Error(`${team} cannot be checked: ${result.kind}`);
    for (const file of unpacked(result.report).files) reported.set(`${team}/${file.path}`, file);
  }
  const judged = Object.entries(labels).map(([path, label]) => {
    const text = readFileSync(join(folder, 'records', path), 'utf8');
    return judge(path, label, reported.get(path), text.split('\n'));
  });
  const loud = judged.map((each) => each.loud).sort((a, b) => a - b);
  const sum = (of: (each: Judgment) => number): number => judged.reduce((all, each) => all + of(each), 0);
  return {
    files: judged.length,
    read: Object.fromEntries(
      readFields.map((field) => [
        field,
        { right: sum(({ read }) => read[field].right), all: sum(({ read }) => read[field].all) },
      ]),
    ) as Record<ReadField, Share>,
    loud: sum((each) => each.loud),
    disputed: sum((each) => each.disputed),
    median: loud[Math.floor(loud.length / 2)] ?? 0,
    planted: { right: sum(({ planted }) => planted.right), all: sum(({ planted }) => planted.all) },
    falselyMissing: sum((each) => each.falselyMissing),
    differences: judged.flatMap(({ differences }) => differences).sort(),
    unlabeled: [...reported.keys()].filter((path) => !Object.hasOwn(labels, path)),
    unlisted: Object.keys(labels).filter((path) => !reported.has(path)),
  };
}

interface Judgment extends Pick<WorldMeasurement, 'read' | 'loud' | 'disputed' | 'planted' | 'falselyMissing'> {
  readonly differences: readonly string[];
}

function judge(path: string, label: Label, file: ReportedFile | undefined, lines: readonly string[]): Judgment {
  const differences: string[] = [];
  const read = readFields.map((field): [ReadField, Share] => {
    if (field === 'type' && basename(path).startsWith('CR-')) return [field, { right: 0, all: 0 }];
    const want = field in label.reads ? (label.reads[field] ?? null) : field === 'id' ? basename(path, '.md') : null;
    const got = file?.record?.[field] ?? null;
    if (want !== got) differences.push(`${field.padEnd(8)} ${path}: ${told(got)}, a person reads ${told(want)}`);
    return [field, { right: want === got && want !== null ? 1 : 0, all: want === null && got === null ? 0 : 1 }];
  });
  const findings = file?.findings ?? [];
  const loud = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const said = loud.filter((finding) => !isCompleteness(finding));
  const rightly = new Set<Finding>();
  let planted = 0;
  for (const { at, why } of label.must ?? []) {
    const places = lines.flatMap((line, index) => (at.some((text) => line.includes(text)) ? [index] : []));
    if (places.length === 0) throw new Error(`${path} has no line with ${at.join(' or ')}.`);
    const found = said.filter(({ range }) => places.includes(range.start.line));
    for (const finding of found) rightly.add(finding);
    if (found.length > 0) planted++;
    else differences.push(`missed   ${path}:${String((places[0] ?? 0) + 1)} ${why}`);
  }
  const asks = loud.find((finding) => isCompleteness(finding) && label.incomplete === true);
  if (asks) rightly.add(asks);
  const others = loud.filter((finding) => !rightly.has(finding));
  const disputed = others.slice(label.may ?? 0);
  for (const finding of disputed) differences.push(`disputed ${path}:${told(finding)}`);
  const missing = (label.notMissing ?? []).flatMap((name) => {
    const finding = findings.find((each) => textsOf(each).some((text) => missingIn(text).includes(name.toLowerCase())));
    return finding ? [`missing  ${path}:${told(finding)} (${name} stands there)`] : [];
  });
  return {
    read: Object.fromEntries(read) as Record<ReadField, Share>,
    loud: loud.length,
    disputed: disputed.length,
    planted: { right: planted, all: label.must?.length ?? 0 },
    falselyMissing: missing.length,
    differences: [...differences, ...missing],
  };
}

/** Whether a finding is the one list of answers that a document lacks. */
function isCompleteness({ message }: Finding): boolean {
  return /^\d+ of \d+ (?:required )?answers? .*missing/i.test(message);
}

function textsOf({ message, related, fixes }: Finding): readonly string[] {
  return [message, ...related.map((each) => each.message), ...fixes.map(({ title }) => title)];
}

/** What a sentence calls missing: "X is missing" or "… are missing: X, Y and Z". */
function missingIn(text: string): readonly string[] {
  if (!/\bmissing\b/i.test(text)) return [];
  return text
    .replaceAll(/\([^)]*\)/g, '')
    .split(/[:,;.]| and |\b(?:is|are) missing\b/)
    .map((part) =>
      part
        .replaceAll(/["']/g, '')
        .replace(/^\s*(?:the\s+)?(?:section\s+)?/i, '')
        .trim()
        .toLowerCase(),
    );
}

function told(value: string | null | Finding): string {
  if (value === null || typeof value === 'string') return JSON.stringify(value);
  return `${String(value.range.start.line + 1)} ${value.code} ${value.severity} ${value.message}`;
}

/** The figures as a table, with the aim of each. */
export function worldTable(measured: WorldMeasurement): string {
  const percent = ({ right, all }: Share): string =>
    `${String(right)} of ${String(all)} = ${((100 * right) / Math.max(all, 1)).toFixed(1)} %`;
  const disputed = { right: measured.disputed, all: measured.loud };
  return [
    `${String(measured.files)} records of other shapes`,
    ...readFields.map((field) => `${field.padEnd(16)} ${percent(measured.read[field])} (aim: 95 %)`),
    `${'contradictions'.padEnd(16)} ${percent(measured.planted)} (aim: all)`,
    `${'disputed'.padEnd(16)} ${percent(disputed)} (aim: 2 %)`,
    `${'falsely missing'.padEnd(16)} ${String(measured.falselyMissing)} (aim: none)`,
    `${'median'.padEnd(16)} ${String(measured.median)} errors and warnings (aim: 2)`,
  ].join('\n');
}
