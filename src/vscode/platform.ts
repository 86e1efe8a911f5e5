import type * as vscode from 'vscode';
import type { Git, Identity, Workspace } from '../core/ports';

/** What differs between the Node extension host and the one in the browser. */
export interface Platform {
  /** The files of a workspace folder. */
  workspace(folder: vscode.WorkspaceFolder): Workspace;
  /** Git in that folder; says nothing where there is none, or where the workspace is not trusted. */
  git(folder: vscode.WorkspaceFolder): Git;
  /** Who is at the keyboard. */
  identity(folder: vscode.WorkspaceFolder): Identity;
}

/** Nobody is known. */
export const nobody: Identity = { current: () => Promise.resolve(undefined) };
