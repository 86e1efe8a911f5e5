import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { gitEnvironment, inFolder, patience, startFolder } from './runGit';

/** An object of a repository. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** What an entry of a tree is called, and what it is. */
export interface TreeEntry {
  readonly name: string;
  readonly id: string;
  readonly isTree: boolean;
}

/**
 * Reads objects by one `git cat-file --batch`, as many as one likes: thousands of branches cost one process. Without
 * git, without the object and after {@link patience} every answer is undefined. Close it when done.
 */
export class GitObjects {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: ((object: GitObject | undefined) => void)[] = [];
  private unread: Buffer = Buffer.alloc(0);
  private ended = false;

  constructor(folder: string) {
    this.child = spawn('git', [...inFolder(folder), 'cat-file', '--batch'], {
      cwd: startFolder,
      env: gitEnvironment(),
      windowsHide: true,
      timeout: patience,
    });
    const end = (): void => {
      this.ended = true;
      for (const answer of this.waiting.splice(0)) answer(undefined);
    };
    this.child.once('error', end).once('close', end);
    this.child.stdin.on('error', end);
    this.child.stderr.resume();
    this.child.stdout.on('data', (chunk: Buffer) => {
      this.unread = this.unread.length === 0 ? chunk : Buffer.concat([this.unread, chunk]);
      while (this.answerNext());
    });
  }

  /** An object by any name that git knows, `<commit>:<path>` for one. */
  read(name: string): Promise<GitObject | undefined> {
    // A request is a line.
    if (this.ended || name.includes('\n')) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.child.stdin.write(`${name}\n`);
    });
  }

  close(): void {
    this.child.stdin.end();
  }

  /** Answers the oldest request if its answer is there: `<id> <type> <size>`, the bytes, a line feed; or one line. */
  private answerNext(): boolean {
    const lineEnd = this.unread.indexOf(10);
    if (lineEnd < 0) return false;
    const head = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(this.unread.toString('latin1', 0, lineEnd));
    const end = lineEnd + 1 + Number(head?.[3] ?? -1) + 1;
    if (this.unread.length < end) return false;
    const bytes = this.unread.subarray(lineEnd + 1, end - 1);
    this.unread = this.unread.subarray(end);
    this.waiting.shift()?.(head ? { id: head[1] ?? '', type: head[2] ?? '', bytes } : undefined);
    return true;
  }
}

/** The entries of a tree: `<mode> <name>`, NUL, the ID in bytes, as many as the tree's own has. */
export function treeEntries({ id, bytes }: GitObject): TreeEntry[] {
  const idLength = id.length / 2;
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const blank = bytes.indexOf(32, at);
    const nul = bytes.indexOf(0, blank);
    if (blank < 0 || nul < 0) break;
    entries.push({
      name: bytes.toString('utf8', blank + 1, nul),
      id: bytes.toString('hex', nul + 1, nul + 1 + idLength),
      isTree: bytes.toString('latin1', at, blank) === '40000',
    });
    at = nul + 1 + idLength;
  }
  return entries;
}
