import {
  beginningOf,
  leadingId,
  readRecordId,
  withoutLookAlikes,
  type IdProblem,
  type RecordIdFormat,
} from '../process/recordId';
import type { FileIdentity } from './fileIdentity';

/** What is needed of a process to know its files. */
export interface IdentifiableProcess {
  readonly id: string;
  readonly identity: RecordIdFormat;
}

/** The patterns that the file of a record may be named after; `{id}` is its ID, `{slug}` any words. */
export const filePatterns = ['{id}.md', '{id}-{slug}.md'] as const;

/** The patterns that hold without a policy: words may stand behind the ID. */
export const defaultFilePatterns: readonly string[] = filePatterns;

const other: FileIdentity = { kind: 'other' };

type Part = Extract<FileIdentity, { kind: 'companion' }>['part'];

/** Endings of companions in the forms of reading 7, in lower case. */
const partBySuffix: Readonly<Record<string, Part>> = {
  'impact-assessment': 'impact-assessment',
  ia: 'impact-assessment',
  'implementation-plan': 'implementation-plan',
  plan: 'implementation-plan',
  impactassessment: 'impact-assessment',
  implementationplan: 'implementation-plan',
};

/** Beginnings of companions in the forms of reading 7, in lower case. */
const partByPrefix: Readonly<Record<string, Part>> = {
  impl: 'implementation-plan',
  ip: 'implementation-plan',
  ia: 'impact-assessment',
};

/** Words behind an ID that name what was added to a record and is none: `addendum-2`, `notes`, `review1`, `appendix-a`. */
const addendum =
  /^(?:(?:addend(?:um|a|ums)|amendments?|append(?:ix|ices|ixes)|notes?|reviews?)(?:-(?=.)|(?=\d|$)))+(?:\d{1,4}|[a-z])?$/;

/** The extensions of Markdown that a record may have. */
export const markdownExtension = /\.(?:md|markdown)$/i;

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
  if (!markdownExtension.test(base)) return other;
  const name = base.replace(markdownExtension, '');
  for (const process of processes) {
    const identity = identifyName(name, process, patterns);
    if (identity.kind !== 'other') return identity;
  }
  return identifyNearly(name, processes, patterns);
}

function identifyName(name: string, process: IdentifiableProcess, patterns: readonly string[]): FileIdentity {
  const single = withoutDoubledPrefix(name, process.identity);
  const doubledPrefix = single !== name;
  const result = readRecordId(single, process.identity);
  if (result.kind === 'malformed') return unidentified(name, process, result.problem, doubledPrefix);
  if (result.kind === 'id') {
    const { id, digits } = result;
    return { kind: 'record', processId: process.id, id, problem: undefined, doubledPrefix, digits, name, rest: '' };
  }
  return identifyLonger(single, name, process, patterns);
}

/** A file that is meant as a record, whose name is no ID. */
function unidentified(
  name: string,
  { id }: IdentifiableProcess,
  problem: IdProblem,
  doubledPrefix = false,
): Extract<FileIdentity, { kind: 'record' }> {
  return { kind: 'record', processId: id, id: undefined, problem, doubledPrefix, digits: 0, name, rest: '' };
}

/** Names that are an ID and more words: companions, addenda, and records with words behind their ID. */
function identifyLonger(
  single: string,
  name: string,
  process: IdentifiableProcess,
  patterns: readonly string[],
): FileIdentity {
  const doubledPrefix = single !== name;
  const leading = leadingId(single, process.identity);
  if (leading) {
    const { read } = leading;
    if (read.kind === 'malformed') return unidentified(name, process, read.problem, doubledPrefix);
    const { id, digits } = read;
    const rest = single.slice(leading.length);
    const words = rest
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    const part = partBySuffix[words] ?? (addendum.test(words) ? 'attachment' : undefined);
    if (!part && (patterns.includes('{id}-{slug}.md') || words === ''))
      return { kind: 'record', processId: process.id, id, problem: undefined, doubledPrefix, digits, name, rest };
    return { kind: 'companion', processId: process.id, id, part: part ?? 'attachment', name };
  }
  const prefixed = /^(impl|ip|ia)-(.*)$/i.exec(single);
  const part = prefixed && partByPrefix[prefixed[1]?.toLowerCase() ?? ''];
  if (!part) return other;
  const rest = prefixed[2] ?? '';
  for (const candidate of [rest, beginningOf(process.identity) + rest]) {
    const read = leadingId(candidate, process.identity)?.read;
    if (read?.kind === 'id') return { kind: 'companion', processId: process.id, id: read.id, part, name };
  }
  return other;
}

/** Names that begin like an ID and are none: listed and reported, whatever is wrong with them (reading 6). */
function identifyNearly(
  name: string,
  processes: readonly IdentifiableProcess[],
  patterns: readonly string[],
): FileIdentity {
  const plain = withoutLookAlikes(name);
  if (plain !== name) {
    for (const process of processes) {
      const { kind } = identifyName(plain, process, patterns);
      if (kind === 'record') return unidentified(name, process, 'look-alike');
      if (kind === 'companion') return other;
    }
  }
  let meant: IdentifiableProcess | undefined;
  for (const process of processes) {
    const { prefix } = process.identity;
    const isLonger = prefix.length > (meant?.identity.prefix.length ?? 0);
    if (isLonger && beginsWithPrefix(plain, prefix) && !isDocument(plain.slice(prefix.length))) meant = process;
  }
  return meant ? unidentified(name, meant, 'form') : other;
}

/** The prefix with something behind it that parts it from the rest: `CR_2026`, `cr 2026`, `Chg-limit`, `CR2026`. */
function beginsWithPrefix(name: string, prefix: string): boolean {
  return name.slice(0, prefix.length).toUpperCase() === prefix && /^(?:[-_. #]|\d)/.test(name.slice(prefix.length));
}

/** Files about records: templates, placeholders of IDs (reading 9), READMEs and what else explains or lists them. */
function isDocument(rest: string): boolean {
  if (/template|readme/i.test(rest) || /(?<![A-Z])(?:X{2,}|N{2,}|Y{4})(?![A-Z])|[[{<]/.test(rest)) return true;
  const words = rest.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => word === '' || aboutRecords.has(word));
}

const aboutRecords: ReadonlySet<string> = new Set(
  (
    'a all and approval approvals assessment assessments board change changelog changes checklist checklists contributing ' +
    'conventions dashboard documentation doc docs example examples faq flow for form format governance guide guideline ' +
    'guidelines history how howto id ids impact implementation in index instructions introduction kpi kpis lifecycle list log ' +
    'management matrix metrics meeting naming notes numbering of on overview plan plans playbook policies policy procedure ' +
    'procedures process processes record records register registry report reports request requests review reviews rules sample samples ' +
    'schema standard standards status statuses summary the to tracker tracking workflow write v1 v2 v3'
  ).split(' '),
);

function withoutDoubledPrefix(name: string, format: RecordIdFormat): string {
  const mark = beginningOf(format);
  let single = name;
  while (single.slice(0, mark.length * 2).toUpperCase() === mark + mark) single = single.slice(mark.length);
  return single;
}
