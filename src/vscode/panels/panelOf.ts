import { toPortfolio } from '../../core/workspace/across/portfolio';
import { placedLinks } from '../../core/record/recordLinks';
import { todayIn } from '../../core/lifecycle/today';
import type { ChangeRecord } from '../../core/record/record';
import type { RecordPanel } from '../../core/present/panel/recordPanel';
import { recordPanelOf } from '../../core/present/panel/recordPanelOf';
import type { GovernedFolder } from '../governedFolder';

/** The panel of the record that a file holds, by the texts that the editors hold now; undefined where there is none. */
export async function panelOf(
  folder: GovernedFolder,
  path: string,
  now: number,
): Promise<{ readonly record: ChangeRecord; readonly panel: RecordPanel } | undefined> {
  const record = await folder.readRecord(path);
  if (!record) return undefined;
  const panel = recordPanelOf(record, {
    today: todayIn(folder.policy.zone, now),
    findings: (await folder.check(record)).findings,
    links: placedLinks(record, folder.processes),
    others: folder.index.all().map(({ summary }) => toPortfolio(summary)),
  });
  return { record, panel };
}
