import * as vscode from 'vscode';
import { GitIdentity } from '../node/gitIdentity';
import { NodeGit } from '../node/nodeGit';
import { NodeWorkspace } from '../node/nodeWorkspace';
import { activateShared, type ChangegateApi } from './activateShared';
import { noGit } from '../core/ports';
import { nobody, type Platform } from './platform';
import { VscodeWorkspace } from './vscodeWorkspace';

/** Files and git of the machine, for folders that are on it; git only where the workspace is trusted. */
const platform: Platform = {
  workspace: ({ uri }) => (uri.scheme === 'file' ? new NodeWorkspace(uri.fsPath) : new VscodeWorkspace(uri)),
  git: ({ uri }) => (uri.scheme === 'file' && vscode.workspace.isTrusted ? new NodeGit(uri.fsPath) : noGit),
  identity: ({ uri }) => (uri.scheme === 'file' && vscode.workspace.isTrusted ? new GitIdentity(uri.fsPath) : nobody),
};

/** Entry of the Node extension host. */
export function activate(context: vscode.ExtensionContext): ChangegateApi {
  return activateShared(context, platform);
}
