import type { RecordSummary } from '../workspace/recordSummary';
import { dayNumber, readDate, type CalendarDate } from '../text/calendarDate';
import { counted } from '../text/counted';
import { contradictedLook, lookOf, rolesByNeed, statusLabel } from '../process/statusLook';

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

const noPriority = 'No priority';

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
  if (grouping !== 'status') made.sort(byLabel);
  return [...made, ...archive];
}

/** How many records wait for an approval: the badge. */
export function waitingForApproval(records: readonly RecordSummary[]): number {
  return records.filter(({ archived, role }) => !archived && role === 'waiting').length;
}

function groupOf(record: RecordSummary, grouping: Exclude<Grouping, 'none'>): string {
  if (grouping === 'status') return statusLabel(record.status);
  if (grouping === 'priority') return record.priority ?? noPriority;
  if (record.kind === 'change-request') return 'Change requests';
  return record.type === null ? 'Change records' : `Change records: ${record.type}`;
}

/** By label; what has no label of its own comes last. */
function byLabel(a: ExplorerGroup, b: ExplorerGroup): number {
  const isLast = (group: ExplorerGroup): number => (group.label === noPriority ? 1 : 0);
  return isLast(a) - isLast(b) || (a.label < b.label ? -1 : 1);
}

function byNeed(a: RecordSummary, b: RecordSummary): number {
  const order = ({ role }: RecordSummary): number => rolesByNeed.indexOf(role);
  return (
    order(a) - order(b) ||
    b.problems.error - a.problems.error ||
    (a.priority ?? 'P9').localeCompare(b.priority ?? 'P9') ||
    (a.id ?? a.name).localeCompare(b.id ?? b.name)
  );
}

/** One record as a row. */
export function explorerRow(record: RecordSummary, today: CalendarDate): ExplorerRow {
  const look = lookOf(record.status, record.role);
  const { icon, color } = record.contradicted ? contradictedLook : look;
  const id = record.id ?? record.name;
  const title = record.title ?? 'Untitled';
  const stands = whereItStands(record, today);
  const problems = record.problems.error + record.problems.warning;
  const matters = [stands ?? [], problems > 0 ? counted(problems, 'problem') : []].flat();
  return {
    kind: 'record',
    id: record.path,
    title,
    description: [id, ...matters].join(' · '),
    icon,
    color,
    accessibleLabel: [title, look.label.toLowerCase(), id, ...matters].join(', '),
    contextValue: `record ${(record.status ?? 'not-recorded').toLowerCase()}`,
    facts: factsOf(record, stands === undefined ? look.label : `${look.label}, ${stands}`),
    companions: record.companions,
    summary: record,
  };
}

/** "waits for Security Team, 2 d" or "12/31 steps": where a record stands beyond its status. */
function whereItStands({ approval, progress, role, dates }: RecordSummary, today: CalendarDate): string | undefined {
  if (role === 'in-work' && progress.total > 0) return `${String(progress.done)}/${String(progress.total)} steps`;
  if (role !== 'waiting') return undefined;
  const [first, ...more] = approval.waitsFor;
  const since = daysSince(dates.proposed ?? dates.created, today);
  const age = since === undefined || since < 1 ? '' : `, ${String(since)} d`;
  const others = more.length > 0 ? ` and ${String(more.length)} more` : '';
  return `waits for ${first === undefined ? 'approval' : `${first}${others}`}${age}`;
}

function daysSince(day: string | null, today: CalendarDate): number | undefined {
  const read = day === null ? undefined : readDate(day);
  return read?.kind === 'date' ? dayNumber(today) - dayNumber(read.date) : undefined;
}

function factsOf(record: RecordSummary, status: string): [string, string][] {
  const { type, priority, risk, requestor, dates, approval, progress, problems } = record;
  const facts: [string, string | null][] = [
    ['Status', status],
    ['Type', record.kind === 'change-request' ? record.categories.join(', ') || null : type],
    ['Priority', priority],
    ['Risk', risk],
    ['Requestor', requestor],
    ['Created', dates.created],
    ['Approval', approval.gaps.length === 0 ? (dates.approval ?? 'given') : null],
    ['Started', dates.start],
    ['Deployed', dates.deployed],
    ['Steps', progress.total > 0 ? `${String(progress.done)} of ${String(progress.total)}` : null],
    [
      'Problems',
      problems.error + problems.warning > 0
        ? `${counted(problems.error, 'error')}, ${counted(problems.warning, 'warning')}`
        : null,
    ],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}
