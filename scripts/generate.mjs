// Writes everything that is made from the catalogue, the processes and the schemas: `npm run generate`. Twice is once.
import { build } from 'esbuild';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { cache, root } from './run.mjs';

/**
 * The core as one module, from its sources.
 * @returns {Promise<typeof import('../src/core/rules/registry') & typeof import('../src/core/rules/ruleDocs') &
 *   typeof import('../src/core/process/builtInProcesses') & typeof import('../src/core/process/snippets') &
 *   typeof import('../src/core/policy/policySchema') & typeof import('../src/core/report/validateReportSchema')>}
 */
async function loadCore() {
  const modules = [
    'rules/registry',
    'rules/ruleDocs',
    'process/builtInProcesses',
    'process/snippets',
    'policy/policySchema',
    'report/validateReportSchema',
  ];
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'generate-'));
  try {
    const outfile = join(folder, 'core.mjs');
    await build({
      stdin: {
        contents: modules.map((module) => `export * from './src/core/${module}';`).join('\n'),
        resolveDir: root,
        loader: 'ts',
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @type {string[]} */
const problems = [];

/**
 * Writes a file if that changes it.
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${relative(root, file)}`);
}

/**
 * Writes JSON as the formatter wants it.
 * @param {string} path
 * @param {string} json
 */
async function writeJson(path, json) {
  const config = await resolveConfig(join(root, path));
  write(path, await format(json, { ...config, parser: 'json' }));
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
function read(path) {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const core = await loadCore();

for (const rule of core.catalogue) {
  const path = `docs/rules/${core.rulePage(rule)}`;
  const page = read(path);
  const title = `# ${rule.code} ${rule.name}`;
  const renamed = page?.replace(/^#.*$/m, title) ?? `${title}\n\n<!-- rule:begin -->\n<!-- rule:end -->\n`;
  const text = core.withBlock(renamed, 'rule', core.ruleHeader(rule));
  if (page === undefined) problems.push(`${path} was begun; its prose and its examples are still to be written.`);
  if (text === undefined) problems.push(`${path} has no <!-- rule:begin --> and <!-- rule:end -->.`);
  else write(path, text);
}

for (const [path, folder] of [
  ['docs/rules/README.md', ''],
  ['README.md', 'docs/rules/'],
]) {
  const page = read(path);
  const text = page && core.withBlock(page, 'rules', core.ruleTables(core.catalogue, folder));
  if (text) write(path, text);
}

await writeJson('snippets/changegate.json', core.renderSnippets(core.builtInProcesses()));
await writeJson('schema/policy.schema.json', JSON.stringify(core.policyJsonSchema()));
await writeJson('schema/validate.schema.json', JSON.stringify(core.validateJsonSchema()));

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
