import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, file, until } from './workspace';

const proposed = 'change-requests/CR-2026-02-16-001.md';
const inProgress = 'change-requests/CR-2026-03-02-001.md';

/** The lenses of a file: the text of the line that each stands above, and its title. */
async function lenses(uri: vscode.Uri): Promise<(readonly [line: string, title: string, lens: vscode.CodeLens])[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 99);
  return found
    .filter(({ command }) => command !== undefined && /^(?:changegate\.followLens)?$/.test(command.command))
    .map((lens) => [document.lineAt(lens.range.start.line).text, lens.command?.title ?? '', lens] as const);
}

/** Clicks the lens with this title. */
async function follow(uri: vscode.Uri, title: RegExp): Promise<void> {
  const lens = (await lenses(uri)).find(([, each]) => title.test(each))?.[2];
  assert.ok(lens?.command, String(title));
  const args: unknown[] = lens.command.arguments ?? [];
  await vscode.commands.executeCommand(lens.command.command, ...args);
}

describe('code lenses', () => {
  let original: Uint8Array;
  before(async () => {
    await api();
    original = await vscode.workspace.fs.readFile(file(proposed));
  });
  afterEach(async () => {
    await vscode.workspace.getConfiguration('changegate').update('codeLens.enabled', undefined, true);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // In a browser VS Code saves by itself.
    await vscode.workspace.fs.writeFile(file(proposed), original);
    await (await api()).governance.folders[0]?.touch(`docs/processes/${proposed}`);
  });

  it('say on the title line how a record stands, on the risks their score, on the approval what is missing', async () => {
    const shown = (await lenses(file(proposed))).map(([line, title]) => `${title} | ${line}`);
    assert.ok(shown.includes('PROPOSED · Move to… | # Change Request: CR-2026-02-16-001'), shown.join('\n'));
    assert.ok(
      shown.some((each) => /^\d \w+, the highest of \d risks \| ### 7\. Risk Assessment$/.test(each)),
      shown.join('\n'),
    );
    assert.ok(
      shown.some((each) => /^The Security Team has not approved it\..* \| ## Approval Status$/.test(each)),
      shown.join('\n'),
    );
  });

  it('go to the next open step, and to what an approval lacks', async () => {
    await vscode.window.showTextDocument(file(inProgress));
    await follow(file(inProgress), /^\d+\/\d+ steps$/);
    const editor = vscode.window.activeTextEditor ?? assert.fail();
    assert.equal(editor.document.getText(editor.selection), '[ ]');
    await vscode.window.showTextDocument(file(proposed));
    await follow(file(proposed), /^The Security Team has not approved it/);
    const there = vscode.window.activeTextEditor ?? assert.fail();
    assert.match(there.document.lineAt(there.selection.active.line).text, /Security Team/);
  });

  it('go to the next problem', async () => {
    const uri = file('change-requests/CR-2026-03-04-001.md');
    const editor = await vscode.window.showTextDocument(uri);
    await until('its problems are shown', () => vscode.languages.getDiagnostics(uri)[0]);
    await follow(uri, /^\d+ problems?$/);
    const places = vscode.languages.getDiagnostics(uri).map(({ range }) => range);
    await until('the cursor is at a problem', () =>
      places.some((range) => range.contains(editor.selection.active)) && editor.selection.active.line > 0
        ? true
        : undefined,
    );
    await vscode.commands.executeCommand('closeMarkersNavigation');
  });

  it('go from a draft to its next open answer', async () => {
    const uri = file('change-requests/CR-2026-03-09-001.md');
    await vscode.window.showTextDocument(uri);
    await follow(uri, /^\d+ of \d+ required answers are missing$/);
    const line = vscode.window.activeTextEditor?.selection.start.line ?? 0;
    assert.ok(line > 0);
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(0, 0, 0, 0) });
    await vscode.commands.executeCommand('changegate.nextAnswer');
    assert.equal(vscode.window.activeTextEditor?.selection.start.line, line);
  });

  it('stay on their lines while somebody types above them, before the record is read again', async () => {
    const uri = file(proposed);
    const editor = await vscode.window.showTextDocument(uri);
    const titles = async (): Promise<string[]> => (await lenses(uri)).map(([line, title]) => `${title} | ${line}`);
    const before = await titles();
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(8, 0), 'One\nTwo\nThree\n');
    });
    assert.deepEqual(await titles(), before);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '\n');
    });
    assert.deepEqual(await titles(), before);
  });

  it('follow what is typed', async () => {
    const uri = file(proposed);
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => {
      edit.replace(editor.document.lineAt(2).range, '**Status**: CANCELLED');
    });
    await until('the lens says CANCELLED', async () =>
      (await lenses(uri)).some(([, title]) => title === 'CANCELLED') ? true : undefined,
    );
  });

  it('are in companions what belongs there', async () => {
    const uri = file('change-requests/CR-2026-03-05-001-IMPACT-ASSESSMENT.md');
    const shown = (await lenses(uri)).map(([, title]) => title);
    assert.ok(shown.length > 0 && shown.every((title) => /risks?$/.test(title)), shown.join(', '));
  });

  it('can be switched off, and are not made for what is no record', async () => {
    assert.deepEqual(await lenses(vscode.Uri.joinPath(file('.'), '../../README.md')), []);
    await vscode.workspace.getConfiguration('changegate').update('codeLens.enabled', false, true);
    assert.deepEqual(await lenses(file(proposed)), []);
  });
});
