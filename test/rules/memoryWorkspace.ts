import {
  FileChangedError,
  FileExistsError,
  type FileContent,
  type FileEntry,
  type Workspace,
} from '../../src/core/ports';

/** A file that is only in memory. */
export interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly type?: FileEntry['type'];
}

/** Files in memory, as a {@link Workspace}. */
export class MemoryWorkspace implements Workspace {
  constructor(private readonly files: Map<string, MemoryFile>) {}

  list(folder: string): Promise<readonly FileEntry[]> {
    const entries = [...this.files]
      .filter(([path]) => folder === '' || path.startsWith(`${folder}/`))
      .map(([path, { type }]) => ({ path, type: type ?? ('file' as const) }));
    return Promise.resolve(entries.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }

  read(path: string, limit: number): Promise<FileContent | undefined> {
    const file = this.files.get(path);
    return Promise.resolve(file && { bytes: file.bytes.subarray(0, limit), size: file.bytes.length });
  }

  create(path: string, text: string): Promise<void> {
    if (this.files.has(path)) return Promise.reject(new FileExistsError(path));
    this.files.set(path, { bytes: new TextEncoder().encode(text) });
    return Promise.resolve();
  }

  replace(path: string, before: string, text: string): Promise<void> {
    const was = this.text(path);
    if (was?.replace(/^\ufeff/, '') !== before) return Promise.reject(new FileChangedError(path));
    const mark = was.startsWith('\ufeff') ? '\ufeff' : '';
    this.files.set(path, { bytes: new TextEncoder().encode(mark + text) });
    return Promise.resolve();
  }

  move(from: string, to: string): Promise<void> {
    const file = this.files.get(from);
    if (!file) return Promise.reject(new FileChangedError(from));
    if (this.files.has(to)) return Promise.reject(new FileExistsError(to));
    this.files.delete(from);
    this.files.set(to, file);
    return Promise.resolve();
  }

  remove(path: string, text: string): Promise<void> {
    if (this.text(path) !== text) return Promise.reject(new FileChangedError(path));
    this.files.delete(path);
    return Promise.resolve();
  }

  /** The text of a file, with its byte order mark; undefined if there is none. */
  text(path: string): string | undefined {
    const file = this.files.get(path);
    return file && new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  }
}
