// Builds every bundle: node esbuild.mjs [--production] [--watch] [--tests]
import { build, context } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { linkCli, linkExtension, shebang } from './scripts/products.mjs';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  target: 'es2022',
  define: { CHANGEGATE_VERSION: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version) },
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
};

const banner = { js: shebang };

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };

/**
 * What is made of parts when it leaves the house. While it is worked on, each is one file with a source map.
 * @type {import('esbuild').BuildOptions[]}
 */
const whole = [
  {
    ...node,
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...common,
    platform: 'browser',
    // The web extension host is a worker: what a package has for browsers may ask for a document.
    conditions: ['worker', 'module'],
    entryPoints: ['src/vscode/extension.web.ts'],
    outfile: 'dist/web/extension.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'cjs',
    banner,
  },
];

/** @type {import('esbuild').BuildOptions[]} */
const pages = [
  {
    ...common,
    platform: 'browser',
    entryPoints: ['src/webview/main.ts'],
    outfile: 'dist/webview.js',
    format: 'iife',
  },
];

/** Takes away the parts of an earlier build, and writes those of this one where there are any. */
async function writeParts() {
  rmSync(join('dist', 'cli'), { recursive: true, force: true });
  if (!production) return [];
  const files = (await Promise.all([linkExtension(common), linkCli(common)])).flat();
  for (const [file, text] of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    rmSync(`${file}.map`, { force: true });
  }
  return files.map(([file, text]) => /** @type {const} */ ([file, { bytes: Buffer.byteLength(text) }]));
}

/**
 * Suites that run in plain Node: one ES module each, sharing chunks.
 * @param {...string} names
 * @returns {import('esbuild').BuildOptions}
 */
function suites(...names) {
  const entryPoints = names
    .map((suite) => join('test', suite))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.test.ts'));
  return {
    ...node,
    minify: false,
    sourcemap: 'inline',
    entryPoints,
    outdir: 'dist/test',
    outbase: 'test',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    packages: 'external',
  };
}

/** Pages are pictured as the extension makes them, without a VS Code around them. @returns {import('esbuild').BuildOptions} */
function pictures() {
  return { ...suites('pictures'), alias: { vscode: './test/pictures/vscodeInstead.ts' } };
}

/** Suites that run inside the extension hosts of a real VS Code. @returns {import('esbuild').BuildOptions[]} */
function hostSuites() {
  return [
    { entry: 'test/host/index.ts', outfile: 'dist/test/host/index.js', platform: /** @type {const} */ ('node') },
    { entry: 'test/web/index.ts', outfile: 'dist/test/web/index.js', platform: /** @type {const} */ ('browser') },
  ]
    .filter(({ entry }) => existsSync(entry))
    .map(({ entry, outfile, platform }) => ({
      ...common,
      minify: false,
      sourcemap: 'inline',
      platform,
      entryPoints: [entry],
      outfile,
      format: 'cjs',
      external: platform === 'node' ? ['vscode', 'mocha'] : ['vscode'],
      // Both hosts run the same suites; where there is no Node, its assertions are ours.
      alias: platform === 'node' ? {} : { 'node:assert': './test/web/assert.ts' },
    }));
}

/**
 * Takes away what an earlier build left of suites that are gone since: they would still run.
 * @param {ReadonlySet<string>} built
 */
function removeStaleSuites(built) {
  for (const file of readdirSync(join('dist', 'test'), { recursive: true, encoding: 'utf8' })) {
    const path = join('dist', 'test', file);
    if (/\.m?js$/.test(file) && !built.has(path)) rmSync(path, { force: true });
  }
}

const inPlainNode = ['unit', 'property', 'rules', 'corpus', 'cli', 'architecture', 'vsix'];
const products = production ? pages : [...whole, ...pages];
const wanted = flags.has('--tests') ? [...products, suites(...inPlainNode), pictures(), ...hostSuites()] : products;
if (flags.has('--watch')) {
  for (const options of wanted) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  try {
    const results = await Promise.all(wanted.map((options) => build(options)));
    const outputs = [
      ...results.flatMap((result) => Object.entries(result.metafile?.outputs ?? {})),
      ...(await writeParts()),
    ];
    if (flags.has('--tests')) removeStaleSuites(new Set(outputs.map(([file]) => normalize(file))));
    if (flags.has('--sizes')) {
      for (const [file, { bytes }] of outputs) if (!file.endsWith('.map')) console.log(`${file}\t${String(bytes)}`);
    }
  } catch (error) {
    // What does not build was told where it was found.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.exitCode = 1;
  }
}
