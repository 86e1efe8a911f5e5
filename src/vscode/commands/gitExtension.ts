import * as vscode from 'vscode';

/** What is used of VS Code's own git extension (`vscode.git`, API version 1). */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: vscode.Uri): GitRepository | null };
}

interface GitRepository {
  readonly state: { readonly HEAD?: { readonly name?: string } | undefined };
  createBranch(name: string, checkout: boolean): Promise<void>;
  getBranch(name: string): Promise<unknown>;
}

/** The repository that a folder lies in. */
export interface Branches {
  /** The branch that is checked out; undefined when detached. */
  readonly current: string | undefined;
  exists(name: string): Promise<boolean>;
  /** Makes a branch where the repository stands, and checks it out; what is not committed comes along. */
  create(name: string): Promise<void>;
}

/**
 * The branches of the repository that a folder lies in, by VS Code's git extension. Undefined where the workspace is not
 * trusted, where git or its extension is missing or switched off, and outside of repositories.
 */
export async function branchesOf(folder: vscode.Uri): Promise<Branches | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const repository = await repositoryOf(folder);
  return (
    repository && {
      current: repository.state.HEAD?.name,
      exists: (name) =>
        repository.getBranch(name).then(
          () => true,
          () => false,
        ),
      create: (name) => repository.createBranch(name, true),
    }
  );
}

async function repositoryOf(folder: vscode.Uri): Promise<GitRepository | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  try {
    const git = await extension?.activate();
    return git?.enabled === true ? (git.getAPI(1).getRepository(folder) ?? undefined) : undefined;
  } catch {
    // Without git on the machine the extension has no API; the field of the record is all there is then.
    return undefined;
  }
}

/** Why git does not take a name for a branch, in one sentence; undefined where it does (git-check-ref-format). */
export function branchNameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'A branch has a name.';
  const isWrong =
    /[\s\p{Cc}~^:?*[\\]|\.\.|@\{|\/\/|\/\.|^[-./]|[./]$|\.lock(?:\/|$)/u.test(name) ||
    name === '@' ||
    name.length > 200;
  return isWrong ? 'Git does not take this for the name of a branch.' : undefined;
}
