import { lstatSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { validate } from '../../core/actions/validate';
import { defaultBaselinePath } from '../../core/findings/baseline';
import { severities } from '../../core/findings/finding';
import { jsonReport } from '../../core/present/report/jsonReport';
import { textReport } from '../../core/present/report/textReport';
import { reportedFiles, type PackedReport } from '../../core/actions/validateReport';
import { NodeWorkspace } from '../../node/nodeWorkspace';
import { systemClock } from '../../node/systemClock';
import { errorLogger } from '../errorLogger';
import { worthThreads } from '../worthThreads';
import { UsageError, type Command, type Terminal } from './command';
import { oneOf, readOptions } from './options';
import { pathInside } from './pathInside';
import { findRoot } from './root';

const help = `changegate validate [paths] [--format text|json] [--severity LEAST] [--fail-on error|warning]
                   [--baseline [FILE]] [--branches] [--root DIR]

Checks the change records of a workspace, or those at the paths that are named. The findings are
those of the editor, except hints, which are about form alone: --severity hint shows them too.

  paths            files or folders; without them all configured folders with their subfolders
  --format         text (default) or json
  --severity       the least grave findings to show: error, warning, information (default) or hint
  --fail-on        error (default): warnings are no failure; warning: they are one
  --baseline       what is in the baseline stays silent; FILE ends with .json, default: the one of the policy,
                   else ${defaultBaselinePath}
  --branches       holds the records against those of other branches as well: numbers that were given
                   twice, files that are claimed twice
  --root           the folder of the workspace; default: the nearest one above with .changegate or .git

Exit codes: 0 clean, 1 findings, 2 failed (a wrong call, an unreadable policy or baseline, nothing found to\ncheck, a fault).
`;

export const validateCommand: Command = {
  summary: 'Check change records',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(withBaselineFile(args), {
      baseline: { type: 'string' },
      branches: { type: 'boolean' },
      format: { type: 'string' },
      'fail-on': { type: 'string' },
      root: { type: 'string' },
      severity: { type: 'string' },
    });
    const format = oneOf('format', values.format ?? 'text', ['text', 'json']);
    const failOn = oneOf('fail-on', values['fail-on'] ?? 'error', ['error', 'warning']);
    const least = oneOf('severity', values.severity ?? 'information', [...severities].reverse());
    if (least === 'error' && failOn === 'warning')
      throw new UsageError('--severity error leaves out the warnings that --fail-on warning is about.');
    const root = findRoot(terminal.folder, values.root);
    const paths = positionals.length > 0 ? positionals.map((path) => insideOf(root, path, terminal.folder)) : undefined;
    const faults: string[] = [];
    const logger = errorLogger((message) => faults.push(message));
    const file = values.baseline;
    const baseline =
      file === undefined ? undefined : { path: file === '' ? undefined : pathInside(root, file, terminal.folder) };
    const workspace = new NodeWorkspace(root);
    const services = { workspace, clock: systemClock, logger, baseline, isForReport: true, least };
    // Most calls ask git nothing, and need not load it.
    const branches = values.branches === true ? new (await import('../../node/nodeGit')).NodeGit(root) : undefined;
    const result = await validate(
      {
        ...services,
        branches,
        checkElsewhere: async (records, others) => {
          if (!worthThreads(records.length)) return undefined;
          const { checkInThreads } = await import('../checkInThreads');
          return checkInThreads(root, records, others, services, (message) => faults.push(message));
        },
      },
      paths,
    );
    if (result.kind === 'nothing-to-check') {
      terminal.err(
        `Nothing found to check in ${result.places.map((place) => (place === '' ? '.' : place)).join(', ')}.\n`,
      );
      return 2;
    }
    print(result.report, format, terminal);
    if (result.kind === 'unreadable-policy') {
      terminal.err('The policy cannot be read; nothing was checked.\n');
      return 2;
    }
    for (const path of result.without) terminal.err(`${path === '' ? '.' : path} holds no change record.\n`);
    if (faults.length > 0) {
      terminal.err(`${faults.join('\n')}\nThis is a fault of Changegate; not everything was checked.\n`);
      return 2;
    }
    const { errors, warnings } = result.report.summary;
    return errors > 0 || (failOn === 'warning' && warnings > 0) ? 1 : 0;
  },
};

/** `--baseline` may stand alone: what follows it is its file only if it is named like one. */
function withBaselineFile(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    const isAlone = arg === '--baseline' && args[index + 1]?.endsWith('.json') !== true;
    return isAlone ? ['--baseline='] : [arg];
  });
}

/** How much of a report is gathered before it is written, in UTF-16 code units. */
const chunk = 64 * 1024;

function print(packed: PackedReport, format: 'text' | 'json', terminal: Terminal): void {
  const report = { files: reportedFiles(packed), summary: packed.summary };
  let text = '';
  for (const part of format === 'json' ? jsonReport(report) : textReport(report, { color: terminal.color })) {
    text += part;
    if (text.length < chunk) continue;
    terminal.out(text);
    text = '';
  }
  terminal.out(text);
}

/** A path as the workspace counts it. @throws UsageError for one that is not there or lies outside. */
function insideOf(root: string, path: string, folder: string): string {
  const absolute = resolve(folder, path);
  if (!isThere(absolute)) throw new UsageError(`There is no ${path}.`);
  const inside = relative(root, realpathOfFolder(absolute));
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    throw new UsageError(`${path} lies outside of the workspace ${root}.`);
  return inside.split(sep).join('/');
}

/** Whether something has this name; a link that leads nowhere has it. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The real path of the folder that a path lies in, so that a link to a record stays a link. */
function realpathOfFolder(path: string): string {
  const at = path.lastIndexOf(sep);
  return at <= 0 ? path : resolve(realpathSync(path.slice(0, at) || sep), path.slice(at + 1));
}
