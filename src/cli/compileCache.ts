import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Has Node keep what it compiles of us, where it can (from 22.1 on): the next start is faster. Kept with the caches of
 * the person and not, as Node would by itself, in the temporary folder, where others could put something else. Never
 * throws: where nothing can be written, nothing is kept.
 */
export function keepCompiledCode(): void {
  const enable: unknown = Reflect.get(nodeModule, 'enableCompileCache');
  if (typeof enable !== 'function') return;
  try {
    Reflect.apply(enable, nodeModule, [join(cacheFolder(), 'changegate')]);
  } catch {
    // A person without a home: every start compiles.
  }
}

/** Where the programs of a person keep what can be made again. */
function cacheFolder(): string {
  const named = process.platform === 'win32' ? process.env['LOCALAPPDATA'] : process.env['XDG_CACHE_HOME'];
  if (named !== undefined && named !== '') return named;
  if (process.platform === 'win32') return join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
