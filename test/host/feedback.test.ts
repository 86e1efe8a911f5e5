import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { FeedbackRequest } from '../../src/vscode/commands/recordFeedback';
import { api, file, until } from './workspace';

const proposed = 'change-requests/CR-2026-02-16-001.md';

describe('recording feedback', () => {
  before(api);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.window.showTextDocument(file(proposed));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const record = (request?: FeedbackRequest): Thenable<unknown> =>
    vscode.commands.executeCommand('changegate.recordFeedback', file(proposed), [file(proposed)], request);

  it('adds the words in one step, goes to them, and undo takes them back', async () => {
    const { document } = await vscode.window.showTextDocument(file(proposed));
    const before = document.getText();
    await record({ by: 'Dana Field', role: 'Security Team', words: 'Who holds the keys?', backToDraft: false });
    const editor = vscode.window.activeTextEditor ?? assert.fail();
    const atCursor = await until('the cursor is behind the words', () => {
      const { active, isEmpty } = editor.selection;
      const before = editor.document.lineAt(active.line).text.slice(0, active.character);
      return isEmpty && before !== '' ? before : undefined;
    });
    assert.match(atCursor, /^- .* – Dana Field \(Security Team\): Who holds the keys\?$/);
    assert.match(document.getText(), /\n## Review Feedback\n/);
    assert.match(document.getText(), /\*\*Status\*\*: PROPOSED/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('moves the record back to DRAFT where the person chose so, still as one step', async () => {
    const { document } = await vscode.window.showTextDocument(file(proposed));
    const before = document.getText();
    await record({ by: 'Dana Field', role: '', words: 'Not yet.', backToDraft: true });
    assert.match(document.getText(), /\*\*Status\*\*: DRAFT/);
    assert.match(document.getText(), /\| DRAFT \| Revision 1: Not yet\. \|/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('writes nothing when the person leaves the questions', async () => {
    const { document } = await vscode.window.showTextDocument(file(proposed));
    const before = document.getText();
    const asked = record();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    assert.equal(document.getText(), before);
  });
});
