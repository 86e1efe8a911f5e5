import type { Page } from 'playwright-core';
import { blankPage, show, type PageOptions } from './browser';
import { capturedTheme, type ThemeName } from './theme';

/** A page of a webview, as the extension makes it. */
export interface WebviewPage {
  readonly html: string;
  /** What the host tells it once it is there, each with its envelope. */
  readonly messages: readonly unknown[];
}

export interface WebviewOptions extends Omit<PageOptions, 'scheme'> {
  readonly theme: ThemeName;
}

/**
 * Shows a page of a webview as VS Code would: with its style, the variables of a theme and its classes, and the three
 * functions that a page has. The host answers once the page says that it is there.
 */
export async function openWebview({ html, messages }: WebviewPage, options: WebviewOptions): Promise<Page> {
  const page = await blankPage({ ...options, scheme: options.theme.endsWith('light') ? 'light' : 'dark' });
  await page.addInitScript(beWebview);
  await show(page, html);
  await dress(page, options.theme);
  await page.waitForFunction(() => Reflect.has(window, 'told'));
  for (const message of messages) await tell(page, message);
  return page;
}

/** Gives an open page another theme. */
export async function dress(page: Page, name: ThemeName): Promise<void> {
  const theme = capturedTheme(name);
  if (!theme) throw new Error(`The theme "${name}" was not captured.`);
  await page.evaluate(({ classes, defaults, variables }) => {
    const { documentElement: html, body, head } = document;
    html.removeAttribute('style');
    for (const [key, value] of Object.entries(variables)) html.style.setProperty(key, value);
    html.style.setProperty('--vscode-font-family', 'Inter');
    html.style.setProperty('--vscode-editor-font-family', 'Inter');
    body.className = classes;
    const first = new CSSStyleSheet();
    first.replaceSync(defaults);
    document.adoptedStyleSheets = [first];
    // Sheets that are adopted come last; that of VS Code is the first.
    if (!defaults.includes('@layer')) throw new Error('The style of VS Code would win over that of the page.');
    head.dataset['dressed'] = '';
  }, theme);
  await settled(page);
}

/** Tells the page something, as the host does; returns once it is drawn. */
export async function tell(page: Page, message: unknown): Promise<void> {
  await page.evaluate((data) => {
    window.postMessage(data, '*');
  }, message);
  await settled(page);
}

/** What the page told the host so far. */
export function told(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(() => Reflect.get(window, 'told') as unknown[]);
}

/** Two frames later: what was asked for is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  );
}

/** Runs in the page, before its own script. */
function beWebview(): void {
  let state: unknown;
  const list: unknown[] = [];
  Reflect.set(window, 'told', list);
  Reflect.set(window, 'acquireVsCodeApi', () => ({
    postMessage: (message: unknown) => list.push(message),
    getState: () => state,
    setState: (next: unknown) => {
      state = next;
    },
  }));
}
