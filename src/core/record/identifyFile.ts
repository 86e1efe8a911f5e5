import type { RecordIdFormat } from '../process/recordId';
import { formOfIds, readRecordId } from '../process/recordId';
import type { FileIdentity } from './fileIdentity';

/** What is needed of a process to know its files. */
export interface IdentifiableProcess {
  readonly id: string;
  readonly identity: RecordIdFormat;
}

/** The file-name patterns that stand for a record; `{id}` is its ID, `{slug}` any words. */
export const defaultFilePatterns: readonly string[] = ['{id}.md'];

const other: FileIdentity = { kind: 'other' };

/** Endings of companions in the forms of reading 7, in lower case. */
const partBySuffix: Readonly<Record<string, 'impact-assessment' | 'implementation-plan'>> = {
  'impact-assessment': 'impact-assessment',
  ia: 'impact-assessment',
  'implementation-plan': 'implementation-plan',
  plan: 'implementation-plan',
};

/** Beginnings of companions in the forms of reading 7, in lower case. */
const partByPrefix: Readonly<Record<string, 'impact-assessment' | 'implementation-plan'>> = {
  impl: 'implementation-plan',
  ip: 'implementation-plan',
  ia: 'impact-assessment',
};

/**
 * What the name of a file in a configured folder says (readings 1, 2, 6, 7, 9). Only the name counts: templates,
 * READMEs and the process document are `other` whatever they contain.
 */
export function identifyFile(
  path: string,
  processes: readonly IdentifiableProcess[],
  patterns: readonly string[] = defaultFilePatterns,
): FileIdentity {
  const base = path.slice(path.lastIndexOf('/') + 1);
  if (!/\.md$/i.test(base)) return other;
  const name = base.slice(0, -3);
  for (const process of processes) {
    const identity = identifyName(name, process, patterns);
    if (identity.kind !== 'other') return identity;
  }
  return other;
}

function identifyName(name: string, process: IdentifiableProcess, patterns: readonly string[]): FileIdentity {
  const format = process.identity;
  const single = withoutDoubledPrefix(name, format.prefix);
  const doubledPrefix = single !== name;
  const result = readRecordId(single, format);
  if (result.kind !== 'none') {
    return {
      kind: 'record',
      processId: process.id,
      id: result.kind === 'id' ? result.id : undefined,
      problem: result.kind === 'malformed' ? result.problem : undefined,
      doubledPrefix,
      digits: result.kind === 'id' ? result.digits : 0,
      name,
    };
  }
  return identifyLonger(single, name, process, patterns, doubledPrefix);
}

/** Names that are an ID and more words: companions, and records where the policy has such a pattern. */
function identifyLonger(
  single: string,
  name: string,
  process: IdentifiableProcess,
  patterns: readonly string[],
  doubledPrefix: boolean,
): FileIdentity {
  const format = process.identity;
  const idLength = formLength(format);
  const leading = new RegExp(`^(.{${String(idLength)}}\\d{0,3})(?:[-_. ]+(.*))$`).exec(single);
  const result = leading ? readRecordId(leading[1] ?? '', format) : undefined;
  if (result?.kind === 'id') {
    const rest = leading?.[2] ?? '';
    const part = partBySuffix[rest.toLowerCase().replace(/[_ ]/g, '-')];
    if (!part && patterns.includes('{id}-{slug}.md')) {
      const { id, digits } = result;
      return { kind: 'record', processId: process.id, id, problem: undefined, doubledPrefix, digits, name };
    }
    return { kind: 'companion', processId: process.id, id: result.id, part: part ?? 'attachment', name };
  }
  const prefixed = /^(impl|ip|ia)-(.*)$/i.exec(single);
  const part = prefixed && partByPrefix[prefixed[1]?.toLowerCase() ?? ''];
  if (!part) return other;
  const rest = prefixed[2] ?? '';
  for (const candidate of [rest, `${format.prefix}-${rest}`]) {
    const id = new RegExp(`^(.{${String(idLength)}}\\d{0,3})(?:[-_. ].*)?$`).exec(candidate)?.[1];
    const read = id === undefined ? undefined : readRecordId(id, format);
    if (read?.kind === 'id') return { kind: 'companion', processId: process.id, id: read.id, part, name };
  }
  return other;
}

/** How long the shortest ID of a format is. */
function formLength(format: RecordIdFormat): number {
  return formOfIds(format).length;
}

function withoutDoubledPrefix(name: string, prefix: string): string {
  const mark = `${prefix}-`;
  let single = name;
  while (single.slice(0, mark.length * 2).toUpperCase() === mark + mark) single = single.slice(mark.length);
  return single;
}
