// Which built files are loaded together.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A built ES module and all chunks that it imports statically, directly or indirectly.
 * @param {string} file
 * @returns {string[]} paths
 */
export function loadedWith(file) {
  const files = new Set([file]);
  // In the output of esbuild an import starts at the beginning of a line and its path ends one.
  for (const path of files)
    for (const [, module = ''] of readFileSync(path, 'utf8').matchAll(/^(?:import|\})[^"\n]*"(\.[^"\n]+)";$/gm))
      files.add(join(dirname(path), module));
  return [...files];
}

/**
 * @param {readonly string[]} files
 * @returns {number}
 */
export function bytesOf(files) {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}
