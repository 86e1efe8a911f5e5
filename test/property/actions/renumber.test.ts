import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { MemoryGovernance } from '../../unit/actions/memoryGovernance';

/** Both processes, each with a record and two other IDs of it. */
const kinds = [
  {
    folder: 'docs/processes/change-requests',
    id: 'CR-2026-02-09-001',
    bare: '2026-02-09-001',
    near: 'CR-2026-02-09-0012',
  },
  { folder: 'docs/processes/change-records', id: 'CHG-20260209-001', bare: '20260209-001', near: 'CHG-20260209-0012' },
] as const;

const written = (id: string): fc.Arbitrary<string> =>
  fc.constantFrom(id, id.toLowerCase(), id.replace(/-001$/, '-0001'), id.replace(/^C/, 'c'));

/** A text that mentions a record in many ways, with line endings and a byte order mark of any kind. */
const text = (id: string, bare: string, near: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', '\ufeff'),
      fc.array(
        fc.oneof(
          written(id),
          fc.constantFrom(
            near,
            `IP-${bare}-slug.md`,
            `[x](./${id}.md#a)`,
            `${id}-PLAN.md`,
            'CR-2026-02-09-00x',
            'REQ-001',
          ),
          fc.constantFrom(
            '\n',
            '\r\n',
            '\r',
            ' ',
            '|',
            '`',
            '**Branch**: ',
            '## ',
            '---',
            'é',
            '𝒜',
            '\u200b',
            '/',
            '-',
            '0',
          ),
          fc.string({ maxLength: 5 }),
        ),
        { maxLength: 20 },
      ),
    )
    .map(([mark, parts]) => mark + parts.join(''));

const workspaces = fc.constantFrom(...kinds).chain(({ folder, id, bare, near }) =>
  fc
    .record({
      name: written(id).filter((name) => !name.endsWith('0001')),
      to: fc.constantFrom('002', '014', '999', '1000'),
      record: text(id, bare, near),
      companions: fc.uniqueArray(fc.constantFrom(`${id}-PLAN.md`, `IP-${bare}-slug.md`, `impl-${id.toLowerCase()}.md`)),
      companion: text(id, bare, near),
      archived: text(id, bare, near),
      source: text(id, bare, near),
      notes: text(id, bare, near),
    })
    .map(({ name, to, record, companions, companion, archived, source, notes }) => ({
      from: id,
      to: id.replace(/001$/, to),
      path: `${folder}/${name}.md`,
      texts: {
        [`${folder}/${name}.md`]: record,
        ...Object.fromEntries(companions.map((each) => [`${folder}/${each}`, companion])),
        [`${folder}/_archive/${id.replace(/001$/, '777')}.md`]: archived,
        'src/a.ts': source,
        'docs/notes.md': notes,
      },
    })),
);

describe('renumbering and renumbering back', () => {
  it('is the identity on the whole workspace', async () => {
    let renumbered = 0;
    await fc.assert(
      fc.asyncProperty(workspaces, async ({ from, to, path, texts }) => {
        const governance = new MemoryGovernance(texts);
        const before = governance.texts();
        const forth = await governance.renumber(path, to);
        if (forth.kind === 'refused') return;
        await governance.apply(forth);
        const step = forth.change.steps.find((each) => each.kind === 'move' && each.from === path);
        assert.ok(step?.kind === 'move');
        assert.notDeepEqual(governance.texts(), before);
        await governance.apply(await governance.renumber(step.to, from));
        assert.deepEqual(governance.texts(), before);
        renumbered++;
      }),
      { numRuns: 400 },
    );
    assert.ok(renumbered > 200, `only ${String(renumbered)} were renumbered`);
  });
});
