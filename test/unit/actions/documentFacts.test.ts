import { strict as assert } from 'node:assert';
import { gatherFacts, type FactSources } from '../../../src/core/actions/documentFacts';
import { defaultPolicy } from '../../../src/core/workspace/policy/policy';
import type { ChangedFile } from '../../../src/core/ports';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { renderTemplate } from '../../../src/core/process/renderTemplate';
import { readRecord } from '../../../src/core/record/readRecord';
import type { ChangeRecord } from '../../../src/core/record/record';
import { MemoryWorkspace } from '../../rules/memoryWorkspace';

function record(values: Record<string, string | readonly string[]>): ChangeRecord {
  const [process] = builtInProcesses();
  assert.ok(process);
  const { text } = renderTemplate(process, 'record', { id: 'CR-2026-02-09-001', ...values });
  return readRecord({ process, path: 'docs/processes/change-requests/CR-2026-02-09-001.md', text });
}

const changed: readonly ChangedFile[] = [
  { path: '.changegate/policy.yml', kind: 'added', added: 1, removed: 0 },
  { path: 'docs/processes/change-requests/CR-2026-02-09-001.md', kind: 'added', added: 90, removed: 0 },
  { path: 'src/a.ts', kind: 'modified', added: 2, removed: 1 },
];

function sources(
  branch: string | undefined,
  files: readonly ChangedFile[] = changed,
): FactSources & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    workspace: new MemoryWorkspace(new Map([['src/a.ts', { bytes: new Uint8Array() }]])),
    git: {
      currentBranch: () => Promise.resolve(branch),
      changedFiles: (name) => {
        asked.push(name);
        return Promise.resolve(files);
      },
    },
    identity: { current: () => Promise.resolve({ name: 'Ana Ruiz', email: undefined }) },
    clock: { now: () => Date.UTC(2026, 1, 10, 23, 30) },
    policy: { ...defaultPolicy, zone: 'Europe/Berlin' },
  };
}

describe('what is known of a change', () => {
  it('is the branch that the record names and the files that it changes, records left out', async () => {
    const from = sources('feat/other');
    const facts = await gatherFacts(record({ branch: 'feat/REQ-1-uploads' }), from);
    assert.deepEqual(from.asked, ['feat/REQ-1-uploads']);
    assert.equal(facts.branch, 'feat/REQ-1-uploads');
    assert.deepEqual(
      facts.files.map(({ path }) => path),
      ['src/a.ts'],
    );
    assert.equal(facts.assessor, 'Ana Ruiz');
  });

  it('is the day in the zone of the policy', async () => {
    const { today } = await gatherFacts(record({}), sources(undefined));
    assert.deepEqual([today.year, today.month, today.day], [2026, 2, 11]);
  });

  it('takes the branch that is checked out only if its name carries the ID', async () => {
    for (const [branch, isTaken] of [
      ['feat/cr-2026-02-09-001-uploads', true],
      ['CR-2026-02-09-001', true],
      ['feat/CR-2026-02-09-0011', false],
      ['feat/XCR-2026-02-09-001', false],
      ['feat/uploads', false],
      [undefined, false],
    ] as const)
      assert.equal((await gatherFacts(record({}), sources(branch))).branch, isTaken ? branch : undefined, branch);
  });

  it('takes the files that the record names while the branch changes none, sorted by whether they are there', async () => {
    const files = ['`src/a.ts`', '/src/new.ts', '../../etc/passwd.txt', 'all of the importers', 'N/A'];
    const facts = await gatherFacts(record({ files }), sources(undefined));
    assert.deepEqual(
      facts.files.map(({ path, kind }) => `${kind} ${path}`),
      ['modified src/a.ts', 'added src/new.ts'],
    );
  });
});
