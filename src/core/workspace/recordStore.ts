import { readRecord, type RecordSource } from '../record/readRecord';
import type { ChangeRecord } from '../record/record';
import { checkRecord, type CheckedRecord, type LintOptions } from '../rules/engine/lintRecord';

/** How records are read and checked; others count, in the tests. */
export interface RecordWork {
  readonly read: (source: RecordSource) => ChangeRecord;
  readonly check: (record: ChangeRecord, options: LintOptions) => CheckedRecord;
}

/** One version of a record, with what was found in it the last time. */
interface Version {
  readonly source: RecordSource;
  readonly record: ChangeRecord;
  checked: { readonly heldAgainst: string; readonly found: CheckedRecord } | undefined;
}

/**
 * The records of one workspace folder that are in use, each read once for each version of its texts and checked once for
 * each version of what it is held against. Everything that needs a record asks here: the index, diagnostics, lenses,
 * hints, hovers, code actions, panels and commands. Only the records that were asked for last are kept, since a whole
 * record holds its texts; a capacity of 0 keeps none.
 */
export class RecordStore {
  /** By path, the one that was asked for last at the end. */
  private readonly versions = new Map<string, Version>();

  constructor(
    private readonly capacity = 32,
    private readonly work: RecordWork = { read: readRecord, check: checkRecord },
  ) {}

  /** The record that some texts are. */
  read(source: RecordSource): ChangeRecord {
    return this.versionOf(source).record;
  }

  /**
   * What is found in a record. `heldAgainst` says in which state everything else is that its findings depend on: the
   * policy, the day, the other records.
   */
  check(record: ChangeRecord, heldAgainst: string, options: () => LintOptions): CheckedRecord {
    const version = this.versions.get(record.path);
    if (version?.record !== record) return this.work.check(record, options());
    if (version.checked?.heldAgainst !== heldAgainst)
      version.checked = { heldAgainst, found: this.work.check(record, options()) };
    return version.checked.found;
  }

  private versionOf(source: RecordSource): Version {
    const { path } = source;
    const known = this.versions.get(path);
    const version =
      known && isSame(known.source, source) ? known : { source, record: this.work.read(source), checked: undefined };
    this.versions.delete(path);
    this.versions.set(path, version);
    for (const oldest of this.versions.keys()) {
      if (this.versions.size <= this.capacity) break;
      this.versions.delete(oldest);
    }
    return version;
  }
}

function isSame(a: RecordSource, b: RecordSource): boolean {
  const [own, others] = [a.companions ?? [], b.companions ?? []];
  return (
    a.process === b.process &&
    a.text === b.text &&
    own.length === others.length &&
    own.every(({ path, text }, index) => path === others[index]?.path && text === others[index].text)
  );
}
