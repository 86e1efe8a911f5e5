import { printableJson } from '../../text/printable';
import type { ValidateReport } from '../../actions/validateReport';
import type { WrittenReport } from './textReport';

const version: ValidateReport['version'] = 1;

/** The report as JSON, as `JSON.stringify` lays it out with an indentation of two, in parts. */
export function* jsonReport({ files, summary }: WrittenReport): Generator<string, void> {
  yield `{\n  "version": ${String(version)},\n  "files": [`;
  let isFirst = true;
  for (const file of files) {
    yield `${isFirst ? '' : ','}\n    ${laidOut(file, 4)}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n  '}],\n  "summary": ${laidOut(summary, 2)}\n}\n`;
}

/** Line feeds are those of the layout: JSON escapes them in texts. */
function laidOut(value: unknown, indentation: number): string {
  return printableJson(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${' '.repeat(indentation)}`);
}
