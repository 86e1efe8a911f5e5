import { Portfolio, type PortfolioRecord } from '../../workspace/across/portfolio';
import type { NamedRecord, PlacedLinks } from '../../record/recordLinks';
import type { ChangeRecord } from '../../record/record';
import { listed } from '../../text/wording';
import { counted } from '../../text/counted';
import { statusLabel } from '../../process/statusLook';
import { oneLine, targetOf } from './panelParts';
import type { DependencyGraph, DependencyNode, PictureTable } from './recordPanel';

/**
 * What a record waits for, and what it affects: what it says itself, and what others of the workspace say of it.
 * `others` are the records of the workspace; this one may be among them.
 */
export function dependencyGraph(
  record: ChangeRecord,
  links: PlacedLinks,
  others: readonly PortfolioRecord[],
): DependencyGraph {
  const id = record.id?.text ?? record.path;
  const portfolio = new Portfolio(others);
  const naming = (list: 'upstream' | 'downstream'): string[] =>
    others.flatMap((other) =>
      other.id !== null && other.id !== id && other.links[list].includes(id) ? [other.id] : [],
    );
  const upstream = side(record, links.upstream, naming('downstream'), portfolio, 'upstream');
  const downstream = side(record, links.downstream, naming('upstream'), portfolio, 'downstream');
  const cycle = cycleOf(id, others, portfolio);
  const status = record.status?.value;
  const self: DependencyNode = {
    id,
    title: record.title?.filled === true ? oneLine(record.title.text) : undefined,
    status: status?.id,
    role: status?.role,
    statusLabel: statusLabel(status?.id ?? null),
    path: record.path,
    named: 'here',
    concern: cycle.length > 0 ? `It waits for itself: ${cycle.join(' › ')}.` : undefined,
    target: undefined,
  };
  return {
    self,
    upstream,
    downstream,
    cycle,
    summary: summaryOf(upstream, downstream, cycle, portfolio),
    table: tableOf(upstream, downstream),
  };
}

/** The cycle that a record stands in, from it on; each cycle is known by one of its records only. */
function cycleOf(id: string, others: readonly PortfolioRecord[], portfolio: Portfolio): readonly string[] {
  for (const other of others) {
    const cycle = other.id === null ? undefined : portfolio.cycleFrom(other.id);
    const ring = cycle?.[0] === cycle?.at(-1) ? cycle?.slice(0, -1) : cycle;
    const at = ring?.indexOf(id) ?? -1;
    if (ring && at >= 0) return [...ring.slice(at), ...ring.slice(0, at), id];
  }
  return [];
}

function side(
  record: ChangeRecord,
  named: readonly NamedRecord[],
  naming: readonly string[],
  portfolio: Portfolio,
  list: 'upstream' | 'downstream',
): readonly DependencyNode[] {
  const ids = new Set([...named.map(({ id }) => id), ...naming]);
  return [...ids].map((id): DependencyNode => {
    const here = named.find((each) => each.id === id);
    const [other] = portfolio.named(id);
    return {
      id,
      title: other?.title ?? undefined,
      status: other?.status ?? undefined,
      role: other?.role ?? undefined,
      statusLabel: other ? statusLabel(other.status) : 'Unknown',
      path: other?.path,
      named: here && naming.includes(id) ? 'both' : here ? 'here' : 'there',
      concern: concernOf(record, id, other, list),
      target: here && targetOf(here),
    };
  });
}

function concernOf(
  record: ChangeRecord,
  id: string,
  other: PortfolioRecord | undefined,
  list: 'upstream' | 'downstream',
): string | undefined {
  if (id === record.id?.text) return 'It names itself.';
  if (!other) return 'There is no such record.';
  if (list === 'downstream' || record.status?.value?.final === true) return undefined;
  if (other.givenUp) return `It is ${statusLabel(other.status).toLowerCase()} and will not be completed.`;
  const hasStarted = record.stage === 'in-progress';
  return hasStarted && other.stage !== 'completed' ? 'It is not completed, and this record has started.' : undefined;
}

function summaryOf(
  upstream: readonly DependencyNode[],
  downstream: readonly DependencyNode[],
  cycle: readonly string[],
  portfolio: Portfolio,
): string {
  if (cycle.length > 0) return `It stands in a cycle: ${cycle.join(' › ')}.`;
  if (upstream.length + downstream.length === 0) return 'It depends on no other record, and none depends on it.';
  const open = upstream.map(({ id }) => id).filter((id) => portfolio.named(id)[0]?.stage !== 'completed');
  const some = counted(upstream.length, 'record');
  const waits =
    upstream.length === 0
      ? 'It waits for no other record'
      : open.length > 0
        ? `It waits for ${some}, of which ${listed(open)} ${open.length === 1 ? 'is' : 'are'} not completed`
        : `It waited for ${some}, ${upstream.length === 1 ? 'which is' : 'all'} completed`;
  return `${waits}; it affects ${downstream.length === 0 ? 'no other record' : counted(downstream.length, 'record')}.`;
}

function tableOf(upstream: readonly DependencyNode[], downstream: readonly DependencyNode[]): PictureTable {
  const line = (
    way: string,
    { id, title, statusLabel, concern, target }: DependencyNode,
  ): PictureTable['rows'][number] => ({
    cells: [id, way, title ?? '', statusLabel, concern ?? ''],
    target,
  });
  return {
    caption: 'Dependencies',
    columns: ['Record', 'Relation', 'Title', 'Status', 'What there is to say'],
    rows: [...upstream.map((node) => line('waited for', node)), ...downstream.map((node) => line('affected', node))],
    empty: 'It depends on no other record, and none depends on it.',
  };
}
