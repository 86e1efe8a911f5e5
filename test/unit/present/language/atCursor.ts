import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import type { RecordSummary } from '../../../../src/core/workspace/recordSummary';
import { summarize } from '../../../../src/core/workspace/summarize';
import type { Completion, LanguageFacts } from '../../../../src/core/present/language/completion';
import { completions } from '../../../../src/core/present/language/completions';
import { readCodeowners } from '../../../../src/core/workspace/people/codeowners';
import type { ChangeRecord } from '../../../../src/core/record/record';
import { identifyFile } from '../../../../src/core/record/identifyFile';
import { readRecord, type SourceText } from '../../../../src/core/record/readRecord';
import { applyEdits } from '../../../../src/core/text/textEdit';

/** Where the cursor stands in the texts of the tests. */
export const mark = '‸';

export const recordPath = 'docs/processes/change-requests/CR-2026-02-09-001.md';

/** 2026-03-13 14:05:09 UTC. */
export const now = Date.UTC(2026, 2, 13, 14, 5, 9);

/** Reads a text as the record that its path names. */
export function read(text: string, path = recordPath, companions: readonly SourceText[] = []): ChangeRecord {
  const identity = identifyFile(path, builtInProcesses());
  const process = builtInProcesses().find((each) => identity.kind !== 'other' && each.id === identity.processId);
  if (!process) throw new Error(`${path} is no record`);
  return readRecord({ process, path, text, companions });
}

/** What the index would say of a record with this ID, title and status. */
export function summary(
  id: string,
  title: string,
  status: string,
  folder = 'docs/processes/change-requests',
): RecordSummary {
  const path = `${folder}/${id}.md`;
  const text = id.startsWith('CR')
    ? `# ${id}: ${title}\n\n**Status**: ${status}\n`
    : `**Change ID**: ${id}\n**Status**: ${status}\n\n**Description**:\n${title}\n`;
  return summarize(read(text, path), [], []);
}

export const facts: LanguageFacts = {
  processes: builtInProcesses(),
  now,
  zone: 'UTC',
  records: () => [
    summary('CR-2026-02-09-001', 'Raise the upload limit', 'DRAFT'),
    summary('CR-2026-02-16-001', 'Sign links', 'IN_PROGRESS'),
    summary('CR-2025-12-01-001', 'Old things', 'COMPLETED'),
    summary('CHG-20260303-001', 'Renew the certificate', 'PROPOSED', 'docs/processes/change-records'),
  ],
  requirements: () => Promise.resolve([{ id: 'REQ-014', title: 'Uploads of 50 MB' }]),
  people: () => [
    { name: 'Tom Becker', role: 'Backend Engineer' },
    { name: 'Dana Field', role: 'Technical Lead' },
    { name: 'Dana Field', role: 'Technical Lead' },
  ],
  owners: () => Promise.resolve(readCodeowners('* @parcel/platform\n*.sql @parcel/data\n')),
  entries: (folder) =>
    Promise.resolve(
      folder === ''
        ? [
            { name: 'package.json', isFolder: false },
            { name: 'src', isFolder: true },
          ]
        : folder === 'src'
          ? [
              { name: 'upload.ts', isFolder: false },
              { name: 'links', isFolder: true },
            ]
          : [],
    ),
};

export interface Offered {
  readonly items: readonly Completion[];
  readonly labels: readonly string[];
  /** The text with the item of this label written into it. */
  with(label: string): string;
  item(label: string): Completion;
}

/** What is offered where the mark stands in a text. */
export async function at(
  marked: string,
  options: { path?: string; trigger?: string; companionOf?: string; plain?: boolean } = {},
): Promise<Offered> {
  const offset = marked.indexOf(mark);
  if (offset < 0) throw new Error('there is no mark');
  const text = marked.slice(0, offset) + marked.slice(offset + mark.length);
  const path = options.path ?? recordPath;
  const record = options.plain
    ? undefined
    : options.companionOf === undefined
      ? read(text, path)
      : read(options.companionOf, recordPath, [{ path, text }]);
  const { items } = await completions({ record, path, text, offset, trigger: options.trigger }, facts);
  const item = (label: string): Completion => {
    const found = items.find((each) => each.label === label);
    if (!found) throw new Error(`${label} is not offered; there are: ${items.map((each) => each.label).join(', ')}`);
    return found;
  };
  return {
    items,
    labels: items.map(({ label }) => label),
    item,
    with: (label) => {
      const { span, insert } = item(label);
      return applyEdits(text, [{ span, newText: insert }]);
    },
  };
}
