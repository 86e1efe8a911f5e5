import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, until } from './workspace';

interface Walkthrough {
  readonly id: string;
  readonly steps: readonly {
    readonly description: string;
    readonly media: { readonly svg?: string; readonly markdown?: string; readonly altText?: string };
    readonly completionEvents: readonly string[];
  }[];
}

describe('the walkthrough', () => {
  before(api);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const manifest = (): { extensionUri: vscode.Uri; walkthrough: Walkthrough } => {
    const extension = vscode.extensions.getExtension('changegate.changegate') ?? assert.fail();
    const { contributes } = extension.packageJSON as { contributes: { walkthroughs: readonly Walkthrough[] } };
    return { extensionUri: extension.extensionUri, walkthrough: contributes.walkthroughs[0] ?? assert.fail() };
  };

  it('has four steps, each with a picture that is there and in colors of the theme', async () => {
    const { extensionUri, walkthrough } = manifest();
    assert.equal(walkthrough.steps.length, 4);
    for (const { media } of walkthrough.steps) {
      const bytes = await vscode.workspace.fs.readFile(
        vscode.Uri.joinPath(extensionUri, media.svg ?? media.markdown ?? ''),
      );
      const text = new TextDecoder().decode(bytes);
      if (media.svg === undefined) continue;
      assert.ok(media.altText);
      assert.doesNotMatch(text, /#[\da-f]{3,8}"|rgb\(/i);
    }
  });

  it('calls only commands that are there, and is done with by commands that are there', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const { description, completionEvents } of manifest().walkthrough.steps) {
      const called = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id);
      const awaited = completionEvents.map((event) => event.replace('onCommand:', ''));
      for (const id of [...called, ...awaited]) assert.ok(commands.includes(id ?? ''), id);
    }
  });

  it('opens by a command', async () => {
    await vscode.commands.executeCommand('changegate.openWalkthrough');
    await until('it is shown', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /^(?:Welcome|Walkthrough)/.test(label)))
        ? true
        : undefined,
    );
  });
});
