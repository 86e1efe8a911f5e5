import type * as vscode from 'vscode';
import { activateShared, type ChangegateApi } from './activateShared';
import { noGit } from '../core/ports';
import { nobody, type Platform } from './platform';
import { VscodeWorkspace } from './vscodeWorkspace';

const platform: Platform = {
  workspace: ({ uri }) => new VscodeWorkspace(uri),
  git: () => noGit,
  identity: () => nobody,
};

/** Entry of the web worker extension host. */
export function activate(context: vscode.ExtensionContext): ChangegateApi {
  return activateShared(context, platform);
}
