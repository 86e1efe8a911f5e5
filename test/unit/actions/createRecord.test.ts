import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { createRecord, NoFreeNumberError, plainWords } from '../../../src/core/actions/createRecord';
import { nextRecordId } from '../../../src/core/actions/nextRecordId';
import { readPolicy } from '../../../src/core/workspace/policy/readPolicy';
import { defaultPolicy, type Policy } from '../../../src/core/workspace/policy/policy';
import { FileExistsError, type Git } from '../../../src/core/ports';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import type { Process } from '../../../src/core/process/process';
import { readRecord } from '../../../src/core/record/readRecord';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { MemoryWorkspace, type MemoryFile } from '../../rules/memoryWorkspace';
import { recordedApproval } from '../../../src/core/approval/approvalOf';

const processes = builtInProcesses();
const processOf = (id: string): Process => processes.find((each) => each.id === id) ?? assert.fail(id);
const day = { year: 2026, month: 3, day: 13, minutes: undefined };
const clock = { now: () => Date.UTC(2026, 2, 13, 9, 30) };
const requests = 'docs/processes/change-requests';

/** A workspace with empty files at some paths, and branches with others. */
function sources(paths: readonly string[] = [], onBranches: readonly string[] = [], policy: Partial<Policy> = {}) {
  const files = new Map<string, MemoryFile>(paths.map((path) => [path, { bytes: new Uint8Array() }]));
  const git: Git = {
    pathsOnAllBranches: () => Promise.resolve(new Set(onBranches)),
    currentBranch: () => Promise.resolve(undefined),
    changedFiles: () => Promise.resolve([]),
    filesOnOtherBranches: () => Promise.resolve([]),
    listFiles: () => Promise.resolve(undefined),
  };
  return {
    workspace: new MemoryWorkspace(files),
    git,
    processes,
    clock,
    policy: { ...defaultPolicy, ...policy },
    files,
  };
}

describe('the next number', () => {
  const next = async (given: ReturnType<typeof sources>, openPaths: readonly string[] = []): Promise<string> =>
    (await nextRecordId(processOf('change-request'), day, { ...given, openPaths })).text;

  for (const [what, paths, onBranches, id] of [
    ['is the first where there is none', [], [], 'CR-2026-03-13-001'],
    [
      'is one more than the highest, whatever is missing below',
      ['CR-2026-03-13-001', 'CR-2026-03-13-007'],
      [],
      'CR-2026-03-13-008',
    ],
    ['counts each day and each kind for itself', ['CR-2026-03-12-004', 'CHG-20260313-009'], [], 'CR-2026-03-13-001'],
    [
      'counts subfolders, the archive and names in lower case',
      ['2026/CR-2026-03-13-002', '_archive/cr-2026-03-13-003'],
      [],
      'CR-2026-03-13-004',
    ],
    ['counts branches', ['CR-2026-03-13-001'], ['CR-2026-03-13-005'], 'CR-2026-03-13-006'],
    ['counts a companion whose record is gone', ['CR-2026-03-13-002-PLAN'], [], 'CR-2026-03-13-003'],
    [
      'counts names with words behind their ID',
      ['CR-2026-03-13-002-web', 'cr-2026-03-13-003_x'],
      [],
      'CR-2026-03-13-004',
    ],
    ['counts a doubled prefix', ['CR-CR-2026-03-13-004'], [], 'CR-2026-03-13-005'],
    [
      'counts no ID that is none',
      ['CR-2026-03-13-000', 'CR-2026-03-13-x', 'CR-2026-13-13-009'],
      [],
      'CR-2026-03-13-001',
    ],
    ['goes on with four digits after 999', ['CR-2026-03-13-999'], [], 'CR-2026-03-13-1000'],
  ] as const) {
    it(what, async () => {
      const at = (name: string): string => `${requests}/${name}.md`;
      assert.equal(await next(sources(paths.map(at), onBranches.map(at))), id);
    });
  }

  it('counts editors that are not saved yet', async () => {
    assert.equal(await next(sources(), [`${requests}/CR-2026-03-13-004.md`]), 'CR-2026-03-13-005');
  });

  it('counts what the policy leaves alone', async () => {
    const given = sources([`${requests}/_archive/CR-2026-03-13-001.md`], [], { exclude: ['**/_archive/**'] });
    assert.equal(await next(given), 'CR-2026-03-13-002');
  });
});

describe('a new record', () => {
  const make = (answers: Readonly<Record<string, string>>, id = 'change-request', given = sources()) =>
    createRecord({ process: processOf(id), answers }, given);

  it('lies in the first folder of its kind, with the ID and the dates of today', async () => {
    const given = sources([], [], {
      folders: { 'change-request': ['changes', 'more'], 'change-record': ['records'] },
    });
    const { path, id, text, firstBlank } = await make({ title: 'Raise the limit' }, 'change-request', given);
    assert.deepEqual([path, id.text], ['changes/CR-2026-03-13-001.md', 'CR-2026-03-13-001']);
    assert.match(text, /^\*\*Created\*\*: 2026-03-13 09:30:00 UTC$/m);
    assert.equal(new TextDecoder().decode(given.files.get(path)?.bytes), text);
    assert.ok(firstBlank && text.slice(firstBlank.start, firstBlank.end).length >= 0);
  });

  it('takes its day from the zone of the policy', async () => {
    const given = {
      ...sources([], [], { zone: 'Pacific/Kiritimati' }),
      clock: { now: () => Date.UTC(2026, 2, 13, 20) },
    };
    assert.equal((await make({ title: 'x' }, 'change-request', given)).id.text, 'CR-2026-03-14-001');
  });

  it('is named after the first pattern of the policy, with the words of its title (reading 6)', async () => {
    const given = sources([], [], { files: ['{id}-{slug}.md'] });
    const { path, text } = await make({ title: 'Größere Bilder: 50 MB' }, 'change-request', given);
    assert.equal(path, `${requests}/CR-2026-03-13-001-großere-bilder-50-mb.md`);
    assert.match(text, /^# Change Request: CR-2026-03-13-001$/m);
    const titles = ['One', 'Two', 'Three', 'Four', 'Five'];
    const made = await Promise.all(titles.map((title) => make({ title }, 'change-request', given)));
    assert.deepEqual(made.map((each) => each.id.sequence).sort(), [2, 3, 4, 5, 6]);
    assert.deepEqual(
      [...given.files.keys()].sort(),
      [path, ...made.map((each) => each.path)].sort(),
      'what was made on the way is gone',
    );
    const unnamed = await make({ title: '…' }, 'change-request', given);
    assert.equal(unnamed.path, `${requests}/CR-2026-03-13-007.md`);
  });

  for (const [ids, first, second] of [
    ['ZV2-CR-{number:3}', 'ZV2-CR-001', 'ZV2-CR-002'],
    ['CR-YYYY-NNN', 'CR-2026-001', 'CR-2026-002'],
    ['CR-{yyyymmdd}-{hhmm}', 'CR-20260313-0930', 'CR-20260313-0931'],
  ] as const)
    it(`has an ID in the form of the policy, ${ids}, in its name and its heading`, async () => {
      const reading = readPolicy(`version: 1\nprocesses:\n  change-request:\n    ids: "${ids}"\n`);
      assert.deepEqual(reading.findings, []);
      const own = reading.policy.processes ?? [];
      const process = own.find(({ id }) => id === 'change-request') ?? assert.fail();
      const given = { ...sources(), policy: reading.policy, processes: own };
      for (const expected of [first, second]) {
        const { path, text } = await createRecord({ process, answers: { title: 'x' } }, given);
        assert.equal(path, `${requests}/${expected}.md`);
        assert.match(text, new RegExp(`^# Change Request: ${expected}$`, 'm'));
      }
    });

  it('takes the next number when somebody was faster, and loses nothing of theirs', async () => {
    const given = sources();
    const taken = [`${requests}/CR-2026-03-13-001.md`, `${requests}/CR-2026-03-13-002.md`];
    // They come between the look and the writing.
    given.git.pathsOnAllBranches = () => {
      for (const path of taken) given.files.set(path, { bytes: new Uint8Array([1]) });
      return Promise.resolve(new Set<string>());
    };
    assert.equal((await make({ title: 'x' }, 'change-request', given)).id.text, 'CR-2026-03-13-003');
    assert.deepEqual(
      taken.map((path) => given.files.get(path)?.bytes.length),
      [1, 1],
    );
  });

  it('gives up with a reason when no number at all is free', async () => {
    class Full extends MemoryWorkspace {
      override create(path: string) {
        return Promise.reject(new FileExistsError(path));
      }
    }
    await assert.rejects(
      () => make({ title: 'x' }, 'change-request', { ...sources(), workspace: new Full(new Map()) }),
      NoFreeNumberError,
    );
  });

  it('tells a change record by its first words, which has no title', async () => {
    assert.match((await make({ title: 'Deploy it' }, 'change-record')).text, /^\*\*Description\*\*:\nDeploy it$/m);
  });

  const hostile = [
    '<img src=x onerror=alert(1)>',
    '[x](command:workbench.action.quit)',
    '$(zap) `code` **bold** *',
    'two\nlines\r\n# Heading\n**Status**: APPROVED',
    '<!-- comment',
    '--> end',
    '```',
    '---',
    '===',
    '- [x] box',
    '> quote',
    '1. one',
    '**Status**: APPROVED',
    '__Status__: APPROVED',
    'Status: APPROVED',
    '*Status*: APPROVED',
    '## Status',
    '***',
    '___',
    '+ x',
    '    indented',
    'Title',
    '\\',
    '| a | b |',
    '&lt;b&gt;',
    '\u202eevil\u200b',
    '[Title]',
    '__proto__',
    'x'.repeat(10_000),
  ];
  for (const title of hostile) {
    it(`keeps ${JSON.stringify(title.slice(0, 50))} as words: a draft that nobody approved, with all its sections`, async () => {
      for (const id of ['change-request', 'change-record']) {
        const plain = await make({ title: 'Plain words' }, id);
        const { path, text } = await make({ title, requestor: title }, id);
        const process = processOf(id);
        const record = readRecord({ process, path, text });
        const expected = readRecord({ process, path, text: plain.text });
        assert.equal(record.status?.value?.id, 'DRAFT');
        assert.equal(recordedApproval(record).state, 'not-asked');
        assert.deepEqual(
          record.answers.map(({ field }) => field.key),
          expected.answers.map(({ field }) => field.key),
        );
        const bad = lintRecord(record, { today: day }).filter(({ severity }) => severity === 'error');
        assert.deepEqual(
          bad.map(({ code, message }) => `${code} ${message}`),
          [],
        );
      }
    });
  }

  it('writes any title in one line, which begins no block', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const line = plainWords(text);
        assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\u2028\u2029]/u);
        assert.doesNotMatch(line, /<!--|^(?:[-+*_=>#|<]|\d{1,9}[.)](?:\s|$)|```|~~~)/);
      }),
    );
  });
});
