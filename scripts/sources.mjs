// The source files that are written from the names of others, so that nothing is registered twice: the list of rules
// from the files that hold them, the ids of the commands from the manifest, the table of commands from both.
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

const rulesFolder = 'src/core/rules';
const commandsFolder = 'src/vscode/commands';
const mark = '// Written by `npm run generate`; changes made here are lost.';

/**
 * A file that holds a rule.
 * @typedef {object} RuleFile
 * @property {string} code `CG615`
 * @property {string} path relative to the folder of all rules, without its ending
 * @property {string} rule what it exports: `planVersion` of `plan/cg615PlanVersion`
 */

/**
 * The files that hold a rule, by code.
 * @param {string} root
 * @returns {RuleFile[]}
 */
export function ruleFiles(root) {
  return readdirSync(join(root, rulesFolder), { recursive: true, encoding: 'utf8' })
    .flatMap((file) => {
      const path = file.split(sep).join('/');
      const [, number, first = '', rest = ''] = /\/cg(\d{3})([A-Z])(\w*)\.ts$/.exec(path) ?? [];
      if (number === undefined) return [];
      return [{ code: `CG${number}`, path: path.replace(/\.ts$/, ''), rule: first.toLowerCase() + rest }];
    })
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/**
 * @param {string} root
 * @returns {(readonly [path: string, text: string])[]}
 */
export function generatedSources(root) {
  return [
    [`${rulesFolder}/engine/allRules.ts`, allRules(root)],
    [`${commandsFolder}/commandIds.ts`, commandIds(root)],
    [`${commandsFolder}/commandTable.ts`, commandTable(root)],
  ];
}

/** @param {string} root */
function allRules(root) {
  const lines = ruleFiles(root).map(({ path, rule }) => `export { ${rule} } from '../${path}';`);
  return [`${mark} A rule is listed by being there.`, ...lines, ''].join('\n');
}

/** @param {string} root */
function commandIds(root) {
  return [
    mark,
    '',
    '/** The commands of the manifest. */',
    'export const commandIds = [',
    ...idsOfManifest(root).map((id) => `  '${id}',`),
    '] as const;',
    'export type CommandId = (typeof commandIds)[number];',
    '',
  ].join('\n');
}

/** @param {string} root */
function commandTable(root) {
  const places = commandPlaces(root);
  const commands = idsOfManifest(root).map((id) => {
    const name = id.replace(/^changegate\./, '');
    const file = places.get(name);
    if (file === undefined)
      throw new Error(`package.json has ${id}, but no file of ${commandsFolder} exports a Command ${name}.`);
    places.delete(name);
    return { id, name, file };
  });
  for (const [name, file] of places)
    throw new Error(
      `${commandsFolder}/${file}.ts has the Command ${name}, but package.json has no changegate.${name}.`,
    );
  return [
    mark,
    "import type { Command } from './command';",
    "import type { CommandId } from './commandIds';",
    ...[...new Set(commands.map(({ file }) => file))].map((file) => {
      const names = commands.filter((each) => each.file === file).map(({ name }) => name);
      return `import { ${names.join(', ')} } from './${file}';`;
    }),
    '',
    '/** All commands by id. */',
    'export const commandTable: Readonly<Record<CommandId, Command>> = {',
    ...commands.map(({ id, name }) => `  '${id}': ${name},`),
    '};',
    '',
  ].join('\n');
}

/** @param {string} root */
function idsOfManifest(root) {
  /** @type {{ contributes: { commands: readonly { command: string }[] } }} */
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return contributes.commands.map(({ command }) => command).sort();
}

/**
 * The commands that are exported, each with the file that it is in.
 * @param {string} root
 */
function commandPlaces(root) {
  /** @type {Map<string, string>} */
  const places = new Map();
  for (const file of readdirSync(join(root, commandsFolder)).filter((name) => name.endsWith('.ts')))
    for (const [, name = ''] of readFileSync(join(root, commandsFolder, file), 'utf8').matchAll(
      /^export const (\w+): Command = /gm,
    ))
      places.set(name, posix.basename(file, '.ts'));
  return places;
}
