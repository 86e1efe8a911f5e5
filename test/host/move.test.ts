import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { GovernedFolder } from '../../src/vscode/governedFolder';
import { branchesOf, branchNameProblem } from '../../src/vscode/commands/gitExtension';
import { targetItems } from '../../src/vscode/commands/moveDialogs';
import type { MoveRequest } from '../../src/vscode/commands/moveRecord';
import type { MoveOutcome } from '../../src/vscode/commands/writeMoves';
import { api, file, until } from './workspace';

const names = [
  'CR-2026-02-16-001',
  'CR-2026-03-05-001',
  'CR-2026-03-09-001',
  'CR-2026-03-09-002',
  'CR-2026-02-20-001',
] as const;
const [proposed, approved, draft, otherDraft, rejected] = names.map((name) => `change-requests/${name}.md`) as [
  string,
  string,
  string,
  string,
  string,
];

describe('moving records', () => {
  let folder: GovernedFolder;
  const originals = new Map<string, Uint8Array>();
  before(async () => {
    folder = (await api()).governance.folders[0] ?? assert.fail();
    for (const path of [proposed, approved, draft, otherDraft, rejected])
      originals.set(path, await vscode.workspace.fs.readFile(file(path)));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    for (const [path, content] of originals) {
      if (isDirty(path)) {
        await vscode.window.showTextDocument(file(path));
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
      await vscode.workspace.fs.writeFile(file(path), content);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await folder.touch(...[...originals.keys()].map((path) => `docs/processes/${path}`));
  });

  const isDirty = (path: string): boolean =>
    vscode.workspace.textDocuments.some(({ uri, isDirty: dirty }) => dirty && uri.path === file(path).path);
  const textOf = async (path: string): Promise<string> =>
    (await vscode.workspace.openTextDocument(file(path))).getText();
  const original = (path: string): string => new TextDecoder().decode(originals.get(path));
  const move = (paths: readonly string[], request: MoveRequest): Thenable<MoveOutcome> =>
    vscode.commands.executeCommand<MoveOutcome>(
      'changegate.moveRecord',
      file(paths[0] ?? ''),
      paths.map((path) => file(path)),
      request,
    );

  it('writes a whole move as one step, which one undo takes back', async () => {
    await vscode.window.showTextDocument(file(proposed));
    const { moved, reasons } = await move([proposed], { to: 'REJECTED', reason: 'Too early' });
    assert.deepEqual([moved.map(({ path }) => path), reasons], [[file(proposed).path], []]);
    const text = await textOf(proposed);
    assert.match(text, /\*\*Status\*\*: REJECTED/);
    assert.match(text, /\| \d{4}-\d{2}-\d{2} \| REJECTED \| Too early \|/);
    await vscode.commands.executeCommand('undo');
    assert.equal(await textOf(proposed), original(proposed));
  });

  it('writes the file of a record that nobody has open', async () => {
    await move([approved], { to: 'IN_PROGRESS', branch: 'feat/quiet-hours' });
    const bytes = await vscode.workspace.fs.readFile(file(approved));
    const text = new TextDecoder().decode(bytes);
    assert.match(text, /\*\*Status\*\*: IN_PROGRESS/);
    await until(
      'the explorer knows',
      () => folder.index.at(`docs/processes/${approved}`)?.summary.status === 'IN_PROGRESS' || undefined,
    );
  });

  it('moves several records, all or none', async () => {
    const { moved } = await move([draft, otherDraft], { to: 'CANCELLED', reason: 'Superseded' });
    assert.equal(moved.length, 2);
    for (const path of [draft, otherDraft]) assert.match(await textOf(path), /CANCELLED \| Superseded/);
    const text = await textOf(proposed);
    const { moved: none, reasons } = await move([proposed, draft], { to: 'CANCELLED', reason: 'Superseded' });
    assert.deepEqual([none, reasons], [[], ['CR-2026-03-09-001: The record is CANCELLED already.']]);
    assert.equal(await textOf(proposed), text);
  });

  it('comes to APPROVED for nobody who only insists', async () => {
    const { moved, reasons } = await move([proposed], { to: 'APPROVED', insist: true });
    assert.deepEqual(moved, []);
    assert.ok(
      reasons.some((reason) => reason.includes('approval token')),
      reasons.join(' '),
    );
    assert.equal(await textOf(proposed), original(proposed));
  });

  it('loses nothing of what is typed in the same moment', async () => {
    const editor = await vscode.window.showTextDocument(file(proposed));
    const end = (): vscode.Position => editor.document.lineAt(editor.document.lineCount - 1).range.end;
    const moving = move([proposed], { to: 'REJECTED', reason: 'Too early' });
    for (const word of ['one', 'two', 'three', 'four']) {
      assert.ok(
        await until(
          'typing',
          async () =>
            (await editor.edit((edit) => {
              edit.insert(end(), ` ${word}`);
            })) || undefined,
        ),
      );
    }
    const { moved } = await moving;
    assert.equal(moved.length, 1);
    const text = editor.document.getText();
    assert.match(text, /\*\*Status\*\*: REJECTED/);
    assert.match(text, / one two three four\s*$/);
  });

  it('is made by hand with the keyboard alone', async () => {
    await vscode.window.showTextDocument(file(rejected));
    let outcome: MoveOutcome | undefined;
    const moving = Promise.resolve(vscode.commands.executeCommand<MoveOutcome>('changegate.moveRecord')).then(
      (result) => {
        outcome = result;
      },
    );
    await until('the move is made', async () => {
      if (!outcome) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return outcome;
    });
    await moving;
    assert.equal(outcome?.moved.length, 1);
    assert.match(await textOf(rejected), /\*\*Status\*\*: DRAFT/);
  });

  it('shows the way forward first and what is not possible last, with what is missing or the reason', async () => {
    const record = (await folder.readRecord(`docs/processes/${proposed}`)) ?? assert.fail();
    const { legal, illegal } = targetItems([record], (_, { id }) => (id === 'APPROVED' ? guards : []));
    assert.deepEqual(
      legal.map(({ label, description }) => [label.replace(/^\$\(.*\) /, ''), description]),
      [
        ['APPROVED', '1 thing is missing'],
        ['REJECTED', ''],
        ['DRAFT', ''],
        ['CANCELLED', ''],
      ],
    );
    assert.deepEqual(
      illegal.map(({ label, target }) => [label, target]),
      ['PROPOSED', 'IN_PROGRESS', 'COMPLETED'].map((id) => [`$(circle-slash) ${id}`, undefined]),
    );
    assert.ok(illegal.every(({ detail }) => detail?.endsWith('.') === true));
  });

  it('adds a row of the history by command', async () => {
    const added = await vscode.commands.executeCommand('changegate.addHistoryRow', file(proposed), {
      status: 'PROPOSED',
      note: 'Numbers added',
    });
    assert.equal(added, true);
    assert.match(await textOf(proposed), /\| \d{4}-\d{2}-\d{2} \| PROPOSED \| Numbers added \|/);
  });
});

const guards = [
  {
    kind: 'approval' as const,
    message: 'No approval token has been entered.',
    place: { document: undefined as never, span: { start: 0, end: 0 } },
    binding: true,
  },
];

describe('the branch of a record', () => {
  interface GitApi {
    openRepository(uri: vscode.Uri): Promise<unknown>;
  }

  it('is made and checked out by the git extension', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'changegate-git-')));
    const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
    try {
      git('init', '--quiet', '--initial-branch=main');
      writeFileSync(join(folder, 'a.md'), 'a\n');
      git('add', '.');
      git('-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', 'commit', '--quiet', '-m', 'a');
      const uri = vscode.Uri.file(folder);
      const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git') ?? assert.fail();
      await (await extension.activate()).getAPI(1).openRepository(uri);
      const branches = await until('the repository is open', () => branchesOf(uri), 30_000);
      assert.equal(await branches.exists('feat/REQ-118-upload-limit'), false);
      await branches.create('feat/REQ-118-upload-limit');
      assert.equal(git('branch', '--show-current'), 'feat/REQ-118-upload-limit');
      assert.equal(await branches.exists('feat/REQ-118-upload-limit'), true);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is only a field outside of a repository', async () => {
    assert.equal(await branchesOf(vscode.Uri.file(tmpdir())), undefined);
  });

  it('has a name that git takes', () => {
    for (const name of ['feat/REQ-118-x', 'fix/Issue-42-ä', 'a'])
      assert.equal(branchNameProblem(name), undefined, name);
    for (const name of [
      '',
      ' ',
      'a b',
      'a..b',
      '/a',
      'a/',
      'a.lock',
      'a.lock/b',
      '@',
      'a@{1}',
      '-a',
      'a~1',
      'a/.b',
      'a\\b',
    ])
      assert.notEqual(branchNameProblem(name), undefined, name);
  });
});
