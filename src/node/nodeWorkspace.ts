import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  rmSync,
  type Dirent,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import {
  closedFolders,
  FileAccessError,
  FileChangedError,
  FileExistsError,
  type CancellationSignal,
  type FileContent,
  type FileEntry,
  type Workspace,
} from '../core/ports';
import { decodeText } from '../core/text/decodeText';
import { codeOf, createWhole, moveWhole, replaceWhole } from './wholeFiles';

/**
 * A workspace folder on disk. Nothing outside of it is read: symbolic links are reported and never followed, and
 * what is no regular file (a pipe, a device) is refused without waiting for it.
 */
export class NodeWorkspace implements Workspace {
  /** Folders that were found to lie inside since the last listing: one look at each is enough for all its files. */
  private readonly known = new Set<string>();

  constructor(readonly root: string) {}

  list(folder: string, signal?: CancellationSignal): Promise<readonly FileEntry[]> {
    return new Promise((resolve) => {
      resolve(this.listNow(folder, signal));
    });
  }

  read(path: string, limit: number): Promise<FileContent | undefined> {
    return new Promise((resolve) => {
      resolve(this.readNow(path, limit));
    });
  }

  create(path: string, text: string): Promise<void> {
    return new Promise((resolve) => {
      this.makeFolder(dirname(path));
      try {
        createWhole(join(this.root, path), text);
      } catch (error) {
        if (codeOf(error) === 'EEXIST') throw new FileExistsError(path);
        throw accessError(path, error, 'written');
      }
      resolve();
    });
  }

  replace(path: string, before: string, text: string): Promise<void> {
    return this.change(path, () => {
      const mark = this.expectText(path, before);
      replaceWhole(join(this.root, path), mark + text);
    });
  }

  move(from: string, to: string): Promise<void> {
    return this.change(to, () => {
      this.checkInside(dirname(from));
      if (!lstatSync(join(this.root, from)).isFile()) throw new FileAccessError(from, 'It is not a regular file.');
      this.makeFolder(dirname(to));
      moveWhole(join(this.root, from), join(this.root, to));
    });
  }

  remove(path: string, text: string): Promise<void> {
    return this.change(path, () => {
      this.expectText(path, text);
      rmSync(join(this.root, path));
    });
  }

  /** Does what changes a file, and says what went wrong in the words of the core. */
  private change(path: string, work: () => void): Promise<void> {
    return new Promise((resolve) => {
      try {
        work();
      } catch (error) {
        if (error instanceof FileAccessError || error instanceof FileChangedError) throw error;
        if (codeOf(error) === 'EEXIST') throw new FileExistsError(path);
        throw accessError(path, error, 'written');
      }
      resolve();
    });
  }

  /** Makes sure that a file has a text; the result is its byte order mark. @throws FileChangedError */
  private expectText(path: string, text: string): string {
    const content = this.readNow(path, Number.MAX_SAFE_INTEGER);
    const decoded = content && decodeText(content.bytes, content.size);
    if (decoded?.kind !== 'text' || decoded.text !== text) throw new FileChangedError(path);
    return decoded.hasByteOrderMark ? '\ufeff' : '';
  }

  private listNow(folder: string, signal?: CancellationSignal): readonly FileEntry[] {
    this.known.clear();
    const entries: FileEntry[] = [];
    const folders = [folder];
    for (let next = folders.pop(); next !== undefined && signal?.aborted !== true; next = folders.pop()) {
      for (const entry of this.entriesOf(next)) {
        const path = next === '' ? entry.name : `${next}/${entry.name}`;
        if (entry.isDirectory() && !closedFolders.has(entry.name)) folders.push(path);
        if (!entry.isDirectory() || namedLikeAFile(entry.name))
          entries.push({ path, type: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'symlink' : 'other' });
      }
    }
    entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    return entries;
  }

  private makeFolder(folder: string): void {
    try {
      this.known.clear();
      for (let above = folder; ; above = dirname(above)) {
        if (existsSync(join(this.root, above))) {
          this.checkInside(above);
          break;
        }
      }
      mkdirSync(join(this.root, folder), { recursive: true });
    } catch (error) {
      throw error instanceof FileAccessError ? error : accessError(folder, error, 'written');
    }
  }

  /** A folder may be a link to another one of the workspace, and to nothing else. @throws FileAccessError */
  private checkInside(folder: string): void {
    if (this.known.has(folder)) return;
    const inside = relative(realpathSync(this.root), realpathSync(join(this.root, folder)));
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
      throw new FileAccessError(folder, 'It is a symbolic link that leads out of the workspace.');
    this.known.add(folder);
  }

  private entriesOf(folder: string): Dirent[] {
    try {
      this.checkInside(folder);
      return readdirSync(join(this.root, folder), { withFileTypes: true });
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error instanceof FileAccessError ? error : accessError(folder, error, 'read');
    }
  }

  private readNow(path: string, limit: number): FileContent | undefined {
    let file: number;
    try {
      this.checkInside(dirname(path));
      file = openSync(join(this.root, path), readFlags);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error instanceof FileAccessError ? error : accessError(path, error, 'read');
    }
    try {
      const { size } = fstatRegular(file, path);
      const bytes = new Uint8Array(Math.min(size, limit));
      let read = 0;
      while (read < bytes.length) {
        const count = readSync(file, bytes, read, bytes.length - read, read);
        if (count === 0) break;
        read += count;
      }
      return { bytes: bytes.subarray(0, read), size };
    } catch (error) {
      throw error instanceof FileAccessError ? error : accessError(path, error, 'read');
    } finally {
      closeSync(file);
    }
  }
}

/** Somebody who looks for `CR-….md` should not find nothing where a folder has the name. */
function namedLikeAFile(folder: string): boolean {
  return /\.md$/i.test(folder);
}

function fstatRegular(file: number, path: string): { size: number } {
  const stat = fstatSync(file);
  if (!stat.isFile()) throw new FileAccessError(path, 'It is not a regular file.');
  return { size: stat.size };
}

function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Links are not followed and pipes not waited for; on Windows neither flag exists, and neither is needed. */
const readFlags = Object.entries(constants)
  .filter(([name]) => name === 'O_RDONLY' || name === 'O_NOFOLLOW' || name === 'O_NONBLOCK')
  .reduce((flags, [, flag]) => flags | flag, 0);

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'Permission was denied.',
  EPERM: 'Permission was denied.',
  EEXIST: 'A file is where a folder is expected.',
  ENOTDIR: 'A file is where a folder is expected.',
  EISDIR: 'It is a folder.',
  ELOOP: 'It is a symbolic link, which is not followed.',
  ENXIO: 'It is not a regular file.',
  ENOSPC: 'There is no space left on the disk.',
  EROFS: 'The file system is read-only.',
  EMFILE: 'Too many files are open.',
};

function accessError(path: string, error: unknown, verb: 'read' | 'written'): FileAccessError {
  const reason = reasons[codeOf(error) ?? ''] ?? `It could not be ${verb}.`;
  return new FileAccessError(path, reason, { cause: error });
}
