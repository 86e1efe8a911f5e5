// Packages the extension: dist/changegate.vsix, with exactly the files that belong in it.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bytesOf, loadedWith } from './loaded.mjs';
import { buildBundles, ensureDependencies, root, run } from './run.mjs';

/** The size limit of the VSIX, in bytes. */
export const sizeLimit = 1200 * 1024;

/**
 * Size limits of scripts, in bytes.
 * @type {readonly { readonly what: string, readonly files: () => readonly string[], readonly most: number }[]}
 */
const limits = [
  {
    what: 'What the Node extension host loads at activation',
    files: () => loadedWith(join(root, 'dist', 'extension.js')),
    most: 250 * 1024,
  },
  { what: 'The script of the panels', files: () => [join(root, 'dist', 'webview.js')], most: 45 * 1024 },
];

/** The sizes of the scripts that have a limit, in bytes. */
export function sizesOfScripts() {
  return limits.map(({ what, files, most }) => ({ what, bytes: bytesOf(files()), most }));
}

/** Everything that may be in it, without the two files of the format itself. */
const allowed = [
  /^package\.json$/,
  /^(readme|changelog)\.md$/i,
  /^LICENSE(\.txt)?$/,
  // The command line is the package's `bin`; nothing in the editor uses it.
  /^dist\/(extension|webview)\.js$/,
  /^dist\/extension\/[\w-]+\.js$/,
  /^dist\/web\/extension\.cjs$/,
  // The pages of rules, which findings open, and what those lead to.
  /^docs\/(policy|guides\/[\w-]+|rules\/(CG\d+|README))\.md$/,
  /^media\/(walkthrough\/)?[\w.-]+\.(svg|png|css|md)$/,
  /^schema\/[\w.-]+\.json$/,
  /^snippets\/[\w.-]+\.json$/,
  /^syntaxes\/[\w.-]+\.json$/,
];

/** The README that goes into it, relative to the root. */
const packagedReadme = 'dist/readme.md';

/** What it is worth nothing without. */
const required = [
  'package.json',
  'readme.md',
  'LICENSE.txt',
  'dist/extension.js',
  'dist/web/extension.cjs',
  'dist/webview.js',
];

/**
 * Builds and packages the extension.
 * @returns {string} the path of the VSIX
 */
export function packageExtension() {
  buildBundles('--production');
  const vsix = join(root, 'dist', 'changegate.vsix');
  mkdirSync(dirname(vsix), { recursive: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  writeFileSync(join(root, packagedReadme), readmeForPackage(readFileSync(join(root, 'README.md'), 'utf8')));
  const readme = ['--readme-path', packagedReadme];
  run(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--allow-missing-repository', ...readme, '--out', vsix],
    {
      quiet: true,
    },
  );
  return vsix;
}

/**
 * The README as an installed extension shows it: its page follows no path and shows no picture of the package, and the
 * manifest names no repository that they could lead to. So paths become words, pictures are left out, and so is what is
 * marked as being of the repository alone. vsce refuses a path that is left.
 * @param {string} readme
 * @returns {string}
 */
export function readmeForPackage(readme) {
  return readme
    .replace(/<!-- repository:begin -->[^]*?<!-- repository:end -->\n*/g, '')
    .replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n+/gm, '')
    .replace(/\[([^\]]*)\]\((?!https?:|#|mailto:)[^)]*\)/g, '$1');
}

/**
 * What is wrong with a VSIX: files that do not belong in it or are missing, its size.
 * @param {string} vsix
 * @returns {string[]} one sentence each; none if it may leave the house
 */
export function faultsOfPackage(vsix) {
  const files = filesOfPackage(vsix);
  const { size } = statSync(vsix);
  return [
    ...files.filter((file) => !belongsInPackage(file)).map((file) => `${file} does not belong in the VSIX.`),
    ...required.filter((file) => !files.includes(file)).map((file) => `${file} is missing in the VSIX.`),
    ...sizesOfScripts().flatMap(({ what, bytes, most }) =>
      bytes > most ? [`${what} has ${String(bytes)} bytes; at most ${String(most)} are allowed.`] : [],
    ),
    ...(size > sizeLimit ? [`The VSIX has ${String(size)} bytes; at most ${String(sizeLimit)} are allowed.`] : []),
  ];
}

/**
 * Whether a file may be in the package.
 * @param {string} file relative to the root
 */
export function belongsInPackage(file) {
  return allowed.some((pattern) => pattern.test(file));
}

/**
 * The files of the extension inside a VSIX, read from the directory at the end of the archive.
 * @param {string} vsix
 * @returns {string[]}
 */
export function filesOfPackage(vsix) {
  const bytes = readFileSync(vsix);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${vsix} is not a ZIP archive.`);
  const files = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    files.push(bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  const inside = 'extension/';
  return files.filter((file) => file.startsWith(inside)).map((file) => file.slice(inside.length));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureDependencies();
  const vsix = packageExtension();
  const faults = faultsOfPackage(vsix);
  for (const fault of faults) console.error(fault);
  const count = filesOfPackage(vsix).length;
  const kilobytes = (/** @type {number} */ bytes) => `${String(Math.ceil(bytes / 1024))} KB`;
  for (const { what, bytes } of sizesOfScripts()) console.log(`${what}: ${kilobytes(bytes)}`);
  console.log(`${vsix}: ${String(count)} files, ${kilobytes(statSync(vsix).size)}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
