import { keys } from '../process/fieldKeys';
import type { Answer, ChangeRecord, Place } from './record';
import { finderFor } from './idAt';
import type { IdentifiedProcess, MentionFinder } from './mentionFinder';
import { filesIn, plannedFiles } from './plannedFiles';
import { slice, type Span } from '../text/span';

/** Another record that a record names. */
export interface NamedRecord extends Place {
  /** Upper case. */
  readonly id: string;
}

/** A file that a record says it changes. */
export interface ClaimedFile extends Place {
  /** Without `/` and `./` at its beginning, lower case. */
  readonly file: string;
}

/** What a record says of others, each with its place. */
export interface PlacedLinks {
  /** Records that have to be completed before this one. */
  readonly upstream: readonly NamedRecord[];
  /** Records that this one affects. */
  readonly downstream: readonly NamedRecord[];
  readonly files: readonly ClaimedFile[];
}

/** The same as the index keeps it: names only, each once. */
export interface RecordLinks {
  readonly upstream: readonly string[];
  readonly downstream: readonly string[];
  readonly files: readonly string[];
}

/** No more files than these are kept of one record; anyone who names more means a folder. */
const mostFiles = 500;

/** What a record says of others: its dependencies, and the files that it, its assessment and its plan name. */
export function placedLinks(record: ChangeRecord, processes: readonly IdentifiedProcess[]): PlacedLinks {
  const finder = finderFor(processes);
  const files = [
    ...filesIn(record.answer(keys.files)),
    ...filesIn(record.answer(keys.filesToCreate)),
    ...filesIn(record.answer(keys.filesToModify)),
    ...filesIn(record.answer(keys.filesToDelete)),
    ...plannedFiles(record),
  ];
  return {
    upstream: recordsIn(record.answer(keys.upstream), finder),
    downstream: recordsIn(record.answer(keys.downstream), finder),
    files: firstOfEach(
      files.map(({ document, span, path }) => ({ document, span: pathSpan(document.text, span), file: path })),
      ({ file }) => file,
    ).slice(0, mostFiles),
  };
}

/** Links without their places. */
export function linksOf({ upstream, downstream, files }: PlacedLinks): RecordLinks {
  return {
    upstream: upstream.map(({ id }) => id),
    downstream: downstream.map(({ id }) => id),
    files: files.map(({ file }) => file),
  };
}

/** The path alone, without marks before it and remarks behind it. */
function pathSpan(text: string, span: Span): Span {
  const [all = '', marks = '', path = ''] = /^([\s*_`]*)([^\s`*,:;()[\]]+)/.exec(slice(text, span)) ?? [];
  return all === '' ? span : { start: span.start + marks.length, end: span.start + marks.length + path.length };
}

function recordsIn(answer: Answer | undefined, finder: MentionFinder): NamedRecord[] {
  if (answer?.filled !== true) return [];
  const { document, span } = answer;
  const found = finder
    .in(slice(document.text, span))
    .filter(({ kind }) => kind === 'record')
    .map((mention) => ({
      id: mention.id,
      document,
      span: { start: span.start + mention.span.start, end: span.start + mention.span.end },
    }));
  return firstOfEach(found, ({ id }) => id);
}

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  return [...first.values()];
}
