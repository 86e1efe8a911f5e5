// Runs many calls of one build of the command line in this process: node runCalls.mjs CLI FOLDER CALLS OUTPUTS
// A call is over when nothing is left to wait for. Only the clock is not the real one.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

const [cli = '', folder = '', callsFile = '', outputsFile = ''] = process.argv.slice(2);

/** @type {import('./workspaces.mjs').Call[]} */
const calls = JSON.parse(readFileSync(callsFile, 'utf8'));

/** @type {Record<string, string>} */
const outputs = {};

let now = 0;
const RealDate = Date;
globalThis.Date = /** @type {DateConstructor} */ (
  class extends RealDate {
    /** @param {any[]} args */
    constructor(...args) {
      if (args.length === 0) super(now);
      else super(.../** @type {[any]} */ (args));
    }
    /** @override */
    static now() {
      return now;
    }
  }
);

let out = '';
let err = '';
process.stdout.write = capture((text) => (out += text));
process.stderr.write = capture((text) => (err += text));
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error) => (err += `${event}: ${error instanceof Error ? error.message : String(error)}\n`));

/**
 * @param {(text: string) => void} keep
 * @returns {any}
 */
function capture(keep) {
  return (/** @type {string | Uint8Array} */ chunk, /** @type {unknown[]} */ ...rest) => {
    keep(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  };
}

const startCli = loader(readFileSync(cli, 'utf8'));
let next = 0;
/** @type {import('./workspaces.mjs').Call | undefined} */
let running;
/** @type {Map<string, string> | undefined} */
let before;

begin();
process.on('beforeExit', () => {
  if (running) finish(running);
  // Only what is waited for brings this event again.
  if (next < calls.length) setImmediate(begin);
  else if (running) writeFileSync(outputsFile, JSON.stringify(outputs));
  running = undefined;
});

function begin() {
  running = calls[next++];
  if (!running) return;
  const workspace = join(folder, running.workspace);
  process.chdir(workspace);
  process.argv = [process.execPath, cli, ...running.args];
  process.exitCode = undefined;
  process.env['SOURCE_DATE_EPOCH'] = String(running.now);
  now = running.now * 1000;
  out = '';
  err = '';
  before = running.writes ? textsOf(workspace) : undefined;
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
  startCli();
}

/** @param {import('./workspaces.mjs').Call} call */
function finish(call) {
  const workspace = join(folder, call.workspace);
  const parts = [`exit code ${String(process.exitCode ?? 0)}\n`, out];
  if (err) parts.push(`on stderr:\n${err}`);
  if (before) parts.push(...restore(workspace, before));
  outputs[`${call.workspace}: ${call.args.join(' ')}`] = parts.join('').replaceAll(workspace, '<workspace>');
  process.exitCode = undefined;
}

/**
 * The texts of a workspace by path, without git's own.
 * @param {string} workspace
 */
function textsOf(workspace) {
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes(`${workspace}/.git/`))
      .map((path) => [path, readFileSync(path, 'latin1')]),
  );
}

/**
 * What a call wrote; it is undone.
 * @param {string} workspace
 * @param {ReadonlyMap<string, string>} texts
 */
function* restore(workspace, texts) {
  const after = textsOf(workspace);
  for (const [path, text] of [...after].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const old = texts.get(path);
    if (old === text) continue;
    yield `wrote ${path}:\n${Buffer.from(text, 'latin1').toString('utf8')}`;
    if (old === undefined) rmSync(path);
    else writeFileSync(path, old, 'latin1');
  }
  for (const [path, text] of texts) {
    if (after.has(path)) continue;
    yield `removed ${path}\n`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, 'latin1');
  }
}

/**
 * How the command line is started again: a CommonJS file is compiled once and run again; of an ES module the entry is,
 * with the chunks that it imports kept.
 * @param {string} text
 * @returns {() => void}
 */
function loader(text) {
  if (/^(?:import|export)\b/m.test(text)) {
    let started = 0;
    return () => void import(`${pathToFileURL(cli).href}?${String(started++)}`);
  }
  const source = `(function (exports, require, module, __filename, __dirname) {${text.replace(/^#!.*/, '')}\n})`;
  const run = new Script(source, { filename: cli }).runInThisContext();
  const require = createRequire(cli);
  return () => {
    const module = { exports: {} };
    run(module.exports, require, module, cli, dirname(cli));
  };
}
