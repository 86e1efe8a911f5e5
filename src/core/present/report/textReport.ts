import type { Severity } from '../../findings/finding';
import { counted } from '../../text/counted';
import { printable } from '../../text/printable';
import type { ReportedFile, ReportedFinding, ValidateReport } from '../../actions/validateReport';

/** A report whose files are looked at one after the other. */
export interface WrittenReport extends Pick<ValidateReport, 'summary'> {
  readonly files: Iterable<ReportedFile>;
}

/** How a text report is written. */
export interface TextStyle {
  readonly color: boolean;
}

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };

/**
 * The report for people: one block a file, one line a finding with one-based positions, and a line that sums up.
 * Control characters of the records are taken out, so that no text can steer a terminal. Comes in parts, so that nobody
 * needs to hold all of it.
 */
export function* textReport({ files, summary }: WrittenReport, { color }: TextStyle): Generator<string, void> {
  const paint = (text: string, code: number): string => (color ? `\u001b[${String(code)}m${text}\u001b[0m` : text);
  for (const { path, record, findings } of files) {
    if (findings.length === 0) continue;
    const lines: string[] = [];
    const about = record
      ? [record.status ?? 'not recorded', record.title].filter((each) => each !== null).join(' · ')
      : '';
    lines.push(`${paint(printable(path), 1)}${about === '' ? '' : paint(`  ${printable(about)}`, 2)}`);
    const places = findings.map(placeOf);
    const width = Math.max(...places.map(({ length }) => length));
    for (const [index, { severity, message, code, name }] of findings.entries()) {
      const place = (places[index] ?? '').padStart(width);
      lines.push(
        `  ${paint(place, 2)}  ${paint(severity.padEnd(11), colors[severity])}  ${printable(message)}  ${paint(`${code} ${name}`, 2)}`,
      );
    }
    yield `${lines.join('\n')}\n\n`;
  }
  yield `${summaryLine(summary)}\n`;
}

function placeOf({ range: { start } }: ReportedFinding): string {
  return `${String(start.line + 1)}:${String(start.character + 1)}`;
}

function summaryLine(summary: ValidateReport['summary']): string {
  const { records, errors, warnings, information, hints, suppressed, baselined } = summary;
  const found = [counted(errors, 'error'), counted(warnings, 'warning')];
  if (information > 0) found.push(`${String(information)} information`);
  if (hints > 0) found.push(counted(hints, 'hint'));
  if (suppressed > 0) found.push(`${String(suppressed)} suppressed`);
  if (baselined > 0) found.push(`${String(baselined)} in the baseline`);
  return `${counted(records, 'record')} checked: ${found.join(', ')}.`;
}
