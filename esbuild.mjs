// Builds every bundle: node esbuild.mjs [--production] [--watch] [--tests]
import { build, context } from 'esbuild';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

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

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };

/** @type {import('esbuild').BuildOptions[]} */
const products = [
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
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** Suites that run in plain Node: one ES module each, sharing chunks. @returns {import('esbuild').BuildOptions} */
function suites() {
  const entryPoints = ['unit', 'property', 'rules', 'cli', 'architecture', 'vsix']
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
    }));
}

const wanted = flags.has('--tests') ? [...products, suites(), ...hostSuites()] : products;
if (flags.has('--watch')) {
  for (const options of wanted) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  const results = await Promise.all(wanted.map((options) => build(options)));
  if (flags.has('--sizes')) {
    for (const result of results) {
      for (const [file, output] of Object.entries(result.metafile?.outputs ?? {})) {
        if (!file.endsWith('.map')) console.log(`${relative('.', file)}\t${output.bytes}`);
      }
    }
  }
}
