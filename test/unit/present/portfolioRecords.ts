import type { RecordSummary } from '../../../src/core/workspace/recordSummary';
import { summarize } from '../../../src/core/workspace/summarize';
import { linksOf, placedLinks } from '../../../src/core/record/recordLinks';
import { defaultPolicy, type Policy } from '../../../src/core/workspace/policy/policy';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { readRecord } from '../../../src/core/record/readRecord';
import type { PortfolioInput } from '../../../src/core/present/portfolio';

const processes = builtInProcesses();

/** The summary of a change record (CHG-…) or change request with this text. */
export function recordOf(id: string, text: string, folder = 'docs/processes/change-requests'): RecordSummary {
  const process = processes.find(({ kind }) => (kind === 'change-record') === id.startsWith('CHG')) ?? processes[0];
  if (!process) throw new Error('There is no process.');
  const record = readRecord({ process, path: `${folder}/${id}.md`, text });
  return summarize(record, [], [], linksOf(placedLinks(record, processes)));
}

/** A change request that is proposed and waits, with a risk and files of its own. */
export function proposed(
  id: string,
  told: {
    readonly title?: string;
    readonly status?: string;
    readonly risk?: readonly [string, string];
    readonly files?: string;
    readonly upstream?: string;
    readonly category?: string;
  } = {},
): RecordSummary {
  const {
    title = 'A change',
    status = 'PROPOSED',
    risk,
    files = '/src/a.ts',
    upstream = 'None',
    category = 'BUG',
  } = told;
  const risks = risk
    ? `**Overall Risk Level**: MEDIUM\n\n**Identified Risks**:\n\n1. **Risk**: It fills up\n   - **Probability**: ${risk[0]}\n   - **Impact**: ${risk[1]}\n`
    : '';
  return recordOf(
    id,
    `# ${id}

**Status**: ${status}
**Created**: ${id.slice(3, 13)} 09:00:00 UTC

## Basic Information

**Title**: ${title}
**Category**: ${category}

## Affected Components

**Files** (Estimated):
- ${files}

## Dependencies

**Upstream Dependencies** (must complete before this CR):
- ${upstream}

## Impact Assessment

### 7. Risk Assessment

${risks}
`,
  );
}

/** A change record of a type with more lines. */
export function changeRecord(
  id: string,
  type: string,
  lines: string,
  description = 'Restore the page.',
): RecordSummary {
  const day = `${id.slice(4, 8)}-${id.slice(8, 10)}-${id.slice(10, 12)}`;
  const text = `**Change ID**: ${id}\n**Type**: ${type}\n**Date**: ${day}\n${lines}\n\n**Description**:\n${description}\n`;
  return recordOf(id, text, 'docs/processes/change-records');
}

/** What a view is made from: these records, at 2026-03-13 10:00 UTC. */
export function inputOf(records: readonly RecordSummary[], policy: Partial<Policy> = {}): PortfolioInput {
  return { records, processes, policy: { ...defaultPolicy, ...policy }, now: Date.parse('2026-03-13T10:00:00Z') };
}
