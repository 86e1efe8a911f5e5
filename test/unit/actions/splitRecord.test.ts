import { strict as assert } from 'node:assert';
import { applyChange } from '../../../src/core/change/applyChange';
import { splitRecord } from '../../../src/core/actions/splitRecord';
import { RecordIndex } from '../../../src/core/workspace/index/recordIndex';
import { defaultPolicy } from '../../../src/core/workspace/policy/policy';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { draftRequest } from './completeRecords';
import { MemoryGovernance, requests } from './memoryGovernance';

const path = `${requests}/CR-2026-02-09-001.md`;
const clock = { now: () => Date.UTC(2026, 2, 5, 9) };
const parts = ['Read the limit from the policy', 'Stream bodies', 'Raise the limit'];

describe('splitting a record', () => {
  const split = async (text: string, titles: readonly string[] = parts) => {
    const governance = new MemoryGovernance({ [path]: text });
    const result = await splitRecord(await governance.record(path), titles, { ...governance.sources, clock });
    return { governance, result };
  };
  const done = async (text = draftRequest) => {
    const { governance, result } = await split(text);
    assert.equal(result.kind, 'change', JSON.stringify(result));
    if (result.kind !== 'change') assert.fail();
    await applyChange(result.change, governance.workspace);
    return { governance, result };
  };

  it('makes a draft for each part, in their order, with the next free numbers', async () => {
    const { governance, result } = await done();
    assert.deepEqual(
      result.paths,
      [1, 2, 3].map((number) => `${requests}/CR-2026-03-05-00${String(number)}.md`),
    );
    const second = await governance.record(result.paths[1] ?? '');
    assert.equal(second.status?.value?.id, 'DRAFT');
    assert.equal(second.title?.text, 'Stream bodies');
    assert.equal(second.answer('upstream')?.text, '- CR-2026-03-05-001: Read the limit from the policy');
    assert.equal(second.answer('downstream')?.text, '- CR-2026-03-05-003: Raise the limit');
    const whole = await governance.record(path);
    assert.equal(second.priority, whole.priority);
    assert.equal(second.answer('requestor')?.text, whole.answer('requestor')?.text);
  });

  it('writes dependencies that agree with each other', async () => {
    const { governance } = await done();
    const index = new RecordIndex({ workspace: governance.workspace, processes: builtInProcesses(), clock });
    await index.open(defaultPolicy);
    const found = index.all().flatMap(({ findings }) => findings.filter(({ code }) => code.startsWith('CG7')));
    assert.deepEqual(found, []);
    assert.match(
      (await governance.record(path)).answer('upstream')?.text ?? '',
      /- CR-2026-03-05-003: Raise the limit$/,
    );
  });

  for (const [what, before, after] of [
    ['nothing', '- None', '- CR-2026-03-05-003: Raise the limit'],
    [
      'the words of the template',
      '- [CR-XXXX: Description]\n- [REQ-XXX: Description]',
      '- CR-2026-03-05-003: Raise the limit',
    ],
    [
      'another record',
      '- CR-2026-01-12-001: Labels',
      '- CR-2026-01-12-001: Labels\n- CR-2026-03-05-003: Raise the limit',
    ],
    [
      'a list with stars',
      '* CR-2026-01-12-001: Labels',
      '* CR-2026-01-12-001: Labels\n* CR-2026-03-05-003: Raise the limit',
    ],
  ] as const) {
    it(`adds the last part to what it waits for, where that was ${what}`, async () => {
      const text = draftRequest.replace(
        /(\*\*Upstream Dependencies\*\*[^\n]*\n)(?:- [^\n]*\n)+/,
        (_, label: string) => `${label}${before}\n`,
      );
      const { governance } = await done(text);
      assert.equal((await governance.record(path)).answer('upstream')?.text, after);
      assert.equal(
        governance.workspace.text(path),
        text.replace(before, () => after),
      );
    });
  }

  it('keeps line endings', async () => {
    const { governance } = await done(draftRequest.replaceAll('\n', '\r\n'));
    assert.doesNotMatch(governance.workspace.text(path) ?? '', /[^\r]\n/);
  });

  it('keeps the titles of parts what they are: text', async () => {
    const { governance, result } = await split(draftRequest, ['# One\n**Status**: APPROVED', '<!-- two']);
    assert.ok(result.kind === 'change');
    await applyChange(result.change, governance.workspace);
    const [first, second] = await Promise.all(result.paths.map((each) => governance.record(each)));
    assert.equal(first?.status?.value?.id, 'DRAFT');
    assert.equal(second?.status?.value?.id, 'DRAFT');
  });

  it('refuses fewer than two parts, and what is approved already', async () => {
    assert.equal((await split(draftRequest, ['One', ' '])).result.kind, 'refused');
    assert.equal(
      (await split(draftRequest.replace('**Status**: DRAFT', '**Status**: APPROVED'))).result.kind,
      'refused',
    );
    const many = Array.from({ length: 21 }, (_, index) => `Part ${String(index)}`);
    assert.equal((await split(draftRequest, many)).result.kind, 'refused');
  });
});
