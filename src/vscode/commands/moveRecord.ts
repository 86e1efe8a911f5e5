import { keys } from '../../core/process/fieldKeys';
import * as vscode from 'vscode';
import { nameOf } from '../../core/change/documentEdits';
import { missingCount } from '../../core/lifecycle/missingAnswers';
import { missingBefore, type Guard, type MoveFacts } from '../../core/lifecycle/moveGuards';
import { moveTo } from '../../core/lifecycle/moves';
import type { StatusDefinition } from '../../core/process/processDefinition';
import { dateOfInstant, readDate } from '../../core/text/calendarDate';
import type { ChangeRecord } from '../../core/record/record';
import { LineIndex } from '../../core/text/lineIndex';
import { toRange } from '../convert';
import { askForMove, moveIn } from './askForMove';
import type { Command, Services } from './command';
import { pickGuard, pickTarget, type OpenGuard } from './moveDialogs';
import { readTargets, recordsFor, type ReadTarget, type Target } from './target';
import { tryMoves, writeMoves, type MoveOutcome } from './writeMoves';

/** What the command may be given instead of asking: then nothing is asked at all. */
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

export const moveRecord: Command = {
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
  return writeMoves(services, targets, to, said, insist === true);
}

/** Asks for the status, unless it is known, for what belongs to it, and what to do about what is missing. */
async function moveByHand(
  services: Services,
  targets: readonly Target[],
  given?: string,
): Promise<MoveOutcome | undefined> {
  const all = await readTargets(targets);
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
  if (!(await settle(movableTargets, title, before, countBefore(services, movable, to)))) return undefined;
  const answers = await askForMove(services, movable, status, title);
  if (!answers) return undefined;
  // What was left open before the questions is not asked for again.
  const known = new Set(before.map(({ guard }) => guard.message));
  const { guards } = await tryMoves(services, movableTargets, to, answers.said, false);
  const after = guards.filter(({ guard }) => !known.has(guard.message));
  if (!(await settle(movableTargets, title, after))) return undefined;
  const { changes } = await tryMoves(services, movableTargets, to, answers.said, true);
  if (changes.length === movable.length) await answers.prepare?.();
  const outcome = await writeMoves(services, movableTargets, to, answers.said, true);
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
  const move = moveTo(record, target, askedFacts(governance.clock.now(), record));
  return move.kind === 'legal' ? move.guards.filter(({ kind }) => kind !== 'steps') : [];
}

/** What the questions of the command will bring. */
function askedFacts(now: number, record: ChangeRecord): MoveFacts {
  return {
    reason: 'asked',
    deployed: record.answer(keys.deployed)?.filled === true ? undefined : dateOfInstant(now),
    branch: record.answer(keys.branch)?.filled === true ? undefined : 'asked',
  };
}

/** How many answers are missing before one record can be moved; undefined for several, and where none is. */
function countBefore({ governance }: Services, movable: readonly ReadTarget[], to: string): string | undefined {
  const [only, ...others] = movable;
  const target = only?.record.process.status(to);
  if (!only || !target || others.length > 0) return undefined;
  const owed = missingBefore(only.record, target, askedFacts(governance.clock.now(), only.record));
  return owed.missing > 0 ? missingCount(owed) : undefined;
}

/** Shows what is missing, if anything is. True if the move goes on. */
async function settle(
  targets: readonly Target[],
  title: string,
  guards: readonly OpenGuard[],
  count?: string,
): Promise<boolean> {
  if (guards.length === 0) return true;
  const choice = await pickGuard(title, guards, targets.length > 1, count);
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
