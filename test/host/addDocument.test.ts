import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, codesOf, file, root, until } from './workspace';

const draft =
  '# Change Request: CR-2026-03-20-001\n\n**Status**: DRAFT\n\n## Basic Information\n\n**Requestor**: Ana Ruiz\n';
const record = (): vscode.Uri => file('change-requests/CR-2026-03-20-001.md');
const companion = (): vscode.Uri => file('change-requests/CR-2026-03-20-001-IMPLEMENTATION-PLAN.md');
const settings = (): vscode.Uri => vscode.Uri.joinPath(root(), '.vscode');

/** The text of an editor with its marker where the cursor is. */
function shown(): { name: string; line: string } | undefined {
  const editor = vscode.window.activeTextEditor;
  return (
    editor && {
      name: editor.document.uri.path.split('/').at(-1) ?? '',
      line: editor.document.lineAt(editor.selection.start.line).text,
    }
  );
}

async function setForm(form: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('changegate', root())
    .update('documents', form, vscode.ConfigurationTarget.Workspace);
}

describe('adding a document to a record, in the editor', () => {
  beforeEach(async () => {
    const { governance } = await api();
    await vscode.workspace.fs.writeFile(record(), new TextEncoder().encode(draft));
    await governance.folders[0]?.touch('docs/processes/change-requests/CR-2026-03-20-001.md');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await setForm(undefined);
    const { governance } = await api();
    for (const uri of [record(), companion(), settings()])
      await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
    await governance.refresh();
  });

  it('adds a section, goes to its first blank, and one undo takes it back', async () => {
    await setForm('section');
    const editor = await vscode.window.showTextDocument(record());
    await vscode.commands.executeCommand('changegate.addImpactAssessment', record());
    const { document } = editor;
    assert.ok(document.getText().startsWith(draft));
    assert.match(document.getText(), /\n## Impact Assessment\n\n\*\*Assessment Date\*\*: \d{4}-\d{2}-\d{2}\n/);
    assert.match(document.getText(editor.selection), /^(?:\[.*\]|N files)$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), draft);
  });

  it('adds a file beside the record, linked from it, and counts its steps', async () => {
    await setForm('companion');
    await vscode.commands.executeCommand('changegate.addImplementationPlan', record());
    assert.equal(shown()?.name, 'CR-2026-03-20-001-IMPLEMENTATION-PLAN.md');
    // A record that is open in an editor is changed there, any other in its file.
    await until('the record links to its plan', async () => {
      const text = (await vscode.workspace.openTextDocument(record())).getText();
      const link = '[CR-2026-03-20-001-IMPLEMENTATION-PLAN](CR-2026-03-20-001-IMPLEMENTATION-PLAN.md)';
      return text.includes(link) || undefined;
    });
    const { governance } = await api();
    const summary = await until('the companion is known', () => {
      const found = governance.recordOf(record())?.record.summary;
      return found?.companions.length === 1 ? found : undefined;
    });
    assert.ok(summary.progress.total > 50);
    assert.deepEqual(codesOf(companion()), []);
  });

  it('goes to the one that is there', async () => {
    await setForm('section');
    await vscode.window.showTextDocument(file('change-requests/CR-2026-03-05-001.md'));
    await vscode.commands.executeCommand('changegate.addImpactAssessment');
    assert.deepEqual(shown(), {
      name: 'CR-2026-03-05-001-IMPACT-ASSESSMENT.md',
      line: '# Impact Assessment: CR-2026-03-05-001',
    });
    assert.equal(vscode.window.activeTextEditor?.document.isDirty, false);
  });

  it('asks once where documents are kept, and keeps the answer in the settings of the workspace', async () => {
    const added = vscode.commands.executeCommand('changegate.addImplementationPlan', record());
    await until('the question is answered', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.workspace.getConfiguration('changegate', root()).get('documents') === 'section' ? true : undefined;
    });
    await added;
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /\n## Implementation Plan\n/);
  });
});
