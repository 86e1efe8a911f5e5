import type { Command } from './command';

/** Shows when changes are made: change windows, freezes, what is scheduled and what is due. */
export const showCalendar: Command = {
  execute: ({ overviews }) => overviews.show('calendar'),
};
