import * as vscode from 'vscode';
import { plainMarkdown } from '../../core/present/language/hoverMarkdown';
import { policyPath } from '../../core/workspace/policy/policy';
import type { PolicyCompletion } from '../../core/workspace/policy/policyLanguage';

/** The policy file, also where no extension for YAML gives its files a language. */
const selector: vscode.DocumentSelector = { pattern: `**/${policyPath}` };

/** Completion and hover in the policy file, from its schema. */
export function registerPolicyFeatures(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(selector, { provideCompletionItems }),
    vscode.languages.registerHoverProvider(selector, { provideHover }),
  );
}

async function provideCompletionItems(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  // Loaded with the first policy that is written: most people never open it.
  const { policyCompletions } = await import('../../core/workspace/policy/policyLanguage');
  return policyCompletions(document.getText(), document.offsetAt(position)).map((each, index) =>
    itemOf(each, index, document),
  );
}

async function provideHover(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const { policyHover } = await import('../../core/workspace/policy/policyLanguage');
  const hover = policyHover(document.getText(), document.offsetAt(position));
  if (!hover) return undefined;
  const text = new vscode.MarkdownString(`**${hover.title}**`);
  for (const paragraph of hover.paragraphs) text.appendMarkdown(`\n\n${plainMarkdown(paragraph)}`);
  return new vscode.Hover(text, rangeOf(hover.span, document));
}

function itemOf(completion: PolicyCompletion, index: number, document: vscode.TextDocument): vscode.CompletionItem {
  const { label, kind, detail, documentation, insert, span } = completion;
  const item = new vscode.CompletionItem(
    { label, ...(detail === undefined ? {} : { description: detail }) },
    kind === 'key' ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.Value,
  );
  item.insertText = insert;
  item.filterText = detail === undefined ? label : `${label} ${detail}`;
  item.range = rangeOf(span, document);
  item.sortText = String(index).padStart(4, '0');
  if (documentation !== undefined) item.documentation = documentation;
  if (kind === 'key' && insert.endsWith(': '))
    item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
  return item;
}

function rangeOf(span: { readonly start: number; readonly end: number }, document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}
