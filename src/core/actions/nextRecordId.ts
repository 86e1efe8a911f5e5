import { filesById, listRecordFiles } from '../workspace/index/recordFiles';
import { recordFolders, type Policy } from '../workspace/policy/policy';
import type { CancellationSignal, Git, Workspace } from '../ports';
import type { Process } from '../process/process';
import type { CalendarDate } from '../text/calendarDate';
import { identifyFile } from '../record/identifyFile';
import { dateOfId, firstSequence, formatRecordId, isTimed, type RecordId } from '../process/recordId';

/** Where numbers may be taken already (reading 8). */
export interface NumberSources {
  readonly workspace: Workspace;
  readonly git: Git;
  readonly policy: Policy;
  readonly processes: readonly Process[];
  /** Paths of editors that are open and may not be saved yet. */
  readonly openPaths?: readonly string[];
  readonly signal?: CancellationSignal;
}

/**
 * The next ID of a day (or of its month or year, as the form of the IDs has it): one more than the highest number that is
 * taken on disk, in the archive, in open editors and on any local or remote-tracking branch or worktree (reading 8); in a
 * form with a time of day the minute of the moment. Only exclusive creation makes it certain.
 */
export async function nextRecordId(process: Process, day: CalendarDate, sources: NumberSources): Promise<RecordId> {
  const taken = await takenNumbers(process, day, sources);
  let sequence = firstSequence(process.identity, day.minutes ?? 0);
  // A time of day is as it is; only where two records fall on one minute the second gets the next.
  if (isTimed(process.identity)) while (taken.has(sequence)) sequence++;
  else for (const number of taken) sequence = Math.max(sequence, number + 1);
  const date = dateOfId(process.identity, day);
  return { text: formatRecordId(process.identity, date, sequence), prefix: process.identity.prefix, date, sequence };
}

async function takenNumbers(process: Process, day: CalendarDate, sources: NumberSources): Promise<Set<number>> {
  const { workspace, git, policy, processes, openPaths = [], signal } = sources;
  // What the policy leaves alone has a number all the same.
  const files = await listRecordFiles(workspace, { ...policy, exclude: [] }, processes, signal);
  const elsewhere = await git.pathsOnAllBranches(recordFolders(policy), signal);
  const numbers = new Set<number>();
  const date = dateOfId(process.identity, day);
  const take = (id: RecordId | undefined): void => {
    if (id?.prefix !== process.identity.prefix) return;
    if (id.date.year === date.year && id.date.month === date.month && id.date.day === date.day)
      numbers.add(id.sequence);
  };
  for (const same of filesById(files.values()).values()) take(same[0]?.identity.id);
  for (const path of [...elsewhere, ...openPaths]) {
    const identity = identifyFile(path, processes, policy.files);
    if (identity.kind !== 'other') take(identity.id);
  }
  return numbers;
}
