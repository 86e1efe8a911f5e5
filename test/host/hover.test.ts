import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, file, root } from './workspace';

const proposed = 'change-requests/CR-2026-02-16-001.md';

/** What the editor tells of a text in a file, of ours alone. */
async function hovers(uri: vscode.Uri, of: string): Promise<vscode.MarkdownString[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const offset = document.getText().indexOf(of);
  assert.ok(offset >= 0, of);
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    document.positionAt(offset + 1),
  );
  return found.flatMap(({ contents }) =>
    contents.filter((each): each is vscode.MarkdownString => each instanceof vscode.MarkdownString),
  );
}

/** The text of a hover without the marks that keep it text. */
function plain({ value }: vscode.MarkdownString): string {
  return value.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

async function withFile(path: string, text: string, work: (uri: vscode.Uri) => Promise<void>): Promise<void> {
  const uri = vscode.Uri.joinPath(root(), path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await (await api()).governance.folders[0]?.touch(path);
  try {
    await work(uri);
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);
    await (await api()).governance.folders[0]?.touch(path);
  }
}

describe('hover in the editor', () => {
  before(api);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('tells of a record where its ID stands in source', async () => {
    await withFile('sign.py', '# Why: see CR-2026-02-16-001, which is not approved yet.\n', async (uri) => {
      const [hover] = await hovers(uri, 'CR-2026-02-16-001');
      assert.ok(hover);
      assert.match(plain(hover), /Status: Proposed, waits for/);
      assert.match(
        hover.value,
        /\[Open\]\(command:vscode\.open\?[^\s()]+\) · \[Open to the side\]\(command:changegate\./,
      );
      assert.match(hover.value, /\[Lifecycle and risk\]\(command:changegate\.showLifecycle\?[^\s()]+\)/);
      assert.deepEqual(hover.isTrusted, {
        enabledCommands: ['vscode.open', 'changegate.openRecordToSide', 'changegate.showLifecycle'],
      });
      assert.deepEqual(await hovers(uri, 'Why'), []);
    });
  });

  it('opens what its links say', async () => {
    await withFile('hover-notes.md', 'See CR-2026-02-16-001.\n', async (uri) => {
      const [hover] = await hovers(uri, 'CR-2026-02-16-001');
      for (const link of hover?.value.matchAll(/\[Open[^\]]*\]\(command:([^?]+)\?([^)]*)\)/g) ?? []) {
        const args = JSON.parse(decodeURIComponent(link[2] ?? '')) as unknown[];
        const [target, ...rest] = args;
        const { path } = target as { path: string };
        assert.match(path, /CR-2026-02-16-001\.md$/);
        // The editor makes a URI of its parts before it runs a command of a link.
        await vscode.commands.executeCommand(link[1] ?? '', vscode.Uri.from(target as vscode.Uri), ...rest);
        assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /CR-2026-02-16-001\.md$/);
      }
    });
  });

  it('tells of a status what it means and what is next, and of a label what is asked for', async () => {
    const [status] = await hovers(file(proposed), 'PROPOSED');
    assert.match(status ? plain(status) : '', /it waits for approval\.[^]*Next:[^]*- APPROVED: /);
    const [label] = await hovers(file(proposed), 'Category');
    assert.match(label ? plain(label) : '', /One of:[^]*- REFACTOR[^]*Due from PROPOSED on/);
  });

  it('tells of a risk how its score comes about', async () => {
    const [risk] = await hovers(file('change-requests/CR-2026-03-10-001.md'), '**Risk**');
    assert.match(risk ? plain(risk) : '', /Probability \w+ \(\d\) × impact \w+ \(\d\) = \d \w+/);
  });

  it('shows a hostile title as text', async () => {
    const title =
      '<img src=x onerror=alert(1)> [x](command:workbench.action.quit) $(zap) ![y](https://example.com/y.png)';
    const path = 'docs/processes/change-requests/CR-2026-03-14-778.md';
    const text = `# Change Request: CR-2026-03-14-778\n\n**Status**: DRAFT\n\n## Basic Information\n\n**Title**: ${title}\n`;
    await withFile(path, text, async (uri) => {
      const [hover] = await hovers(uri, 'CR-2026-03-14-778');
      assert.ok(hover);
      // A title is its plain words (reading 4).
      assert.ok(plain(hover).includes('<img src=x onerror=alert(1)> x $(zap) y'), plain(hover));
      assert.doesNotMatch(hover.value, /(?<!\\)<img|\]\(command:workbench|(?<!\\)\$\(|!\[/);
      assert.notEqual(hover.supportHtml, true);
      assert.notEqual(hover.supportThemeIcons, true);
    });
  });
});
