// What does a change change for people? Runs two builds of the command line over the same records and shows what they
// print differently.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { differences } from './compare/differences.mjs';
import { initializeGit, writeWorkspaces } from './compare/workspaces.mjs';
import { root, run, start, temporaryFolder } from './run.mjs';

const help = `node scripts/compare.mjs [REF] [--quick] [--all]
node scripts/compare.mjs --save FOLDER
node scripts/compare.mjs --against FOLDER [--quick] [--all]

Builds the command line of a git ref (default: where this branch left main, else HEAD~1) and that of this folder, runs
both over the same records and shows what they print differently. Exit codes: 0 nothing, 1 something, 2 failed.

  --save      keeps what the build of this folder prints, with the records that it was asked about
  --against   compares with what was kept
  --quick     makes every fifth call only
  --all       shows every group of differences, not only the thirty most frequent
`;

const runCalls = fileURLToPath(new URL('compare/runCalls.mjs', import.meta.url));

const { values, positionals } = parseArgs({
  options: {
    save: { type: 'string' },
    against: { type: 'string' },
    quick: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
});

try {
  if (values.help) console.log(help);
  else if (values.save !== undefined) await save(resolve(values.save));
  else if (values.against !== undefined) await compareWithSaved(resolve(values.against));
  else await compareWithRef(positionals[0] ?? usualRef());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** @param {string} folder */
async function save(folder) {
  if (existsSync(folder)) throw new Error(`${folder} is there already.`);
  const workspaces = join(folder, 'workspaces');
  mkdirSync(workspaces, { recursive: true });
  const calls = writeWorkspaces(workspaces);
  const outputs = await outputsOf(buildHere(), workspaces, calls, availableParallelism());
  writeFileSync(join(folder, 'calls.json'), JSON.stringify(calls));
  writeFileSync(join(folder, 'outputs.json'), JSON.stringify(Object.fromEntries(outputs)));
  console.log(`${String(outputs.size)} outputs are in ${folder}.`);
}

/** @param {string} folder */
async function compareWithSaved(folder) {
  const saved = (/** @type {string} */ name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const workspaces = join(folder, 'workspaces');
  const outputs = await outputsOf(buildHere(), workspaces, some(saved('calls.json')), availableParallelism());
  /** @type {[string, string][]} */
  const before = Object.entries(saved('outputs.json'));
  report(new Map(before.filter(([call]) => !values.quick || outputs.has(call))), outputs);
}

/** @param {string} ref */
async function compareWithRef(ref) {
  const tree = join(temporaryFolder('ref'), 'tree');
  run('git', ['worktree', 'add', '--quiet', '--detach', tree, ref], { quiet: true });
  try {
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    const builds = [build(tree), buildHere()];
    const workspaces = temporaryFolder('records');
    const calls = some(writeWorkspaces(workspaces));
    const parts = Math.max(1, Math.floor(availableParallelism() / 2));
    const [before = new Map(), after = new Map()] = await Promise.all(
      builds.map((cli) => outputsOf(cli, workspaces, calls, parts)),
    );
    report(before, after);
  } finally {
    run('git', ['worktree', 'remove', '--force', tree], { quiet: true });
  }
}

/**
 * The calls that are made.
 * @param {readonly import('./compare/workspaces.mjs').Call[]} calls
 */
function some(calls) {
  return values.quick ? calls.filter((_, index) => index % 5 === 0) : calls;
}

/** Where this branch left the main one, or the commit before if it did not. */
function usualRef() {
  const commit = (/** @type {string[]} */ ...args) => {
    try {
      return run('git', args, { quiet: true }).trim();
    } catch {
      return undefined;
    }
  };
  const head = commit('rev-parse', 'HEAD');
  const bases = ['origin/main', 'main'].map((branch) => commit('merge-base', branch, 'HEAD'));
  return bases.find((base) => base !== undefined && base !== head) ?? 'HEAD~1';
}

function buildHere() {
  return build(root);
}

/**
 * Builds what lies in a folder.
 * @param {string} folder
 * @returns {string} its command line
 */
function build(folder) {
  run(process.execPath, ['esbuild.mjs'], { cwd: folder });
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, bin.changegate);
}

/**
 * @param {string} cli
 * @param {string} workspaces
 * @param {readonly import('./compare/workspaces.mjs').Call[]} calls
 * @param {number} parts processes that share the calls
 * @returns {Promise<Map<string, string>>} what each call printed and wrote
 */
async function outputsOf(cli, workspaces, calls, parts) {
  console.error(`Running ${String(calls.length)} calls of ${cli}…`);
  const folder = temporaryFolder('compare');
  const copy = join(folder, 'workspaces');
  cpSync(workspaces, copy, { recursive: true });
  initializeGit(copy);
  const names = [...new Set(calls.map(({ workspace }) => workspace))];
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: join(folder, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    NO_COLOR: '1',
    TZ: 'UTC',
    XDG_CACHE_HOME: join(folder, 'cache'),
  };
  const outputs = await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const [input, output] = ['calls', 'outputs'].map((name) => join(folder, `${name}-${String(part)}.json`));
      if (input === undefined || output === undefined) return {};
      const own = calls.filter(({ workspace }) => names.indexOf(workspace) % parts === part);
      writeFileSync(input, JSON.stringify(own));
      const child = start(process.execPath, ['--max-semi-space-size=64', runCalls, cli, copy, input, output], {
        env,
        stdio: 'inherit',
      });
      await new Promise((done) => child.once('exit', done));
      if (!existsSync(output)) throw new Error(`${cli} did not come to the end of its calls.`);
      return JSON.parse(readFileSync(output, 'utf8'));
    }),
  );
  rmSync(folder, { recursive: true, force: true });
  return new Map(outputs.flatMap((each) => /** @type {[string, string][]} */ (Object.entries(each))));
}

/**
 * @param {ReadonlyMap<string, string>} before
 * @param {ReadonlyMap<string, string>} after
 */
function report(before, after) {
  const { different, groups } = differences(before, after);
  const shown = values.all ? groups : groups.slice(0, 30);
  for (const { count, commands, where, shown: diff } of shown) {
    const places = [...commands].map(([command, times]) => `${command} ${String(times)}`).join(', ');
    console.log(`\n${String(count)} × (${places}), first in ${where}\n${diff}`);
  }
  if (shown.length < groups.length) console.log(`\n${String(groups.length - shown.length)} more groups: --all.`);
  const sum = groups.reduce((total, { count }) => total + count, 0);
  console.log(
    different === 0
      ? `${String(before.size)} outputs, no difference.`
      : `\n${String(before.size)} outputs, ${String(different)} differ: ${String(sum)} changes in ${String(groups.length)} groups.`,
  );
  if (different > 0) process.exitCode = 1;
}
