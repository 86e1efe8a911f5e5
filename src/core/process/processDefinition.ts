import type { ProcessWords } from './processWords';
import type { LoopDefinition } from './changeLoop';
import type { RecordIdFormat } from './recordId';

/**
 * A process as data: what a team would write, and the format in which the two built-in processes are written.
 *
 * The documents are given as template Markdown. Their headings are the sections, their labels the fields, their
 * `[A | B]` and boxes the options, and their example values the placeholders; the lint reads them from the same text
 * that a new record is written with, so that the two cannot drift apart. `fields` and `sections` add what a
 * template cannot say: what sort of answer is due, from which status on, and under which other names it goes.
 */
export interface ProcessSource {
  readonly id: string;
  /** What one record is called, in title case: "Change Request". */
  readonly name: string;
  readonly kind: RecordKind;
  readonly identity: RecordIdFormat;
  readonly statuses: readonly StatusDefinition[];
  readonly transitions: readonly TransitionDefinition[];
  readonly roles: readonly RoleDefinition[];
  readonly tokens: readonly TokenDefinition[];
  readonly documents: readonly DocumentSource[];
  readonly sections: readonly SectionRule[];
  readonly fields: readonly FieldRule[];
  /** How branches are named; absent: the process does not say. The first rule whose condition holds counts. */
  readonly branchNames?: readonly BranchRule[];
  /** How risks are scored; absent: three steps (reading 39). */
  readonly risk?: RiskDefinition;
  /** What rules measure with; absent, or a part of it: the usual ones. */
  readonly limits?: LimitsDefinition;
  /** Where the steps of its plan belong in the loop; absent: what the built-in plan says. */
  readonly loop?: LoopDefinition;
  /** The words that its lists and tables go by; absent: the usual ones. */
  readonly words?: ProcessWords;
}

/** How risks are scored: probability × impact, each of some levels; a score falls into a band (reading 39). */
export interface RiskDefinition {
  /** What the levels of probability and impact count, by name. */
  readonly levels: Readonly<Record<string, number>>;
  /** Other words for a level, by the level. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  /** From which score on a band begins, by its name. */
  readonly bands: Readonly<Record<string, number>>;
  /** From which band on a risk is high and asks for more depth; absent: HIGH, else the last but one. */
  readonly high?: string;
}

/** What rules measure with. Periods are written as `readPeriod` reads them. */
export interface LimitsDefinition {
  /** Percent of the code that tests cover at least. */
  readonly coverage?: number;
  /** By how many percent a metric may get worse and still be called neutral. */
  readonly neutral?: number;
  /** From how many systems on a change reaches far. */
  readonly systems?: number;
  /** How long a deployment is watched at least. */
  readonly monitoring?: string;
  /** Within which the CTO is notified of an emergency. */
  readonly notification?: string;
  /** How long after its window a change may be without a word. */
  readonly windowGrace?: string;
  /** Within which a change is approved, by its type; `none`: any time. */
  readonly approval?: Readonly<Record<string, string>>;
  /** Within which a change is reviewed after it was made, by its type; `none`: any time. */
  readonly review?: Readonly<Record<string, string>>;
}

/** The two shapes of record that the reports tell apart. */
export type RecordKind = 'change-request' | 'change-record';

/**
 * What a status stands for: everything that the product does with a status it does by this and never by its name.
 * `waiting`: somebody has to decide; `in-work`: the change is being made; `completed`: it was made and the record is
 * closed; `on-hold`: nobody works on it; `rejected`: it was refused; `abandoned`: it was given up.
 */
export const statusRoles = [
  'draft',
  'waiting',
  'approved',
  'in-work',
  'completed',
  'on-hold',
  'rejected',
  'abandoned',
] as const;
export type StatusRole = (typeof statusRoles)[number];

/** The role of a status that names none, by how far a record with it has come. */
export function usualRole({ stage, final }: Pick<StatusDefinition, 'stage' | 'final'>, isFirst: boolean): StatusRole {
  if (stage === 'draft') return isFirst ? 'draft' : final ? 'abandoned' : 'on-hold';
  return ({ proposed: 'waiting', approved: 'approved', 'in-progress': 'in-work', completed: 'completed' } as const)[
    stage
  ];
}

/** The state of a record. The list is not an order (reading 28): `stage` says how far a record has come. */
export interface StatusDefinition {
  readonly id: string;
  /** What it stands for, whatever it is called. */
  readonly role: StatusRole;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** Which answers are due: those of this stage and all before it. A record that was given up owes nothing. */
  readonly stage: Stage;
  /** No way leads out of it. */
  readonly final: boolean;
  /** A record in this state says that its approval was given. */
  readonly needsApproval: boolean;
  /** Other words for it, compared without case, blanks, hyphens and underscores. */
  readonly aliases?: readonly string[];
  /** What a move to it writes beside status, date and history, as far as the process has a place for it. */
  readonly entry?: EntryDefinition;
}

/** What a record gets that comes to a status. What is answered already is never written over. */
export interface EntryDefinition {
  /** Fields by key, each with what is known of them: the day of the move, or what the person says who moves it. */
  readonly answers?: readonly { readonly field: string; readonly from: 'today' | 'branch' | 'deployed' }[];
  /** Documents that begin now, as a section of the record. */
  readonly documents?: readonly DocumentSource['id'][];
  /** The field whose boxes are gone through before the move. */
  readonly checklist?: string;
}

/** How far a record has come, as far as what must be answered is concerned (reading 22). */
export const stages = ['draft', 'proposed', 'approved', 'in-progress', 'completed'] as const;
export type Stage = (typeof stages)[number];

/** A legal move (reading 28). */
export interface TransitionDefinition {
  readonly from: string;
  readonly to: string;
  /** When this move is legal, if it is not always so. */
  readonly when?: Condition;
  /** What has to hold first, beside the answers that the stage of the target owes. */
  readonly guards?: readonly GuardDefinition[];
  /** What the history says of it where nobody says more. */
  readonly note?: string;
}

/** Something that has to hold before a record moves. */
export type GuardDefinition =
  /**
   * The approval that the record needs was given. Nobody can insist on going on without it, but for a move that comes
   * too late for that: the record is past the approval already.
   */
  | { readonly kind: 'approval'; readonly unless?: Condition; readonly insistable?: boolean }
  /** Somebody says why. */
  | { readonly kind: 'reason' }
  /** A field has its answer although its stage does not ask for it. */
  | { readonly kind: 'answer'; readonly field: string }
  /** Nothing that is to be ticked off is open (reading 24). */
  | { readonly kind: 'steps' };

/**
 * How a branch is named: `feat/{reference}-{title}`. `{reference}` is what the change comes from, if the record names
 * it, else the record's ID.
 */
export interface BranchRule {
  readonly pattern: string;
  /** What such a branch usually refers to: a requirement (REQ-118) or an issue (Issue-42). */
  readonly reference: 'requirement' | 'issue';
  readonly when?: Condition;
}

/** Who has to approve. */
export interface RoleDefinition {
  readonly id: string;
  /** As the template's box calls it: "Technical Lead". */
  readonly label: string;
  readonly aliases?: readonly string[];
  /** When this role has to approve; absent: always. */
  readonly requiredWhen?: Condition;
}

/** A word that gives approval (reading 32), compared without case as the whole value of the token field. */
export interface TokenDefinition {
  readonly text: string;
}

/** One of the texts that make up a record. The first is the record itself; others are sections or companion files. */
export interface DocumentSource {
  readonly id: 'record' | 'impact-assessment' | 'implementation-plan' | 'closure';
  readonly template: string;
  /** From which stage on a record needs it, as a section or as a companion file (reading 14). */
  readonly requiredFrom?: Stage;
  readonly requiredWhen?: Condition;
  /** A new record has it from the beginning, as a section behind its own. */
  readonly withRecord?: boolean;
}

/**
 * What a template cannot say of a section. A section that is a field of its own ("Problem Statement") is asked for by
 * the rule of that field, and the section that a whole document is by the document's own `requiredFrom`.
 */
export interface SectionRule {
  /** Headings from the outermost, joined by ` / `, without numbers: `Impact Assessment / Code Impact`. */
  readonly path: string;
  readonly key: string;
  readonly aliases?: readonly string[];
  readonly requiredFrom?: Stage;
  readonly requiredWhen?: Condition;
}

/** What a template cannot say of a field. */
export interface FieldRule {
  /**
   * Section path, ` / `, label: `Basic Information / Category`; a label alone stands before the first section. The
   * last part may be a heading that is answered by what stands below it, or, below another label, the beginning of a
   * list item: `Impact Assessment / Systems affected` for `- Systems affected: [List]`.
   */
  readonly path: string;
  /** The name that rules, reports and conditions use for it. */
  readonly key: string;
  readonly aliases?: readonly string[];
  /** Other names that count only where the field belongs: `Start` below "Dates". */
  readonly localAliases?: readonly string[];
  /** What stands in its section without a label answers it: a list of paths, or words of any other kind. */
  readonly unlabeled?: 'paths' | 'words';
  readonly answer?: AnswerKind;
  readonly requiredFrom?: Stage;
  readonly requiredWhen?: Condition;
  /** Choices only: options that stand against all others of the group ("No changes to auth", reading 25). */
  readonly exclusive?: readonly string[];
  /** Choices only: what every option of the template stands for in reports, where it is not the option itself. */
  readonly values?: Readonly<Record<string, string>>;
  /** Choices only: options that are read beside those of the template (a risk level of four steps, reading 45). */
  readonly more?: readonly string[];
  /** Choices only: other words for an option, by the option. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  /** A field of ours that the template does not have (reading 44, Closure). */
  readonly optional?: boolean;
  /** Fields of ours: the line that asks for it, written as a template would. */
  readonly template?: string;
  /** Fields of ours: the key of the field that it is written behind. */
  readonly after?: string;
  /**
   * What a new document says here already, as far as that is known without asking: `{id}` stands for its ID, `{today}`
   * for the day and `{now}` for day and time. For a table: its rows, one a line, without the outer pipes.
   */
  readonly initial?: string;
}

/**
 * What sort of answer a field wants.
 * `choice`: one of the options; `choices`: any of them, each "applies"; `done`: boxes to be ticked off (reading 24).
 */
export type AnswerKind =
  'text' | 'choice' | 'choices' | 'done' | 'date' | 'date-time' | 'token' | 'people' | 'list' | 'risks' | 'table';

/** A condition over the answers of a record, by field key. */
export type Condition =
  | { readonly field: string; readonly is: readonly string[] }
  /** The date in the record's ID is this ISO day or a later one; a record without an ID is none of them. */
  | { readonly idSince: string }
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] };
