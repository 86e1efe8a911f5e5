import { parentPort, Worker, workerData, type MessagePort } from 'node:worker_threads';
import { validateRecords, type AskedBaseline } from '../core/actions/validate';
import type { PortfolioRecord } from '../core/workspace/across/portfolio';
import type { Severity } from '../core/findings/finding';
import type { IndexServices } from '../core/workspace/index/recordIndex';
import { mergedReport, type PackedReport } from '../core/actions/validateReport';
import { NodeWorkspace } from '../node/nodeWorkspace';
import { errorLogger } from './errorLogger';
import { threadsFor } from './worthThreads';

/** The entry point of a thread (src/cli/thread.ts). It is built into the folder of the chunks, where this code is, too. */
const thread = new URL('./thread.js', import.meta.url);

/** What a thread gets: which records of which workspace, and one moment for all of them. */
interface Share {
  readonly root: string;
  readonly records: readonly string[];
  readonly now: number;
  /** The baseline that was asked for. */
  readonly baseline: AskedBaseline | undefined;
  readonly least: Severity | undefined;
}

/** What it answers at last. `errors` are faults of ours, which must not be taken for a clean record. */
interface Answer {
  readonly kind: 'report';
  readonly report: PackedReport;
  readonly errors: readonly string[];
}

/** What it tells before: what the others have to know of its records. It gets all of them in return. */
interface Offer {
  readonly kind: 'records';
  readonly records: readonly PortfolioRecord[];
}

/**
 * Checks many records, each thread its share, this one among them; `others` are only held against them. `onError` gets every fault in a thread.
 * Rejects if a thread dies.
 */
export async function checkInThreads(
  root: string,
  records: readonly string[],
  others: readonly PortfolioRecord[],
  services: Omit<IndexServices, 'processes'> & { readonly baseline?: AskedBaseline | undefined },
  onError: (message: string) => void,
): Promise<PackedReport> {
  const count = threadsFor(records.length);
  const now = services.clock.now();
  const { baseline, least } = services;
  const shares = Array.from({ length: count }, (_, share) => records.filter((_path, index) => index % count === share));
  const [own = [], ...rest] = shares;
  const meeting = new Meeting(shares.length, others);
  const workers = rest.map((share) => {
    const workerData: Share = { root, records: share, now, baseline, least };
    return new Worker(thread, { workerData });
  });
  try {
    const elsewhere = workers.map(async (worker) => {
      const { report, errors } = await answerOf(worker, meeting);
      errors.forEach(onError);
      return report;
    });
    const here = validateRecords({ ...services, clock: { now: () => now } }, own, (records) => meeting.attend(records));
    return mergedReport(await Promise.all([here, ...elsewhere]));
  } finally {
    // Where one of them died, the others wait for it.
    for (const worker of workers) void worker.terminate();
  }
}

/** Where all shares come together: everybody gets the records of all, once all are there. */
class Meeting {
  private readonly records: PortfolioRecord[];
  private readonly all: Promise<readonly PortfolioRecord[]>;
  private complete: (records: readonly PortfolioRecord[]) => void = () => undefined;

  constructor(
    private missing: number,
    others: readonly PortfolioRecord[],
  ) {
    this.records = [...others];
    this.all = new Promise((resolve) => {
      this.complete = resolve;
    });
  }

  attend(records: readonly PortfolioRecord[]): Promise<readonly PortfolioRecord[]> {
    this.records.push(...records);
    if (--this.missing === 0) this.complete(this.records);
    return this.all;
  }
}

function answerOf(worker: Worker, meeting: Meeting): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Answer | Offer) => {
      if (message.kind === 'report') resolve(message);
      else
        void meeting.attend(message.records).then((all) => {
          worker.postMessage(all);
        });
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('A thread ended before it had checked its records.'));
    });
  });
}

/** The work of a thread. */
export async function serveThread(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('This checks records for another thread.');
  const { root, records, now, baseline, least } = workerData as Share;
  const errors: string[] = [];
  const report = await validateRecords(
    {
      workspace: new NodeWorkspace(root),
      clock: { now: () => now },
      logger: errorLogger((message) => errors.push(message)),
      baseline,
      isForReport: true,
      least,
    },
    records,
    (own) => offer(port, own),
  );
  const answer: Answer = { kind: 'report', report, errors };
  port.postMessage(answer);
  port.close();
}

function offer(port: MessagePort, records: readonly PortfolioRecord[]): Promise<readonly PortfolioRecord[]> {
  return new Promise((resolve) => {
    port.once('message', resolve);
    const message: Offer = { kind: 'records', records };
    port.postMessage(message);
  });
}
