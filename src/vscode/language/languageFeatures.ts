import * as vscode from 'vscode';
import type { Governance } from '../governance';
import { CodeActions } from './codeActions';
import { CodeLenses } from './codeLenses';
import { CompletionItems } from './completion';
import { FolderLists } from './folderFacts';
import { Hovers } from './hover';
import { InlayHints } from './inlayHints';
import { registerReferences } from './references';
import { SplitActions } from './splitActions';
import { StepActions } from './stepActions';

/** Registers everything that the editor shows and offers in records, and wherever a record is mentioned. */
export function registerLanguageFeatures(governance: Governance): vscode.Disposable {
  const lists = new FolderLists(governance);
  const markdown = { language: 'markdown' };
  const { registerCodeActionsProvider } = vscode.languages;
  return vscode.Disposable.from(
    new CodeLenses(governance),
    new CompletionItems(governance, lists),
    new Hovers(governance, lists),
    new InlayHints(governance),
    registerCodeActionsProvider(markdown, new CodeActions(governance), CodeActions.metadata),
    registerCodeActionsProvider(markdown, new StepActions(governance), StepActions.metadata),
    registerCodeActionsProvider(markdown, new SplitActions(), SplitActions.metadata),
    registerReferences(governance),
  );
}
