// Writes what is generated from the code and the manifest: the lists of rules and commands, snippets, schemas, the head
// of every rule's page, the tables of rules, commands and settings, and what the labeled corpus measures.
// Running it twice changes nothing; CI runs it and ends with `git diff --exit-code`.
import { toJsonSchema } from '@valibot/to-json-schema';
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { cache, root } from './run.mjs';
import { generatedSources } from './sources.mjs';

for (const [path, text] of generatedSources(root))
  write(path, await format(text, { ...(await resolveConfig(join(root, path))), filepath: path }));

const bundle = join(cache, 'generate.mjs');
await build({
  stdin: {
    contents: `
      export { builtInProcesses } from './src/core/process/builtInProcesses';
      export { renderSnippets } from './src/core/process/snippets';
      export { policySchema } from './src/core/workspace/policy/policySchema';
      export { baselineSchema } from './src/core/findings/readBaseline';
      export { dashboardSchema } from './src/core/present/dashboard/dashboardSchema';
      export { validateReportSchema } from './src/core/present/report/validateReportSchema';
      export { familyTable, ruleTable, rulePageHead } from './src/core/present/report/ruleCatalog';
      export { catalog, configurableRules } from './src/core/rules/engine/registry';
      export { retiredRules } from './src/core/rules/engine/retiredRules';
      export { measure, precisionTable } from './test/corpus/measure';
    `,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'warning',
  packages: 'external',
});
const core = await import(`${pathToFileURL(bundle).href}?${String(Date.now())}`);

const rules = core.catalog;

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  const target = join(root, path);
  mkdirSync(join(target, '..'), { recursive: true });
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  writeFileSync(target, text);
  console.log(`wrote ${path}`);
}

/**
 * Puts a text between two marks of a page; a page that is still to be written has none.
 * @param {string} path
 * @param {string} name
 * @param {string} text
 */
function between(path, name, text) {
  const target = join(root, path);
  if (!existsSync(target)) return;
  const page = readFileSync(target, 'utf8');
  const begin = `<!-- ${name}:begin -->\n`;
  const end = `<!-- ${name}:end -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < 0) throw new Error(`${path} has no ${begin.trim()} and ${end}.`);
  write(path, page.slice(0, from + begin.length) + text + page.slice(to));
}

/**
 * @param {string} path
 * @param {string} name
 */
function hasMarks(path, name) {
  return existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8').includes(`<!-- ${name}:begin -->`);
}

/**
 * Writes JSON in the form that the formatter wants.
 * @param {string} path
 * @param {string} json
 */
async function writeJson(path, json) {
  write(path, await format(json, { ...(await resolveConfig(join(root, path))), filepath: path }));
}

/**
 * @param {unknown} schema
 * @param {string} title
 */
function jsonSchema(schema, title) {
  const made = toJsonSchema(/** @type {any} */ (schema), { errorMode: 'ignore' });
  return JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', title, ...made });
}

/**
 * Names the rules in the schema of the policy, so that an editor can offer them with what they ask for.
 * @param {string} json
 */
function withRuleNames(json) {
  const schema = JSON.parse(json);
  const settings = schema.properties.rules.anyOf.find((/** @type {any} */ each) => each.type === 'object');
  // A rule that says more than a severity has a setting of its own.
  const own = settings.properties ?? {};
  schema.definitions = { ruleSetting: settings.additionalProperties };
  settings.additionalProperties = false;
  settings.properties = Object.fromEntries(
    core.configurableRules.flatMap((/** @type {any} */ { code, name, summary, oldNames = [] }) => {
      const setting = own[code] ?? { allOf: [{ $ref: '#/definitions/ruleSetting' }] };
      const old = oldNames.map((/** @type {string} */ each) => [
        each,
        { description: `Now ${code} ${name}.`, deprecated: true, allOf: [{ $ref: '#/definitions/ruleSetting' }] },
      ]);
      return [
        [code, { description: `${name}: ${summary}`, ...setting }],
        [name, { description: `${code}: ${summary}`, ...setting }],
        ...old,
      ];
    }),
  );
  for (const { code, name } of core.retiredRules)
    for (const each of [code, name])
      settings.properties[each] = {
        description: 'There is no such rule any more.',
        deprecated: true,
        allOf: [{ $ref: '#/definitions/ruleSetting' }],
      };
  return JSON.stringify(schema);
}

await writeJson('snippets/changegate.json', core.renderSnippets(core.builtInProcesses()));
await writeJson('schema/policy.schema.json', withRuleNames(jsonSchema(core.policySchema, 'Changegate policy')));
await writeJson(
  'schema/validate.schema.json',
  jsonSchema(core.validateReportSchema, 'Report of changegate validate --format json'),
);
await writeJson(
  'schema/dashboard.schema.json',
  jsonSchema(core.dashboardSchema, 'Report of changegate dashboard --json'),
);
await writeJson('schema/baseline.schema.json', jsonSchema(core.baselineSchema, 'Changegate baseline'));
for (const rule of rules) between(`docs/rules/${rule.code}.md`, 'rule', core.rulePageHead(rule));
between('docs/rules/README.md', 'rules', core.ruleTable(rules, ''));
between('docs/rules/precision.md', 'precision', core.precisionTable(await core.measure(join(root, 'test', 'corpus'))));
// The front page lists the rules only where it has a place for them.
if (hasMarks('README.md', 'rules')) between('README.md', 'rules', core.familyTable(rules, 'docs/rules/'));

const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** @type {{ readonly command: string, readonly title: string }[]} */
const commands = contributes.commands;
between(
  'docs/editor.md',
  'commands',
  table(['Command', 'ID'], commands.map(({ title, command }) => [title, `\`${command}\``]).sort()),
);
/** @type {[name: string, setting: { order: number, default: unknown, description?: string, markdownDescription?: string, enum?: string[] }][]} */
const settings = Object.entries(contributes.configuration.properties);
between(
  'docs/editor.md',
  'settings',
  table(
    ['Setting', 'Default', 'What it does'],
    settings
      .sort(([, one], [, other]) => one.order - other.order)
      .map(([name, { default: usual, description, markdownDescription, enum: values }]) => [
        `\`${name}\``,
        `\`${JSON.stringify(usual)}\``,
        [
          description ?? markdownDescription ?? '',
          ...(values ? [`One of ${values.map((value) => `\`${value}\``).join(', ')}.`] : []),
        ].join(' '),
      ]),
  ),
);

/**
 * A table in Markdown.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
