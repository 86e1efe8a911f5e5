import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, codesOf, file, root, until } from './workspace';

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), path);
const made = [
  'docs/processes/change-requests/README.md',
  'docs/processes/change-records/README.md',
  'docs/processes/templates',
  '.changegate/policy.yml',
  '.vscode/extensions.json',
];

async function exists(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(at(path)).then(
    () => true,
    () => false,
  );
}

async function text(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
}

describe('initializing governance, in the editor', () => {
  const before = new Set<string>();

  beforeEach(async () => {
    await api();
    before.clear();
    for (const path of made) if (await exists(path)) before.add(path);
  });

  afterEach(async () => {
    const { governance } = await api();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of made)
      if (!before.has(path))
        await vscode.workspace.fs.delete(at(path), { recursive: true }).then(undefined, () => undefined);
    await governance.refresh();
  });

  it('makes the files that are ticked, and has nothing to offer the second time', async () => {
    const done = vscode.commands.executeCommand('changegate.initializeGovernance');
    await until('the files are there', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await exists('docs/processes/templates/cr-template.md')) ? true : undefined;
    });
    await done;
    for (const path of made) assert.ok(await exists(path), path);
    assert.match(await text('.vscode/extensions.json'), /"changegate\.changegate"/);
    assert.match(await text('docs/processes/templates/ia-checklist.md'), /^## Impact Assessment\n/);
  });

  it('writes nothing when it is left', async () => {
    let isLeft = false;
    const done = Promise.resolve(vscode.commands.executeCommand('changegate.initializeGovernance')).then(() => {
      isLeft = true;
    });
    await until('the list is left', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isLeft ? true : undefined;
    });
    await done;
    for (const path of made) assert.equal(await exists(path), before.has(path), path);
  });

  it('follows a template of the team when it is saved, broken, mended and deleted', async () => {
    const { governance } = await api();
    const folder = governance.folders[0] ?? assert.fail();
    const path = 'docs/processes/templates/ia-checklist.md';
    const write = (content: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(content));
    const isAsked = (): boolean => folder.processes.some((process) => process.field('power-draw') !== undefined);
    await write('## Impact Assessment\n\n### Energy\n\n**Power Draw**: [kW]\n');
    await until('the field is known', () => (isAsked() ? true : undefined));
    await write('```\n');
    await until('the problem is shown', () => (codesOf(at(path)).join() === 'CG910' ? true : undefined));
    assert.equal(isAsked(), false);
    await write('## Impact Assessment\n\n### Energy\n\n**Power Draw**: [kW]\n');
    await until('the problem is gone', () => (codesOf(at(path)).length === 0 && isAsked() ? true : undefined));
    await vscode.workspace.fs.delete(file('templates'), { recursive: true });
    await until('the field is gone', () => (isAsked() ? undefined : true));
  });
});
