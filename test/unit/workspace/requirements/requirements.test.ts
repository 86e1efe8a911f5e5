import { strict as assert } from 'node:assert';
import { RecordIndex } from '../../../../src/core/workspace/index/recordIndex';
import { defaultPolicy } from '../../../../src/core/workspace/policy/policy';
import { readPolicy } from '../../../../src/core/workspace/policy/readPolicy';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import { readRequirements } from '../../../../src/core/record/readRequirements';
import { MemoryGovernance, requests } from '../../actions/memoryGovernance';

const read = (text: string): string[] => [...readRequirements(text).values()].map(({ id, title }) => `${id} ${title}`);

describe('a requirements matrix', () => {
  it('defines what rows, headings, list items and lines begin with', () => {
    const text = [
      '| ID | Requirement | Depends on |',
      '|----|-------------|------------|',
      '| REQ-001 | Uploads up to 50 MB | REQ-900 |',
      '| **[REQ-002](#x)** | A limit | |',
      '## 1. Uploads',
      '### REQ-003: Retry ###',
      '- REQ-004 – Resume',
      '  1. [x] `REQ-005`: Checksums',
      '**REQ-0006**: Bold',
      '> REQ-7 quoted',
      'As REQ-901 says, see also REQ-902.',
      'REQ-XXX: placeholder',
      'REQ-008b no number',
      '```',
      'REQ-903 in code',
      '```',
      'REQ-009',
      'REQ-001 again',
    ].join('\r\n');
    assert.deepEqual(read(text), [
      'REQ-001 Uploads up to 50 MB',
      'REQ-002 A limit',
      'REQ-003 Retry',
      'REQ-004 Resume',
      'REQ-005 Checksums',
      'REQ-006 Bold',
      'REQ-007 quoted',
      'REQ-009 ',
    ]);
    const second = readRequirements(text).get('REQ-002');
    assert.equal(second && text.slice(second.span.start, second.span.end), 'REQ-002');
    assert.deepEqual(second?.range.start, { line: 3, character: 5 });
  });

  it('is read in linear time', () => {
    for (const piece of ['| ', '> ', '- [ ] ', '**', '<a ', 'REQ-1', '`'])
      readRequirements(piece.repeat(Math.floor(300_000 / piece.length)));
  });
});

describe('the requirements of a workspace', () => {
  const path = `${requests}/CR-2026-02-09-001.md`;
  const matrix = 'docs/requirements/rtm.md';
  const codes = (index: RecordIndex): string[] =>
    index.at(path)?.findings.flatMap(({ code }) => (code === 'CG710' ? [code] : [])) ?? [];
  const open = async (governance: MemoryGovernance, policy = defaultPolicy): Promise<RecordIndex> => {
    const clock = { now: () => Date.UTC(2026, 2, 1) };
    const index = new RecordIndex({ workspace: governance.workspace, processes: builtInProcesses(), clock });
    await index.open(policy);
    return index;
  };
  const record = '# Change Request: CR-2026-02-09-001\n\n**Status**: CANCELLED\n\nServes REQ-002.\n';

  it('are followed when the matrix comes, changes and goes', async () => {
    const governance = new MemoryGovernance({ [path]: record });
    const index = await open(governance);
    assert.deepEqual(codes(index), []);
    await governance.workspace.create(matrix, '- REQ-001\n');
    await index.update([matrix]);
    assert.deepEqual(codes(index), ['CG710']);
    await governance.workspace.replace(matrix, '- REQ-001\n', '- REQ-001\n- REQ-002\n');
    await index.update([matrix]);
    assert.deepEqual(codes(index), []);
    assert.deepEqual(index.requirements?.requirements.get('REQ-002')?.range.start, { line: 1, character: 2 });
    await governance.workspace.replace(matrix, '- REQ-001\n- REQ-002\n', 'nothing is named\n');
    await index.reconcile();
    assert.deepEqual(codes(index), []);
    assert.equal(index.requirements, undefined);
  });

  it('are in the file that the policy names', async () => {
    const governance = new MemoryGovernance({ [path]: record, 'docs/trace.md': '- REQ-001\n' });
    const { policy } = readPolicy('version: 1\nrequirements: docs/trace.md\n');
    assert.deepEqual(codes(await open(governance, policy)), ['CG710']);
    const { isReadable } = readPolicy('version: 1\nrequirements: ../outside.md\n');
    assert.equal(isReadable, false);
  });
});
