import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { createRecord } from '../../src/core/actions/createRecord';
import { builtInProcesses } from '../../src/core/process/builtInProcesses';
import { questionsFor, requestSteps } from '../../src/vscode/commands/newRecord';
import { NodeGit } from '../../src/node/nodeGit';
import { NodeWorkspace } from '../../src/node/nodeWorkspace';
import { api } from './workspace';

describe('making a record', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('leaves nothing behind when the wizard is left', async () => {
    const { governance } = await api();
    const before = governance.folders[0]?.index.all().length;
    const made = vscode.commands.executeCommand('changegate.newChangeRequest');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await made;
    assert.equal(governance.folders[0]?.index.all().length, before);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('keeps each answer with its question where a template of the team has no options for one of them', () => {
    const process = builtInProcesses()[0] ?? assert.fail();
    const keys = (of: typeof process): string[] => questionsFor(of, requestSteps).map(({ key }) => key);
    assert.deepEqual(keys(process), ['title', 'category', 'priority', 'urgency']);
    const category = process.field('category') ?? assert.fail();
    const free = { ...category, options: [] };
    const own = { ...process, field: (key: string) => (key === 'category' ? free : process.field(key)) };
    assert.deepEqual(keys(own), ['title', 'priority', 'urgency']);
  });

  it('gives every one of twenty that are made at once a number of its own', async () => {
    const { governance } = await api();
    const folder = governance.folders[0] ?? assert.fail();
    const process = builtInProcesses()[0] ?? assert.fail();
    const sources = {
      workspace: new NodeWorkspace(folder.folder.uri.fsPath),
      git: new NodeGit(folder.folder.uri.fsPath),
      policy: folder.policy,
      processes: builtInProcesses(),
      clock: { now: () => Date.UTC(2026, 3, 1) },
    };
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        createRecord({ process, answers: { title: `Number ${String(index)}` } }, sources),
      ),
    );
    assert.equal(new Set(made.map(({ path }) => path)).size, 20);
    for (const { path } of made) await vscode.workspace.fs.delete(folder.uriOf(path));
  });
});
