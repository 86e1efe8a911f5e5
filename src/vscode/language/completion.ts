import * as vscode from 'vscode';
import type { Completion, CompletionKind } from '../../core/present/language/completion';
import { completions, mayOffer } from '../../core/present/language/completions';
import { sectionSnippet } from '../../core/present/language/sectionSnippet';
import { triggerCharacters } from '../../core/present/language/triggerCharacters';
import type { Governance } from '../governance';
import { plainLabel } from '../plainLabel';
import { FolderFacts, type FolderLists } from './folderFacts';

/** Offers what may be written at the cursor of a record, and IDs in all Markdown. */
export class CompletionItems implements vscode.CompletionItemProvider, vscode.Disposable {
  private readonly registration: vscode.Disposable;

  constructor(
    private readonly governance: Governance,
    private readonly lists: FolderLists,
  ) {
    this.registration = vscode.languages.registerCompletionItemProvider(
      { language: 'markdown' },
      this,
      ...triggerCharacters,
    );
  }

  dispose(): void {
    this.registration.dispose();
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerCharacter }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList | undefined> {
    const place = this.governance.locate(document.uri);
    if (!place) return undefined;
    const { folder, path } = place;
    const at = { text: document.getText(), offset: document.offsetAt(position), trigger: triggerCharacter };
    if (!mayOffer(at, folder.processes)) return undefined;
    const record = await folder.readRecord(path);
    if (token.isCancellationRequested) return undefined;
    const facts = new FolderFacts(this.governance, folder, this.lists);
    const { items, isIncomplete } = await completions({ ...at, record, path }, facts);
    if (items.length === 0) return undefined;
    return new vscode.CompletionList(
      items.map((item, index) => completionItem(item, index, document)),
      isIncomplete,
    );
  }
}

const kinds: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  status: vscode.CompletionItemKind.EnumMember,
  option: vscode.CompletionItemKind.EnumMember,
  box: vscode.CompletionItemKind.EnumMember,
  person: vscode.CompletionItemKind.User,
  role: vscode.CompletionItemKind.Value,
  token: vscode.CompletionItemKind.Keyword,
  date: vscode.CompletionItemKind.Constant,
  record: vscode.CompletionItemKind.Reference,
  requirement: vscode.CompletionItemKind.Reference,
  file: vscode.CompletionItemKind.File,
  folder: vscode.CompletionItemKind.Folder,
  section: vscode.CompletionItemKind.Snippet,
};

function completionItem(
  { kind, label, detail, documentation, insert, span, filter, continues }: Completion,
  index: number,
  document: vscode.TextDocument,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: plainLabel(label), description: detail }, kinds[kind]);
  item.insertText = kind === 'section' ? new vscode.SnippetString(sectionSnippet(insert)) : insert;
  item.range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  item.filterText = filter;
  item.sortText = String(index).padStart(4, '0');
  item.keepWhitespace = true;
  if (documentation !== '') item.documentation = documentation;
  if (continues) item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
  return item;
}
