import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ChangegateApi } from '../../src/vscode/activateShared';

/** The extension as its tests use it. */
export async function api(): Promise<ChangegateApi> {
  const extension = vscode.extensions.getExtension<ChangegateApi>('changegate.changegate');
  assert.ok(extension);
  const exported = await extension.activate();
  await exported.governance.ready();
  return exported;
}

/** The folder that the suite works in: a copy of the sample workspace. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return folder.uri;
}

/** A file of the sample workspace. */
export function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(root(), 'docs/processes', path);
}

/** Waits until something holds; fails with the last answer after `limit` milliseconds. */
export async function until<T>(
  what: string | (() => string),
  ask: () => T | undefined | Promise<T | undefined>,
  limit = 20_000,
): Promise<T> {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${typeof what === 'string' ? what : what()}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The codes of the findings that the editor shows for a file. */
export function codesOf(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'changegate')
    .map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)))
    .sort();
}

/** Waits until the editor shows exactly these findings for a file. */
export async function untilCodes(uri: vscode.Uri, codes: readonly string[]): Promise<void> {
  const wanted = [...codes].sort().join(' ');
  await until(
    () => `${uri.path} shows ${wanted}; it shows ${codesOf(uri).join(' ')}`,
    () => (codesOf(uri).join(' ') === wanted ? true : undefined),
  );
}

/** The quick fixes at the first finding of a code. */
export async function fixesAt(uri: vscode.Uri, code: string): Promise<vscode.CodeAction[]> {
  const diagnostic = vscode.languages
    .getDiagnostics(uri)
    .find((each) => typeof each.code === 'object' && each.code.value === code);
  assert.ok(diagnostic, `${code} is not shown`);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
}
