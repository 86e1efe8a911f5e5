import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, codesOf, file, fixesAt, root, until, untilCodes } from './workspace';

describe('findings in the editor', () => {
  before(api);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are there for files that nobody opened', async () => {
    await untilCodes(file('change-requests/CR-2026-03-10-001.md'), ['CG501', 'CG502', 'CG503', 'CG504']);
    assert.deepEqual(codesOf(file('change-requests/CR-2026-02-09-001.md')), []);
  });

  it('say where the other place is, and link to the page of their rule', async () => {
    const uri = file('change-requests/CR-2026-03-04-001.md');
    await untilCodes(uri, ['CG308']);
    const [finding] = vscode.languages.getDiagnostics(uri);
    assert.equal(finding?.message, 'Implementation started on 2026-03-06, two days before the approval of 2026-03-08.');
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.getText(finding.range), '2026-03-06');
    const related = finding.relatedInformation?.[0];
    assert.equal(related && document.getText(related.location.range), '2026-03-08');
    assert.ok(typeof finding.code === 'object' && finding.code.target.path.endsWith('docs/rules/CG308.md'));
    await vscode.workspace.fs.stat(finding.code.target);
  });

  it('follow what is typed, without saving', async () => {
    const uri = file('change-requests/CR-2026-02-09-001.md');
    const editor = await vscode.window.showTextDocument(uri);
    const token = editor.document.getText().indexOf('ATP\n');
    const range = new vscode.Range(editor.document.positionAt(token), editor.document.positionAt(token + 3));
    await editor.edit((edit) => {
      edit.replace(range, 'PENDING');
    });
    await untilCodes(uri, ['CG301']);
    await vscode.commands.executeCommand('undo');
    await untilCodes(uri, []);
  });

  it('are of the file again when an editor is closed without saving', async () => {
    const uri = file('change-requests/CR-2026-02-23-001.md');
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => {
      edit.replace(editor.document.lineAt(2).range, '**Status**: NONSENSE');
    });
    await untilCodes(uri, ['CG310']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    // It was rejected: what is missing in it is information.
    await untilCodes(uri, ['CG101']);
  });

  it('are mended by a quick fix, and undo takes it back', async () => {
    const uri = file('change-requests/CR-2026-03-06-001.md');
    const editor = await vscode.window.showTextDocument(uri);
    const before = editor.document.getText();
    const fix = (await fixesAt(uri, 'CG301')).find(({ title }) => title === 'Move back to PROPOSED');
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(editor.document.lineAt(2).text, '**Status**: PROPOSED');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('are mended together by source.fixAll', async () => {
    const uri = file('change-requests/CR-2026-03-12-001.md');
    const editor = await vscode.window.showTextDocument(uri);
    await untilCodes(uri, ['CG105', 'CG109', 'CG114', 'CG205']);
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      whole,
      'source.fixAll.changegate',
    );
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    await untilCodes(uri, ['CG109', 'CG114', 'CG205']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('keep the line endings of a file with CRLF', async () => {
    const uri = file('change-requests/CR-2026-03-03-001.md');
    const editor = await vscode.window.showTextDocument(uri);
    const [fix] = await fixesAt(uri, 'CG312');
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
    assert.equal(editor.document.lineAt(2).text, '| Status | APPROVED |');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are not made for templates, the process document and READMEs', async () => {
    for (const name of ['README.md', 'cr-template.md', 'change-management-process.md']) {
      const uri = file(`change-requests/${name}`);
      await vscode.workspace.fs.writeFile(
        uri,
        new TextEncoder().encode('# Change Request: CR-YYYY-MM-DD-XXX\n\n**Status**: NONSENSE\n'),
      );
      await vscode.window.showTextDocument(uri);
      assert.deepEqual(codesOf(uri), []);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('obey the policy, from the moment that it is saved', async () => {
    const policy = vscode.Uri.joinPath(root(), '.changegate/policy.yml');
    const uri = file('change-requests/CR-2026-03-04-001.md');
    // A watcher may miss a file that comes together with its folder; what the window does on focus finds it.
    await vscode.workspace.fs.writeFile(policy, new TextEncoder().encode('version: 1\nrules:\n  CG308: off\n'));
    await (await api()).governance.folders[0]?.reconcile();
    await untilCodes(uri, []);
    await vscode.workspace.fs.writeFile(policy, new TextEncoder().encode('version: 1\nrulez: {}\n'));
    await untilCodes(policy, ['CG905']);
    assert.match(vscode.languages.getDiagnostics(policy)[0]?.message ?? '', /Did you mean "rules"\?/);
    await untilCodes(uri, ['CG308']);
    await vscode.workspace.fs.delete(policy);
    await until('the policy shows nothing', () => (codesOf(policy).length === 0 ? true : undefined));
  });

  it('are there for a file that is no text, which is never written', async () => {
    const uri = file('change-requests/CR-2026-03-13-009.md');
    await vscode.workspace.fs.writeFile(uri, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 255]));
    await untilCodes(uri, ['CG901']);
    await vscode.workspace.fs.delete(uri);
    await untilCodes(uri, []);
  });
});
