import type { RecordKind, Stage } from '../process/processDefinition';
import type { Progress } from '../record/record';
import type { Finding, Severity } from '../rules/rule';
import type { Range } from '../text/lineIndex';

/** What the index keeps of a record: enough to list, to sort and to find it; never its text. */
export interface RecordSummary {
  /** Workspace-relative. */
  readonly path: string;
  readonly kind: RecordKind;
  readonly processId: string;
  /** Upper case; null where the file name is no ID. */
  readonly id: string | null;
  /** The file name without `.md`, for records without an ID. */
  readonly name: string;
  readonly title: string | null;
  /** As in the process (`IN_PROGRESS`); null: not recorded. */
  readonly status: string | null;
  readonly stage: Stage;
  readonly type: string | null;
  readonly priority: string | null;
  /** Options of Category, for change requests. */
  readonly categories: readonly string[];
  readonly risk: string | null;
  readonly requestor: string | null;
  /** ISO days; null: not recorded. */
  readonly dates: {
    readonly created: string | null;
    readonly lastUpdated: string | null;
    readonly proposed: string | null;
    readonly approval: string | null;
    readonly start: string | null;
    readonly deployed: string | null;
  };
  readonly approval: {
    readonly valid: boolean;
    /** Labels of the roles that have not approved yet. */
    readonly waitsFor: readonly string[];
  };
  readonly progress: Progress;
  /** Workspace-relative paths of its companions. */
  readonly companions: readonly string[];
  /** It lies in an archive folder (reading 37). */
  readonly archived: boolean;
  /** Where its ID stands: in the H1, else the beginning of the text. */
  readonly idRange: Range;
  readonly problems: Readonly<Record<Severity, number>>;
}

/** A record as the index last saw it. */
export interface IndexedRecord {
  readonly summary: RecordSummary;
  /** Of the record and its companions; each names its own path. */
  readonly findings: readonly LocatedFinding[];
}

/** A finding with the range of its span, so that it can be shown without the text. */
export interface LocatedFinding extends Finding {
  readonly range: Range;
  readonly relatedRanges: readonly Range[];
}
