import { strict as assert } from 'node:assert';
import { validate } from '../../../../src/core/actions/validate';
import { RecordIndex } from '../../../../src/core/workspace/index/recordIndex';
import { readPolicy } from '../../../../src/core/workspace/policy/readPolicy';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import { MemoryWorkspace, type MemoryFile } from '../../../rules/memoryWorkspace';
import { unpacked } from '../../../rules/unpacked';

const folder = 'docs/processes/change-requests';
const record = `${folder}/CR-2026-02-09-001.md`;
const assessment = `${folder}/CR-2026-02-09-001-IMPACT-ASSESSMENT.md`;
const clock = { now: () => Date.UTC(2026, 2, 1) };

const file = (text: string): MemoryFile => ({ bytes: new TextEncoder().encode(text) });

function opened(files: Map<string, MemoryFile>): RecordIndex {
  return new RecordIndex({ workspace: new MemoryWorkspace(files), processes: builtInProcesses(), clock });
}

const policyIn = (text = '') => readPolicy(`version: 1\n${text}`).policy;
const strays = (index: RecordIndex) => index.strayFindings().map(({ path, severity }) => `${severity} ${path}`);

describe('a companion without its record', () => {
  it('is a warning until the record comes, and again when it goes, and anyone who listens is notified', async () => {
    const files = new Map([[assessment, file('# Impact Assessment\n')]]);
    const index = opened(files);
    const told: string[] = [];
    index.onDidChange((changed) => told.push([...changed.keys()].join(' ')));
    await index.open(policyIn());
    assert.deepEqual(strays(index), [`warning ${assessment}`]);
    assert.deepEqual(told, [assessment]);

    files.set(record, file('# Change Request: CR-2026-02-09-001\n'));
    await index.update([record]);
    assert.deepEqual(strays(index), []);
    assert.ok(told.includes(assessment));

    files.delete(record);
    await index.update([record]);
    assert.deepEqual(strays(index), [`warning ${assessment}`]);

    files.delete(assessment);
    await index.reconcile();
    assert.deepEqual(strays(index), []);
  });

  it('has the severity of the policy', async () => {
    const index = opened(new Map([[assessment, file('')]]));
    await index.open(policyIn('rules: { CG709: error }'));
    assert.deepEqual(strays(index), [`error ${assessment}`]);
    await index.open(policyIn('rules: { companion-without-record: off }'));
    assert.deepEqual(strays(index), []);
  });

  it('is left alone by a policy that leaves the file alone, and where its record is left alone', async () => {
    const index = opened(new Map([[assessment, file('')]]));
    await index.open(policyIn('exclude: ["**/*-IMPACT-ASSESSMENT.md"]'));
    assert.deepEqual(strays(index), []);
    const both = opened(
      new Map([
        [assessment, file('')],
        [`${folder}/old/CR-2026-02-09-001.md`, file('')],
      ]),
    );
    await both.open(policyIn('exclude: ["**/old/**"]'));
    assert.deepEqual(strays(both), []);
  });

  it('is in the report, by itself and when it is asked for', async () => {
    const other = `${folder}/CR-2026-02-09-002.md`;
    const files = new Map([
      [assessment, file('# Impact Assessment\n')],
      [other, file('# Change Request: CR-2026-02-09-002\n')],
    ]);
    const checked = async (...paths: string[]) => {
      const result = await validate(
        { workspace: new MemoryWorkspace(files), clock },
        paths.length > 0 ? paths : undefined,
      );
      assert.equal(result.kind, 'report');
      if (result.kind !== 'report') return [];
      assert.deepEqual(result.without, []);
      return unpacked(result.report).files.flatMap(({ path, findings }) =>
        findings.filter(({ code }) => code === 'CG709').map(({ severity }) => `${severity} ${path}`),
      );
    };
    assert.deepEqual(await checked(), [`warning ${assessment}`]);
    assert.deepEqual(await checked(folder), [`warning ${assessment}`]);
    assert.deepEqual(await checked(assessment), [`warning ${assessment}`]);
    assert.deepEqual(await checked(other), []);
    files.delete(other);
    assert.deepEqual(await checked(), [`warning ${assessment}`]);
  });
});
