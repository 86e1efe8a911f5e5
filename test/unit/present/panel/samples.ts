import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toPortfolio } from '../../../../src/core/workspace/across/portfolio';
import { linksOf, placedLinks } from '../../../../src/core/record/recordLinks';
import { summarize } from '../../../../src/core/workspace/summarize';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import type { ChangeRecord } from '../../../../src/core/record/record';
import { readRecord } from '../../../../src/core/record/readRecord';
import { lintRecord } from '../../../../src/core/rules/engine/lintRecord';
import type { RecordPanel } from '../../../../src/core/present/panel/recordPanel';
import { recordPanelOf } from '../../../../src/core/present/panel/recordPanelOf';

const processes = builtInProcesses();
const [changeRequests, changeRecords] = processes;
if (!changeRequests || !changeRecords) throw new Error('there are two processes');

/** The day on which the samples are looked at. */
export const today = { year: 2026, month: 3, day: 12, minutes: undefined };

/** All records of the sample workspace that lie in their folders, with their companions. */
export const samples: readonly ChangeRecord[] = (
  [
    ['examples/docs/processes/change-requests', changeRequests],
    ['examples/docs/processes/change-records', changeRecords],
  ] as const
).flatMap(([folder, process]) => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const text = (name: string) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') });
  return files
    .filter((name) => /^C[RHG]+-[\d-]+\.md$/.test(name))
    .map((name) =>
      readRecord({
        process,
        ...text(name),
        companions: files.filter((other) => other.startsWith(name.replace('.md', '-I'))).map(text),
      }),
    );
});

/** A sample by its ID. */
export function sample(id: string): ChangeRecord {
  const found = samples.find((record) => record.id?.text === id);
  if (!found) throw new Error(`there is no sample ${id}`);
  return found;
}

/** The panel of a record among the samples. */
export function panelOf(record: ChangeRecord): RecordPanel {
  return recordPanelOf(record, {
    today,
    findings: lintRecord(record, { today }),
    links: placedLinks(record, processes),
    others: samples.map((each) => toPortfolio(summarize(each, [], [], linksOf(placedLinks(each, processes))))),
  });
}
