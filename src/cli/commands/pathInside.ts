import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from './command';

/** A path of a file that may still be made, as the workspace counts it. @throws UsageError for one that lies outside */
export function pathInside(root: string, path: string, folder: string): string {
  const inside = relative(root, resolve(folder, path));
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    throw new UsageError(`${path} lies outside of the workspace ${root}.`);
  return inside.split(sep).join('/');
}
