// What builds are compared on: the sample workspace, the labeled corpus, the examples of the rules' pages, damaged
// copies of the records, and what is called on each of them.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { root, run } from '../run.mjs';
import { mutate, randomNumbers } from './mutants.mjs';

/**
 * One call of the command line.
 * @typedef {object} Call
 * @property {string} workspace
 * @property {readonly string[]} args
 * @property {number} now the time it is, in seconds since 1970
 * @property {boolean} [writes] what is written belongs to the output
 */

const requests = 'docs/processes/change-requests';
const records = 'docs/processes/change-records';
const statuses = ['DRAFT', 'PROPOSED', 'APPROVED', 'IN_PROGRESS', 'COMPLETED', 'REJECTED', 'CANCELLED'];
const pictures = ['lifecycle', 'states', 'risk', 'approvals', 'plan', 'dependencies'];
const charts = ['status', 'age', 'risk', 'type', 'matrix', 'request-to-approval'];

/** How many damaged copies are made of each workspace. */
const rounds = 2;

/**
 * Writes the workspaces into a folder.
 * @param {string} folder
 * @returns {Call[]} what is called on them
 */
export function writeWorkspaces(folder) {
  const usual = [
    { name: 'examples', from: join(root, 'examples'), now: seconds('2026-03-13') },
    ...readdirSync(join(root, 'test/corpus/records'))
      .sort()
      .map((name) => ({ name, from: join(root, 'test/corpus/records', name), now: seconds('2026-06-30') })),
  ];
  /** @type {Call[]} */
  const calls = [];
  for (const { name, from, now } of usual) {
    cpSync(from, join(folder, name), { recursive: true });
    calls.push(...usualCalls(name, now, join(folder, name)));
    for (let round = 1; round <= rounds; round++) {
      const damaged = `${name}-damaged-${String(round)}`;
      cpSync(from, join(folder, damaged), { recursive: true });
      damage(join(folder, damaged), `${name}${String(round)}`);
      calls.push(...callsOnDamaged(damaged, now, join(folder, damaged)));
    }
  }
  calls.push(...writeSeeds(folder), ...writeRulePages(folder), ...callsInEmpty(folder));
  return calls;
}

/**
 * Makes each workspace a git repository with a second branch; the workspaces stay as they are otherwise.
 * @param {string} folder
 */
export function initializeGit(folder) {
  const day = '2026-02-01T12:00:00Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
  for (const name of readdirSync(folder).filter((each) => !each.startsWith('CG'))) {
    const cwd = join(folder, name);
    const git = (/** @type {string[]} */ ...args) => run('git', args, { cwd, quiet: true, env });
    git('init', '--quiet', '--initial-branch=main');
    for (const setting of ['user.name=Ana Ruiz', 'user.email=ana.ruiz@example.com', 'core.autocrlf=false'])
      git('config', .../** @type {[string, string]} */ (setting.split('=')));
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', 'The workspace');
    const [record] = recordsIn(cwd);
    if (record === undefined) continue;
    git('checkout', '--quiet', '-b', `feat/${idOf(record)}`);
    mkdirSync(join(cwd, 'src'), { recursive: true });
    writeFileSync(join(cwd, 'src/limit.ts'), 'export const limit = 20;\n');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'The limit');
    git('checkout', '--quiet', 'main');
  }
}

/**
 * @param {string} workspace
 * @param {number} now
 * @param {string} folder
 * @returns {Call[]}
 */
function usualCalls(workspace, now, folder) {
  const all = recordsIn(folder);
  const call = caller(workspace, now);
  return [
    ...ofWholeWorkspace(all).map(call),
    ...['md', 'policy.yml'].map((end) => call(['validate', `no-such.${end}`])),
    ...all.flatMap((path, index) => ofRecord(path, index).map(call)),
    { ...call(['baseline', 'write']), writes: true },
    { ...call(['init', '--yes']), writes: true },
    { ...call(['new', 'change-request', '--title', 'Raise the # limit', '--category', 'FEATURE']), writes: true },
    { ...call(['new', 'change-record', '--title', '- Raise the limit', '--type', 'normal']), writes: true },
    ...all.slice(0, 2).map((path) => ({ ...call(['archive', path, '--force']), writes: true })),
    ...all.slice(0, 2).map((path) => ({ ...call(['move', path, 'CANCELLED', '--reason', 'No need']), writes: true })),
    ...all.slice(0, 2).map((path) => ({ ...call(['normalize', path]), writes: true })),
    { ...call(['fix']), writes: true },
  ];
}

/**
 * @param {string} workspace
 * @param {number} now
 * @param {string} folder
 * @returns {Call[]}
 */
function callsOnDamaged(workspace, now, folder) {
  const all = recordsIn(folder);
  return [
    ['validate', '--format', 'json'],
    ['fix', '--dry-run'],
    ['dashboard', '--json'],
    ['metrics', '--records'],
    ['calendar', '--month', '2026-03', '--csv', '-'],
    ...all.flatMap((path, index) => [
      ['show', path],
      ['normalize', path, '--dry-run'],
      ['move', path, statuses[index % statuses.length] ?? '', '--reason', 'No longer needed', '--force', '--dry-run'],
    ]),
  ].map(caller(workspace, now));
}

/**
 * @param {readonly string[]} all
 * @returns {string[][]}
 */
function ofWholeWorkspace(all) {
  return [
    ['validate'],
    ['validate', '--format', 'json', '--branches'],
    ['validate', '--fail-on', 'warning', ...all.slice(0, 1)],
    ['fix', '--dry-run'],
    ['dashboard'],
    ...['--html', '--json', '--csv'].map((format) => ['dashboard', format, '--branches']),
    ...charts.map((chart) => ['dashboard', '--svg', chart]),
    ['dashboard', '--quarter', '2026-Q1'],
    ['metrics', '--branches'],
    ['metrics', '--records', '--quarter', '2026-Q1'],
    ...['2026-02', '2026-03', '2026-06'].map((month) => ['calendar', '--month', month]),
    ...['--ics', '--html', '--csv'].map((format) => ['calendar', '--month', '2026-03', format, '-']),
    ['policy', 'print'],
    ['baseline', 'write', '--dry-run'],
    ['archive', ...all, '--dry-run'],
    ['mentions', 'REQ-001'],
  ];
}

/**
 * What is called on one record. Not everything is on each: that would take minutes and find nothing more.
 * @param {string} path
 * @param {number} index its place among the records of its workspace
 * @returns {string[][]}
 */
function ofRecord(path, index) {
  const others = [
    ['notice', path],
    ['check-off', path, '1', '--dry-run'],
    ['add', 'plan', path, '--dry-run'],
    ['renumber', path, '--dry-run'],
    ['history', path, 'PROPOSED', 'Asked for review', '--date', '2026-02-20', '--dry-run'],
    ['notice', path, '--mailto'],
    ['check-off', path],
    ['add', 'impact-assessment', path, '--as', 'companion', '--dry-run'],
    ['split', path, 'Read the limit', 'Raise the limit', '--dry-run'],
    ['feedback', path, '# Why', 'not 30?', '--by', 'Dana Field', '--role', 'Security', '--back-to-draft', '--dry-run'],
    ['mentions', idOf(path)],
  ];
  const forced = ['IN_PROGRESS', 'COMPLETED', 'CANCELLED'][index % 3] ?? '';
  return [
    ['show', path],
    ['show', path, '--html'],
    ['show', path, '--svg', pictures[index % pictures.length] ?? ''],
    ['normalize', path, '--dry-run'],
    ...statuses.map((status) => ['move', path, status, '--dry-run']),
    [
      ...['move', path, forced, '--reason', 'No longer needed', '--branch', 'feat/limit', '--deployed', '2026-03-12'],
      ...['--force', '--dry-run'],
    ],
    ...others.filter((_, which) => (which + index) % 2 === 0),
  ];
}

/**
 * Calls that need no record.
 * @param {string} folder
 * @returns {Call[]}
 */
function callsInEmpty(folder) {
  const workspace = 'empty';
  mkdirSync(join(folder, workspace), { recursive: true });
  writeFileSync(join(folder, workspace, 'README.md'), '# Nothing\n');
  const names = [...readFileSync(join(root, 'docs/cli.md'), 'utf8').matchAll(/^## changegate (\S+)/gm)].map(
    ([, name = '']) => name,
  );
  const call = caller(workspace, seconds('2026-03-13'));
  return [
    ...[[], ['--help'], ['--nothing'], ['valdate'], ['rules'], ['policy', 'print']].map(call),
    ...['validate', 'dashboard', 'metrics', 'calendar'].map((name) => call([name])),
    ...names.map((name) => call([name, '--help'])),
    ...names.filter((name) => name !== 'init').map((name) => call([name, '--no-such-option'])),
    { ...call(['init', '--yes']), writes: true },
    { ...call(['new', 'change-request', '--title', 'Raise the limit']), writes: true },
  ];
}

/**
 * The texts that the processes come from, read as if they were records.
 * @param {string} folder
 * @returns {Call[]}
 */
function writeSeeds(folder) {
  const seeds = join(root, 'test/fixtures/seeds');
  const paths = readdirSync(seeds)
    .sort()
    .map((name, index) => {
      const path = `${requests}/CR-2026-02-09-00${String(index + 1)}.md`;
      place(join(folder, 'seeds', path), readFileSync(join(seeds, name), 'utf8'));
      return path;
    });
  const call = caller('seeds', seconds('2026-03-13'));
  return [...ofWholeWorkspace(paths), ...paths.flatMap((path, index) => ofRecord(path, index))].map(call);
}

/**
 * The examples of the rules' pages, each a workspace.
 * @param {string} folder
 * @returns {Call[]}
 */
function writeRulePages(folder) {
  const pages = join(root, 'docs/rules');
  const names = readdirSync(pages).filter((name) => /^CG\d+\.md$/.test(name));
  return names.sort().flatMap((name) =>
    examplesOf(readFileSync(join(pages, name), 'utf8')).flatMap(({ files, today }, index) => {
      const workspace = `${basename(name, '.md')}/${String(index + 1)}`;
      for (const [path, text] of files) place(join(folder, workspace, path), text);
      mkdirSync(join(folder, workspace, '.changegate'), { recursive: true });
      return [
        ['validate', '--format', 'json'],
        ['fix', '--dry-run'],
      ].map(caller(workspace, seconds(today)));
    }),
  );
}

/**
 * The examples of a page; those that need more than files in a folder are left out.
 * @param {string} page
 */
function examplesOf(page) {
  /** @type {{ files: Map<string, string>, today: string }[]} */
  const examples = [];
  let isOver = true;
  for (const [, info = '', text = '', other = ''] of page.matchAll(
    /^````markdown ([^\n]*)\n([^]*?)^````$|^(#+ |- line )/gm,
  )) {
    const said = new Map(info.split(/\s+/).map((word) => /** @type {[string, string]} */ (word.split('=', 2))));
    const file = said.get('file');
    const isSpecial = ['type', 'encoding', 'pad', 'branch'].some((key) => said.has(key));
    if (other || file === undefined || isSpecial) {
      isOver = true;
      continue;
    }
    const path = /^(?:\.changegate|docs)\//.test(file)
      ? file
      : `${/(?:^|\/)CHG/i.test(file) ? records : requests}/${file}`;
    if (isOver || examples.at(-1)?.files.has(path) === true)
      examples.push({ files: new Map(), today: said.get('today') ?? '2026-03-01' });
    examples.at(-1)?.files.set(path, text);
    isOver = false;
  }
  return examples;
}

/**
 * Changes one thing in each file of a workspace.
 * @param {string} folder
 * @param {string} name what the changes depend on
 */
function damage(folder, name) {
  const random = randomNumbers([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  for (const path of markdownIn(folder))
    writeFileSync(join(folder, path), mutate(readFileSync(join(folder, path), 'utf8'), random));
}

/**
 * The records of a workspace, without companions.
 * @param {string} folder
 */
function recordsIn(folder) {
  return markdownIn(folder).filter((path) => /^(?:CR|CHG)-[\d-]+\.md$/i.test(basename(path)));
}

/**
 * @param {string} folder
 * @returns {string[]} paths relative to it, in order
 */
function markdownIn(folder) {
  return [requests, records]
    .filter((each) => existsSync(join(folder, each)))
    .flatMap((each) =>
      readdirSync(join(folder, each), { recursive: true, encoding: 'utf8' }).map((name) => join(each, name)),
    )
    .filter((path) => path.endsWith('.md'))
    .map((path) => relative('.', path))
    .sort();
}

/**
 * @param {string} path
 * @param {string} text
 */
function place(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * @param {string} workspace
 * @param {number} now
 * @returns {(args: readonly string[]) => Call}
 */
function caller(workspace, now) {
  return (args) => ({ workspace, args, now });
}

/** @param {string} path */
function idOf(path) {
  return basename(path, '.md');
}

/** @param {string} day */
function seconds(day) {
  return Date.parse(`${day}T12:00:00Z`) / 1000;
}
