// Builds every bundle: node esbuild.mjs [--production] [--watch] [--tests] [--sizes]
import { build, context } from 'esbuild';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, normalize } from 'node:path';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/**
 * Shipped bundles have no source maps. They keep the names of the sources instead, so that stack traces stay readable.
 * @type {import('esbuild').BuildOptions}
 */
const common = {
  bundle: true,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  target: 'es2022',
  define: { CHANGEGATE_VERSION: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version) },
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
};

/** For bundles that are fetched over a network: no whitespace, but short lines and all names. */
const tight = production ? { minifyWhitespace: true, lineLimit: 160 } : {};

/** Workers and Node share one build of each package: ES modules that do not need a DOM. */
const everywhere = { platform: /** @type {const} */ ('browser'), conditions: ['worker', 'module'] };

/**
 * ES modules with chunks: one for each `import()`, and one for code that several of them share.
 * @param {string} name folder of the chunks in `dist`
 * @param {Record<string, string>} entryPoints source by output name
 * @returns {import('esbuild').BuildOptions}
 */
function modules(name, entryPoints) {
  return {
    ...common,
    ...everywhere,
    entryPoints,
    outdir: 'dist',
    chunkNames: `${name}/[name]-[hash]`,
    format: 'esm',
    splitting: true,
    target: 'node20',
    external: ['vscode', 'node:*'],
  };
}

/** @type {import('esbuild').BuildOptions[]} */
const products = [
  modules('extension', { extension: 'src/vscode/extension.ts' }),
  modules('cli', { cli: 'src/cli/main.ts', 'cli/thread': 'src/cli/thread.ts' }),
  {
    ...common,
    ...everywhere,
    ...tight,
    entryPoints: ['src/vscode/extension.web.ts'],
    outfile: 'dist/web/extension.cjs',
    // The worker extension host of VS Code loads a single CommonJS file and no ES modules.
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...common,
    ...tight,
    platform: 'browser',
    entryPoints: ['src/webview/main.ts'],
    outfile: 'dist/webview.js',
    format: 'iife',
  },
];

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
    ...common,
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
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
    { entry: 'test/host/index.ts', outfile: 'dist/test/host/index.cjs', platform: /** @type {const} */ ('node') },
    { entry: 'test/web/index.ts', outfile: 'dist/test/web/index.cjs', platform: /** @type {const} */ ('browser') },
  ]
    .filter(({ entry }) => existsSync(entry))
    .map(({ entry, outfile, platform }) => ({
      ...common,
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
 * Removes files of an earlier build: deleted suites would still run, and old chunks would be packaged.
 * @param {string} folder
 * @param {ReadonlySet<string>} built
 */
function removeStale(folder, built) {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, file);
    if (/\.[cm]?js(\.map)?$/.test(file) && !built.has(path)) rmSync(path, { force: true });
  }
}

const inPlainNode = ['unit', 'property', 'rules', 'corpus', 'cli', 'architecture', 'vsix'];
const wanted = flags.has('--tests') ? [...products, suites(...inPlainNode), pictures(), ...hostSuites()] : products;
if (flags.has('--watch')) {
  for (const options of wanted) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  try {
    const results = await Promise.all(wanted.map((options) => build(options)));
    const outputs = results.flatMap((result) => Object.entries(result.metafile?.outputs ?? {}));
    const built = new Set(outputs.map(([file]) => normalize(file)));
    for (const name of ['extension', 'web', 'cli', ...(flags.has('--tests') ? ['test'] : [])])
      removeStale(join('dist', name), built);
    if (flags.has('--sizes')) {
      for (const [file, { bytes }] of outputs) if (!file.endsWith('.map')) console.log(`${file}\t${String(bytes)}`);
    }
  } catch (error) {
    // What does not build was stated where it was found.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.exitCode = 1;
  }
}
