import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes a file that has its whole text from the first moment on, or no file at all. */
export function createWhole(target: string, text: string): void {
  const work = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    writeNew(work, text);
    // Unlike a rename, a link never takes the place of another file.
    linkSync(work, target);
  } catch (error) {
    if (!withoutLinks.has(codeOf(error) ?? '')) throw error;
    writeNew(target, text);
  } finally {
    rmSync(work, { force: true });
  }
}

/** What file systems say that know no hard links. */
const withoutLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function writeNew(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Writes another text over a file: anyone who looks sees the old one or the new one, never a half. Its mode stays. */
export function replaceWhole(target: string, text: string): void {
  const work = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    writeNew(work, text);
    chmodSync(work, statSync(target).mode);
    renameSync(work, target);
  } finally {
    rmSync(work, { force: true });
  }
}

/** Gives a file another name that nothing has yet. @throws an error with the code `EEXIST` */
export function moveWhole(from: string, to: string): void {
  try {
    // Unlike a rename, a link never takes the place of another file.
    linkSync(from, to);
    rmSync(from);
  } catch (error) {
    if (!withoutLinks.has(codeOf(error) ?? '')) throw error;
    if (statSync(to, { throwIfNoEntry: false })) throw Object.assign(new Error(`${to} is there.`), { code: 'EEXIST' });
    renameSync(from, to);
  }
}

/** The code of an error of the file system. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
