import * as vscode from 'vscode';
import type { HoverLine, HoverTarget } from '../../core/present/language/hover';
import { hoverMarkdown } from '../../core/present/language/hoverMarkdown';
import { hoverAt } from '../../core/present/language/hovers';
import type { CommandId } from '../commands/commandIds';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';
import { FolderFacts, type FolderLists } from './folderFacts';

const openFile = 'vscode.open';
const openToSide: CommandId = 'changegate.openRecordToSide';
const showLifecycle: CommandId = 'changegate.showLifecycle';

/** Tells of IDs in every file of the workspace, and of statuses, risks and labels in records. */
export class Hovers implements vscode.HoverProvider, vscode.Disposable {
  private readonly registration: vscode.Disposable;

  constructor(
    private readonly governance: Governance,
    private readonly lists: FolderLists,
  ) {
    this.registration = vscode.languages.registerHoverProvider('*', this);
  }

  dispose(): void {
    this.registration.dispose();
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const isMarkdown = document.languageId === 'markdown';
    if (!isMarkdown && !mayBeId(document, position)) return undefined;
    const place = this.governance.locate(document.uri);
    if (!place) return undefined;
    const { folder, path } = place;
    await folder.ready();
    const record = isMarkdown ? await folder.readRecord(path) : undefined;
    if (token.isCancellationRequested) return undefined;
    // Outside of records only the line counts: files of any size cost the same.
    const line = record ? undefined : document.lineAt(position.line);
    const base = line ? document.offsetAt(line.range.start) : 0;
    const text = line ? line.text : document.getText();
    const facts = new FolderFacts(this.governance, folder, this.lists);
    const found = await hoverAt({ record, path, text, offset: document.offsetAt(position) - base }, facts);
    if (!found) return undefined;
    const { start, end } = found.span;
    const range = new vscode.Range(document.positionAt(base + start), document.positionAt(base + end));
    return new vscode.Hover(hoverText(found.lines, folder, record?.path), range);
  }
}

/** Every move of the mouse over any file asks; what cannot be an ID costs nothing. */
function mayBeId(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  const { text } = document.lineAt(line);
  return /\p{L}-\d/u.test(text.slice(Math.max(0, character - 40), character + 40));
}

/** Record text is escaped by the core; the links are ours, and only their commands may run. */
function hoverText(
  lines: readonly HoverLine[],
  folder: GovernedFolder,
  record: string | undefined,
): vscode.MarkdownString {
  const text = hoverMarkdown(lines, (target, toSide) => linkTo(folder, target, toSide));
  const links = lines.flatMap((line) => (line.kind === 'links' ? line.links : []));
  // The record that the hover tells of, else the one that it is in.
  const path = links[0]?.target.path ?? record;
  const shown = path === undefined ? undefined : folder.index.at(path);
  const picture = shown && `[Lifecycle and risk](${commandLink(showLifecycle, [folder.uriOf(shown.summary.path)])})`;
  const markdown = new vscode.MarkdownString(picture ? `${text}${links.length > 0 ? ' · ' : '\n\n'}${picture}` : text);
  markdown.isTrusted = { enabledCommands: [openFile, openToSide, showLifecycle] };
  markdown.supportHtml = false;
  markdown.supportThemeIcons = false;
  return markdown;
}

function linkTo(folder: GovernedFolder, { path, range }: HoverTarget, toSide: boolean): string {
  const uri = folder.uriOf(path);
  const args = toSide ? [uri] : [uri, range ? { selection: range } : {}];
  return commandLink(toSide ? openToSide : openFile, args);
}

function commandLink(command: CommandId | 'vscode.open', args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, encodeBracket)}`;
}

/** Brackets would end the link. */
function encodeBracket(bracket: string): string {
  return bracket === '(' ? '%28' : '%29';
}
