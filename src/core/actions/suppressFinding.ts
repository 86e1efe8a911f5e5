import type { Block } from '../markdown/blocks';
import { withoutHardBreak } from '../markdown/lineText';
import type { ChangeRecord, RecordDocument } from '../record/record';
import { checkRecord, type LintOptions } from '../rules/engine/lintRecord';
import { catalog } from '../rules/engine/registry';
import type { Finding } from '../findings/finding';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/textEdit';
import { editStep, textAfter, type Change } from '../change/change';
import { readAgain } from '../change/readAgain';

/** A comment that keeps a finding quiet, written into the text that it stands in. */
export interface SuppressionEdit {
  readonly change: Change;
  /** Of the first edit: the place in its new text where the reason goes, now the word "reason". */
  readonly reason: Span;
}

/** What stands where a person says why; it counts as no reason (CG908). */
const reasonWord = 'reason';

/**
 * The smallest comment that keeps a finding quiet: above its line, behind it, or around its table. Only one that changes
 * nothing else of what is found is offered, so that the comment can never alter how the record is read. Undefined where
 * there is none: in front matter, or for a rule that cannot be suppressed.
 */
export function suppressFinding(
  finding: Finding,
  record: ChangeRecord,
  options: LintOptions,
): SuppressionEdit | undefined {
  const document = record.documents.find(({ path }) => path === finding.path);
  if (!document || options.suppressions === 'deny') return undefined;
  if (catalog.find(({ code }) => code === finding.code)?.unsuppressable === true) return undefined;
  const whole = { ...options, baseline: undefined, fold: false };
  const before = tally(checkRecord(record, whole).findings);
  return candidates(finding, document).find((candidate) => isQuietOnly(candidate, finding, record, whole, before));
}

function* candidatesOf(finding: Finding, document: RecordDocument): Generator<SuppressionEdit> {
  const { text, scan } = document;
  const { code } = finding;
  const title = `Suppress ${code} here, with a reason`;
  const line = scan.lines.lineAt(finding.span.start);
  const lineStart = scan.lines.starts[line] ?? 0;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 64))?.[0] ?? '';
  const make = (
    offset: number,
    before: string,
    word: string,
    after: string,
    closing: readonly TextEdit[] = [],
  ): SuppressionEdit => {
    const opening = `${before}<!-- changegate-${word} ${code} `;
    const edit = { span: { start: offset, end: offset }, newText: `${opening}${reasonWord} -->${after}` };
    return {
      change: { title, steps: editStep(document, [edit, ...closing]) },
      reason: { start: opening.length, end: opening.length + reasonWord.length },
    };
  };
  const table = blockAt(scan.blocks, finding.span.start, 'table');
  if (table) {
    const start = scan.lines.starts[table.line] ?? 0;
    const end = endOfLine(text, table.span.end);
    const closing = { span: { start: end, end }, newText: `\n<!-- changegate-enable ${code} -->` };
    yield make(start, '', 'disable', '\n', [closing]);
  } else {
    yield make(lineStart, indent, 'disable-next-line', '\n');
  }
  const end = endOfLine(text, lineStart);
  const visible = withoutHardBreak(text, lineStart, end);
  if (visible > lineStart) yield make(visible, ' ', 'disable-line', '');
}

function candidates(finding: Finding, document: RecordDocument): SuppressionEdit[] {
  return [...candidatesOf(finding, document)];
}

function blockAt<Kind extends Block['kind']>(
  blocks: readonly Block[],
  offset: number,
  kind: Kind,
): Extract<Block, { kind: Kind }> | undefined {
  return blocks.find(
    (block): block is Extract<Block, { kind: Kind }> =>
      block.kind === kind && block.span.start <= offset && offset <= block.span.end,
  );
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end < 0 ? text.length : offset + end;
}

/** Whether exactly findings of this rule go, this one among them, and the only thing that comes is the missing reason. */
function isQuietOnly(
  { change }: SuppressionEdit,
  finding: Finding,
  record: ChangeRecord,
  options: LintOptions,
  before: ReadonlyMap<string, number>,
): boolean {
  const checked = checkRecord(
    readAgain(record, ({ path, text }) => textAfter(change, path, text)),
    options,
  );
  const after = tally(checked.findings);
  for (const [key, count] of after) {
    if (!key.startsWith('CG908 ') && count > (before.get(key) ?? 0)) return false;
  }
  for (const [key, count] of before) {
    if (!key.startsWith(`${finding.code} `) && (after.get(key) ?? 0) !== count) return false;
  }
  // A comment that only makes the finding go away changed what is read.
  const own = keyOf(finding);
  const isQuiet = checked.suppressed.some((each) => keyOf(each) === own);
  return isQuiet && (after.get(own) ?? 0) < (before.get(own) ?? 0);
}

/** How often each thing is found. */
function tally(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

function keyOf({ code, path, message }: Finding): string {
  return `${code} ${path} ${message}`;
}
