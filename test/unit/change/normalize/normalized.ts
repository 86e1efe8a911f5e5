import { strict as assert } from 'node:assert';
import { textAfter } from '../../../../src/core/change/change';
import { normalize } from '../../../../src/core/actions/normalize';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import { readRecord } from '../../../../src/core/record/readRecord';

const [changeRequests, changeRecords] = builtInProcesses();

/** The text of a record after normalizing it. */
export function normalized(text: string, name = 'CR-2026-02-09-001'): string {
  const process = name.startsWith('CHG') ? changeRecords : changeRequests;
  assert.ok(process);
  const path = `docs/${name}.md`;
  const today = { year: 2026, month: 3, day: 1, minutes: undefined };
  const result = normalize(readRecord({ process, path, text }), { today });
  assert.notEqual(result.kind, 'refused');
  return result.kind === 'change' ? textAfter(result.change, path, text) : text;
}

/** A change request with lines in its first section. */
export function request(basics: string, preamble = '**Status**: DRAFT\n'): string {
  return `# Change Request: CR-2026-02-09-001\n\n${preamble}\n## Basic Information\n\n${basics}\n`;
}

/** Lines of the first section, before and after. */
export function becomes(before: string, after: string): void {
  assert.equal(normalized(request(before)), request(after));
}

/** Lines of the first section that stay, byte for byte. */
export function stays(lines: string): void {
  becomes(lines, lines);
}
