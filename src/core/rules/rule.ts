import type { RuleCode, Finding, RuleDescription } from '../findings/finding';
import type { Draft } from '../findings/draftFinding';
import type { BusinessHours } from '../lifecycle/businessHours';
import type { Schedule } from '../lifecycle/windows';
import type { AcrossView } from './acrossView';
import type { ChangeStep } from '../change/change';
import type { AnswerSeverities } from './wantedAnswers';
import type { ChangeRecord } from '../record/record';
import type { Process } from '../process/process';
import type { CalendarDate } from '../text/calendarDate';
import type { RequirementsMatrix } from '../record/readRequirements';
import type { CheckedSuppression } from '../findings/checkedSuppression';

/** What is known of a record from its path alone. */
export interface KnownRecord {
  readonly path: string;
  /** It lies in an archive folder (reading 37). */
  readonly archived: boolean;
}

/** What a rule is given. */
export interface RuleContext {
  readonly record: ChangeRecord;
  readonly process: Process;
  /** Today in the zone of the policy. */
  readonly today: CalendarDate;
  /** The moment, in UTC, for what a fix writes. */
  readonly now: () => CalendarDate;
  /** All records of the workspace by upper-case ID, for rules across records; this one is among them. */
  readonly known: ReadonlyMap<string, readonly KnownRecord[]>;
  /** The requirements matrix of the workspace; undefined where there is none. */
  readonly requirements?: RequirementsMatrix | undefined;
  /** After how many days without a change a record is brought to mind, by status; absent: never. */
  readonly untouched?: ReadonlyMap<string, number> | undefined;
  /** What a period in business hours counts. */
  readonly businessHours: BusinessHours;
  /** When changes may be made, as far as the policy says so. */
  readonly schedule?: Schedule | undefined;
  /** The record held against the others of its workspace; undefined where they are not known. */
  readonly across?: AcrossView | undefined;
  /** Severities that the policy gives to what is missing, by name or key of a field, section or document. */
  readonly answers?: AnswerSeverities | undefined;
  /** What makes a word another name of a status, in the policy; undefined where nobody is there to choose. */
  readonly nameStatus?: ((status: string, word: string) => readonly ChangeStep[]) | undefined;
  /** The suppressions of its texts, and what each was good for; known to rules that look `afterwards`. */
  readonly suppressions: readonly CheckedSuppression[];
  /** What all rules but one find in another version of the record: for a rule whose fix must add no finding. */
  lintWithout(code: RuleCode, changed: ChangeRecord): readonly Finding[];
}

/** One rule: one file, one object. */
export interface Rule extends RuleDescription {
  /** It looks at what became of the findings of all other rules, and therefore comes after them. */
  readonly afterwards?: boolean;
  check(context: RuleContext): Iterable<Draft>;
}

/** Types a rule; says nothing more. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
