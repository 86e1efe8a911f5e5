import * as vscode from 'vscode';
import { pageStyle } from '../../core/present/page/pageStyle';

/** Words that belong to a page. */
export interface PageText {
  readonly title: string;
  /** What the page is called for those who do not see it. */
  readonly page: string;
}

/** The folder of the extension that the page may load from: what was built. */
export function resourceRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist')];
}

/**
 * The page of a panel. It may run one script and has one style sheet, both ours, and nothing else: no other code or
 * style, no pictures, fonts or connections. `channel` marks its messages, so that foreign ones are ignored.
 */
export function panelPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  channel: string,
  text: PageText,
  kind: 'record' | 'overview' = 'record',
): string {
  const nonce = secret();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview.js')).toString();
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${pageStyle('vscode')}</style>
<title>${attribute(text.title)}</title>
</head>
<body data-channel="${attribute(channel)}">
<main${kind === 'record' ? '' : ' class="overview"'} aria-label="${attribute(text.page)}"></main>
<p class="unseen" role="status" aria-live="polite"></p>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>`;
}

/** A word that nobody can guess: 128 bits in hexadecimal digits. */
export function secret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
