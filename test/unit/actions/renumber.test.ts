import { strict as assert } from 'node:assert';
import { MemoryGovernance, reasonOf, requests } from './memoryGovernance';

const first = `${requests}/CR-2026-02-09-001.md`;
const draft = '# Change Request: CR-2026-02-09-001\n\n**Status**: DRAFT\n';

describe('renumbering a record', () => {
  it('renames file and companions, and rewrites headings, links and mentions everywhere', async () => {
    const governance = new MemoryGovernance({
      [first]: `${draft}\nSee [the plan](CR-2026-02-09-001-IMPLEMENTATION-PLAN.md) and IP-2026-02-09-001-rollout.md.\n`,
      [`${requests}/CR-2026-02-09-001-IMPLEMENTATION-PLAN.md`]: '# Implementation Plan: CR-2026-02-09-001\n',
      [`${requests}/IP-2026-02-09-001-rollout.md`]: 'no mention\n',
      [`${requests}/_archive/CR-2026-01-05-001.md`]: '# CR-2026-01-05-001\n\nLed to [it](../CR-2026-02-09-001.md).\n',
      'src/limits.ts': '// cr-2026-02-09-001, not CR-2026-02-09-0011\r\n',
      'docs/requirements/rtm.md': '| REQ-001 | CR-2026-02-09-001 |',
    });
    const result = await governance.renumber(first, 'cr-2026-02-09-004');
    assert.ok(result.kind === 'change');
    assert.equal(result.change.title, 'Renumber CR-2026-02-09-001 to CR-2026-02-09-004');
    assert.deepEqual(
      result.mentions.map(({ path, line }) => [path, line]),
      [
        [`${requests}/_archive/CR-2026-01-05-001.md`, 'Led to [it](../CR-2026-02-09-001.md).'],
        ['docs/requirements/rtm.md', '| REQ-001 | CR-2026-02-09-001 |'],
        ['src/limits.ts', '// cr-2026-02-09-001, not CR-2026-02-09-0011'],
      ],
    );
    assert.deepEqual(result.left, []);
    await governance.apply(result);
    assert.deepEqual(governance.texts(), {
      [`${requests}/CR-2026-02-09-004.md`]: `${draft.replace('001', '004')}\nSee [the plan](CR-2026-02-09-004-IMPLEMENTATION-PLAN.md) and IP-2026-02-09-004-rollout.md.\n`,
      [`${requests}/CR-2026-02-09-004-IMPLEMENTATION-PLAN.md`]: '# Implementation Plan: CR-2026-02-09-004\n',
      [`${requests}/IP-2026-02-09-004-rollout.md`]: 'no mention\n',
      [`${requests}/_archive/CR-2026-01-05-001.md`]: '# CR-2026-01-05-001\n\nLed to [it](../CR-2026-02-09-004.md).\n',
      'src/limits.ts': '// cr-2026-02-09-004, not CR-2026-02-09-0011\r\n',
      'docs/requirements/rtm.md': '| REQ-001 | CR-2026-02-09-004 |',
    });
  });

  it('keeps the words behind the ID of a file, and links to it lead there', async () => {
    const slugged = `${requests}/CR-2026-02-09-001-upload-limit.md`;
    const governance = new MemoryGovernance({ [slugged]: draft, 'a.md': `[it](${slugged})\n` });
    await governance.apply(await governance.renumber(slugged, 'CR-2026-02-09-004'));
    assert.deepEqual(governance.texts(), {
      [slugged.replace('-001', '-004')]: draft.replace('001', '004'),
      'a.md': `[it](${slugged.replace('-001', '-004')})\n`,
    });
  });

  it('keeps how a name is written: its case, and zeros before its number', async () => {
    const governance = new MemoryGovernance({
      [`${requests}/cr-2026-02-09-001.md`]: '# cr-2026-02-09-001\n',
      'a.txt': 'Cr-2026-02-09-0001',
    });
    await governance.apply(await governance.renumber(`${requests}/cr-2026-02-09-001.md`, 'CR-2026-03-01-012'));
    assert.deepEqual(governance.texts(), {
      [`${requests}/cr-2026-03-01-012.md`]: '# cr-2026-03-01-012\n',
      'a.txt': 'Cr-2026-03-01-0012',
    });
  });

  it('takes the next free number of its day, past those that are mentioned already', async () => {
    const governance = new MemoryGovernance({
      [first]: draft,
      [`${requests}/CR-2026-02-09-003.md`]: '# Change Request: CR-2026-02-09-003\n',
      'notes.md': 'CR-2026-02-09-004 is to come.\n',
    });
    const result = await governance.renumber(first);
    assert.equal(result.kind === 'change' && result.to.text, 'CR-2026-02-09-005');
  });

  it('leaves the name of the branch, and of folders, alone: they are not renamed', async () => {
    const path = `${requests}/CR-2026-02-09-001/CR-2026-02-09-001.md`;
    const governance = new MemoryGovernance({
      [path]: `${draft}\n## Implementation Tracking\n\n**Branch**: feat/CR-2026-02-09-001-limit\n`,
      'a.md': '[x](docs/processes/change-requests/CR-2026-02-09-001/CR-2026-02-09-001.md)\n',
    });
    const result = await governance.renumber(path, 'CR-2026-02-09-002');
    await governance.apply(result);
    const moved = `${requests}/CR-2026-02-09-001/CR-2026-02-09-002.md`;
    assert.deepEqual(Object.keys(governance.texts()), ['a.md', moved]);
    assert.match(governance.texts()[moved] ?? '', /: CR-2026-02-09-002\n[^]*feat\/CR-2026-02-09-001-limit/);
    assert.match(governance.texts()['a.md'] ?? '', /CR-2026-02-09-001\/CR-2026-02-09-002\.md/);
    assert.deepEqual(result.kind === 'change' && result.left.map((each) => each.path), ['a.md', path]);
    // And there is a way back.
    await governance.apply(await governance.renumber(moved, 'CR-2026-02-09-001'));
    assert.deepEqual(Object.keys(governance.texts()), ['a.md', path]);
  });

  it('rewrites of two records with one ID only what certainly means this one', async () => {
    const twin = `${requests}/copy/CR-2026-02-09-001.md`;
    const governance = new MemoryGovernance({
      [first]: draft,
      [twin]: draft,
      [`${requests}/copy/CR-2026-02-09-001-PLAN.md`]: 'Plan of CR-2026-02-09-001\n',
      'docs/notes.md':
        'CR-2026-02-09-001: [a](processes/change-requests/CR-2026-02-09-001.md), [b](/docs/processes/change-requests/copy/CR-2026-02-09-001.md)\n',
    });
    const result = await governance.renumber(twin);
    assert.equal(result.kind === 'change' && result.left.length, 3);
    await governance.apply(result);
    assert.deepEqual(governance.texts(), {
      [first]: draft,
      [`${requests}/copy/CR-2026-02-09-002.md`]: draft.replace('001', '002'),
      [`${requests}/copy/CR-2026-02-09-002-PLAN.md`]: 'Plan of CR-2026-02-09-002\n',
      'docs/notes.md':
        'CR-2026-02-09-001: [a](processes/change-requests/CR-2026-02-09-001.md), [b](/docs/processes/change-requests/copy/CR-2026-02-09-002.md)\n',
    });
  });

  describe('is refused', () => {
    const refusal = async (governance: MemoryGovernance, to = 'CR-2026-02-09-002'): Promise<string> =>
      reasonOf(await governance.renumber(first, to));

    it('once the record is approved', async () => {
      const approved = `# Change Request: CR-2026-02-09-001

**Status**: APPROVED

## Approval

**Approved By**:
- [x] Technical Lead: Ada (Date: 2026-02-10)

**Approval Token**: ATP
**Approval Date**: 2026-02-10
`;
      assert.equal(
        await refusal(new MemoryGovernance({ [first]: approved })),
        'CR-2026-02-09-001 is approved; an approval is bound to its ID, so that the record keeps it.',
      );
    });

    it('once there is an approval of its own', async () => {
      const governance = new MemoryGovernance({
        [first]: draft,
        '.changegate/approvals/CR-2026-02-09-001/ab.json': '{}',
      });
      assert.match(await refusal(governance), /^\.changegate\/approvals\/CR-2026-02-09-001 holds approvals/);
    });

    it('where the new ID is taken: on disk, in the archive, in an editor, on a branch', async () => {
      const taken = `${requests}/_archive/cr-2026-02-09-002.md`;
      assert.equal(
        await refusal(new MemoryGovernance({ [first]: draft, [taken]: '' })),
        `CR-2026-02-09-002 is taken: ${taken} has it.`,
      );
      const branch = new MemoryGovernance({ [first]: draft });
      branch.branches = [`${requests}/CR-2026-02-09-002.md`];
      assert.match(await refusal(branch), /a branch or another worktree holds/);
      const open = await branch.renumber(first, 'CR-2026-02-09-003', {
        openPaths: [`${requests}/CR-2026-02-09-003.md`],
      });
      assert.match(reasonOf(open), /an editor holds/);
    });

    it('where the new ID is mentioned already, and would mean this record from then on', async () => {
      assert.equal(
        await refusal(new MemoryGovernance({ [first]: draft, 'a.md': '\n\nCR-2026-02-09-002\n' })),
        'CR-2026-02-09-002 is mentioned in a.md, line 3, already; a number that nobody uses is expected.',
      );
    });

    it('for what is no ID of the process, and for its own', async () => {
      const governance = new MemoryGovernance({ [first]: draft });
      assert.equal(
        await refusal(governance, 'CHG-20260209-001'),
        '"CHG-20260209-001" is no ID in the form CR-YYYY-MM-DD-XXX.',
      );
      assert.match(await refusal(governance, 'CR-2026-02-30-001'), /not in the calendar/);
      assert.match(await refusal(governance, 'CR-2026-02-09-000'), /begin at 001/);
      assert.match(await refusal(governance, 'cr-2026-02-09-001'), /its ID already/);
    });

    it('for a file that was read in part only', async () => {
      const governance = new MemoryGovernance({ [first]: draft + 'x\n'.repeat(300_000) });
      assert.equal(await refusal(governance), `${first} is too large to be changed.`);
    });

    it('when it is cancelled', async () => {
      const governance = new MemoryGovernance({ [first]: draft });
      assert.match(
        reasonOf(await governance.renumber(first, 'CR-2026-02-09-002', { signal: { aborted: true } })),
        /cancelled/,
      );
    });
  });

  it('is offered where the heading was changed first, by hand', async () => {
    const governance = new MemoryGovernance({ [first]: draft.replace('001', '002') });
    await governance.apply(await governance.renumber(first, 'CR-2026-02-09-002'));
    assert.deepEqual(governance.texts(), { [`${requests}/CR-2026-02-09-002.md`]: draft.replace('001', '002') });
  });

  it('leaves files alone that are too large to be changed, and what was signed', async () => {
    const governance = new MemoryGovernance({
      [first]: draft,
      'data.txt': 'CR-2026-02-09-001\n'.padEnd(600 * 1024, 'x\n'),
      '.changegate/log/CR-2026-02-09-001/a.json': '{"id":"CR-2026-02-09-001"}',
    });
    const result = await governance.renumber(first, 'CR-2026-02-09-002');
    assert.ok(result.kind === 'change');
    assert.deepEqual(
      result.left.map(({ path }) => path),
      ['.changegate/log/CR-2026-02-09-001/a.json', 'data.txt'],
    );
    assert.deepEqual(result.mentions, []);
    await governance.apply(result);
  });
});
