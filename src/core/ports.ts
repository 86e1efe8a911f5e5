/** Tells long work to stop. Satisfied by `AbortSignal` and by VS Code's cancellation token behind a small adapter. */
export interface CancellationSignal {
  readonly aborted: boolean;
}

/** What a folder holds. Symbolic links are reported as such and never followed. */
export interface FileEntry {
  /** Workspace-relative, with `/`. */
  readonly path: string;
  readonly type: 'file' | 'symlink' | 'other';
}

/** Folders that hold no records of ours whatever the policy says: {@link Workspace.list} does not enter them. */
export const closedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Thrown by {@link Workspace.create} when the file is there already. */
export class FileExistsError extends Error {
  override readonly name = 'FileExistsError';
  constructor(readonly path: string) {
    super(`${path} exists already.`);
  }
}

/** Thrown by {@link Workspace.replace} and {@link Workspace.remove} when a file is not what it was taken for. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError';
  constructor(readonly path: string) {
    super(`${path} was changed in the meantime.`);
  }
}

/** Thrown by {@link Workspace} when a file cannot be read or written; `reason` is one sentence for people. */
export class FileAccessError extends Error {
  override readonly name = 'FileAccessError';
  constructor(
    readonly path: string,
    readonly reason: string,
    options?: { readonly cause: unknown },
  ) {
    super(`${path}: ${reason}`, options);
  }
}

/** What was read of a file: at most as many bytes as were asked for. */
export interface FileContent {
  readonly bytes: Uint8Array;
  /** The whole size in bytes, which may be more than was read. */
  readonly size: number;
}

/** The files of one workspace folder. Paths are relative to it, with `/`, never absolute and never with `..`. */
export interface Workspace {
  /**
   * All files below a folder, recursively, sorted by path; nothing if the folder is not there. A folder that is named
   * like a Markdown file is entered, and listed as `other`.
   */
  list(folder: string, signal?: CancellationSignal): Promise<readonly FileEntry[]>;
  /** The beginning of a regular file, up to `limit` bytes; undefined if there is no such file. @throws FileAccessError */
  read(path: string, limit: number): Promise<FileContent | undefined>;
  /** Writes a new file, whole or not at all, and the folders above it. @throws FileExistsError, FileAccessError */
  create(path: string, text: string): Promise<void>;
  /**
   * Writes another text over a file, whole or not at all, if its text is still `before`. A byte order mark stays.
   * @throws FileChangedError, FileAccessError
   */
  replace(path: string, before: string, text: string): Promise<void>;
  /** Gives a file another name, and makes the folders above it. @throws FileExistsError, FileAccessError */
  move(from: string, to: string): Promise<void>;
  /** Takes a file away if its text is still `text`. @throws FileChangedError, FileAccessError */
  remove(path: string, text: string): Promise<void>;
}

/** The one clock. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** A person as git knows them. */
export interface Person {
  readonly name: string;
  readonly email: string | undefined;
}

/** Who is at the keyboard. */
export interface Identity {
  /** The person of the git configuration; undefined if there is none. */
  current(): Promise<Person | undefined>;
}

/** A file that a branch changes. */
export interface ChangedFile {
  /** Workspace-relative, with `/`. */
  readonly path: string;
  readonly kind: 'added' | 'modified' | 'deleted';
  /** Lines; undefined where they are not counted, as in pictures. */
  readonly added: number | undefined;
  readonly removed: number | undefined;
}

/** A file as another branch has it. */
export interface BranchFile {
  /** The branch that changed last of those that have it so. */
  readonly branch: string;
  /** Workspace-relative. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the core asks of git. Without a repository every answer is empty. */
export interface Git {
  /** Names of files whose path starts with one of the folders, over all local and remote-tracking branches and worktrees. */
  pathsOnAllBranches(folders: readonly string[], signal?: CancellationSignal): Promise<ReadonlySet<string>>;
  /** The branch that is checked out; undefined when detached or without git. */
  currentBranch(): Promise<string | undefined>;
  /**
   * The files that a branch changes since it left the default branch, by path; of the branch that is checked out also
   * what is not committed yet. None for the default branch itself, and for a branch that is not there.
   */
  changedFiles(branch: string): Promise<readonly ChangedFile[]>;
  /**
   * Every file of the workspace that git follows or would follow: tracked ones, and untracked ones that are not ignored.
   * Undefined without git: then nothing is known to be ignored.
   */
  listFiles(signal?: CancellationSignal): Promise<readonly string[] | undefined>;
  /**
   * The files below some folders as other branches have them, where they differ from the commit that is checked out;
   * each version once, and what other worktrees have not committed yet. Branches with the newest commits come first;
   * there is a limit to how many are looked at.
   */
  filesOnOtherBranches(folders: readonly string[], signal?: CancellationSignal): Promise<readonly BranchFile[]>;
}

/** Git where there is none. */
export const noGit: Git = {
  pathsOnAllBranches: () => Promise.resolve(new Set<string>()),
  currentBranch: () => Promise.resolve(undefined),
  changedFiles: () => Promise.resolve([]),
  listFiles: () => Promise.resolve(undefined),
  filesOnOtherBranches: () => Promise.resolve([]),
};

/** Where the details of an error go; people see one sentence. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}
