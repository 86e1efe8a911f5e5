import * as vscode from 'vscode';
import { nameOf } from '../../core/change/documentEdits';
import { mostParts, splitRecord as split } from '../../core/actions/splitRecord';
import { applyChange } from '../applyChange';
import { mentionSources } from '../language/mentionSources';
import type { Command } from './command';
import { recordFor } from './target';

/** Splits a record into smaller ones that wait for each other. Who calls it with titles is not asked for them. */
export const splitRecord: Command = {
  async execute(services, node, _nodes, titles) {
    const target = await recordFor(services, node, 'Which record is split?');
    const read = target && (await target.folder.readRecord(target.path));
    if (!target || !read) return undefined;
    const parts = isTitles(titles) ? titles : await askParts(nameOf(read));
    if (!parts) return undefined;
    const sources = { ...mentionSources(services.governance, target.folder), clock: services.governance.clock };
    // What was typed while this was asked counts.
    const current = await target.folder.readRecord(target.path);
    const result = current && (await split(current, parts, sources));
    if (result?.kind === 'refused') void vscode.window.showWarningMessage(result.reason);
    if (result?.kind !== 'change') return undefined;
    await applyChange(target.folder, result.change);
    const [first] = result.paths;
    if (first !== undefined) await vscode.window.showTextDocument(target.folder.uriOf(first), { preview: false });
    return result.paths;
  },
};

function isTitles(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** Title after title; an empty one ends the list. Undefined: the person gave up. */
async function askParts(name: string): Promise<readonly string[] | undefined> {
  const titles: string[] = [];
  while (titles.length < mostParts) {
    const needed = titles.length < 2;
    const title = await vscode.window.showInputBox({
      title: `Split ${name}: part ${String(titles.length + 1)}`,
      prompt: needed
        ? 'What this part changes, in a few words; parts are done in this order'
        : 'What this part changes; leave it empty when there are no more',
      ignoreFocusOut: true,
      validateInput: (text) => (needed && text.trim() === '' ? 'A split has at least two parts.' : undefined),
    });
    if (title === undefined) return undefined;
    if (title.trim() === '') break;
    titles.push(title);
  }
  return titles;
}
