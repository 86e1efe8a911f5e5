import type { RecordSummary } from '../recordSummary';
import { summarize } from '../summarize';
import type { ChangeRecord } from '../../record/record';
import { acrossFacts } from './acrossFacts';
import type { AcrossFact } from '../../rules/acrossFact';
import type { AcrossView } from '../../rules/acrossView';
import { Portfolio, toPortfolio, type PortfolioRecord } from './portfolio';
import { linksOf, type PlacedLinks } from '../../record/recordLinks';

/**
 * Records held against each other: who sees what of whom, and of which record something else is seen than when it was
 * last looked at. Knows nothing until all records were compared once.
 */
export class Comparison {
  private portfolio: Portfolio | undefined;
  private elsewhere: readonly PortfolioRecord[] = [];
  private readonly seen = new Map<string, string>();
  /** Whether it says something when two records name a file. */
  isContested: (file: string) => boolean = () => true;

  /** Whether the records were compared already. */
  get isMade(): boolean {
    return this.portfolio !== undefined;
  }

  /** Adds the records as other branches have them to those that are compared. */
  setElsewhere(records: readonly PortfolioRecord[]): void {
    this.elsewhere = records;
  }

  /** All records side by side, those of other branches among them. */
  of(summaries: readonly RecordSummary[]): Portfolio {
    return new Portfolio([...summaries.map(toPortfolio), ...this.elsewhere]);
  }

  /** Compares again; the result are the paths of records of which something else is seen than before. */
  compare(portfolio: Portfolio, records: readonly PortfolioRecord[]): string[] {
    this.portfolio = portfolio;
    return records
      .filter((record) => {
        const facts = acrossFacts(record, portfolio, this.isContested);
        return keyOf(facts) !== (this.seen.get(record.path) ?? nothing);
      })
      .map(({ path }) => path);
  }

  /** What is seen of a record; `note` remembers that it was looked at. */
  view(record: ChangeRecord, links: PlacedLinks, note = false): AcrossView | undefined {
    const { portfolio } = this;
    const summary = portfolio && summarize(record, [], [], linksOf(links));
    const facts = portfolio && summary ? acrossFacts(toPortfolio(summary), portfolio, this.isContested) : undefined;
    if (note) this.seen.set(record.path, keyOf(facts ?? []));
    return facts && { facts, links };
  }

  forget(path: string): void {
    this.seen.delete(path);
  }
}

/** What others see of a record: as long as it is the same, nothing changes for them. */
export function seenByOthers(summary: RecordSummary | undefined): string {
  return summary ? JSON.stringify(toPortfolio(summary)) : '';
}

function keyOf(facts: readonly AcrossFact[]): string {
  return JSON.stringify(facts);
}

const nothing = keyOf([]);
