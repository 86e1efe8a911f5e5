import { isAbsolute, relative, resolve, sep } from 'node:path';
import { applyChange } from '../../core/change/applyChange';
import type { Change } from '../../core/change/change';
import { loadPolicy } from '../../core/actions/validate';
import { markdownExtension } from '../../core/record/identifyFile';
import { RecordIndex, type RecordPaths } from '../../core/workspace/index/recordIndex';
import type { Policy } from '../../core/workspace/policy/policy';
import type { Clock, Git, Identity } from '../../core/ports';
import { loadProcesses } from '../../core/workspace/loadProcesses';
import type { Process } from '../../core/process/process';
import type { ChangeRecord } from '../../core/record/record';
import { printableDiff } from '../../core/text/printable';
import { closest } from '../../core/text/similar';
import { GitIdentity } from '../../node/gitIdentity';
import { NodeGit } from '../../node/nodeGit';
import { NodeWorkspace } from '../../node/nodeWorkspace';
import { systemClock } from '../../node/systemClock';
import { RefusedError, type Terminal } from './command';
import { findRoot } from './root';

/** A workspace as the commands that change records work with it. */
export interface OpenGovernance {
  readonly root: string;
  readonly workspace: NodeWorkspace;
  readonly policy: Policy;
  readonly processes: readonly Process[];
  /** Knows which records there are; they are read one by one, by its `record`. */
  readonly index: RecordIndex;
  /** The records that were found. */
  readonly records: readonly RecordPaths[];
  readonly git: Git;
  readonly identity: Identity;
  readonly clock: Clock;
}

/** Opens the workspace that a command was called in. @throws RefusedError where the policy cannot be read. */
export async function openGovernance(terminal: Terminal, namedRoot: string | undefined): Promise<OpenGovernance> {
  const root = findRoot(terminal.folder, namedRoot);
  const workspace = new NodeWorkspace(root);
  const { policy, isReadable, findings } = await loadPolicy(workspace);
  if (!isReadable) throw new RefusedError(`${findings[0]?.message ?? ''} The policy cannot be read.`.trim());
  const processes = await loadProcesses(workspace, policy);
  const index = new RecordIndex({ workspace, processes, clock: systemClock });
  const records = await index.list(policy);
  return {
    root,
    workspace,
    policy,
    processes,
    index,
    records,
    git: new NodeGit(root),
    identity: new GitIdentity(root),
    clock: systemClock,
  };
}

/** The record that is meant by its ID (in any case) or by the path of its file. @throws RefusedError if there is none. */
export async function recordNamed(
  { index, records, root }: OpenGovernance,
  terminal: Terminal,
  name: string,
): Promise<ChangeRecord> {
  const path =
    pathNamed(records, name) ??
    pathNamed(records, insideOf(root, resolve(terminal.folder, name))) ??
    pathEndingWith(records, name);
  if (path === undefined) {
    const guess = closest(
      name.toUpperCase(),
      records.map(({ path: each, id }) => id ?? nameOf(each)),
    );
    throw new RefusedError(`There is no record "${name}".${guess === undefined ? '' : ` Did you mean ${guess}?`}`);
  }
  const record = await index.record(path);
  if (!record) throw new RefusedError(`${path} cannot be read as a change record; "changegate validate" says why.`);
  return record;
}

function pathNamed(records: readonly RecordPaths[], name: string): string | undefined {
  const owner = records.find(({ path, companions }) => path === name || companions.includes(name));
  if (owner) return owner.path;
  const wanted = name.toUpperCase();
  const named = records.filter(({ path }) => nameOf(path) === wanted);
  // An ID may have words behind it in the name of its file.
  const same = named.length > 0 ? named : records.filter(({ id }) => id === wanted);
  if (same.length > 1)
    throw new RefusedError(`${name} is the name of ${same.map(({ path }) => path).join(' and ')}; name one of them.`);
  return same[0]?.path;
}

/** The record of the only path that ends with what was said: `_archive/CR-2026-01-12-001`. */
function pathEndingWith(records: readonly RecordPaths[], name: string): string | undefined {
  const end = `/${name.replace(/\\/g, '/').replace(/^\.?\/+/, '')}`.replace(markdownExtension, '').toLowerCase();
  const ends = (path: string): boolean => path.toLowerCase().replace(markdownExtension, '').endsWith(end);
  const owners = records.filter(({ path, companions }) => [path, ...companions].some(ends));
  if (owners.length > 1)
    throw new RefusedError(`${name} is the end of ${owners.map(({ path }) => path).join(' and ')}; name one of them.`);
  return owners[0]?.path;
}

/** A path as the workspace counts it; what lies outside has no name there. */
function insideOf(root: string, absolute: string): string {
  const inside = relative(root, absolute);
  return isAbsolute(inside) ? '' : inside.split(sep).join('/');
}

function nameOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(markdownExtension, '')
    .toUpperCase();
}

/** Does what a change says; with `dryRun` it is only shown, as a unified diff. */
export async function perform(
  { workspace }: Pick<OpenGovernance, 'workspace'>,
  change: Change,
  terminal: Terminal,
  dryRun: boolean,
): Promise<void> {
  if (!dryRun) {
    await applyChange(change, workspace);
    terminal.out(`${change.title}\n`);
    return;
  }
  const { changeDiff } = await import('../../core/present/report/changeDiff');
  terminal.out(printableDiff(changeDiff(change)));
}
