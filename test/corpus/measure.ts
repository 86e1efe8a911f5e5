import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { validate } from '../../src/core/actions/validate';
import { rules } from '../../src/core/rules/engine/registry';
import { NodeWorkspace } from '../../src/node/nodeWorkspace';
import { unpacked } from '../rules/unpacked';

/** The day on which the corpus is read. */
const today = Date.parse('2026-06-30T12:00:00Z');

/** A finding as a reviewer would put it: rule, line (from 1), and a part of what is said. */
interface Label {
  readonly code: string;
  readonly line: number;
  readonly part: string;
}

/** What is expected of one file of the corpus. */
interface LabeledFile {
  readonly path: string;
  /** What the file is in the corpus for. */
  readonly shape: string;
  readonly isClean: boolean;
  readonly labels: readonly Label[];
}

/** A finding of the product. */
interface Found {
  readonly path: string;
  readonly code: string;
  readonly line: number;
  readonly message: string;
  readonly severity: string;
}

/** How the findings of one rule compare with the labels. */
export interface RuleCount {
  readonly code: string;
  /** Labels that were found. */
  readonly right: number;
  /** Findings that no label asks for. */
  readonly wrong: number;
  /** Labels that were not found. */
  readonly missed: number;
}

/** What became of the corpus. */
export interface Measurement {
  readonly files: readonly LabeledFile[];
  /** Records, companions not counted. */
  readonly records: number;
  readonly clean: number;
  readonly counts: readonly RuleCount[];
  /** Rules for records that no file of the corpus exercises. */
  readonly unexercised: readonly string[];
  /** One line for each finding without a label and each label without a finding. */
  readonly differences: readonly string[];
  /** Findings at warning or above in files that are labeled as clean. */
  readonly loud: readonly string[];
  /** Files that were checked and have no label, or the other way round. */
  readonly unpaired: readonly string[];
}

/** Holds what is found in the corpus of a folder against its labels. Every folder of `records` is a workspace. */
export async function measure(folder: string): Promise<Measurement> {
  const files = readLabels(join(folder, 'expected.yml'));
  const found: Found[] = [];
  const checked = new Set<string>();
  let records = 0;
  for (const team of readdirSync(join(folder, 'records')).sort()) {
    const result = await validate({
      workspace: new NodeWorkspace(join(folder, 'records', team)),
      clock: { now: () => today },
    });
    if (result.kind !== 'report') throw new Error(`${team} cannot be checked: ${result.kind}`);
    records += result.report.summary.records;
    for (const file of unpacked(result.report).files) {
      const path = `${team}/${file.path}`;
      checked.add(path);
      for (const { code, message, severity, range } of file.findings)
        found.push({ path, code, line: range.start.line + 1, message, severity });
    }
  }
  const labeled = new Set(files.map(({ path }) => path));
  const clean = new Set(files.filter(({ isClean }) => isClean).map(({ path }) => path));
  return {
    files,
    records,
    clean: clean.size,
    ...compare(files, found),
    loud: found.filter(({ path, severity }) => clean.has(path) && isLoud(severity)).map(shown),
    unpaired: [
      ...[...checked].filter((path) => !labeled.has(path)),
      ...[...labeled].filter((path) => !checked.has(path)),
    ],
  };
}

function isLoud(severity: string): boolean {
  return severity === 'error' || severity === 'warning';
}

function shown({ path, code, line, message }: Found): string {
  return `${path}:${String(line)} ${code} ${message}`;
}

function compare(
  files: readonly LabeledFile[],
  found: readonly Found[],
): Pick<Measurement, 'counts' | 'differences' | 'unexercised'> {
  const counts = new Map<string, { right: number; wrong: number; missed: number }>();
  const countOf = (code: string): { right: number; wrong: number; missed: number } => {
    const count = counts.get(code) ?? { right: 0, wrong: 0, missed: 0 };
    counts.set(code, count);
    return count;
  };
  const differences: string[] = [];
  const left = [...found];
  for (const { path, labels } of files) {
    for (const label of labels) {
      const at = left.findIndex(
        (each) =>
          each.path === path &&
          each.code === label.code &&
          each.line === label.line &&
          each.message.includes(label.part),
      );
      if (at >= 0) left.splice(at, 1);
      else differences.push(`missed   ${path}:${String(label.line)} ${label.code} ${label.part}`);
      countOf(label.code)[at >= 0 ? 'right' : 'missed']++;
    }
  }
  for (const each of left) {
    differences.push(`not said ${shown(each)}`);
    countOf(each.code).wrong++;
  }
  return {
    counts: [...counts].map(([code, count]) => ({ code, ...count })).sort((a, b) => (a.code < b.code ? -1 : 1)),
    differences,
    unexercised: rules.map(({ code }) => code).filter((code) => (counts.get(code)?.right ?? 0) === 0),
  };
}

function readLabels(path: string): LabeledFile[] {
  const teams = parse(readFileSync(path, 'utf8')) as Record<
    string,
    Record<string, { readonly shape: string; readonly clean?: boolean; readonly findings?: readonly string[] }>
  >;
  return Object.entries(teams).flatMap(([team, ofTeam]) =>
    Object.entries(ofTeam).map(([file, { shape, clean, findings = [] }]) => ({
      path: `${team}/${file}`,
      shape,
      isClean: clean === true,
      labels: findings.map(readLabel),
    })),
  );
}

function readLabel(text: string): Label {
  const [, code, line, part] = /^(CG\d{3}) (\d+)(?: (.+))?$/.exec(text) ?? [];
  if (code === undefined) throw new Error(`"${text}" is no label.`);
  return { code, line: Number(line), part: part ?? '' };
}

/** Of the findings of a rule, the share that the labels ask for; 1 where it found nothing. */
export function precision({ right, wrong }: RuleCount): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Of the labels of a rule, the share that was found; 1 where there is none. */
export function recall({ right, missed }: RuleCount): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

/** The table of docs/rules/precision.md: five rules a row, each with how often it was rightly found. */
export function precisionTable({ files, records, clean, counts, unexercised }: Measurement): string {
  const exercised = rules.length - unexercised.length;
  const sum = counts.reduce((all, { right }) => all + right, 0);
  const cells = counts.map(
    (count) =>
      `[${count.code}](${count.code}.md) × ${String(count.right)}${isRight(count) ? '' : ` (precision ${share(precision(count))}, recall ${share(recall(count))})`}`,
  );
  const perRow = 6;
  const rows = Array.from({ length: Math.ceil(cells.length / perRow) }, (_, row) =>
    Array.from({ length: perRow }, (_each, column) => cells[row * perRow + column] ?? ''),
  );
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`.replace(/ {2,}/g, ' ');
  return [
    `${String(records)} records with ${String(files.length - records)} companion files, ${String(clean)} of these files without anything at warning or above; ${String(sum)} findings of ${String(exercised)} of ${String(rules.length)} rules. Precision and recall are ${counts.every(isRight) ? '1.0 for every rule' : 'below 1.0 where the table says so'}.`,
    '',
    line(Array.from({ length: perRow }, () => 'Rule')),
    line(Array.from({ length: perRow }, () => '---')),
    ...rows.map(line),
    '',
    `Rules for records that the corpus does not exercise: ${unexercised.map((code) => `[${code}](${code}.md)`).join(', ') || 'none'}.`,
    '',
  ].join('\n');
}

/** Whether a rule found what it should have, and nothing else. */
export function isRight({ wrong, missed }: RuleCount): boolean {
  return wrong === 0 && missed === 0;
}

function share(value: number): string {
  return value.toFixed(2);
}
