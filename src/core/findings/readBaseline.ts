import * as v from 'valibot';
import { FileAccessError, type Workspace } from '../ports';
import { quoted } from '../text/wording';
import { mergedEntries, type Baseline, type BaselineEntry } from './baseline';

/** A baseline of more bytes is not read; one of a hundred thousand findings is smaller. */
const largestBaseline = 16 * 1024 * 1024;

/** Thrown for a baseline that cannot be followed; the message is one sentence for people. */
export class UnreadableBaselineError extends Error {
  override readonly name = 'UnreadableBaselineError';
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`The baseline ${quoted(path)} cannot be read: ${reason}`);
  }
}

const entry = v.strictObject({
  path: v.pipe(v.string(), v.nonEmpty(), v.maxLength(4096)),
  code: v.pipe(v.string(), v.regex(/^CG\d{3}$/)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{14}$/)),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  message: v.optional(v.pipe(v.string(), v.maxLength(4096)), ''),
});

/** The shape of a baseline file; the published JSON schema is made of it. */
export const baselineSchema = v.strictObject({
  version: v.pipe(v.literal(1), v.description('The version of this format.')),
  findings: v.pipe(
    v.array(entry),
    v.description('What was there already, one entry a line: path, rule, hash of message and place, and how often.'),
  ),
});

/** Reads the text of a baseline. @throws UnreadableBaselineError */
export function readBaseline(path: string, text: string): Baseline {
  const result = v.safeParse(baselineSchema, parse(path, text), { abortEarly: true });
  if (!result.success) throw new UnreadableBaselineError(path, problemOf(result.issues[0]));
  // Lines that two branches added alike may both be there after a merge: the greater count holds, not the sum.
  const entries = mergedEntries(result.output.findings, Math.max);
  const byPath = new Map<string, BaselineEntry[]>();
  for (const each of entries) {
    const same = byPath.get(each.path);
    if (same) same.push(each);
    else byPath.set(each.path, [each]);
  }
  return { path, text, entries, byPath };
}

/** Reads a baseline of a workspace. @throws UnreadableBaselineError also where there is none */
export async function loadBaseline(workspace: Workspace, path: string): Promise<Baseline> {
  const fail = (reason: string): UnreadableBaselineError => new UnreadableBaselineError(path, reason);
  try {
    const content = await workspace.read(path, largestBaseline);
    if (!content) throw fail('there is no such file; "changegate baseline write" makes it.');
    if (content.size > content.bytes.length) throw fail('it is larger than 16 MiB.');
    return readBaseline(path, decode(path, content.bytes));
  } catch (error) {
    if (error instanceof FileAccessError) throw fail(error.reason);
    throw error;
  }
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableBaselineError(path, 'it is not valid UTF-8.');
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const merged = /^(?:<{7}|={7}|>{7})/m.test(text) ? ' It holds the marks of a merge that was not settled.' : '';
    throw new UnreadableBaselineError(path, `it is not valid JSON.${merged}`);
  }
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  if (keys[0] === 'version') return '"version" is not 1; a newer Changegate may have written it.';
  const where = keys.length === 0 ? 'it' : quoted(keys.join('.'));
  return `${where} is not what "changegate baseline write" writes.`;
}
