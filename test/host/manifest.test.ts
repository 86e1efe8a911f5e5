import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api } from './workspace';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly colors: readonly { readonly id: string }[];
  };
}

describe('the manifest', () => {
  before(api);

  it('has commands that are all registered, each with the category Changegate', async () => {
    const manifest = vscode.extensions.getExtension('changegate.changegate')?.packageJSON as Manifest;
    const { commands } = manifest.contributes;
    assert.ok(commands.length > 30);
    assert.ok(commands.every(({ category }) => category === 'Changegate'));
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      commands.map(({ command }) => command).filter((id) => !registered.includes(id)),
      [],
    );
  });
});
