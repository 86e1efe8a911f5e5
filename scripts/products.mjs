// What leaves the house in parts: the extension in both hosts, and the command line.
import { readFileSync } from 'node:fs';
import { buildChunks, everythingElse, linkedFiles } from './parts.mjs';

/** What makes a script a command. */
export const shebang = '#!/usr/bin/env node';

/**
 * What activation can do without. The Node extension host takes it, and whatever is imported by `import()`, from the file
 * of the web host when it first needs it: that one has to be a single file and has it all, so nothing is in the VSIX twice.
 */
const doorsOfExtension = [
  // The first record that is read.
  'core/process/builtInProcesses',
  'core/workspace/loadProcesses',
  'core/workspace/policy/readPolicy',
  'core/findings/readBaseline',
  'core/record/readRecord',
  'core/workspace/summarise',
  'core/rules/engine/registry',
  'core/rules/engine/lintRecord',
  'yaml',
  // The first request of an editor.
  'core/present/lenses',
  'core/present/language/inlayHints',
  'core/present/language/completions',
  'core/present/language/hovers',
  'core/workspace/references/findMentions',
  'core/actions/renumber',
  'core/actions/nextRecordId',
  'core/actions/fixAll',
  'vscode/language/renumberEdit',
  'vscode/language/suppressAction',
  'vscode/panels/openPanel',
];

/** @type {import('esbuild').BuildOptions} */
const inBoth = {
  platform: 'browser',
  // Node has all that a worker has.
  conditions: ['worker', 'module'],
  external: ['vscode', 'node:*'],
};

/**
 * The files of the extension in both hosts.
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<[file: string, text: string][]>}
 */
export async function linkExtension(options) {
  const [entry, web] = ['src/vscode/extension.ts', 'src/vscode/extension.web.ts'];
  const linkable = await buildChunks({ ...options, ...inBoth }, [entry, web], doorsOfExtension);
  const inNode = { entry, file: './extension.js', rest: './web/extension.js' };
  const inWeb = { entry: web, file: './extension.js', lazily: ['activate'] };
  return [
    ...inFolder('dist', await linkedFiles(linkable, inNode)),
    ...inFolder('dist/web', await linkedFiles(linkable, inWeb)),
  ];
}

/**
 * The files of the command line: where it begins, and one for each command.
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<[file: string, text: string][]>}
 */
export async function linkCli(options) {
  const entry = 'src/cli/main.ts';
  // What most commands share is in a file of its own, unless the first has it.
  const names = ['validate', 'governance'];
  for (const [, name = ''] of readFileSync(entry, 'utf8').matchAll(/import\('\.\/commands\/(\w+)'\)/g))
    if (!names.includes(name)) names.push(name);
  const pathOf = (/** @type {string} */ name) => `src/cli/commands/${name}.ts`;
  const doors = ['yaml', 'core/workspace/policy/readPolicy', 'core/findings/readBaseline', 'node/nodeGit', 'node/wholeFiles'];
  const linkable = await buildChunks({ ...options, ...inBoth }, [entry, ...names.map(pathOf)], doors);
  const parts = {
    ...Object.fromEntries(names.map((name) => [`./cli/${name}.js`, [pathOf(name)]])),
    ...Object.fromEntries(doors.map((door) => [`./cli/${door.slice(door.lastIndexOf('/') + 1)}.js`, [door]])),
    './cli/rest.js': everythingElse,
  };
  const files = await linkedFiles(linkable, { entry, file: './cli.js', parts });
  return inFolder('dist', files).map(([file, text]) => [file, file === 'dist/cli.js' ? `${shebang}\n${text}` : text]);
}

/**
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} files
 * @returns {[file: string, text: string][]}
 */
function inFolder(folder, files) {
  return [...files].map(([file, text]) => [`${folder}/${file.slice(2)}`, text]);
}
