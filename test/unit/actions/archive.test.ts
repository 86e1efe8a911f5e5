import { strict as assert } from 'node:assert';
import { MemoryGovernance, reasonOf, requests } from './memoryGovernance';

const first = `${requests}/CR-2026-02-09-001.md`;
const record = (status: string, rest = ''): string =>
  `# Change Request: CR-2026-02-09-001\n\n**Status**: ${status}\n\n${rest}`;

describe('archiving records', () => {
  it('moves a record with its companions, and every link leads where it did', async () => {
    const governance = new MemoryGovernance({
      [first]: record(
        'COMPLETED',
        'See [plan](CR-2026-02-09-001-PLAN.md), [next](./CR-2026-02-16-001.md#top), [x](../../x.md), [r](/docs/x.md),\n' +
          '[w](https://example.com/CR-2026-02-09-001.md), [here](#top), `[no](link.md)`.\n',
      ),
      [`${requests}/CR-2026-02-09-001-PLAN.md`]:
        'Of [it](CR-2026-02-09-001.md) in docs/processes/change-requests/CR-2026-02-09-001.md.\n',
      [`${requests}/CR-2026-02-16-001.md`]:
        '# CR-2026-02-16-001\n\nAfter [it](CR-2026-02-09-001.md), CR-2026-02-09-001.\n',
      'docs/notes.md': '[a]: <processes/change-requests/CR-2026-02-09-001.md> "title"\n',
      'src/a.ts':
        '// docs/processes/change-requests/CR-2026-02-09-001.md, ../docs/processes/change-requests/CR-2026-02-09-001.md\n',
    });
    const result = await governance.archive([first]);
    assert.ok(result.kind === 'change');
    assert.equal(result.change.title, 'Archive CR-2026-02-09-001');
    assert.deepEqual(
      [...result.linking].sort(),
      ['docs/notes.md', `${requests}/CR-2026-02-16-001.md`, 'src/a.ts'].sort(),
    );
    await governance.apply(result);
    const archived = `${requests}/_archive`;
    assert.deepEqual(governance.texts(), {
      [`${archived}/CR-2026-02-09-001.md`]: record(
        'COMPLETED',
        'See [plan](CR-2026-02-09-001-PLAN.md), [next](../CR-2026-02-16-001.md#top), [x](../../../x.md), [r](/docs/x.md),\n' +
          '[w](https://example.com/CR-2026-02-09-001.md), [here](#top), `[no](link.md)`.\n',
      ),
      [`${archived}/CR-2026-02-09-001-PLAN.md`]:
        'Of [it](CR-2026-02-09-001.md) in docs/processes/change-requests/_archive/CR-2026-02-09-001.md.\n',
      [`${requests}/CR-2026-02-16-001.md`]:
        '# CR-2026-02-16-001\n\nAfter [it](_archive/CR-2026-02-09-001.md), CR-2026-02-09-001.\n',
      'docs/notes.md': '[a]: <processes/change-requests/_archive/CR-2026-02-09-001.md> "title"\n',
      'src/a.ts':
        '// docs/processes/change-requests/_archive/CR-2026-02-09-001.md, ../docs/processes/change-requests/_archive/CR-2026-02-09-001.md\n',
    });
    assert.equal((await governance.record(`${archived}/CR-2026-02-09-001.md`)).id?.text, 'CR-2026-02-09-001');
  });

  it('keeps the number taken', async () => {
    const governance = new MemoryGovernance({
      [first]: record('CANCELLED'),
      [`${requests}/CR-2026-02-09-002.md`]: '# CR-2026-02-09-002\n',
    });
    await governance.apply(await governance.archive([first]));
    const again = await governance.renumber(`${requests}/CR-2026-02-09-002.md`, 'CR-2026-02-09-001');
    assert.match(reasonOf(again), /is taken/);
  });

  it('uses the archive folder that is there', async () => {
    const governance = new MemoryGovernance({ [first]: record('REJECTED'), [`${requests}/archive/README.md`]: '' });
    await governance.apply(await governance.archive([first]));
    assert.ok(`${requests}/archive/CR-2026-02-09-001.md` in governance.texts());
  });

  it('moves several at once, with the links between them', async () => {
    const second = `${requests}/CR-2026-02-16-001.md`;
    const governance = new MemoryGovernance({
      [first]: record('COMPLETED', '[b](CR-2026-02-16-001.md)'),
      [second]: '# CR-2026-02-16-001\n\n**Status**: COMPLETED\n\n[a](../change-requests/CR-2026-02-09-001.md)\n',
    });
    const result = await governance.archive([first, second]);
    assert.equal(result.kind === 'change' && result.change.title, 'Archive 2 records');
    await governance.apply(result);
    const texts = governance.texts();
    assert.match(texts[`${requests}/_archive/CR-2026-02-09-001.md`] ?? '', /\[b\]\(CR-2026-02-16-001\.md\)/);
    assert.match(texts[`${requests}/_archive/CR-2026-02-16-001.md`] ?? '', /\[a\]\(CR-2026-02-09-001\.md\)/);
  });

  it('is refused while somebody works on a record, unless it is wanted all the same', async () => {
    const governance = new MemoryGovernance({ [first]: record('IN_PROGRESS') });
    assert.equal(
      reasonOf(await governance.archive([first])),
      'CR-2026-02-09-001 is IN_PROGRESS; COMPLETED, REJECTED or CANCELLED is expected.',
    );
    assert.equal((await governance.archive([first], { force: true })).kind, 'change');
    const unknown = new MemoryGovernance({ [first]: '# CR-2026-02-09-001\n' });
    assert.match(reasonOf(await unknown.archive([first])), /is not recorded/);
  });

  it('is refused for what is archived, and where the name is taken', async () => {
    const archived = `${requests}/_archive/CR-2026-02-09-001.md`;
    const governance = new MemoryGovernance({ [first]: record('COMPLETED'), [archived]: record('COMPLETED') });
    assert.equal(reasonOf(await governance.archive([archived])), `CR-2026-02-09-001 is archived already: ${archived}.`);
    assert.equal(reasonOf(await governance.archive([first])), `${archived} is there already.`);
  });
});
