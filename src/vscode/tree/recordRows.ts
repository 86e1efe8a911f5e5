import * as vscode from 'vscode';
import { counted } from '../../core/text/counted';
import type { ExplorerGroup, ExplorerRow } from '../../core/present/explorer';
import type { GovernedFolder } from '../governedFolder';
import { hasPlanRow } from './planRows';

/** The ID of a record's item. */
export function idOf(folder: GovernedFolder, path: string): string {
  return folder.uriOf(path).toString();
}

/** The ID of a group's item. */
export function groupId({ folder }: GovernedFolder, { id }: ExplorerGroup): string {
  return `${folder.uri.toString()}#${id}`;
}

/** A workspace folder, where there are several. */
export function folderItem({ folder }: GovernedFolder): vscode.TreeItem {
  const item = new vscode.TreeItem(folder.name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = folder.uri.toString();
  item.iconPath = vscode.ThemeIcon.Folder;
  item.contextValue = 'folder';
  return item;
}

/** A group, with the number of its records. */
export function groupItem(folder: GovernedFolder, group: ExplorerGroup): vscode.TreeItem {
  const { label, rows, folded } = group;
  const state = folded ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
  const item = new vscode.TreeItem(label, state);
  item.id = groupId(folder, group);
  item.description = String(rows.length);
  item.contextValue = 'group';
  item.accessibilityInformation = {
    label: `${label}, ${counted(rows.length, 'record')}`,
  };
  return item;
}

/** A record: a click opens it. */
export function recordItem(folder: GovernedFolder, row: ExplorerRow): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(row.title, row.companions.length > 0 || hasPlanRow(row.summary) ? Collapsed : None);
  const uri = folder.uriOf(row.id);
  item.id = uri.toString();
  item.description = row.description;
  item.iconPath = new vscode.ThemeIcon(row.icon, new vscode.ThemeColor(row.color));
  item.accessibilityInformation = { label: row.accessibleLabel };
  item.contextValue = row.contextValue;
  item.tooltip = card(row);
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  return item;
}

/** The facts of a record. Its texts are appended as text, so that nothing in them can be markup or a command. */
function card(row: ExplorerRow): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = false;
  text.supportHtml = false;
  text.appendMarkdown('**').appendText(row.title).appendMarkdown('**\n\n');
  text.appendText(row.summary.id ?? row.summary.name).appendMarkdown('\n\n');
  for (const [label, value] of row.facts) text.appendText(`${label}: ${value}`).appendMarkdown('  \n');
  return text;
}

/** The file of an assessment or a plan: a click opens it. */
export function companionItem(folder: GovernedFolder, path: string): vscode.TreeItem {
  const uri = folder.uriOf(path);
  const item = new vscode.TreeItem(path.slice(path.lastIndexOf('/') + 1), vscode.TreeItemCollapsibleState.None);
  item.id = uri.toString();
  item.resourceUri = uri;
  item.iconPath = new vscode.ThemeIcon('file');
  item.contextValue = 'companion';
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  return item;
}
