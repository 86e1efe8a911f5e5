import type { Approval } from '../approval/approvalOf';
import type { LocatedFinding, QuietFindings } from '../findings/locatedFinding';
import type { RecordLinks } from '../record/recordLinks';
import type { NamedPerson } from './people/peopleOfRecord';
import type { RecordKind, Stage, StatusRole } from '../process/processDefinition';
import type { Progress } from '../record/record';
import type { Severity } from '../findings/finding';
import type { Range } from '../text/lineIndex';
import type { RecordCourse } from '../lifecycle/recordCourse';

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
  /** What the status stands for; null: not recorded. */
  readonly role: StatusRole | null;
  readonly stage: Stage;
  /** No way leads out of its status. */
  readonly final: boolean;
  /** It ended without being completed, or was refused. */
  readonly givenUp: boolean;
  readonly type: string | null;
  readonly priority: string | null;
  /** Options of Category, for change requests. */
  readonly categories: readonly string[];
  readonly risk: string | null;
  readonly requestor: string | null;
  /** Everybody that it names, with their roles. */
  readonly people: readonly NamedPerson[];
  /** The branch that its Branch field names (reading 5). */
  readonly branch: string | null;
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
    readonly state: Approval['state'];
    /** What it lacks, in words that go on from "…, but "; that nobody gave it comes first. */
    readonly gaps: readonly string[];
    /** While it waits for its approval: the roles that have not approved yet, else what is missing. */
    readonly waitsFor: readonly string[];
  };
  readonly progress: Progress;
  /** How it went from its request on: what metrics, due dates and the calendar are made of. */
  readonly course: RecordCourse;
  /** Workspace-relative paths of its companions. */
  readonly companions: readonly string[];
  /** The records and files that it names. */
  readonly links: RecordLinks;
  /** It lies in an archive folder (reading 37). */
  readonly archived: boolean;
  /** Where its ID stands: in the H1, else the beginning of the text. */
  readonly idRange: Range;
  readonly problems: Readonly<Record<Severity, number>>;
  /** What it says of its state or its approval is refuted by another place in it: errors of these two families. */
  readonly contradicted: boolean;
}

/** A record as the index last saw it. */
export interface IndexedRecord {
  readonly summary: RecordSummary;
  /** Of the record and its companions; each names its own path. */
  readonly findings: readonly LocatedFinding[];
  /** What is not shown; absent where the record could not be read. */
  readonly quiet?: QuietFindings;
}
