import { lstatSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { codeOf, createWhole, replaceWhole } from '../../node/wholeFiles';
import { UsageError, type Terminal } from './command';

/** Writes to a file that is named, whole or not at all and over what was there; without a name, or with `-`, to the terminal. */
export function writeOutput(text: string, file: string | undefined, terminal: Terminal): void {
  if (file === undefined || file === '-') {
    terminal.out(text);
    return;
  }
  const target = resolve(terminal.folder, file);
  try {
    const found = lstatSync(target, { throwIfNoEntry: false });
    if (found && !found.isFile()) throw new UsageError(`${file} is no regular file and was not written.`);
    if (!found) mkdirSync(dirname(target), { recursive: true });
    if (found) replaceWhole(target, text);
    else createWhole(target, text);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new UsageError(`${file} cannot be written (${code}).`);
  }
  terminal.err(`Wrote ${file}.\n`);
}
