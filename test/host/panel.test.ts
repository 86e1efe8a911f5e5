import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { OpenPanel } from '../../src/vscode/panels/openPanel';
import { textOf, thingsOf, wordOf } from './pageHtml';
import { api, file, until } from './workspace';

const proposed = 'change-requests/CR-2026-02-16-001.md';
const inProgress = 'change-requests/CR-2026-03-02-001.md';

/** The panel, once its page has shown a record. */
async function shows(id: string): Promise<OpenPanel> {
  const { panels } = await api();
  return until(`the panel shows ${id}; it shows ${panels.current?.htmlOf('head') ?? 'nothing'}`, () => {
    const { current } = panels;
    return current?.view && wordOf(current.htmlOf('head'), 'id').includes(id) && current.begun > 0
      ? current
      : undefined;
  });
}

async function open(path: string): Promise<OpenPanel> {
  await vscode.window.showTextDocument(file(path));
  await vscode.commands.executeCommand('changegate.showLifecycle');
  return shows(path.slice(path.indexOf('/') + 1, -'.md'.length));
}

function linesOf(panel: OpenPanel, id: string): string[] {
  return [...panel.htmlOf(id).matchAll(/<li[^>]* data-at="\d+".*?<\/li>/g)].map(([line]) => textOf(line));
}

function statusOf(panel: OpenPanel): string {
  return wordOf(panel.htmlOf('head'), 'status');
}

async function replaceIn(path: string, from: string, to: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0, from);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)), to);
  await vscode.workspace.applyEdit(edit);
}

describe('the panel of a record', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { panels } = await api();
    await until('the panel is gone', () => (panels.current ? undefined : true));
  });

  it('opens beside the text, says how the record stands, and leaves the keyboard in the text', async () => {
    const shown = await open(proposed);
    const { panel, view } = shown;
    assert.equal(panel.title, 'CR-2026-02-16-001');
    assert.equal(panel.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file(proposed).toString());
    assert.equal(statusOf(shown), 'Proposed');
    const head = shown.htmlOf('head');
    assert.equal(thingsOf(head, 'button', 'primary')[0]?.what, 'APPROVED');
    assert.match(head, /id="blocked"/);
    const ids = ['lifecycle', 'states', 'risk', 'approvals', 'plan', 'dependencies'];
    assert.deepEqual(
      view?.parts.map(({ id }) => id),
      ['head', ...ids],
    );
    // Without dependencies there is nothing to draw but the sentence that says so.
    for (const id of ids.slice(0, -1)) {
      assert.equal(shown.htmlOf(id).match(/<svg /g)?.length, 1, id);
      assert.equal(shown.htmlOf(id).match(/<table>/g)?.length, 1, id);
    }
    assert.doesNotMatch(shown.htmlOf('dependencies'), /<svg /);
  });

  it('runs one script and one style sheet of its own, and nothing inline', async () => {
    const { panel } = await open(proposed);
    const { html, options } = panel.webview;
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    assert.match(policy, /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src 'nonce-[0-9a-f]{32}'$/);
    assert.deepEqual(
      options.localResourceRoots?.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
      ['dist'],
    );
    assert.equal(/ on\w+=|javascript:/i.test(html), false);
  });

  it('follows the record of the active editor', async () => {
    await open(proposed);
    await vscode.window.showTextDocument(file(inProgress), { viewColumn: vscode.ViewColumn.One });
    const { panel } = await shows('CR-2026-03-02-001');
    assert.equal(panel.title, 'CR-2026-03-02-001');
    await vscode.window.showTextDocument(vscode.Uri.joinPath(file('.'), '../../README.md'));
    assert.equal((await shows('CR-2026-03-02-001')).shown?.path.endsWith('CR-2026-03-02-001.md'), true);
  });

  it('follows a record that was made while its text is open already, and one that gets another name', async () => {
    const [made, renamed] = ['change-requests/CR-2026-03-30-011.md', 'change-requests/CR-2026-03-30-012.md'];
    const folder = (await api()).governance.folders[0] ?? assert.fail();
    await open(proposed);
    try {
      await vscode.workspace.fs.copy(file(proposed), file(made));
      await vscode.window.showTextDocument(file(made), { viewColumn: vscode.ViewColumn.One });
      await folder.touch(`docs/processes/${made}`);
      await until('the panel shows the new record', async () =>
        (await api()).panels.current?.shown?.path.endsWith(made) === true ? true : undefined,
      );
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(file(made), file(renamed));
      await vscode.workspace.applyEdit(edit);
      await folder.touch(`docs/processes/${made}`);
      await folder.touch(`docs/processes/${renamed}`);
      await until('the panel shows it under its new name', async () => {
        const { current } = (await api()).panels;
        return current?.shown?.path.endsWith(renamed) === true && current.view ? true : undefined;
      });
    } finally {
      for (const each of [made, renamed]) await vscode.workspace.fs.delete(file(each)).then(undefined, () => undefined);
    }
  });

  it('follows what is typed, without being saved', async () => {
    const panel = await open(proposed);
    const before = linesOf(panel, 'risk');
    await replaceIn(proposed, '**Probability**: Medium', '**Probability**: High');
    await until('the risk is shown again', () =>
      linesOf(panel, 'risk').join() !== before.join() && linesOf(panel, 'risk').join().includes('9 CRITICAL')
        ? true
        : undefined,
    );
    await replaceIn(proposed, '**Status**: PROPOSED', '**Status**: CANCELLED');
    await until('the status is shown again', () => (statusOf(panel) === 'Cancelled' ? true : undefined));
    assert.doesNotMatch(panel.htmlOf('head'), /class="primary"/);
  });

  it('sends only what changed', async () => {
    const panel = await open(proposed);
    const { sent } = panel;
    await replaceIn(proposed, '**Probability**: Medium', '**Probability**: High');
    await until('something was sent', () => (panel.sent > sent ? true : undefined));
    const changed = panel.lastChanged.join(' ');
    assert.match(changed, /risk/);
    assert.doesNotMatch(changed, /states|dependencies|approvals/);
    // What changes nothing that is shown is not told at all.
    const now = panel.sent;
    await replaceIn(proposed, '# Change Request', '\n# Change Request');
    await replaceIn(proposed, '**Status**: PROPOSED', '**Status**: CANCELLED');
    await until('the status is shown', () => (statusOf(panel) === 'Cancelled' ? true : undefined));
    assert.equal(panel.sent, now + 1);
  });

  it('goes to a place, and gives a risk another place as one step, as its page asks', async () => {
    const panel = await open(proposed);
    const [key, mark] = [...(panel.view?.risks ?? [])][0] ?? assert.fail();
    await panel.receive({ type: 'act', act: 'reveal', what: key });
    const editor = vscode.window.activeTextEditor ?? assert.fail();
    assert.equal(editor.document.getText(editor.selection), mark.text);
    assert.equal(editor.viewColumn, vscode.ViewColumn.One);
    const before = editor.document.getText();
    await panel.receive({ type: 'put', item: key, row: 1, column: 1 });
    const after = editor.document.getText();
    assert.match(after, /\*\*Probability\*\*: Low\r?\n +- \*\*Impact\*\*: Low/);
    assert.match(after, /\| L \| L \| 1 \|/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('does nothing for places, risks and statuses that it does not show', async () => {
    const panel = await open(proposed);
    const editor = vscode.window.activeTextEditor ?? assert.fail();
    const [before, selection] = [editor.document.getText(), editor.selection];
    await panel.receive({ type: 'act', act: 'reveal', what: 'constructor' });
    await panel.receive({ type: 'put', item: 'constructor', row: 1, column: 1 });
    await panel.receive({
      type: 'put',
      item: [...(panel.view?.risks ?? [])][0]?.[0] ?? '',
      row: 7,
      column: 1,
    });
    await panel.receive({ type: 'act', act: 'move', what: 'COMPLETED' });
    await panel.receive(undefined);
    assert.equal(editor.document.getText(), before);
    assert.ok(editor.selection.isEqual(selection));
  });

  it('comes back after a restart with the record that it showed, whatever else was remembered', async () => {
    const { panels } = await api();
    const make = (): vscode.WebviewPanel =>
      vscode.window.createWebviewPanel('changegate.recordPanel', '', vscode.ViewColumn.One, {});
    await panels.deserializeWebviewPanel(make(), {
      topic: file(inProgress).toString(),
      asked: '',
      scroll: 40,
      focus: '',
      open: [],
    });
    const back = await shows('CR-2026-03-02-001');
    assert.equal(back.panel.webview.options.enableScripts, true);
    // A second one is one too many.
    const second = make();
    await panels.deserializeWebviewPanel(second, undefined);
    assert.equal(panels.current, back);
    back.panel.dispose();
    for (const state of [undefined, 7, { topic: 'file:///nowhere.md' }, { topic: 'no uri: at all' }]) {
      await panels.deserializeWebviewPanel(make(), state);
      const empty = await until('the page is there', () => (panels.current?.begun === 1 ? panels.current : undefined));
      assert.equal(empty.view, undefined);
      empty.panel.dispose();
    }
  });

  it('shows that there is nothing to show when its record goes', async () => {
    const copy = 'change-requests/CR-2026-03-30-009.md';
    const folder = (await api()).governance.folders[0] ?? assert.fail();
    await vscode.workspace.fs.copy(file(proposed), file(copy));
    await folder.touch(`docs/processes/${copy}`);
    const panel = await open(copy);
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(file(copy));
    await folder.touch(`docs/processes/${copy}`);
    await until('the panel is empty', () => (panel.view === undefined ? true : undefined));
    assert.equal(panel.panel.title, 'Lifecycle and Risk');
  });

  it('is one for the window, and is asked for from lenses and hovers as well', async () => {
    const panel = await open(proposed);
    await vscode.commands.executeCommand('changegate.showLifecycle', file(inProgress));
    assert.equal(await shows('CR-2026-03-02-001'), panel);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      file(proposed),
      99,
    );
    assert.ok(lenses.some(({ command }) => command?.command === 'changegate.showLifecycle'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      file(proposed),
      new vscode.Position(2, 14),
    );
    const texts = hovers
      .flatMap(({ contents }) => contents)
      .map((each) => (each instanceof vscode.MarkdownString ? each.value : ''));
    assert.match(texts.join('\n'), /\(command:changegate\.showLifecycle\?/);
  });
});
