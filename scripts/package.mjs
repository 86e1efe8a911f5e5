// Packages the extension: dist/changegate.vsix, with exactly the files that belong in it.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles, ensureDependencies, root, run } from './run.mjs';

/** The largest VSIX that may leave the house, in bytes. */
const limit = 600 * 1024;

/** Everything that may be in it. */
const allowed = [
  /^package(\.nls)?\.json$/,
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE(\.txt)?$/,
  /^dist\/(extension|cli)\.js$/,
  /^dist\/web\/extension\.js$/,
  /^docs\/.*\.md$/,
  /^media\/[\w./-]+\.(svg|png|css|md)$/,
  /^schema\/[\w.-]+\.json$/,
  /^snippets\/[\w.-]+\.json$/,
  /^syntaxes\/[\w.-]+\.json$/,
];

/** @returns {string} the path of the VSIX */
export function packageExtension() {
  buildBundles('--production');
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const listed = run(process.execPath, [vsce, 'ls', '--no-dependencies'], { quiet: true });
  const strange = listed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !allowed.some((pattern) => pattern.test(line)));
  if (strange.length > 0) throw new Error(`These files do not belong in the VSIX: ${strange.join(', ')}.`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  const vsix = join(root, 'dist', 'changegate.vsix');
  run(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', vsix], {
    quiet: true,
  });
  const { size } = statSync(vsix);
  if (size > limit) throw new Error(`The VSIX has ${String(size)} bytes; at most ${String(limit)} are allowed.`);
  return vsix;
}

if (process.argv[1]?.endsWith('package.mjs') === true) {
  ensureDependencies();
  const vsix = packageExtension();
  console.log(`${vsix}: ${String(Math.round(statSync(vsix).size / 1024))} KB`);
}
