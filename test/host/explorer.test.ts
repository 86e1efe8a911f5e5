import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ChangegateApi } from '../../src/vscode/activateShared';
import type { TreeNode } from '../../src/vscode/tree/treeNode';
import { api, file, until } from './workspace';

describe('the explorer', () => {
  let changegate: ChangegateApi;

  before(async () => {
    changegate = await api();
  });
  afterEach(async () => {
    await changegate.tree.groupBy('status');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const labelOf = (node: TreeNode): string => {
    const { label = '' } = changegate.tree.getTreeItem(node);
    return typeof label === 'string' ? label : label.label;
  };
  const groups = async (): Promise<string[]> => (await changegate.tree.getChildren()).map(labelOf);
  const rows = async (): Promise<vscode.TreeItem[]> => {
    const top = await changegate.tree.getChildren();
    const nested = await Promise.all(
      top.map((node) => (node.kind === 'record' ? Promise.resolve([node]) : changegate.tree.getChildren(node))),
    );
    return nested.flat().map((node) => changegate.tree.getTreeItem(node));
  };
  /** Waits until nothing has been drawn for a while: events of other tests come a moment later. */
  const quiet = (): Promise<void> =>
    new Promise((resolve) => {
      const enough = (): ReturnType<typeof setTimeout> =>
        setTimeout(() => {
          listening.dispose();
          resolve();
        }, 1000);
      let timer = enough();
      const listening = changegate.tree.onDidChangeTreeData(() => {
        clearTimeout(timer);
        timer = enough();
      });
    });
  const row = async (name: string): Promise<vscode.TreeItem | undefined> =>
    (await rows()).find(({ id }) => id?.includes(name));

  it('groups by status, what needs somebody first, and folds the archive', async () => {
    assert.deepEqual(await groups(), [
      'Proposed',
      'In progress',
      'Approved',
      'Draft',
      'Not recorded',
      'Completed',
      'Rejected',
      'Cancelled',
      'Archive',
    ]);
    const archive = (await changegate.tree.getChildren()).at(-1);
    assert.ok(archive);
    assert.equal(changegate.tree.getTreeItem(archive).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
  });

  it('groups by type, by priority and not at all, and remembers it', async () => {
    await vscode.commands.executeCommand('changegate.groupRecords', 'priority');
    assert.deepEqual(await groups(), ['P0', 'P1', 'P2', 'P3', 'No priority', 'Archive']);
    await vscode.commands.executeCommand('changegate.groupRecords', 'none');
    assert.equal(changegate.tree.grouping, 'none');
    assert.ok((await rows()).length > 15);
  });

  it('tells ID, title and what matters now, also to a screen reader', async () => {
    const item = await row('CR-2026-03-02-001');
    assert.equal(item?.label, 'Retry webhooks that were not answered');
    assert.match(String(item.description), /^CR-2026-03-02-001 · \d+\/\d+ steps$/);
    assert.match(
      item.accessibilityInformation?.label ?? '',
      /^Retry webhooks that were not answered, in progress, CR-2026-03-02-001/,
    );
    const waiting = await row('CR-2026-02-16-001');
    assert.match(String(waiting?.description), /waits for Security Team, \d+ d/);
  });

  it('has steps and companions as children', async () => {
    const found = await changegate.tree.find(
      changegate.governance.folders[0] ?? assert.fail(),
      'docs/processes/change-requests/CR-2026-03-05-001.md',
    );
    assert.ok(found);
    assert.deepEqual((await changegate.tree.getChildren(found)).map(labelOf), [
      'Steps',
      'CR-2026-03-05-001-IMPACT-ASSESSMENT.md',
      'CR-2026-03-05-001-IMPLEMENTATION-PLAN.md',
    ]);
  });

  it('has a badge with the records that wait for approval', () => {
    assert.equal(changegate.tree.view.badge?.value, 3);
  });

  it('follows files that come, change, move and go within two seconds', async () => {
    const uri = file('change-requests/CR-2026-03-13-001.md');
    const write = (status: string) =>
      vscode.workspace.fs.writeFile(
        uri,
        new TextEncoder().encode(`# CR-2026-03-13-001: Weigh parcels twice\n\n**Status**: ${status}\n`),
      );
    await write('DRAFT');
    await until('the new record is listed', async () => ((await row('CR-2026-03-13-001')) ? true : undefined), 2000);
    await write('CANCELLED');
    await until(
      'its status changes',
      async () => ((await row('CR-2026-03-13-001'))?.contextValue === 'record cancelled' ? true : undefined),
      2000,
    );
    const moved = file('change-requests/2026/CR-2026-03-13-002.md');
    await vscode.workspace.fs.rename(uri, moved);
    await until(
      'it is listed under its new name',
      async () => ((await row('2026/CR-2026-03-13-002')) ? true : undefined),
      2000,
    );
    assert.equal(await row('CR-2026-03-13-001'), undefined);
    await vscode.workspace.fs.delete(moved);
    await until('it is gone', async () => ((await row('CR-2026-03-13-002')) ? undefined : true), 2000);
  });

  it('shows text as text: markup, commands and icons in a title are none', async () => {
    const uri = file('change-requests/CR-2026-03-13-003.md');
    const title = '<img src=x onerror=alert(1)> [x](command:workbench.action.quit) $(zap) **b**';
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode(
        `# CR-2026-03-13-003\n\n**Status**: DRAFT\n\n## Basic Information\n\n**Title**: ${title}\n`,
      ),
    );
    const item = await until('the record is listed', () => row('CR-2026-03-13-003'));
    // A title is its plain words (reading 4).
    assert.equal(item.label, '<img src=x onerror=alert(1)> x $(zap) b');
    const card = item.tooltip;
    assert.ok(card instanceof vscode.MarkdownString);
    assert.equal(card.isTrusted ?? false, false);
    assert.equal(card.supportHtml ?? false, false);
    assert.doesNotMatch(card.value, /\]\(command:|\$\(zap\)/);
    await vscode.workspace.fs.delete(uri);
    await until('it is gone', async () => ((await row('CR-2026-03-13-003')) ? undefined : true));
  });

  it('reveals the record of the active editor, also from a companion', async () => {
    await vscode.window.showTextDocument(file('change-requests/CR-2026-03-05-001-IMPACT-ASSESSMENT.md'));
    await vscode.commands.executeCommand('changegate.revealRecord');
    const selected = await until('the row is selected', () => changegate.tree.view.selection[0]);
    assert.equal(labelOf(selected), 'Cache thumbnails at the edge');
  });

  it('draws only the row that says something else, and no row for words that none shows', async () => {
    const uri = file('change-requests/CR-2026-03-02-001.md');
    const folder = changegate.governance.folders[0] ?? assert.fail();
    await quiet();
    const record = (await changegate.tree.find(folder, folder.pathOf(uri) ?? assert.fail())) ?? assert.fail();
    const plan = (await changegate.tree.getChildren(record)).find(({ kind }) => kind === 'plan') ?? assert.fail();
    const steps = await changegate.tree.getChildren(plan);
    const drawn: string[][] = [];
    const listening = changegate.tree.onDidChangeTreeData((nodes) =>
      drawn.push(nodes?.map((node) => `${node.kind} ${labelOf(node)}`) ?? ['all']),
    );
    try {
      const editor = await vscode.window.showTextDocument(uri);
      const type = async (find: string, instead: string): Promise<void> => {
        const text = editor.document.getText();
        const at = text.indexOf(find);
        assert.ok(at >= 0, find);
        const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + find.length));
        await editor.edit((edit) => {
          edit.replace(range, instead);
        });
      };
      const step = steps.find((node) => node.kind === 'step');
      assert.ok(step?.kind === 'step');
      await type(`[ ] ${step.step.text}`, `[ ] ${step.step.text} today`);
      await until('the steps are drawn', () => drawn.length > 0 || undefined);
      assert.deepEqual(drawn.splice(0), [['plan Steps']]);
      await type('Retry webhooks that', 'Retry all webhooks that');
      await until('the row is drawn', () => drawn.length > 0 || undefined);
      assert.deepEqual(drawn.splice(0), [['record Retry all webhooks that were not answered']]);
      assert.equal(await changegate.tree.find(folder, record.kind === 'record' ? record.row.id : ''), record);
      const summary = folder.index.at(folder.pathOf(uri) ?? '')?.summary;
      await type('## Description', '## Description\n\nSome words.\n');
      await type('## Basic Information', '## Basic Information\n\n**Requestor**: Somebody Else\n');
      await until(
        'the record was read',
        () => folder.index.at(folder.pathOf(uri) ?? '')?.summary !== summary || undefined,
      );
    } finally {
      listening.dispose();
      await vscode.commands.executeCommand('undo');
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('tells by its badge also what was typed while the rows had to wait', async () => {
    const uri = file('change-requests/CR-2026-03-09-002.md');
    const { document } = await vscode.window.showTextDocument(uri);
    await quiet();
    const badge = (): number => changegate.tree.view.badge?.value ?? 0;
    const before = badge();
    const type = async (find: string, instead: string): Promise<void> => {
      const at = document.getText().indexOf(find);
      assert.ok(at >= 0, find);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, new vscode.Range(document.positionAt(at), document.positionAt(at + find.length)), instead);
      await vscode.workspace.applyEdit(edit);
    };
    // As long as VS Code asks, nothing is drawn.
    const asking = setInterval(() => void changegate.tree.getChildren(), 50);
    try {
      await type('**Title**: ', '**Title**: Soon: ');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await type('**Status**: DRAFT', '**Status**: PROPOSED');
      await new Promise((resolve) => setTimeout(resolve, 500));
      clearInterval(asking);
      await until('the badge has it', () => badge() === before + 1 || undefined);
    } finally {
      clearInterval(asking);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await until('the badge is as it was', () => badge() === before || undefined);
    }
  });

  it('draws every row that changed, however long it takes to read the steps that are shown', async () => {
    const folder = changegate.governance.folders[0] ?? assert.fail();
    const pathOf = (path: string): string => folder.pathOf(file(path)) ?? assert.fail();
    await quiet();
    const withPlan = await changegate.tree.find(folder, pathOf('change-requests/CR-2026-03-02-001.md'));
    const plan = (await changegate.tree.getChildren(withPlan)).find(({ kind }) => kind === 'plan') ?? assert.fail();
    await changegate.tree.getChildren(plan);
    await quiet();
    const changed = ['change-requests/CR-2026-03-09-001.md', 'change-requests/CR-2026-03-09-002.md'].map(pathOf);
    const drawn: string[] = [];
    const listening = changegate.tree.onDidChangeTreeData((nodes) => {
      drawn.push(...(nodes?.map((node) => (node.kind === 'record' ? node.row.id : node.kind)) ?? ['all']));
    });
    // A disk that takes its time.
    let arrive = (): void => undefined;
    const late = new Promise<void>((resolve) => (arrive = resolve));
    const readAtOnce = folder.readRecord.bind(folder);
    folder.readRecord = async (path) => {
      await late;
      return readAtOnce(path);
    };
    try {
      for (const path of changed) {
        const editor = await vscode.window.showTextDocument(folder.uriOf(path), { preview: false });
        const title = editor.document.getText().indexOf('**Title**: ');
        await editor.edit((edit) => {
          edit.insert(editor.document.positionAt(title + '**Title**: '.length), 'Soon: ');
        });
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      arrive();
      await until('both rows are drawn', () => changed.every((path) => drawn.includes(path)) || undefined);
      assert.deepEqual([...drawn].sort(), [...changed].sort());
    } finally {
      arrive();
      folder.readRecord = readAtOnce;
      listening.dispose();
      for (const path of changed) {
        await vscode.window.showTextDocument(folder.uriOf(path), { preview: false });
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
      await quiet();
    }
  });

  it('copies the ID of the record at hand', async () => {
    await vscode.window.showTextDocument(file('change-requests/CR-2026-02-09-001.md'));
    await vscode.commands.executeCommand('changegate.copyRecordId');
    assert.equal(await vscode.env.clipboard.readText(), 'CR-2026-02-09-001');
  });

  it('asks for the record where VS Code has forgotten the row of a menu, instead of taking that of the editor', async () => {
    await vscode.window.showTextDocument(file('change-requests/CR-2026-02-09-001.md'));
    await vscode.env.clipboard.writeText('untouched');
    // What the menu of a row hands over that is not known any more: nothing for the row, nothing for several.
    const copying = vscode.commands.executeCommand('changegate.copyRecordId', undefined, undefined);
    await until('the question is left', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return Promise.race([copying.then(() => true), new Promise<undefined>((resolve) => setTimeout(resolve, 50))]);
    });
    assert.equal(await vscode.env.clipboard.readText(), 'untouched');
  });
});
