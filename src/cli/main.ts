import { printable } from '../core/report/printable';
import { closest } from '../core/text/similar';
import { addCommand } from './commands/add';
import { archiveCommand } from './commands/archive';
import { baselineCommand } from './commands/baseline';
import { calendarCommand } from './commands/calendar';
import { checkOffCommand } from './commands/checkOff';
import { UsageError, type Command, type Terminal } from './commands/command';
import { dashboardCommand } from './commands/dashboard';
import { fixCommand } from './commands/fix';
import { historyCommand } from './commands/history';
import { mentionsCommand } from './commands/mentions';
import { metricsCommand } from './commands/metrics';
import { moveCommand } from './commands/move';
import { initCommand } from './commands/init';
import { feedbackCommand } from './commands/feedback';
import { newCommand } from './commands/new';
import { normaliseCommand } from './commands/normalise';
import { noticeCommand } from './commands/notice';
import { policyCommand } from './commands/policy';
import { showCommand } from './commands/show';
import { splitCommand } from './commands/split';
import { renumberCommand } from './commands/renumber';
import { rulesCommand } from './commands/rules';
import { validateCommand } from './commands/validate';
import { threadArgument } from './worthThreads';

declare const CHANGEGATE_VERSION: string;

const commands: Readonly<Record<string, Command>> = {
  validate: validateCommand,
  new: newCommand,
  add: addCommand,
  init: initCommand,
  normalise: normaliseCommand,
  fix: fixCommand,
  move: moveCommand,
  history: historyCommand,
  'check-off': checkOffCommand,
  renumber: renumberCommand,
  split: splitCommand,
  archive: archiveCommand,
  mentions: mentionsCommand,
  baseline: baselineCommand,
  feedback: feedbackCommand,
  notice: noticeCommand,
  show: showCommand,
  dashboard: dashboardCommand,
  metrics: metricsCommand,
  calendar: calendarCommand,
  rules: rulesCommand,
  policy: policyCommand,
};

/** Runs the CLI. Never throws: whatever goes wrong is one sentence on stderr and exit code 2. */
async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = args;
  try {
    if (name === '' || name === 'help' || name === '--help' || name === '-h') {
      terminal.out(usage());
      return name === '' ? 2 : 0;
    }
    if (name === '--version' || name === '-v') {
      terminal.out(`${CHANGEGATE_VERSION}\n`);
      return 0;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) {
      const guess = closest(name, Object.keys(commands));
      throw new UsageError(`There is no command «${name}».${guess ? ` Did you mean ${guess}?` : ''}`);
    }
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
    terminal.err(`changegate: ${error instanceof Error ? error.message : String(error)}${hint}\n`);
    if (!isUsage && process.env['CHANGEGATE_DEBUG'] && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
    return 2;
  }
}

function usage(): string {
  const list = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return `changegate COMMAND [options]\n\n${list.join('\n')}\n\nchangegate COMMAND --help says more. --version prints the version.\n`;
}

// Whoever reads our output may stop reading: that is no failure of ours, and what was found stays found.
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
  const args = process.argv.slice(2);
  if (args[0] === threadArgument && (await (await import('./checkInThreads')).serveThread())) return;
  const code = await main(args, terminal);
  // A failure of the output, if there was one, is the graver one.
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}

void run();
