import * as vscode from 'vscode';
import { branchName } from '../../core/actions/branchName';
import type { Change } from '../../core/actions/change';
import { nameOf } from '../../core/actions/documentEdits';
import { transition, type TransitionFacts } from '../../core/actions/transition';
import type { Guard, MoveFacts } from '../../core/lifecycle/moveGuards';
import { moveTo } from '../../core/lifecycle/moves';
import { todayIn } from '../../core/lifecycle/today';
import type { StatusDefinition } from '../../core/process/processDefinition';
import { dateOfInstant, readDate } from '../../core/record/calendarDate';
import type { ChangeRecord } from '../../core/record/record';
import { LineIndex } from '../../core/text/lineIndex';
import { applyLatest } from '../applyLatest';
import { toRange } from '../convert';
import type { Command, Services } from './command';
import { branchesOf } from './gitExtension';
import { askDeployed, askReason, pickBranch, pickDone, pickGuard, pickTarget, type OpenGuard } from './moveDialogs';
import { recordsFor, type Target } from './target';

/** What the command may be told instead of asking: then nothing is asked at all. */
export interface MoveRequest {
  readonly to: string;
  readonly reason?: string;
  readonly branch?: string;
  /** `YYYY-MM-DD`, with a time in UTC where it matters. */
  readonly deployed?: string;
  readonly insist?: boolean;
  /** Everything but the status is asked for, as where it is picked by hand. */
  readonly ask?: boolean;
}

/** What the command came to. `reasons` say what stood in the way, one sentence each. */
export interface MoveOutcome {
  readonly moved: readonly vscode.Uri[];
  readonly reasons: readonly string[];
}

export const moveRecord: Command = {
  id: 'changegate.moveRecord',
  async execute(services, node, nodes, request): Promise<MoveOutcome | undefined> {
    const targets = await recordsFor(services, node, nodes, 'Move which record?');
    if (targets.length === 0) return undefined;
    try {
      if (!isRequest(request)) return await moveByHand(services, targets);
      return request.ask === true
        ? await moveByHand(services, targets, request.to)
        : await moveAsTold(services, targets, request);
    } catch (error) {
      services.log.error(error instanceof Error ? error : String(error));
      const reason = error instanceof Error ? error.message : '';
      void vscode.window.showErrorMessage(`Nothing was moved. ${reason}`);
      return { moved: [], reasons: [reason] };
    }
  },
};

function isRequest(value: unknown): value is MoveRequest {
  return typeof value === 'object' && value !== null && 'to' in value && typeof value.to === 'string';
}

async function moveAsTold(
  services: Services,
  targets: readonly Target[],
  { to, reason, branch, deployed, insist }: MoveRequest,
): Promise<MoveOutcome> {
  const read = deployed === undefined ? undefined : readDate(deployed.trim());
  const said = { reason, branch, deployed: read?.kind === 'date' ? read.date : undefined };
  return write(services, targets, to, said, insist === true);
}

/** Asks for the status, unless it is known, for what belongs to it, and what to do about what is missing. */
async function moveByHand(
  services: Services,
  targets: readonly Target[],
  given?: string,
): Promise<MoveOutcome | undefined> {
  const all = await readAll(targets);
  const [first] = all;
  if (!first) return undefined;
  const several = all.length > 1;
  const name = several ? `${String(all.length)} records` : nameOf(first.record);
  const picked = given === undefined ? undefined : first.record.process.status(given);
  const refused = picked && moveTo(first.record, picked);
  if (refused?.kind === 'illegal') {
    void vscode.window.showWarningMessage(refused.reason);
    return { moved: [], reasons: [refused.reason] };
  }
  const status =
    picked ??
    (await pickTarget(
      `Move ${name}`,
      all.map(({ record }) => record),
      (record, target) => guardsBefore(services, record, target),
    ));
  if (!status) return undefined;
  const to = status.id;
  const movable = all.filter(({ record }) => moveIn(record, to)?.kind === 'legal');
  const movableTargets = movable.map(({ target }) => target);
  const title = `Move ${several ? `${String(movable.length)} records` : name} to ${to}`;

  const before = movable.flatMap(({ record }) => {
    const target = record.process.status(to);
    const guards = target ? guardsBefore(services, record, target) : [];
    return guards.map((guard) => ({ name: nameOf(record), guard }));
  });
  if (!(await settle(movableTargets, title, before, several))) return undefined;
  const answers = await ask(services, movable, status, title);
  if (!answers) return undefined;
  // What was left open before the questions is not asked for again.
  const known = new Set(before.map(({ guard }) => guard.message));
  const { guards } = await tryMove(services, movableTargets, to, answers.said, false);
  const after = guards.filter(({ guard }) => !known.has(guard.message));
  if (!(await settle(movableTargets, title, after, several))) return undefined;
  const { changes } = await tryMove(services, movableTargets, to, answers.said, true);
  if (changes.length === movable.length) await answers.prepare?.();
  const outcome = await write(services, movableTargets, to, answers.said, true);
  if (outcome.reasons.length > 0) void vscode.window.showWarningMessage(outcome.reasons.join(' '));
  else vscode.window.setStatusBarMessage(`${nameOfMoved(movable)} moved to ${to}`, 5000);
  return outcome;
}

function nameOfMoved(moved: readonly ReadTarget[]): string {
  const [only, ...others] = moved;
  return only && others.length === 0 ? nameOf(only.record) : `${String(moved.length)} records`;
}

/** The guards that no question of the command settles. */
function guardsBefore({ governance }: Services, record: ChangeRecord, target: StatusDefinition): readonly Guard[] {
  const asked: MoveFacts = {
    reason: 'asked',
    deployed: record.answer('deployed')?.filled === true ? undefined : dateOfInstant(governance.clock.now()),
    branch: record.answer('branch')?.filled === true ? undefined : 'asked',
  };
  const move = moveTo(record, target, asked);
  return move.kind === 'legal' ? move.guards.filter(({ kind }) => kind !== 'steps') : [];
}

/** Shows what is missing, if anything is. True if the move goes on. */
async function settle(
  targets: readonly Target[],
  title: string,
  guards: readonly OpenGuard[],
  several: boolean,
): Promise<boolean> {
  if (guards.length === 0) return true;
  const choice = await pickGuard(title, guards, several);
  if (choice.kind === 'go') await show(targets, choice.guard);
  return choice.kind === 'insist';
}

async function show(targets: readonly Target[], { place: { document, span } }: Guard): Promise<void> {
  const owner = targets.find(
    ({ path, record }) => path === document.path || record.summary.companions.includes(document.path),
  );
  if (!owner) return;
  const selection = toRange(LineIndex.of(document.text).rangeOf(span));
  await vscode.window.showTextDocument(owner.folder.uriOf(document.path), { selection });
}

/** What a person says with a move, and what is done before it is written. */
interface Said {
  readonly said: MoveFacts;
  readonly prepare?: () => Promise<void>;
}

/** Asks what belongs to the status. Undefined if a question was left. */
async function ask(
  { governance, log }: Services,
  moved: readonly ReadTarget[],
  target: StatusDefinition,
  title: string,
): Promise<Said | undefined> {
  const records = moved.map(({ record }) => record);
  let said: MoveFacts = {};
  let prepare: (() => Promise<void>) | undefined;
  const guards = records.flatMap((record) => {
    const move = moveIn(record, target.id);
    return move?.kind === 'legal' ? move.guards : [];
  });
  if (guards.some(({ kind }) => kind === 'reason')) {
    const reason = await askReason(title);
    if (reason === undefined) return undefined;
    said = { ...said, reason };
  }
  const writes = (from: 'branch' | 'deployed'): boolean =>
    (target.entry?.answers ?? []).some(
      (each) => each.from === from && records.some((record) => isOpen(record, each.field)),
    );
  const [only, ...others] = records;
  // A branch is one record's own.
  if (only && others.length === 0 && writes('branch')) {
    const folder = moved[0]?.target.folder.folder.uri;
    const branches = folder && (await branchesOf(folder));
    const branch = await pickBranch(title, branchName(only), branches);
    if (!branch) return undefined;
    const { name, create } = branch;
    if (name !== undefined) said = { ...said, branch: name };
    if (create && name !== undefined && branches) {
      prepare = async () => {
        log.info(`Creating the branch ${name}.`);
        await branches.create(name);
      };
    }
  }
  if (writes('deployed')) {
    const deployed = await askDeployed(title, dateOfInstant(governance.clock.now()));
    if (deployed === undefined) return undefined;
    if (deployed !== 'open') said = { ...said, deployed };
  }
  if (only && others.length === 0 && target.entry?.checklist !== undefined) {
    const done = await pickDone(title, only, target);
    if (!done) return undefined;
    said = { ...said, ...done };
  }
  return { said, ...(prepare ? { prepare } : {}) };
}

function isOpen(record: ChangeRecord, key: string): boolean {
  return record.process.field(key) !== undefined && record.answer(key)?.filled !== true;
}

function moveIn(record: ChangeRecord, id: string): ReturnType<typeof moveTo> | undefined {
  const status = record.process.status(id);
  return status && moveTo(record, status);
}

/** The moves of some records as they read now. */
interface Tried {
  readonly changes: readonly { readonly target: Target; readonly change: Change }[];
  readonly guards: readonly OpenGuard[];
  /** What cannot be moved at all, one sentence each. */
  readonly illegal: readonly string[];
}

async function tryMove(
  { governance }: Services,
  targets: readonly Target[],
  to: string,
  said: MoveFacts,
  insist: boolean,
): Promise<Tried> {
  const changes: { target: Target; change: Change }[] = [];
  const guards: OpenGuard[] = [];
  const illegal: string[] = [];
  const now = governance.clock.now();
  for (const target of targets) {
    const record = await target.folder.readRecord(target.path);
    if (!record) {
      illegal.push(`${target.path} cannot be read.`);
      continue;
    }
    const name = nameOf(record);
    const status = record.process.status(to);
    if (!status) {
      illegal.push(`${name}: there is no status ${to}.`);
      continue;
    }
    const facts: TransitionFacts = {
      ...said,
      now: dateOfInstant(now),
      today: todayIn(target.folder.policy.zone, now),
      insist,
    };
    const result = transition(record, status, facts);
    if (result.kind === 'change') changes.push({ target, change: result.change });
    else if (result.kind === 'illegal') illegal.push(`${name}: ${result.reason}`);
    else guards.push(...result.guards.map((guard) => ({ name, guard })));
  }
  return { changes, guards, illegal };
}

/**
 * Writes the moves, the records of one folder as one step that one undo takes back, all of them or none. What was typed
 * in the meantime is read again, and stays.
 */
async function write(
  services: Services,
  targets: readonly Target[],
  to: string,
  said: MoveFacts,
  insist: boolean,
): Promise<MoveOutcome> {
  const moved: vscode.Uri[] = [];
  const reasons: string[] = [];
  for (const folder of new Set(targets.map((target) => target.folder))) {
    const own = targets.filter((target) => target.folder === folder);
    let open: readonly string[] = [];
    let changed: readonly Target[] = [];
    const workOut = async (): Promise<Change | undefined> => {
      const tried = await tryMove(services, own, to, said, insist);
      open = [...tried.illegal, ...tried.guards.map(({ name, guard }) => `${name}: ${guard.message}`)];
      changed = tried.changes.map(({ target }) => target);
      return open.length > 0 || changed.length === 0 ? undefined : joined(tried, to);
    };
    try {
      const isWritten = await applyLatest(folder, workOut);
      reasons.push(...open);
      if (isWritten) moved.push(...changed.map(({ path }) => folder.uriOf(path)));
    } catch (error) {
      // Whoever hears of it takes it for all of them, so where another folder was written it is told beside that.
      if (moved.length === 0) throw error;
      services.log.error(error instanceof Error ? error : String(error));
      const reason = error instanceof Error ? error.message : String(error);
      reasons.push(`Nothing was moved in ${folder.folder.name}: ${reason}`);
    }
  }
  return { moved, reasons };
}

/** Several moves as one change; only that of a single record has a place where its writer goes on. */
function joined({ changes }: Tried, to: string): Change {
  const [first, ...others] = changes;
  if (first && others.length === 0) return first.change;
  return {
    title: `Move ${String(changes.length)} records to ${to}`,
    steps: changes.flatMap(({ change }) => change.steps),
  };
}

/** A record as it reads now, and where it is. */
interface ReadTarget {
  readonly target: Target;
  readonly record: ChangeRecord;
}

async function readAll(targets: readonly Target[]): Promise<readonly ReadTarget[]> {
  const all: ReadTarget[] = [];
  for (const target of targets) {
    const record = await target.folder.readRecord(target.path);
    if (record) all.push({ target, record });
  }
  return all;
}
