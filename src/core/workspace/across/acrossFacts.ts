import type { AcrossFact, OtherRecord } from '../../rules/acrossFact';
import { isOpen, type Portfolio, type PortfolioRecord } from './portfolio';

/**
 * What is seen of a record when it is held against the others of its workspace. The order is that of the record; two
 * records that are alike in what they say of each other have the same facts. `isContested` tells of a file whether it
 * says something when two name it.
 */
export function acrossFacts(
  record: PortfolioRecord,
  portfolio: Portfolio,
  isContested: (file: string) => boolean,
): AcrossFact[] {
  if (record.archived) return [];
  return [
    ...twinFacts(record, portfolio),
    ...dependencyFacts(record, portfolio),
    ...overlapFacts(record, portfolio, isContested),
  ];
}

/**
 * A later version of a record has another status, maybe another title; another record has another title and was made on
 * another day or lies elsewhere. Only where both titles are known can they be distinguished.
 */
function twinFacts(record: PortfolioRecord, portfolio: Portfolio): AcrossFact[] {
  const { id, title, created, path } = record;
  if (id === null || title === null) return [];
  const other = portfolio
    .onOtherBranches(id)
    .find((each) => each.title !== null && each.title !== title && (each.created !== created || each.path !== path));
  return other ? [{ kind: 'twin', other: told(other) }] : [];
}

function dependencyFacts(record: PortfolioRecord, portfolio: Portfolio): AcrossFact[] {
  const facts: AcrossFact[] = [];
  const { id, links, final, givenUp } = record;
  for (const list of ['upstream', 'downstream'] as const) {
    for (const target of links[list]) {
      if (target === id) facts.push({ kind: 'self', list });
      else if (portfolio.named(target).length === 0) facts.push({ kind: 'unknown', id: target, list });
    }
  }
  for (const target of links.upstream) {
    const [other] = portfolio.named(target);
    if (target === id || !other) continue;
    if (!final && !givenUp && other.givenUp) facts.push({ kind: 'given-up', other: told(other) });
    else if (hasStarted(record) && !isCompleted(other)) facts.push({ kind: 'not-completed', other: told(other) });
    const isMirrored = id === null || other.links.downstream.includes(id) || other.links.upstream.includes(id);
    if (!isMirrored && isOpen(record) && !other.final && !other.archived)
      facts.push({ kind: 'no-mirror', other: told(other) });
  }
  const cycle = id === null ? undefined : portfolio.cycleFrom(id);
  if (cycle) facts.push({ kind: 'cycle', ids: cycle });
  return facts;
}

/** When more open records than these name a file, it is reported once for all of them, not for each pair. */
const crowd = 12;

/** How many of a crowd are named. */
const namedOfCrowd = 3;

/** Records that wait for each other anyway do not get in each other's way. */
function overlapFacts(
  record: PortfolioRecord,
  portfolio: Portfolio,
  isContested: (file: string) => boolean,
): AcrossFact[] {
  const { id, links } = record;
  if (!isOpen(record)) return [];
  const files = new Map<PortfolioRecord, string[]>();
  const crowded: AcrossFact[] = [];
  for (const file of links.files) {
    const claiming = portfolio.claiming(file);
    if (claiming.length < 2 || !isContested(file)) continue;
    if (claiming.length > crowd) {
      const some = claiming.slice(0, namedOfCrowd + 1).filter(({ path }) => path !== record.path);
      const others = some.slice(0, namedOfCrowd).map(told);
      crowded.push({ kind: 'crowded', file, count: claiming.length - 1, others });
      continue;
    }
    for (const other of claiming) {
      if (other.path === record.path || (other.id !== null && other.id === id)) continue;
      if (isLinked(record, other) || isLinked(other, record)) continue;
      const common = files.get(other);
      if (common) common.push(file);
      else files.set(other, [file]);
    }
  }
  return [
    ...[...files].map(([other, common]): AcrossFact => ({ kind: 'overlap', other: told(other), files: common })),
    ...crowded,
  ];
}

function isLinked({ links }: PortfolioRecord, { id }: PortfolioRecord): boolean {
  return id !== null && (links.upstream.includes(id) || links.downstream.includes(id));
}

function hasStarted({ stage }: PortfolioRecord): boolean {
  return stage === 'in-progress' || stage === 'completed';
}

function isCompleted({ stage }: PortfolioRecord): boolean {
  return stage === 'completed';
}

function told({ id, path, title, status, branch }: PortfolioRecord): OtherRecord {
  return { id: id ?? path, path, title, status, branch: branch ?? null };
}
