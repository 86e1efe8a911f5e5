import { entriesFor, mergedEntries, type Baseline, type BaselineEntry } from '../findings/baseline';
import { entriesWithoutFile } from '../findings/staleFindings';
import type { RecordIndex, RecordPaths } from '../workspace/index/recordIndex';
import { checkRecord } from '../rules/engine/lintRecord';

/** What a baseline is made of: the records of a workspace, as its index lists them. */
export interface BaselineSources {
  readonly index: RecordIndex;
  readonly records: readonly RecordPaths[];
}

/** The entries of a new baseline: one for everything that is found now and that no comment keeps quiet. */
export async function entriesOfNow(sources: BaselineSources): Promise<readonly BaselineEntry[]> {
  const { index, records } = sources;
  await readAll(sources);
  const entries: BaselineEntry[] = [];
  for (const { path } of records) {
    const record = await index.record(path);
    if (!record) continue;
    const options = { ...index.lintOptions(path), baseline: undefined, fold: false };
    entries.push(...entriesFor(checkRecord(record, options).findings, record));
  }
  return mergedEntries(entries, (a, b) => a + b);
}

/**
 * The entries of a baseline that still apply, each with as many findings as are left. Nothing is added. Those of a
 * record that cannot be read stay: nobody knows. Doing it twice changes nothing.
 */
export async function entriesThatApply(
  baseline: Baseline,
  sources: BaselineSources,
): Promise<readonly BaselineEntry[]> {
  const { index, records } = sources;
  await readAll(sources);
  const files = new Set(records.flatMap(({ path, companions }) => [path, ...companions]));
  const left = new Map(entriesWithoutFile(baseline, files).map(({ entry }) => [entry, 0]));
  for (const { path } of records) {
    const record = await index.record(path);
    if (!record) continue;
    const { stale } = checkRecord(record, { ...index.lintOptions(path), baseline });
    for (const { entry, left: count } of stale) left.set(entry, count);
  }
  return baseline.entries.flatMap((entry) => {
    const count = left.get(entry) ?? entry.count;
    return count === 0 ? [] : [{ ...entry, count }];
  });
}

/** What records say of each other is only known once all of them were read. */
async function readAll({ index, records }: BaselineSources): Promise<void> {
  await index.load(records.map(({ path }) => path));
  await index.compare();
}
