import type { BaselineEntry } from './baseline';

/** A baseline as a file: JSON, one entry a line in a fixed order, so that branches merge and a review can read it. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ path, code, hash, count, message }) =>
    JSON.stringify({ path, code, hash, count, message: message.slice(0, 300) }),
  );
  const findings = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}
