import { branchName } from '../../core/actions/branchName';
import type { MoveFacts } from '../../core/lifecycle/moveGuards';
import { moveTo } from '../../core/lifecycle/moves';
import type { StatusDefinition } from '../../core/process/processDefinition';
import { dateOfInstant } from '../../core/text/calendarDate';
import type { ChangeRecord } from '../../core/record/record';
import type { Services } from './command';
import { branchesOf } from './gitExtension';
import { askDeployed, askReason, pickBranch, pickDone } from './moveDialogs';
import type { ReadTarget } from './target';

/** What a person says with a move, and what is done before it is written. */
export interface SaidWithMove {
  readonly said: MoveFacts;
  readonly prepare?: () => Promise<void>;
}

/** Asks what belongs to the status. Undefined if a question was left. */
export async function askForMove(
  { governance, log }: Services,
  moved: readonly ReadTarget[],
  target: StatusDefinition,
  title: string,
): Promise<SaidWithMove | undefined> {
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

/** The move of a record to a status by its ID; undefined if its process has no such status. */
export function moveIn(record: ChangeRecord, id: string): ReturnType<typeof moveTo> | undefined {
  const status = record.process.status(id);
  return status && moveTo(record, status);
}
