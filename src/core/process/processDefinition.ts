import type { RecordIdFormat } from '../record/recordId';

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
  /** What one record is called, in title case: «Change Request». */
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
}

/** The two shapes of record that the reports tell apart. */
export type RecordKind = 'change-request' | 'change-record';

/** The state of a record. The list is not an order (reading 28): `stage` says how far a record has come. */
export interface StatusDefinition {
  readonly id: string;
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
}

/** Who has to approve. */
export interface RoleDefinition {
  readonly id: string;
  /** As the template's box calls it: «Technical Lead». */
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
}

/**
 * What a template cannot say of a section. A section that is a field of its own («Problem Statement») is asked for by
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
  readonly answer?: AnswerKind;
  readonly requiredFrom?: Stage;
  readonly requiredWhen?: Condition;
  /** Choices only: options that stand against all others of the group («No changes to auth», reading 25). */
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
 * `choice`: one of the options; `choices`: any of them, each «applies»; `done`: boxes to be ticked off (reading 24).
 */
export type AnswerKind =
  'text' | 'choice' | 'choices' | 'done' | 'date' | 'date-time' | 'token' | 'people' | 'list' | 'risks' | 'table';

/** A condition over the answers of a record, by field key. */
export type Condition =
  | { readonly field: string; readonly is: readonly string[] }
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] };
