import * as vscode from 'vscode';
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

/** A workspace folder by VS Code's file system: disk, remote or virtual. */
export class VscodeWorkspace implements Workspace {
  constructor(private readonly root: vscode.Uri) {}

  async list(folder: string, signal?: CancellationSignal): Promise<readonly FileEntry[]> {
    const entries: FileEntry[] = [];
    const folders = [folder];
    for (let next = folders.pop(); next !== undefined && signal?.aborted !== true; next = folders.pop()) {
      for (const [name, type] of await this.entriesOf(next)) {
        const path = next === '' ? name : `${next}/${name}`;
        if (type === vscode.FileType.Directory && !closedFolders.has(name)) folders.push(path);
        if (type !== vscode.FileType.Directory || /\.md$/i.test(name))
          entries.push({
            path,
            type:
              type === vscode.FileType.File
                ? 'file'
                : (type & vscode.FileType.SymbolicLink) !== 0
                  ? 'symlink'
                  : 'other',
          });
      }
    }
    return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  async read(path: string, limit: number): Promise<FileContent | undefined> {
    const uri = vscode.Uri.joinPath(this.root, path);
    try {
      const { type, size } = await vscode.workspace.fs.stat(uri);
      if (type !== vscode.FileType.File) throw new FileAccessError(path, 'It is not a regular file.');
      if (limit === 0) return { bytes: new Uint8Array(), size };
      const bytes = await vscode.workspace.fs.readFile(uri);
      return { bytes: bytes.subarray(0, limit), size: bytes.length };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error instanceof FileAccessError ? error : accessError(path, error, 'read');
    }
  }

  async create(path: string, text: string): Promise<void> {
    const uri = vscode.Uri.joinPath(this.root, path);
    const work = vscode.Uri.joinPath(uri, `../.${crypto.randomUUID()}.tmp`);
    try {
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
      await vscode.workspace.fs.writeFile(work, new TextEncoder().encode(text));
      await vscode.workspace.fs.rename(work, uri, { overwrite: false });
    } catch (error) {
      await vscode.workspace.fs.delete(work).then(undefined, () => undefined);
      if (error instanceof vscode.FileSystemError && error.code === 'FileExists') throw new FileExistsError(path);
      throw accessError(path, error, 'written');
    }
  }

  async replace(path: string, before: string, text: string): Promise<void> {
    const mark = await this.expectText(path, before);
    await this.change(path, (uri) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(mark + text)));
  }

  async move(from: string, to: string): Promise<void> {
    await this.change(to, async (uri) => {
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
      await vscode.workspace.fs.rename(vscode.Uri.joinPath(this.root, from), uri, { overwrite: false });
    });
  }

  async remove(path: string, text: string): Promise<void> {
    await this.expectText(path, text);
    await this.change(path, (uri) => vscode.workspace.fs.delete(uri));
  }

  /** Does what changes a file, and says what went wrong in the words of the core. */
  private async change(path: string, work: (uri: vscode.Uri) => Thenable<void>): Promise<void> {
    try {
      await work(vscode.Uri.joinPath(this.root, path));
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileExists') throw new FileExistsError(path);
      throw accessError(path, error, 'written');
    }
  }

  /** Makes sure that a file has a text; the result is its byte order mark. @throws FileChangedError */
  private async expectText(path: string, text: string): Promise<string> {
    const content = await this.read(path, Number.MAX_SAFE_INTEGER);
    const decoded = content && decodeText(content.bytes, content.size);
    if (decoded?.kind !== 'text' || decoded.text !== text) throw new FileChangedError(path);
    return decoded.hasByteOrderMark ? '\ufeff' : '';
  }

  private async entriesOf(folder: string): Promise<[string, vscode.FileType][]> {
    try {
      return await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(this.root, folder));
    } catch (error) {
      if (isAbsent(error)) return [];
      throw accessError(folder, error, 'read');
    }
  }
}

function isAbsent(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
  );
}

function accessError(path: string, error: unknown, verb: 'read' | 'written'): FileAccessError {
  const denied = error instanceof vscode.FileSystemError && error.code === 'NoPermissions';
  return new FileAccessError(path, denied ? 'Permission was denied.' : `It could not be ${verb}.`, { cause: error });
}
