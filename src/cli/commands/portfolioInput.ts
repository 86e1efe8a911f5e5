import type { RecordSummary } from '../../core/workspace/recordSummary';
import type { Clock } from '../../core/ports';
import type { PortfolioInput } from '../../core/present/portfolio';
import type { OpenGovernance } from './governance';

/** All records of a workspace as pictures and metrics look at them; those that cannot be read are left out. */
export async function portfolioInput({
  index,
  records,
  processes,
  policy,
  clock,
}: OpenGovernance): Promise<PortfolioInput> {
  const read: RecordSummary[] = [];
  for (const { path } of records) {
    const summary = await index.summary(path);
    if (summary) read.push(summary);
  }
  return { records: read, processes, policy, now: reproducible(clock).now() };
}

/** The files that the branches of deployed records change, by the path of the record; branches that are gone have none. */
export async function touchedFiles(
  { git }: Pick<OpenGovernance, 'git'>,
  records: readonly RecordSummary[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const touched = new Map<string, readonly string[]>();
  for (const { path, branch, course } of records) {
    if (branch === null || course.deployed === null) continue;
    const files = await git.changedFiles(branch);
    if (files.length > 0)
      touched.set(
        path,
        files.map((file) => file.path),
      );
  }
  return touched;
}

/**
 * The clock, unless SOURCE_DATE_EPOCH says what time it is: then the same workspace gives the same file, byte for byte
 * (https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function reproducible(clock: Clock): Clock {
  const seconds = process.env['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d{1,11}$/.test(seconds) ? { now: () => Number(seconds) * 1000 } : clock;
}
