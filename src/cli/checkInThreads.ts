import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { validateRecords } from '../core/actions/validate';
import type { IndexServices } from '../core/index/recordIndex';
import { builtInProcesses } from '../core/process/builtInProcesses';
import { mergedReport, type ValidateReport } from '../core/report/validateReport';
import { NodeWorkspace } from '../node/nodeWorkspace';
import { errorLogger } from './errorLogger';
import { threadArgument, threadsFor } from './worthThreads';

/** What a thread is told: which records of which workspace, and one moment for all of them. */
interface Share {
  readonly root: string;
  readonly records: readonly string[];
  readonly now: number;
}

/** What it answers. `errors` are faults of ours, which must not be taken for a clean record. */
interface Answer {
  readonly report: ValidateReport;
  readonly errors: readonly string[];
}

/**
 * Checks many records, each thread its share, this one among them. `onError` is told of every fault in a thread.
 * Rejects if a thread dies.
 */
export async function checkInThreads(
  root: string,
  records: readonly string[],
  services: IndexServices,
  onError: (message: string) => void,
): Promise<ValidateReport> {
  const count = threadsFor(records.length);
  const now = services.clock.now();
  const shares = Array.from({ length: count }, (_, share) => records.filter((_path, index) => index % count === share));
  const [own = [], ...others] = shares;
  const elsewhere = others.map(async (share) => {
    const { report, errors } = await checkInThread({ root, records: share, now });
    errors.forEach(onError);
    return report;
  });
  const here = validateRecords({ ...services, clock: { now: () => now } }, own);
  return mergedReport(await Promise.all([here, ...elsewhere]));
}

function checkInThread(share: Share): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { argv: [threadArgument], workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('A thread ended before it had checked its records.'));
    });
  });
}

/** The work of a thread. False if this is none. */
export async function serveThread(): Promise<boolean> {
  if (isMainThread || !parentPort) return false;
  const { root, records, now } = workerData as Share;
  const errors: string[] = [];
  const report = await validateRecords(
    {
      workspace: new NodeWorkspace(root),
      processes: builtInProcesses(),
      clock: { now: () => now },
      logger: errorLogger((message) => errors.push(message)),
    },
    records,
  );
  const answer: Answer = { report, errors };
  parentPort.postMessage(answer);
  return true;
}
