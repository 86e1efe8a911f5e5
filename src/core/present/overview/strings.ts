import type { CalendarEntry } from '../calendar';
import { english, type Translate } from '../page/html';
import type { DueDate } from '../portfolio';

/** Every word of the dashboard and the calendar that is ours; what the core says of records is the core's. */
export interface OverviewStrings {
  readonly dashboard: string;
  readonly calendar: string;
  readonly concern: string;
  showMore(count: number): string;
  readonly allFolders: string;
  readonly folder: string;
  readonly quarter: string;
  readonly allQuarters: string;
  readonly exportAs: string;
  readonly clear: string;
  readonly previous: string;
  readonly today: string;
  readonly next: string;
  readonly noRecords: string;
  readonly noRecordsHint: string;
  readonly noFolder: string;
  readonly noFolderHint: string;
  readonly newRequest: string;
  readonly newRecord: string;
  readonly initialize: string;
  readonly openFolder: string;
  readonly reading: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly showLog: string;
  readonly openPolicy: string;
  policyUnreadable(folder: string): string;
  countOf(count: number): string;
  facts(records: number, archived: number, day: string): string;
  readonly figures: {
    readonly glance: string;
    readonly open: string;
    readonly proposed: string;
    readonly overdue: string;
    readonly overlapping: string;
  };
  readonly cards: Readonly<
    Record<
      'status' | 'risk' | 'age' | 'type' | 'waits' | 'matrix' | 'records' | 'due' | 'overlaps' | 'metrics' | 'list',
      string
    >
  >;
  readonly openOnly: string;
  readonly allRecords: string;
  readonly selection: string;
  readonly probability: string;
  readonly impact: string;
  matrixOf(processes: readonly string[]): string;
  notPlaced(count: number): string;
  cell(probability: string, impact: string): string;
  readonly due: Readonly<Record<DueDate['kind'], string>>;
  readonly overdue: string;
  readonly nothingWaits: string;
  readonly nothingDue: string;
  readonly nothingOverlaps: string;
  readonly nothingChosen: string;
  readonly nothingOpen: string;
  readonly noRisk: string;
  readonly manyOverlaps: string;
  readonly noValue: string;
  behind(count: number): string;
  notMeasurable(count: number): string;
  open(open: number, never: number): string;
  readonly metricsHint: string;
  readonly byQuarter: { readonly title: string; readonly heads: readonly string[]; readonly whole: string };
  readonly kinds: Readonly<Record<CalendarEntry['kind'], readonly [letter: string, one: string, many: string]>>;
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  readonly show: string;
  readonly nothingScheduled: string;
  until(day: string): string;
  clocks(zone: string): string;
  more(count: number): string;
  saved(name: string): string;
  readonly openSaved: string;
  readonly chooseFormat: string;
  readonly chooseChart: string;
}

/** The words in a language. */
export function overviewStrings(t: Translate = english): OverviewStrings {
  const countOf = (count: number): string => (count === 1 ? t('1 record') : t('{0} records', count));
  return {
    dashboard: t('Governance Dashboard'),
    calendar: t('Change Calendar'),
    concern: t('Needs a look:'),
    showMore: (count) => t('Show {0} more', count),
    allFolders: t('All folders'),
    folder: t('Folder'),
    quarter: t('Quarter of the metrics'),
    allQuarters: t('All quarters'),
    exportAs: t('Export…'),
    clear: t('Clear the selection'),
    previous: t('Previous month'),
    today: t('Today'),
    next: t('Next month'),
    noRecords: t('There is no change record yet.'),
    noRecordsHint: t('The first one takes a title and Enter.'),
    noFolder: t('No folder is open.'),
    noFolderHint: t('Records live in the folders of a workspace.'),
    newRequest: t('New Change Request'),
    newRecord: t('New Change Record'),
    initialize: t('Initialize Governance'),
    openFolder: t('Open Folder…'),
    reading: t('Reading the records…'),
    failed: t('The records cannot be shown.'),
    failedHint: t('The log of Changegate says why.'),
    showLog: t('Show Log'),
    openPolicy: t('Open Policy'),
    policyUnreadable: (folder) => t('The policy of {0} cannot be read; the built-in defaults hold.', folder),
    countOf,
    facts: (records, archived, day) =>
      [countOf(records), ...(archived > 0 ? [t('{0} more archived', archived)] : []), day].join(' · '),
    figures: {
      glance: t('At a glance'),
      open: t('open'),
      proposed: t('to be decided'),
      overdue: t('overdue'),
      overlapping: t('overlap with others'),
    },
    cards: {
      status: t('Status'),
      risk: t('Risk of open records'),
      age: t('Age of open records'),
      type: t('Type of open records'),
      waits: t('Waits for'),
      matrix: t('Probability × impact'),
      records: t('Records'),
      due: t('Due'),
      overlaps: t('Overlaps'),
      metrics: t('Metrics'),
      list: t('What happens'),
    },
    openOnly: t('Open'),
    allRecords: t('All records, what needs somebody first'),
    selection: t('Selection'),
    probability: t('Probability'),
    impact: t('Impact'),
    matrixOf: (processes) => t('Open records by their highest risk ({0})', processes.join(', ')),
    notPlaced: (count) =>
      count === 1 ? t('1 open record has no scored risk.') : t('{0} open records have no scored risk.', count),
    cell: (probability, impact) => t('Probability {0}, impact {1}', probability, impact),
    due: {
      approval: t('Decide'),
      notification: t('Notify the CTO'),
      review: t('Review'),
      scheduled: t('Make the change'),
    },
    overdue: t('Overdue'),
    nothingWaits: t('Nothing waits.'),
    nothingDue: t('Nothing is due.'),
    nothingOverlaps: t('No two open records name the same file.'),
    nothingChosen: t('No record is all of this.'),
    nothingOpen: t('No record is open.'),
    noRisk: t('No open record has a risk with probability and impact.'),
    manyOverlaps: t('There are more overlaps than are shown.'),
    noValue: t('No value yet.'),
    behind: (count) => t('Records behind it ({0})', count),
    notMeasurable: (count) => t('Not measurable, because … ({0})', count),
    open: (open, never) =>
      [...(open > 0 ? [t('{0} still to come', open)] : []), ...(never > 0 ? [t('{0} never have it', never)] : [])].join(
        ', ',
      ),
    metricsHint: t(
      'A value counts in the quarter in which it was over. Dots are values, the bar is the median, the box the middle half; nine of ten values do not pass the dashed bar. Bubbles are numbers of records.',
    ),
    byQuarter: {
      title: t('By quarter'),
      heads: [t('Quarter'), t('Records'), t('Median'), t('Middle half'), t('90 % up to')],
      whole: t('All'),
    },
    kinds: {
      window: [t('W'), t('Change window'), t('Windows')],
      freeze: [t('F'), t('Freeze'), t('Freezes')],
      scheduled: [t('S'), t('Scheduled change'), t('Scheduled')],
      approval: [t('D'), t('Decision due'), t('Decisions')],
      notification: [t('N'), t('Notification due'), t('Notifications')],
      review: [t('R'), t('Review due'), t('Reviews')],
    },
    weekdays: [
      { short: t('Mo'), long: t('Monday') },
      { short: t('Tu'), long: t('Tuesday') },
      { short: t('We'), long: t('Wednesday') },
      { short: t('Th'), long: t('Thursday') },
      { short: t('Fr'), long: t('Friday') },
      { short: t('Sa'), long: t('Saturday') },
      { short: t('Su'), long: t('Sunday') },
    ],
    show: t('Show only'),
    nothingScheduled: t('Nothing is scheduled, due or frozen.'),
    until: (day) => t('until {0}', day),
    clocks: (zone) => t('Days and times by the clocks of {0}', zone),
    more: (count) => t('and {0} more', count),
    saved: (name) => t('{0} was written.', name),
    openSaved: t('Open'),
    chooseFormat: t('Export as'),
    chooseChart: t('Which chart?'),
  };
}
