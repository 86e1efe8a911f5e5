import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../scripts/run.mjs';

/** The themes of VS Code that people get with it, one of each kind. */
export const themeNames = ['light', 'dark', 'high contrast', 'high contrast light'] as const;
export type ThemeName = (typeof themeNames)[number];

/** What VS Code gives the page of a webview in a theme. */
export interface WebviewTheme {
  /** Classes of the body: `vscode-dark`. */
  readonly classes: string;
  /** The style that VS Code puts in front of that of the page. */
  readonly defaults: string;
  /** Colors and fonts by the names of their variables. */
  readonly variables: Readonly<Record<string, string>>;
}

function pathOf(name: ThemeName): string {
  return join(root, 'test', 'pictures', 'themes', `${name.replace(/ /g, '-')}.json`);
}

/** A theme as it was captured; undefined where it never was. */
export function capturedTheme(name: ThemeName): WebviewTheme | undefined {
  const path = pathOf(name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as WebviewTheme) : undefined;
}

/** Writes a theme as it was captured from a real VS Code. */
export async function keepTheme(name: ThemeName, theme: WebviewTheme): Promise<void> {
  const path = pathOf(name);
  writeFileSync(path, await format(JSON.stringify(theme), { ...(await resolveConfig(path)), filepath: path }));
}

/**
 * What VS Code gave the page of a webview; runs there, on its `html`. Symbols of the workbench and fonts of this machine
 * are left out: pages use neither, and the pictures bring a font of their own.
 */
export function themeOfPage(html: HTMLElement): WebviewTheme {
  const pairs = [...html.style]
    .filter((name) => name.startsWith('--') && !/^--vscode-(?:icon|.*font-(?:family|feature))/.test(name))
    .map((name) => [name, html.style.getPropertyValue(name).trim()] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const classes = [...(html.querySelector('body')?.classList ?? [])].filter((name) => name.startsWith('vscode-'));
  return {
    classes: classes.sort().join(' '),
    defaults: html.querySelector('#_defaultStyles')?.textContent.trim() ?? '',
    variables: Object.fromEntries(pairs),
  };
}
