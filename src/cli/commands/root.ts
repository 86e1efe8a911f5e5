import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from './command';

/** The folder of the workspace: the one that is named, else the nearest above with `.changegate` or `.git`. @throws UsageError */
export function findRoot(folder: string, named: string | undefined): string {
  if (named !== undefined) {
    const root = resolve(folder, named);
    if (!existsSync(root) || !statSync(root).isDirectory())
      throw new UsageError(`--root is "${named}", which is no folder.`);
    return realpathSync(root);
  }
  const start = realpathSync(folder);
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, '.changegate')) || existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return start;
  }
}
