import type { RecordSummary } from '../recordSummary';
import { cyclesOf } from './cycles';

/** What is looked at of a record that others are compared with. */
export type PortfolioRecord = Pick<
  RecordSummary,
  'path' | 'id' | 'title' | 'status' | 'role' | 'stage' | 'final' | 'givenUp' | 'archived' | 'links'
> & {
  /** ISO day; null: not recorded. */
  readonly created: string | null;
  /** The branch that has it so; absent: the files of the workspace. */
  readonly branch?: string;
};

/** What of a summary others look at; small enough to be sent to another thread. */
export function toPortfolio(summary: RecordSummary): PortfolioRecord {
  const { path, id, title, status, role, stage, final, givenUp, archived, links, dates } = summary;
  return { path, id, title, status, role, stage, final, givenUp, archived, links, created: dates.created };
}

/**
 * All records of a workspace side by side: who depends on whom, and who claims which file. Made again when what records
 * say of each other changed; linear in the number of links.
 */
export class Portfolio {
  private readonly byId = new Map<string, PortfolioRecord[]>();
  private readonly claims = new Map<string, PortfolioRecord[]>();
  private readonly cycles: ReadonlyMap<string, readonly string[]>;

  /** The records of other branches with an ID. */
  private readonly elsewhere = new Map<string, PortfolioRecord[]>();

  constructor(records: Iterable<PortfolioRecord>) {
    const here: PortfolioRecord[] = [];
    const there: PortfolioRecord[] = [];
    for (const record of records) (record.branch === undefined ? here : there).push(record);
    const known = new Set(here.map(({ id }) => id));
    for (const record of there) if (record.id !== null) push(this.elsewhere, record.id, record);
    // What is here counts as it is here, whatever another branch has made of it.
    const all = [...here, ...firstOfEach(there.filter(({ id }) => id !== null && !known.has(id)))];
    for (const record of all) {
      if (record.id !== null) push(this.byId, record.id, record);
      if (isOpen(record)) for (const file of record.links.files) push(this.claims, file, record);
    }
    this.cycles = cyclesOf(
      new Map(all.flatMap(({ id, links }) => (id === null ? [] : [[id, links.upstream] as const]))),
    );
  }

  /** Records with an ID; more than one where it was given twice. */
  named(id: string): readonly PortfolioRecord[] {
    return this.byId.get(id) ?? [];
  }

  /** The versions of a record that other branches have. */
  onOtherBranches(id: string): readonly PortfolioRecord[] {
    return this.elsewhere.get(id) ?? [];
  }

  /** The cycle of dependencies that a record stands in, from it on; each cycle is reported at one of its records only. */
  cycleFrom(id: string): readonly string[] | undefined {
    return this.cycles.get(id);
  }

  /** Open records that name a file. */
  claiming(file: string): readonly PortfolioRecord[] {
    return this.claims.get(file) ?? [];
  }
}

/** Whether a record is submitted and not finished: what it claims matters to others. */
export function isOpen({ stage, final, archived }: PortfolioRecord): boolean {
  return !archived && !final && stage !== 'draft';
}

/** The first of all with the same ID: of the branch that changed last. */
function firstOfEach(records: readonly PortfolioRecord[]): PortfolioRecord[] {
  const first = new Map<string | null, PortfolioRecord>();
  for (const record of records) if (!first.has(record.id)) first.set(record.id, record);
  return [...first.values()];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
