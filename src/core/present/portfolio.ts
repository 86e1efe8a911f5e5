import { acrossFacts } from '../workspace/across/acrossFacts';
import { Portfolio, toPortfolio } from '../workspace/across/portfolio';
import type { RecordSummary } from '../workspace/recordSummary';
import { deadlinesOf, type Deadline } from '../lifecycle/deadlines';
import { dayIn } from '../lifecycle/instants';
import { isDay, numberOf } from '../lifecycle/windows';
import { contestedBy, type Policy } from '../workspace/policy/policy';
import type { Process } from '../process/process';
import { named, type NamedRecord } from './metrics/metricsReport';
import { portfolioMatrices, type PortfolioMatrix } from './portfolioMatrix';
import { rolesInOrder, statusLabel } from '../process/statusLook';

/** What pictures of all records are made from. */
export interface PortfolioInput {
  readonly records: readonly RecordSummary[];
  readonly processes: readonly Process[];
  readonly policy: Policy;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** All records of a workspace at a glance. All texts are plain. */
export interface PortfolioView {
  /** Without those in the archive. */
  readonly total: number;
  /** Neither finished nor given up. */
  readonly open: number;
  readonly archived: number;
  /** They wait for a decision. */
  readonly waiting: number;
  /** Of all records, in the order in which they need somebody. */
  readonly byStatus: readonly Count[];
  /** Of open records: since their request. */
  readonly byAge: readonly Count[];
  /** Of open records: as declared, from the highest; else by the highest risk of the list. */
  readonly byRisk: readonly Count[];
  /** Of open records: kind with category or type. */
  readonly byType: readonly Count[];
  /** Of open records; more than one where processes score differently. */
  readonly matrices: readonly PortfolioMatrix[];
  /** By whom the most is waited for. */
  readonly waits: readonly Wait[];
  readonly overlaps: readonly Overlap[];
  /** There are more overlaps than are shown. */
  readonly hasMoreOverlaps: boolean;
  /** From the most urgent on. */
  readonly due: readonly DueDate[];
}

/** One bar: how many records, and which. */
export interface Count {
  /** Stable: `IN_PROGRESS`, `8-30`. */
  readonly key: string;
  readonly label: string;
  readonly records: readonly NamedRecord[];
}

/** Whom or what records wait for. */
export interface Wait {
  /** `role`: an approval of this role. `record`: a record that has to be completed before. */
  readonly kind: 'role' | 'record';
  readonly whom: string;
  /** The longest waiting first. */
  readonly records: readonly { readonly record: NamedRecord; readonly days: number | null }[];
}

/** Two open records that name the same files. */
export interface Overlap {
  readonly records: readonly [NamedRecord, NamedRecord];
  readonly files: readonly string[];
}

/** What is due for a record. */
export interface DueDate extends Deadline {
  readonly record: NamedRecord;
  /** The ISO day, by the clocks of the policy's zone. */
  readonly day: string;
}

const ages = [
  { key: '0-7', label: 'Up to a week', most: 7 },
  { key: '8-30', label: '8 to 30 days', most: 30 },
  { key: '31-90', label: '31 to 90 days', most: 90 },
  { key: '91-', label: 'More than 90 days', most: Infinity },
] as const;

/** All records at a glance. */
export function portfolioView(input: PortfolioInput): PortfolioView {
  const { policy, processes, now } = input;
  const records = input.records.filter(({ archived }) => !archived);
  const open = records.filter(isUnfinished);
  const today = dayIn(policy.zone, now);
  const overlaps = overlapsOf(records, policy);
  return {
    total: records.length,
    open: open.length,
    archived: input.records.length - records.length,
    waiting: records.filter(({ role }) => role === 'waiting').length,
    byStatus: statusCounts(records),
    byAge: ageCounts(open, today),
    byRisk: riskCounts(open, processes),
    byType: countsBy('type', open, typeOf).sort(
      (a, b) => b.records.length - a.records.length || (a.label < b.label ? -1 : 1),
    ),
    matrices: portfolioMatrices(open, processes),
    waits: waitsOf(open, records, today),
    overlaps: overlaps.slice(0, mostOverlaps),
    hasMoreOverlaps: overlaps.length > mostOverlaps,
    due: dueDates(input),
  };
}

/** Whether something is still to come for a record. */
export function isUnfinished({ final, givenUp, archived }: RecordSummary): boolean {
  return !archived && !final && !givenUp;
}

/** What is due, over all records. */
export function dueDates({ records, processes, policy, now }: PortfolioInput): DueDate[] {
  return records
    .flatMap((record) => {
      const process = processes.find(({ id }) => id === record.processId);
      const found = process ? deadlinesOf(record, process.limits, policy.businessHours, now) : [];
      return found.map((deadline) => ({ ...deadline, record: named(record), day: dueDay(deadline, policy.zone) }));
    })
    .sort((a, b) => a.due - b.due || (a.record.path < b.record.path ? -1 : 1));
}

/** The end of a day belongs to the day: what is due at its midnight is due on it. */
function dueDay({ kind, due, isDay: isWholeDay }: Deadline, zone: string): string {
  if (!isWholeDay) return dayIn(zone, due);
  return dayIn('UTC', kind === 'scheduled' ? due : due - 1);
}

function statusCounts(records: readonly RecordSummary[]): Count[] {
  const roles = new Map(records.map(({ status, role }) => [status ?? '', role]));
  const order = (key: string): number => rolesInOrder.indexOf(roles.get(key) ?? null);
  return countsBy('status', records, ({ status }) => status ?? '').sort(
    (a, b) => order(a.key) - order(b.key) || (a.key < b.key ? -1 : 1),
  );
}

function ageCounts(open: readonly RecordSummary[], today: string): Count[] {
  const counts = countsBy('age', open, (record) => {
    const days = daysSince(record.course.created ?? record.course.history[0]?.on ?? null, today);
    return ages.find(({ most }) => days !== null && days <= most)?.key ?? '';
  });
  const order = (key: string): number => (key === '' ? ages.length : ages.findIndex((age) => age.key === key));
  return counts.sort((a, b) => order(a.key) - order(b.key));
}

function riskCounts(open: readonly RecordSummary[], processes: readonly Process[]): Count[] {
  const counts = countsBy('risk', open, ({ risk, course }) => risk ?? course.highestRisk?.band ?? '');
  const bands = [...new Set(processes.flatMap(({ risk }) => risk.bands.map(({ name }) => name)))].reverse();
  const order = (key: string): number => (key === '' ? Infinity : bands.indexOf(key));
  return counts.sort((a, b) => order(a.key) - order(b.key));
}

/** The kind of a record; behind it, where it is known, the category of a request or the type of a change record. */
function typeOf({ kind, type, categories }: RecordSummary): string {
  const detail = (kind === 'change-request' ? categories[0] : type) ?? '';
  return detail === '' ? kind : `${kind} ${detail}`;
}

/** What the records of one key are called, be there any or none. An empty key is that of records that do not say. */
export const countLabels = {
  status: (key: string): string => statusLabel(key === '' ? null : key),
  risk: (key: string): string => (key === '' ? 'Not assessed' : statusLabel(key)),
  age: (key: string): string => ages.find((age) => age.key === key)?.label ?? 'Not dated',
  /** "Security", "Normal change". */
  type: (key: string): string => {
    const [kind, ...detail] = key.split(' ');
    const isRequest = kind === 'change-request';
    if (detail.length === 0) return isRequest ? 'Request, no category' : 'Record, no type';
    const label = statusLabel(detail.join(' '));
    return isRequest ? label : `${label} change`;
  },
} as const;

function countsBy(
  what: keyof typeof countLabels,
  records: readonly RecordSummary[],
  keyOf: (record: RecordSummary) => string,
): Count[] {
  const counts = new Map<string, NamedRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    const same = counts.get(key);
    if (same) same.push(named(record));
    else counts.set(key, [named(record)]);
  }
  return [...counts].map(([key, some]) => ({ key, label: countLabels[what](key), records: some }));
}

function waitsOf(open: readonly RecordSummary[], all: readonly RecordSummary[], today: string): Wait[] {
  const waits = new Map<string, { kind: Wait['kind']; whom: string; records: Wait['records'][number][] }>();
  const add = (kind: Wait['kind'], whom: string, record: RecordSummary, since: string | null): void => {
    const key = `${kind} ${whom}`;
    const entry = { record: named(record), days: daysSince(since, today) };
    const same = waits.get(key);
    if (same) same.records.push(entry);
    else waits.set(key, { kind, whom, records: [entry] });
  };
  const unfinished = new Set(all.filter(isUnfinished).map(({ id }) => id));
  for (const record of open) {
    const { course, approval, links, id } = record;
    const since = course.history.findLast(({ role }) => role === 'waiting')?.on ?? course.created;
    for (const role of approval.waitsFor) add('role', role, record, since);
    for (const upstream of links.upstream)
      if (upstream !== id && unfinished.has(upstream)) add('record', upstream, record, course.created);
  }
  return [...waits.values()]
    .map((wait) => ({ ...wait, records: wait.records.sort((a, b) => (b.days ?? -1) - (a.days ?? -1)) }))
    .sort((a, b) => b.records.length - a.records.length || (a.whom < b.whom ? -1 : 1));
}

/** More pairs than these say nothing more; where all records name the same file there would be millions. */
const mostOverlaps = 500;

/** Each pair once, listed at the record that comes first; at most one more than is shown. */
function overlapsOf(records: readonly RecordSummary[], policy: Policy): Overlap[] {
  const portfolio = new Portfolio(records.map(toPortfolio));
  const byPath = new Map(records.map((record) => [record.path, record]));
  const isContested = contestedBy(policy);
  const found: Overlap[] = [];
  for (const record of records) {
    for (const fact of acrossFacts(toPortfolio(record), portfolio, isContested)) {
      // A crowd is listed at the first of its pairs.
      const pairs =
        fact.kind === 'overlap'
          ? [{ path: fact.other.path, files: fact.files }]
          : fact.kind === 'crowded'
            ? fact.others.map(({ path }) => ({ path, files: [fact.file] }))
            : [];
      for (const { path, files } of pairs) {
        const other = byPath.get(path);
        if (other && record.path < path) found.push({ records: [named(record), named(other)], files });
      }
      if (found.length > mostOverlaps) return found;
    }
  }
  return found;
}

/** Whole days from a moment to an ISO day; null where the moment is not known. */
function daysSince(moment: string | null, today: string): number | null {
  const day = moment?.slice(0, 10) ?? '';
  return isDay(day) ? Math.max(0, numberOf(today) - numberOf(day)) : null;
}
