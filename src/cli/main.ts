#!/usr/bin/env node
import { printable } from '../core/text/printable';
import { closest } from '../core/text/similar';
import { RefusedError, UsageError, type Command, type Terminal } from './commands/command';
import { keepCompiledCode } from './compileCache';

declare const CHANGEGATE_VERSION: string;

/** The commands in the order in which they are listed. Each is loaded when it is called: most calls need one. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  validate: async () => (await import('./commands/validate')).validateCommand,
  new: async () => (await import('./commands/new')).newCommand,
  add: async () => (await import('./commands/add')).addCommand,
  init: async () => (await import('./commands/init')).initCommand,
  normalize: async () => (await import('./commands/normalize')).normalizeCommand,
  fix: async () => (await import('./commands/fix')).fixCommand,
  move: async () => (await import('./commands/move')).moveCommand,
  history: async () => (await import('./commands/history')).historyCommand,
  'check-off': async () => (await import('./commands/checkOff')).checkOffCommand,
  renumber: async () => (await import('./commands/renumber')).renumberCommand,
  split: async () => (await import('./commands/split')).splitCommand,
  archive: async () => (await import('./commands/archive')).archiveCommand,
  mentions: async () => (await import('./commands/mentions')).mentionsCommand,
  baseline: async () => (await import('./commands/baseline')).baselineCommand,
  feedback: async () => (await import('./commands/feedback')).feedbackCommand,
  notice: async () => (await import('./commands/notice')).noticeCommand,
  show: async () => (await import('./commands/show')).showCommand,
  dashboard: async () => (await import('./commands/dashboard')).dashboardCommand,
  metrics: async () => (await import('./commands/metrics')).metricsCommand,
  calendar: async () => (await import('./commands/calendar')).calendarCommand,
  rules: async () => (await import('./commands/rules')).rulesCommand,
  policy: async () => (await import('./commands/policy')).policyCommand,
};

/** Runs the CLI. Never throws: whatever goes wrong is one sentence on stderr and exit code 2. */
async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = args;
  try {
    if (name === '' || name === 'help' || name === '--help' || name === '-h') {
      terminal.out(await usage());
      return name === '' ? 2 : 0;
    }
    if (name === '--version' || name === '-v') {
      terminal.out(`${CHANGEGATE_VERSION}\n`);
      return 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) {
      const guess = closest(name, Object.keys(commands));
      throw new UsageError(`There is no command "${name}".${guess ? ` Did you mean ${guess}?` : ''}`);
    }
    const command = await load();
    if (rest.includes('--help') || rest.includes('-h')) {
      terminal.out(command.help);
      return 0;
    }
    return await command.run(rest, terminal);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const hint = isUsage
      ? `\n${Object.hasOwn(commands, name) ? `changegate ${name} --help` : 'changegate --help'} says more.`
      : '';
    terminal.err(`changegate: ${sentenceOf(error)}${hint}\n`);
    const isSaid = isUsage || error instanceof RefusedError;
    if (!isSaid && process.env['CHANGEGATE_DEBUG'] && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
    return 2;
  }
}

/** One sentence about an error. Chunk names contain a hash, so files of different builds show up as a missing module. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isMissing = 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  return isMissing
    ? 'Part of the installation is missing or belongs to another version. Reinstall Changegate.'
    : error.message;
}

async function usage(): Promise<string> {
  const list: string[] = [];
  for (const [name, load] of Object.entries(commands)) list.push(`  ${name.padEnd(10)} ${(await load()).summary}`);
  return `changegate COMMAND [options]\n\n${list.join('\n')}\n\nchangegate COMMAND --help says more. --version prints the version.\n`;
}

// Anyone who reads our output may stop reading: that is no failure of ours, and what was found stays found.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 2;
  });

const noColor = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
const terminal: Terminal = {
  folder: process.cwd(),
  color: process.stdout.isTTY && !noColor,
  out: (text) => process.stdout.write(text),
  // Names of files may hold anything.
  err: (text) => process.stderr.write(text.split('\n').map(printable).join('\n')),
};

async function run(): Promise<void> {
  keepCompiledCode();
  const code = await main(process.argv.slice(2), terminal);
  // A failure of the output, if there was one, is the graver one.
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}

void run();
