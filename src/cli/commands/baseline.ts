import { entriesOfNow, entriesThatApply } from '../../core/actions/updateBaseline';
import { defaultBaselinePath, type Baseline, type BaselineEntry } from '../../core/findings/baseline';
import { loadBaseline } from '../../core/findings/readBaseline';
import { baselineText } from '../../core/findings/writeBaseline';
import type { Workspace } from '../../core/ports';
import { printableDiff } from '../../core/text/printable';
import { unifiedDiff } from '../../core/text/unifiedDiff';
import { counted } from '../../core/text/counted';
import { UsageError, type Command, type Terminal } from './command';
import { openGovernance } from './governance';
import { oneOf, readOptions } from './options';
import { pathInside } from './pathInside';

const help = `changegate baseline write|prune [--file FILE] [--dry-run] [--root DIR]

Keeps what was there already silent, so that what is new is heard: "changegate validate --baseline" and, if the policy
says "baseline: FILE", every check.

  write       writes the file again: one entry for everything that is found now
  prune       takes out what applies no more, and adds nothing
  --file      default: the one of the policy, else ${defaultBaselinePath}
  --dry-run   print what would change, write nothing

Exit codes: 0 done, 2 failed.
`;

export const baselineCommand: Command = {
  summary: 'Write or prune the baseline of known findings',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      file: { type: 'string' },
      'dry-run': { type: 'boolean' },
      root: { type: 'string' },
    });
    const [wanted, ...more] = positionals;
    if (wanted === undefined || more.length > 0) throw new UsageError('Expected one of write and prune.');
    const verb = oneOf('verb', wanted, ['write', 'prune']);
    const governance = await openGovernance(terminal, values.root);
    const { workspace, policy, root } = governance;
    const path =
      values.file === undefined
        ? (policy.baseline ?? defaultBaselinePath)
        : pathInside(root, values.file, terminal.folder);
    if (!path.endsWith('.json')) throw new UsageError(`--file is "${path}"; the name of a baseline ends with .json.`);
    const isThere = (await workspace.read(path, 0)) !== undefined;
    // What is there and is no baseline is never overwritten.
    const before = isThere || verb === 'prune' ? await loadBaseline(workspace, path) : undefined;
    const entries =
      before && verb === 'prune' ? await entriesThatApply(before, governance) : await entriesOfNow(governance);
    await put({ path, before, entries }, workspace, terminal, values['dry-run'] === true);
    return 0;
  },
};

interface NewBaseline {
  readonly path: string;
  readonly before: Baseline | undefined;
  readonly entries: readonly BaselineEntry[];
}

async function put(
  { path, before, entries }: NewBaseline,
  workspace: Workspace,
  terminal: Terminal,
  dryRun: boolean,
): Promise<void> {
  const text = baselineText(entries);
  if (dryRun) {
    terminal.out(printableDiff(unifiedDiff(path, before?.text, text)));
    return;
  }
  if (!before) await workspace.create(path, text);
  else if (before.text !== text) await workspace.replace(path, before.text, text);
  const total = count(entries);
  const gone = before ? Math.max(0, count(before.entries) - total) : 0;
  terminal.out(`${path}: ${counted(total, 'finding')}${gone > 0 ? `, ${String(gone)} fewer than before` : ''}.\n`);
}

function count(entries: readonly BaselineEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.count, 0);
}
