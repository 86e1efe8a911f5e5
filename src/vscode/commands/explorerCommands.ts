import * as vscode from 'vscode';
import { groupings, type Grouping } from '../../core/present/explorer';
import type { Command, Services } from './command';
import { isNode, recordFor } from './target';

const groupingWords: Readonly<Record<Grouping, string>> = {
  status: 'Status',
  type: 'Type',
  priority: 'Priority',
  none: 'Flat list',
};

export const refreshRecords: Command = {
  execute: ({ governance }) =>
    vscode.window.withProgress({ location: { viewId: 'changegate.records' } }, () => governance.refresh()),
};

export const groupRecords: Command = {
  async execute({ tree }, wanted) {
    const named = groupings.find((each) => each === wanted);
    if (named) return tree.groupBy(named);
    const items = groupings.map((grouping) => ({
      label: groupingWords[grouping],
      grouping,
      ...(grouping === tree.grouping ? { description: 'now' } : {}),
    }));
    const picked = await vscode.window.showQuickPick(items, { placeHolder: 'Group records by' });
    return picked && tree.groupBy(picked.grouping);
  },
};

export const revealRecord: Command = {
  async execute({ governance, tree }) {
    await governance.ready();
    const uri = vscode.window.activeTextEditor?.document.uri;
    const found = uri && governance.recordOf(uri);
    const node = found && (await tree.find(found.folder, found.record.summary.path));
    if (node) await tree.view.reveal(node, { select: true, focus: true, expand: false });
    else void vscode.window.showInformationMessage('The active editor shows no change record.');
  },
};

export const openRecordToSide: Command = {
  async execute(services, node) {
    const uri = uriOf(services, node);
    if (uri) await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
  },
};

export const copyRecordId: Command = {
  async execute(services, node) {
    const target = await recordFor(services, node, 'Which record?');
    if (!target) return;
    const { summary } = target.record;
    const id = summary.id ?? summary.name;
    await vscode.env.clipboard.writeText(id);
    vscode.window.setStatusBarMessage(`${id} copied`, 3000);
  },
};

/** The file that a command is for: the row that it was called on, else the one of the active editor. */
function uriOf({ governance, tree }: Services, node: unknown): vscode.Uri | undefined {
  const row = isNode(node) ? node : vscode.window.activeTextEditor ? undefined : tree.view.selection[0];
  if (row?.kind === 'companion') return row.folder.uriOf(row.path);
  if (row?.kind === 'record') return row.folder.uriOf(row.row.id);
  const uri = node instanceof vscode.Uri ? node : vscode.window.activeTextEditor?.document.uri;
  return uri && governance.locate(uri) ? uri : undefined;
}
