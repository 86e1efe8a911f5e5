import { availableParallelism } from 'node:os';

/** How many records are worth a thread of their own: it starts cold, and is as fast as the first only after these. */
const worthOneThread = 1000;

/** More threads than this wait for the disk. */
const mostThreads = 8;

/** Among how many threads a number of records is shared out. */
export function threadsFor(records: number): number {
  return Math.max(1, Math.min(availableParallelism(), mostThreads, Math.floor(records / worthOneThread)));
}

/** Whether a number of records is better shared out than checked by one thread. */
export function worthThreads(records: number): boolean {
  return threadsFor(records) > 1;
}
