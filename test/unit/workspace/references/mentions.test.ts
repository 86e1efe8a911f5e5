import { strict as assert } from 'node:assert';
import type { Workspace } from '../../../../src/core/ports';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import { findMentions } from '../../../../src/core/workspace/references/findMentions';
import { idAt } from '../../../../src/core/record/idAt';
import { locateMentions } from '../../../../src/core/workspace/references/mention';
import { MentionFinder } from '../../../../src/core/record/mentionFinder';
import { MemoryGovernance, requests } from '../../actions/memoryGovernance';

const processes = builtInProcesses();
const finder = new MentionFinder(processes);
const found = (text: string): string[] => finder.in(text).map(({ id }) => id);

describe('mentions in a text', () => {
  it('are IDs of either process and requirements, in any case', () => {
    assert.deepEqual(found('see CR-2026-02-09-001, chg-20260209-012 and Req-7.'), [
      'CR-2026-02-09-001',
      'CHG-20260209-012',
      'REQ-007',
    ]);
  });

  it('are whole words', () => {
    for (const text of [
      'CR-2026-02-09-0010000',
      'XCR-2026-02-09-001',
      'CR-2026-02-09-001a',
      '1CR-2026-02-09-001',
      'ÄCR-2026-02-09-001',
      '𝒜CR-2026-02-09-001',
      'CR-2026-02-09-001\u0301',
      'CR-2026-02-09-001\u200b0',
      'CR-2026-02-09-00',
    ])
      assert.deepEqual(found(text), [], JSON.stringify(text));
    assert.deepEqual(found('CR-2026-02-09-0010'), ['CR-2026-02-09-010']);
    assert.deepEqual(found('(CR-2026-02-09-001)[_CR-2026-02-09-002_] feat/CR-2026-02-09-003-slug'), [
      'CR-2026-02-09-001',
      'CR-2026-02-09-002',
      'CR-2026-02-09-003',
    ]);
  });

  it('are neither placeholders nor impossible days nor number zero', () => {
    assert.deepEqual(found('CR-YYYY-MM-DD-XXX REQ-XXX CR-2026-02-30-001 CR-2026-02-09-000 CHG-20261301-001'), []);
  });

  it('are written in ASCII', () => {
    assert.deepEqual(found('СR-2026-02-09-001 CR‑2026‑02‑09‑001 CR-2026-02-09-００1 REQ-٠٠١ ＲEQ-001'), []);
  });

  it('are the names of companions too, also those without the prefix', () => {
    const text =
      'IMPL-CR-2026-02-09-001.md IP-2026-02-09-001-slug.md ia-20260209-002 CR-2026-02-09-001-IMPACT-ASSESSMENT';
    assert.deepEqual(
      finder.in(text).map(({ kind, id, span }) => [kind, id, text.slice(span.start, span.end)]),
      [
        ['record', 'CR-2026-02-09-001', 'CR-2026-02-09-001'],
        ['companion', 'CR-2026-02-09-001', 'IP-2026-02-09-001'],
        ['companion', 'CHG-20260209-002', 'ia-20260209-002'],
        ['record', 'CR-2026-02-09-001', 'CR-2026-02-09-001'],
      ],
    );
  });

  it('are found at the place of a cursor, at both ends of the word', () => {
    const text = `${'x'.repeat(500)} CR-2026-02-09-001 and more`;
    const at = (offset: number): string | undefined => {
      const mention = idAt(text, offset, processes);
      return mention && text.slice(mention.span.start, mention.span.end);
    };
    assert.deepEqual([500, 501, 510, 518, 519].map(at), [
      undefined,
      ...Array<string>(3).fill('CR-2026-02-09-001'),
      undefined,
    ]);
    assert.equal(idAt('CR-2026-02-09-0010000', 5, processes), undefined);
    assert.equal(idAt('', 0, processes), undefined);
  });

  it('take linear time, whatever the text is', () => {
    for (const piece of ['CR-', 'CR-2026-', 'CR-2026-02-09-', '1', '-', 'REQ-1', 'IP-2026-02-09-001'])
      finder.in(piece.repeat(Math.floor(1_000_000 / piece.length)));
  });
});

describe('mentions in a workspace', () => {
  const governance = (): MemoryGovernance =>
    new MemoryGovernance({
      [`${requests}/CR-2026-02-09-001.md`]: '# Change Request: CR-2026-02-09-001\n',
      'src/limits.ts': '// See cr-2026-02-09-001.\nexport const limit = 50;\n',
      'docs/requirements/rtm.md': '| REQ-001 | Uploads | CR-2026-02-09-001, CR-2026-02-09-002 |\n',
      'README.md': '\ufeffNothing of CR-2026-02-09-0011.\r\n',
      'ignored.md': 'CR-2026-02-09-001',
      'node_modules/x/readme.md': 'CR-2026-02-09-001',
      'large.txt': 'CR-2026-02-09-001\n'.padEnd(1024 * 1024 + 1),
    });
  const list = async (workspace: MemoryGovernance, id: string): Promise<string[]> =>
    locateMentions(await findMentions(id, workspace.sources)).map(
      ({ path, range, line }) => `${path}:${String(range.start.line)}:${String(range.start.character)} ${line}`,
    );

  it('are found in records, sources and the requirements matrix; not in closed folders and large files', async () => {
    assert.deepEqual(await list(governance(), 'cr-2026-02-09-001'), [
      'docs/processes/change-requests/CR-2026-02-09-001.md:0:18 # Change Request: CR-2026-02-09-001',
      'docs/requirements/rtm.md:0:22 | REQ-001 | Uploads | CR-2026-02-09-001, CR-2026-02-09-002 |',
      'ignored.md:0:0 CR-2026-02-09-001',
      'src/limits.ts:0:7 // See cr-2026-02-09-001.',
    ]);
    assert.deepEqual(await list(governance(), 'REQ-1'), [
      'docs/requirements/rtm.md:0:2 | REQ-001 | Uploads | CR-2026-02-09-001, CR-2026-02-09-002 |',
    ]);
    assert.deepEqual(await list(governance(), 'CR-2026-02-09-011'), ['README.md:0:11 Nothing of CR-2026-02-09-0011.']);
  });

  it('are not found in what git ignores, nor where a file went since git listed it', async () => {
    const workspace = governance();
    workspace.listed = ['src/limits.ts', 'gone.ts', 'node_modules/x/readme.md'];
    assert.deepEqual(await list(workspace, 'CR-2026-02-09-001'), ['src/limits.ts:0:7 // See cr-2026-02-09-001.']);
  });

  it('are not found in what is no text', async () => {
    const workspace = new MemoryGovernance({});
    const id = new TextEncoder().encode('CR-2026-02-09-001');
    workspace.files.set('picture.png', { bytes: new Uint8Array([0, ...id]) });
    workspace.files.set('latin.txt', { bytes: new Uint8Array([0xe4, ...id]) });
    assert.deepEqual(await list(workspace, 'CR-2026-02-09-001'), []);
  });

  it('are those of an editor where one holds the file', async () => {
    const openTexts = new Map([['src/limits.ts', '// CR-2026-02-09-002\n']]);
    const sources = { ...governance().sources, openTexts };
    const paths = async (id: string): Promise<string[]> => (await findMentions(id, sources)).map(({ path }) => path);
    assert.ok(!(await paths('CR-2026-02-09-001')).includes('src/limits.ts'));
    assert.ok((await paths('CR-2026-02-09-002')).includes('src/limits.ts'));
    const gone = governance();
    gone.listed = ['src/gone.ts'];
    const held = { ...gone.sources, openTexts: new Map([['src/gone.ts', '// CR-2026-02-09-001']]) };
    assert.deepEqual(await findMentions('CR-2026-02-09-001', held), []);
  });

  it('are looked for no longer than somebody wants to know', async () => {
    const { sources } = governance();
    const signal = { aborted: false };
    let reads = 0;
    const workspace: Workspace = Object.assign(Object.create(sources.workspace) as Workspace, {
      read: (path: string, limit: number) => {
        signal.aborted = ++reads === 2;
        return sources.workspace.read(path, limit);
      },
    });
    await findMentions('CR-2026-02-09-001', { ...sources, workspace, signal });
    assert.equal(reads, 2);
  });
});
