import * as vscode from 'vscode';
import { composeNotice as compose } from '../../core/actions/composeNotice';
import { nameOf } from '../../core/change/documentEdits';
import { listed } from '../../core/text/wording';
import type { Command } from './command';
import { recordFor } from './target';

/** What is done with a notice; who calls the command with it is not asked. */
type Way = 'copy' | 'mail';

function isWay(value: unknown): value is Way {
  return value === 'copy' || value === 'mail';
}

export const composeNotice: Command = {
  async execute(services, node, _nodes, wanted) {
    const target = await recordFor(services, node, 'Compose a notice for');
    const record = target && (await target.folder.readRecord(target.path));
    if (!record) return;
    const { to, subject, body, mailto } = compose(record);
    const items: readonly (vscode.QuickPickItem & { readonly way: Way })[] = [
      { label: '$(copy) Copy to Clipboard', detail: subject, way: 'copy' },
      { label: '$(mail) Open Mail', detail: 'The mail program opens it; nothing is sent by itself.', way: 'mail' },
    ];
    const names = to.map(({ name }) => name);
    const placeHolder = names.length > 0 ? `For ${listed(names)}` : 'The record names nobody to tell';
    const title = `Notice on ${nameOf(record)}`;
    const way = isWay(wanted) ? wanted : (await vscode.window.showQuickPick(items, { title, placeHolder }))?.way;
    // A text, since a URI object would encode the link once more.
    if (way === 'mail') await vscode.env.openExternal(mailto as unknown as vscode.Uri);
    if (way !== 'copy') return;
    await vscode.env.clipboard.writeText(`${subject}\n\n${body}`);
    vscode.window.setStatusBarMessage('Notice copied', 3000);
  },
};
