import type { RecordSummary } from '../index/recordSummary';
import { dayNumber, readDate, type CalendarDate } from '../record/calendarDate';
import { lookOf } from './statusLook';

/** How the explorer groups its records. */
export const groupings = ['status', 'type', 'priority', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** A heading of the explorer with its records. */
export interface ExplorerGroup {
  readonly kind: 'group';
  /** Stable, so that it stays expanded. */
  readonly id: string;
  readonly label: string;
  readonly rows: readonly ExplorerRow[];
  readonly folded: boolean;
}

/** One record as a row. All texts are plain. */
export interface ExplorerRow {
  readonly kind: 'record';
  /** Its path: stable while it moves between groups. */
  readonly id: string;
  readonly title: string;
  /** ID, then what matters now. */
  readonly description: string;
  readonly icon: string;
  readonly color: string;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
  /** `record proposed`: for menus that offer only what fits. */
  readonly contextValue: string;
  /** Facts for the card, each label with its text. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly companions: readonly string[];
  readonly summary: RecordSummary;
}

/** Statuses in the order in which they need somebody. */
const statusOrder = [
  'PROPOSED',
  'IN_PROGRESS',
  'APPROVED',
  'DRAFT',
  null,
  'COMPLETED',
  'REJECTED',
  'CANCELLED',
] as const;

/** The explorer over some records: groups with their rows, what needs somebody first; the archive last and folded. */
export function explorer(
  records: readonly RecordSummary[],
  grouping: Grouping,
  today: CalendarDate,
): readonly (ExplorerGroup | ExplorerRow)[] {
  const open = records.filter(({ archived }) => !archived);
  const archived = records.filter((record) => record.archived);
  const rows = (some: readonly RecordSummary[]): ExplorerRow[] =>
    [...some].sort(byNeed).map((record) => explorerRow(record, today));
  const archive: ExplorerGroup[] =
    archived.length > 0 ? [{ kind: 'group', id: 'archive', label: 'Archive', rows: rows(archived), folded: true }] : [];
  if (grouping === 'none') return [...rows(open), ...archive];
  const groups = new Map<string, RecordSummary[]>();
  for (const record of [...open].sort(byNeed)) {
    const key = groupOf(record, grouping);
    const same = groups.get(key);
    if (same) same.push(record);
    else groups.set(key, [record]);
  }
  const made = [...groups].map(([label, some]): ExplorerGroup => ({
    kind: 'group',
    id: `${grouping}:${label}`,
    label,
    rows: rows(some),
    folded: false,
  }));
  if (grouping !== 'status') made.sort((a, b) => (a.label < b.label ? -1 : 1));
  return [...made, ...archive];
}

/** How many records wait for an approval: the badge. */
export function waitingForApproval(records: readonly RecordSummary[]): number {
  return records.filter(({ archived, status }) => !archived && status === 'PROPOSED').length;
}

function groupOf(record: RecordSummary, grouping: Exclude<Grouping, 'none'>): string {
  if (grouping === 'status') return lookOf(record.status).label;
  if (grouping === 'priority') return record.priority ?? 'No priority';
  if (record.kind === 'change-request') return 'Change requests';
  return record.type === null ? 'Change records' : `Change records: ${record.type}`;
}

function byNeed(a: RecordSummary, b: RecordSummary): number {
  const order = (record: RecordSummary): number => {
    const at = statusOrder.findIndex((status) => status === record.status);
    return at < 0 ? statusOrder.length : at;
  };
  return (
    order(a) - order(b) ||
    b.problems.error - a.problems.error ||
    (a.priority ?? 'P9').localeCompare(b.priority ?? 'P9') ||
    (a.id ?? a.name).localeCompare(b.id ?? b.name)
  );
}

/** One record as a row. */
export function explorerRow(record: RecordSummary, today: CalendarDate): ExplorerRow {
  const look = lookOf(record.status);
  const id = record.id ?? record.name;
  const title = record.title ?? 'Untitled';
  const matters = whatMatters(record, today);
  return {
    kind: 'record',
    id: record.path,
    title,
    description: [id, ...matters].join(' · '),
    icon: look.icon,
    color: look.color,
    accessibleLabel: [title, look.label.toLowerCase(), id, ...matters].join(', '),
    contextValue: `record ${(record.status ?? 'not-recorded').toLowerCase()}`,
    facts: factsOf(record, look.label, matters),
    companions: record.companions,
    summary: record,
  };
}

/** «waits for Security Team, 2 d», «12/31 steps», «2 problems». */
function whatMatters(record: RecordSummary, today: CalendarDate): string[] {
  const { approval, progress, problems, status } = record;
  const matters: string[] = [];
  if (status === 'PROPOSED') {
    const [first, ...more] = approval.waitsFor;
    const since = daysSince(record.dates.proposed ?? record.dates.created, today);
    const age = since === undefined || since < 1 ? '' : `, ${String(since)} d`;
    const who =
      first === undefined
        ? 'waits for approval'
        : `waits for ${first}${more.length > 0 ? ` and ${String(more.length)} more` : ''}`;
    matters.push(`${who}${age}`);
  }
  if (status === 'IN_PROGRESS' && progress.total > 0)
    matters.push(`${String(progress.done)}/${String(progress.total)} steps`);
  const count = problems.error + problems.warning;
  if (count > 0) matters.push(`${String(count)} ${count === 1 ? 'problem' : 'problems'}`);
  return matters;
}

function daysSince(day: string | null, today: CalendarDate): number | undefined {
  const read = day === null ? undefined : readDate(day);
  return read?.kind === 'date' ? dayNumber(today) - dayNumber(read.date) : undefined;
}

function factsOf(record: RecordSummary, status: string, matters: readonly string[]): [string, string][] {
  const { type, priority, risk, requestor, dates, approval, progress, problems } = record;
  const facts: [string, string | null][] = [
    ['Status', [status, ...matters.slice(0, 1)].join(', ')],
    ['Type', record.kind === 'change-request' ? record.categories.join(', ') || null : type],
    ['Priority', priority],
    ['Risk', risk],
    ['Requestor', requestor],
    ['Created', dates.created],
    ['Approval', approval.valid ? (dates.approval ?? 'given') : null],
    ['Started', dates.start],
    ['Deployed', dates.deployed],
    ['Steps', progress.total > 0 ? `${String(progress.done)} of ${String(progress.total)}` : null],
    [
      'Problems',
      problems.error + problems.warning > 0
        ? `${String(problems.error)} errors, ${String(problems.warning)} warnings`
        : null,
    ],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}
