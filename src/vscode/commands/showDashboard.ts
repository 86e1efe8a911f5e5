import type { Command } from './command';

/** Shows all records at a glance: what is open, what waits for whom, what is due, and the metrics of the process. */
export const showDashboard: Command = {
  execute: ({ overviews }) => overviews.show('dashboard'),
};
