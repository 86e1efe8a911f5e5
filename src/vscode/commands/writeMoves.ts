import type * as vscode from 'vscode';
import type { Change } from '../../core/change/change';
import { nameOf } from '../../core/change/documentEdits';
import { transition, type TransitionFacts } from '../../core/actions/transition';
import type { MoveFacts } from '../../core/lifecycle/moveGuards';
import { todayIn } from '../../core/lifecycle/today';
import { dateOfInstant } from '../../core/text/calendarDate';
import { applyLatest } from '../applyLatest';
import type { Services } from './command';
import type { OpenGuard } from './moveDialogs';
import type { Target } from './target';

/** What moves came to. `reasons` say what stood in the way, one sentence each. */
export interface MoveOutcome {
  readonly moved: readonly vscode.Uri[];
  readonly reasons: readonly string[];
}

/** The moves of some records as they read now. */
export interface TriedMoves {
  readonly changes: readonly { readonly target: Target; readonly change: Change }[];
  readonly guards: readonly OpenGuard[];
  /** What cannot be moved at all, one sentence each. */
  readonly illegal: readonly string[];
}

/** Works out the moves of some records to a status, as they read at this moment; nothing is written. */
export async function tryMoves(
  { governance }: Services,
  targets: readonly Target[],
  to: string,
  said: MoveFacts,
  insist: boolean,
): Promise<TriedMoves> {
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
export async function writeMoves(
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
      const tried = await tryMoves(services, own, to, said, insist);
      open = [...tried.illegal, ...tried.guards.map(({ name, guard }) => `${name}: ${guard.message}`)];
      changed = tried.changes.map(({ target }) => target);
      return open.length > 0 || changed.length === 0 ? undefined : joined(tried, to);
    };
    try {
      const isWritten = await applyLatest(folder, workOut);
      reasons.push(...open);
      if (isWritten) moved.push(...changed.map(({ path }) => folder.uriOf(path)));
    } catch (error) {
      // Anyone who hears of it takes it for all of them, so the message also says where another folder was written.
      if (moved.length === 0) throw error;
      services.log.error(error instanceof Error ? error : String(error));
      const reason = error instanceof Error ? error.message : String(error);
      reasons.push(`Nothing was moved in ${folder.folder.name}: ${reason}`);
    }
  }
  return { moved, reasons };
}

/** Several moves as one change; only that of a single record has a place where its writer goes on. */
function joined({ changes }: TriedMoves, to: string): Change {
  const [first, ...others] = changes;
  if (first && others.length === 0) return first.change;
  return {
    title: `Move ${String(changes.length)} records to ${to}`,
    steps: changes.flatMap(({ change }) => change.steps),
  };
}
