import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, file } from './workspace';

const risky = 'change-requests/CR-2026-03-10-001.md';

/** The hints of a file, each with the line that it stands behind. */
async function hints(uri: vscode.Uri): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
  return found.map(
    ({ position, label }) =>
      `${document.lineAt(position.line).text} ⟨${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}⟩`,
  );
}

describe('inlay hints in the editor', () => {
  before(api);
  afterEach(async () => {
    await vscode.workspace.getConfiguration('changegate').update('inlayHints.enabled', undefined, true);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('show the score behind each risk and the highest behind the overall risk', async () => {
    const shown = await hints(file(risky));
    assert.ok(
      shown.some((line) => /^1\. \*\*Risk\*\*: .* ⟨= \d (?:LOW|MEDIUM|HIGH|CRITICAL)⟩$/.test(line)),
      shown.join('\n'),
    );
    assert.ok(
      shown.some((line) => /^\*\*Overall Risk Level\*\*: \w+ ⟨highest \d \w+⟩$/.test(line)),
      shown.join('\n'),
    );
  });

  it('can be switched off', async () => {
    await vscode.workspace.getConfiguration('changegate').update('inlayHints.enabled', false, true);
    assert.deepEqual(await hints(file(risky)), []);
  });

  it('are none in Markdown that is no record', async () => {
    assert.deepEqual(await hints(vscode.Uri.joinPath(file('x'), '../../../README.md')), []);
  });
});
