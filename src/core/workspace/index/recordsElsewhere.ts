import { recordFile } from './recordFiles';
import { summarize } from '../summarize';
import { recordFolders, type Policy } from '../policy/policy';
import type { CancellationSignal, Git } from '../../ports';
import type { Process } from '../../process/process';
import { decodeText } from '../../text/decodeText';
import { readRecord } from '../../record/readRecord';
import { toPortfolio, type PortfolioRecord } from '../across/portfolio';
import { linksOf, placedLinks } from '../../record/recordLinks';

/**
 * The records as other branches have them, where they differ from the checked-out commit. Companions are left out: who
 * compares records needs what they say of each other.
 */
export async function recordsElsewhere(
  git: Git,
  policy: Policy,
  processes: readonly Process[],
  signal?: CancellationSignal,
): Promise<PortfolioRecord[]> {
  const files = await git.filesOnOtherBranches(recordFolders(policy), signal);
  return files.flatMap(({ branch, path, bytes }) => {
    const file = recordFile(path, 'file', policy, processes);
    const process = processes.find(({ id }) => id === file?.identity.processId);
    const decoded = decodeText(bytes, bytes.length);
    if (file?.identity.kind !== 'record' || !process || decoded.kind !== 'text') return [];
    const record = readRecord({ process, path, text: decoded.text, companions: [], identity: file.identity });
    const summary = summarize(record, [], [], linksOf(placedLinks(record, processes)));
    return [{ ...toPortfolio(summary), branch }];
  });
}
