import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { entriesFor } from '../../src/core/findings/baseline';
import { baselineText } from '../../src/core/findings/writeBaseline';
import { lintRecord } from '../../src/core/rules/engine/lintRecord';
import { api, codesOf, file, fixesAt, root, until, untilCodes } from './workspace';

const contradicted = 'change-requests/CR-2026-03-04-001.md';

describe('keeping findings quiet', () => {
  before(api);
  afterEach(async () => {
    const { document } = await vscode.window.showTextDocument(file(contradicted));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the record is as it was', () => !document.isDirty || undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const has = (code: string): boolean => codesOf(file(contradicted)).includes(code);

  it('is the last thing that is offered for a finding, and leaves the reason to the person', async () => {
    const uri = file(contradicted);
    const { document } = await vscode.window.showTextDocument(uri);
    await until('CG308 is shown', () => has('CG308') || undefined);
    // Assistants of VS Code offer commands of theirs behind ours.
    const offered = await until('fixes are offered', async () => {
      const fixes = (await fixesAt(uri, 'CG308')).filter(({ edit }) => edit);
      return fixes.length > 0 ? fixes : undefined;
    });
    const fix = offered.at(-1);
    assert.equal(fix?.title, 'Suppress CG308 here, with a reason');
    assert.ok(fix.edit);
    await vscode.workspace.applyEdit(fix.edit);
    await until('CG308 is quiet', () => (!has('CG308') && has('CG908')) || undefined);
    const written = /<!-- changegate-disable\S* CG308 (reason) -->/.exec(document.getText());
    assert.ok(written);
    const start = document.positionAt(written.index + written[0].indexOf('reason'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(start, start.translate(0, 'reason'.length)), 'approved by phone first');
    await vscode.workspace.applyEdit(edit);
    await until('nothing is asked any more', () => (!has('CG308') && !has('CG908')) || undefined);
  });

  it('is reported, and mended, when it has no use any more', async () => {
    const uri = file('change-requests/CR-2026-02-09-001.md');
    const editor = await vscode.window.showTextDocument(uri);
    const before = editor.document.getText();
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(2, 0), '<!-- changegate-disable-next-line CG301 by phone -->\n');
    });
    await until('CG907 is shown', () => codesOf(uri).includes('CG907') || undefined);
    const fix = (await fixesAt(uri, 'CG907')).find(({ title }) => title === 'Take the suppression out');
    assert.ok(fix?.edit && fix.isPreferred === true);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(editor.document.getText(), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is what a baseline does that the policy names, from the moment that it is there', async () => {
    const policy = vscode.Uri.joinPath(root(), '.changegate/policy.yml');
    const baseline = vscode.Uri.joinPath(root(), '.changegate/baseline.json');
    const write = (uri: vscode.Uri, text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const folder = (await api()).governance.folders[0] ?? assert.fail();
    const entries = await until('CG308 is found', async () => {
      const record = (await folder.readRecord(`docs/processes/${contradicted}`)) ?? assert.fail();
      const found = entriesFor(lintRecord(record, await folder.lintOptions(record.path)), record);
      return found.some(({ code }) => code === 'CG308') ? found : undefined;
    });
    try {
      const stale = { path: 'x.md', code: 'CG301', hash: '0123456789abcd', count: 1, message: '' };
      await write(baseline, baselineText([...entries, stale]));
      await write(policy, 'version: 1\nbaseline: .changegate/baseline.json\n');
      await folder.reconcile();
      await untilCodes(file(contradicted), []);
      await untilCodes(baseline, ['CG909']);
      await write(baseline, '<<<<<<< ours\n');
      await folder.reconcile();
      // A file may be met while it is being written; what counts is what is said of the whole of it.
      await until('a finding says why it cannot be read', () => {
        const [problem] = vscode.languages.getDiagnostics(policy);
        const isTold = codesOf(policy).includes('CG905') && problem?.message.includes('marks of a merge') === true;
        return isTold || undefined;
      });
      await until('nothing is kept quiet then', () => has('CG308') || undefined);
    } finally {
      await vscode.workspace.fs.delete(policy);
      await vscode.workspace.fs.delete(baseline);
      await folder.reconcile();
    }
    await untilCodes(policy, []);
    await untilCodes(baseline, []);
  });
});
