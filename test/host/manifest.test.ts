import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { commandIds } from '../../src/vscode/commands/command';
import { api } from './workspace';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly colors: readonly { readonly id: string }[];
  };
}

describe('the manifest', () => {
  before(api);

  it('and the code name the same commands, each with the category Changegate', async () => {
    const manifest = vscode.extensions.getExtension('changegate.changegate')?.packageJSON as Manifest;
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), [...commandIds].sort());
    assert.ok(manifest.contributes.commands.every(({ category }) => category === 'Changegate'));
    const registered = await vscode.commands.getCommands(true);
    for (const id of commandIds) assert.ok(registered.includes(id), id);
  });
});
