import type { Block, Heading, Scan, TableRow } from '../markdown/blocks';
import type { Process, FieldDefinition, OptionDefinition, SectionDefinition } from '../process/process';
import type {
  Condition,
  RecordKind,
  RoleDefinition,
  Stage,
  StatusDefinition,
  TokenDefinition,
} from '../process/processDefinition';
import type { Span } from '../text/span';
import type { CalendarDate } from '../text/calendarDate';
import type { FactKeeper } from './facts';
import type { FileIdentity } from './fileIdentity';
import type { FrontMatterReading } from './readFrontMatter';
import type { IdResult, RecordId } from '../process/recordId';

/** A place in one of the texts of a record. */
export interface Place {
  readonly document: RecordDocument;
  readonly span: Span;
}

/** One text that a record is made of: the record's own file or a companion (readings 7 and 14). */
export interface RecordDocument extends FactKeeper {
  readonly path: string;
  readonly role: 'record' | 'companion';
  readonly text: string;
  readonly scan: Scan;
  /** What stands before the first H2, with the H1 as its heading if there is one; all others are below it. */
  readonly root: Section;
  /** All sections but the root in the order of the text. */
  readonly sections: readonly Section[];
}

/** A word of a record that is meant as its ID. */
export interface NamedId extends Place {
  readonly text: string;
  readonly read: Exclude<IdResult, { kind: 'none' }>;
}

/** A heading with everything down to the next heading of its level or above. */
export interface Section extends Place {
  /** Absent only in a root without H1. */
  readonly heading: Heading | undefined;
  /** The heading as it is written. */
  readonly title: string;
  /** The heading as it is compared; empty for the root, which is found by its place. */
  readonly name: string;
  readonly level: number;
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
  /** Its own pieces, down to the first heading of a child. */
  readonly blocks: readonly Block[];
  /** From behind its heading to the first heading of a child. */
  readonly body: Span;
  /** What the process knows of it. */
  readonly definition: SectionDefinition | undefined;
}

/** How a value was found (reading 12). */
export type AnswerForm = 'line' | 'item' | 'next-lines' | 'heading' | 'table' | 'front-matter' | 'prose';

/** A box or a word that stands for an option. */
export interface Choice {
  /** Undefined if the process does not know it. */
  readonly option: OptionDefinition | undefined;
  /** As it is written, without its box. */
  readonly text: string;
  readonly span: Span;
  /** Its box, if it has one. */
  readonly box: Span | undefined;
  readonly checked: boolean;
  /** Its box says that it is not to be done any more: `[-]`. */
  readonly dropped: boolean;
}

/** What a record says to a field of its process. `span` is the value as small as it goes; empty if nothing is there. */
export interface Answer extends Place {
  readonly field: FieldDefinition;
  /** The label, or the heading that does its work; for front matter the key. */
  readonly label: Span;
  readonly form: AnswerForm;
  /** The value as it is written. */
  readonly text: string;
  /** It differs from the template's own value and from every placeholder (readings 19 and 20). */
  readonly filled: boolean;
  /** For choices: all options met, ticked or not. A choice that was written as a word is "checked". */
  readonly choices: readonly Choice[];
  /** For choices: those that were chosen. */
  readonly chosen: readonly Choice[];
  /** For dates: the day, if it could be read. */
  readonly date: CalendarDate | undefined;
}

/** The status of a record as it is written. */
export interface StatusReading extends Place {
  readonly text: string;
  /** Undefined if the process knows no such status. */
  readonly value: StatusDefinition | undefined;
  /** It is still the template's list of all statuses, or empty. */
  readonly placeholder: boolean;
  /** Not in the form of the template (case, emoji, gloss). */
  readonly drifted: boolean;
}

/** What the token field says (reading 32). */
export interface TokenReading extends Place {
  readonly text: string;
  /** `token`: one of the process's words. `affirmative`: Yes. `negative`: No, PENDING. `unknown`: any other words. */
  readonly kind: 'token' | 'affirmative' | 'negative' | 'placeholder' | 'unknown';
  readonly token: TokenDefinition | undefined;
  /** The day that stands with a token. */
  readonly date: CalendarDate | undefined;
}

/** When an approval was given: by its own field, with the token, or where the last person approves. */
export interface ApprovalDate extends Place {
  /** Of its own field; undefined where the date stands elsewhere. */
  readonly label: Span | undefined;
  readonly text: string;
  readonly filled: boolean;
  /** The day, if only one can be meant. */
  readonly date: CalendarDate | undefined;
  /** A day is there, though it may be one of two: `05/06/2026`. */
  readonly isGiven: boolean;
}

/** What one of the places that speak of a person's approval says (reading 31). */
export interface RoleApproval extends Place {
  /**
   * `box`: "Technical Lead: ____ (Date: ____)", with or without its box. `approver-line`: `[Name] - [Role] - [Approval
   * Status]` of Approver(s). `line`: "Approved by Dana Field on 2026-02-10". `assessment`: Security Approval of the impact assessment. `approver`: a change record's.
   */
  readonly place: 'box' | 'line' | 'approver-line' | 'assessment' | 'approver';
  readonly role: RoleDefinition | undefined;
  readonly roleText: string;
  readonly name: string | undefined;
  readonly state: 'approved' | 'pending' | 'rejected' | 'unanswered';
  /** Words or a mark tell the state; else it is taken from what is there, a name and a date. */
  readonly isSaid: boolean;
  readonly date: CalendarDate | undefined;
}

/** All that a record says of its approval. */
export interface ApprovalReading {
  /** Undefined if there is no such field. */
  readonly token: TokenReading | undefined;
  readonly date: ApprovalDate | undefined;
  readonly roles: readonly RoleApproval[];
}

/** A date as it is written, and the day it tells. */
export interface DateReading {
  readonly text: string;
  readonly span: Span;
  readonly placeholder: boolean;
  /** Undefined if it is a placeholder or no real calendar date. */
  readonly date: CalendarDate | undefined;
}

/** A row of Change History. Rows whose date is a placeholder are the template's own and not listed (reading 34). */
export interface HistoryRow extends Place {
  readonly row: TableRow | undefined;
  readonly date: DateReading;
  readonly status: { readonly text: string; readonly span: Span; readonly value: StatusDefinition | undefined };
  /** Words of a log, "approved" or "merged", tell the status, and not its name. */
  readonly inWords: boolean;
  readonly notes: { readonly text: string; readonly span: Span };
}

/** One step of a three-step scale; more steps by policy. */
export interface LevelReading {
  readonly text: string;
  readonly span: Span;
  /** 1, 2, 3 for Low, Medium, High; undefined if it is a placeholder or unknown. */
  readonly value: number | undefined;
  readonly placeholder: boolean;
}

/** A risk of the numbered list, or a row of the risk matrix (reading 41). */
export interface RiskReading extends Place {
  readonly source: 'list' | 'table';
  /** The number it carries in the list; the position in the table, from 1. */
  readonly number: number;
  readonly description: { readonly text: string; readonly span: Span };
  readonly probability: LevelReading | undefined;
  readonly impact: LevelReading | undefined;
  /** Table only: what the score column says. */
  readonly score: { readonly text: string; readonly span: Span; readonly value: number | undefined } | undefined;
  readonly mitigation: { readonly text: string; readonly span: Span; readonly filled: boolean } | undefined;
}

/** Boxes of the plan, of which only "done" ones count (reading 24). */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Where one of the documents beside the record is to be found (reading 14). */
export interface PartReading {
  readonly id: 'impact-assessment' | 'implementation-plan' | 'closure';
  readonly section: Section | undefined;
  readonly companions: readonly RecordDocument[];
  /** A link to a companion that was not given, under a heading of its name. */
  readonly link: Place | undefined;
  readonly present: boolean;
}

/** From when on, and under which condition, something is asked for. */
export interface Requirement {
  readonly requiredFrom?: Stage | undefined;
  readonly requiredWhen?: Condition | undefined;
}

/** A change request or change record, read from its text. Everything in it says where it was found. */
export interface ChangeRecord extends FactKeeper {
  readonly path: string;
  readonly process: Process;
  readonly kind: RecordKind;
  readonly document: RecordDocument;
  /** The record's own text first. */
  readonly documents: readonly RecordDocument[];
  /** What the file name says (reading 3: the file name is the key). */
  readonly fileIdentity: FileIdentity;
  /** The ID of the file name; undefined if it is none. */
  readonly id: RecordId | undefined;
  /** Where it names its own ID in its text, with the words of each place that are meant as IDs; the H1 first. */
  readonly namedIds: readonly (readonly NamedId[])[];
  /** The ID in the H1 (else behind a label, in another heading or in the front matter), as it is written. */
  readonly headingId: (Place & { readonly text: string; readonly id: RecordId | undefined }) | undefined;
  readonly title: (Place & { readonly text: string; readonly filled: boolean }) | undefined;
  readonly status: StatusReading | undefined;
  /** How far the record has come: the status's stage; `draft` where no status is recorded. */
  readonly stage: Stage;
  /** `P0`…`P3`, in whatever form it was written. */
  readonly priority: string | undefined;
  /** `standard`, `normal` or `emergency`; undefined where the process has no types or none is chosen. */
  readonly type: string | undefined;
  readonly approval: ApprovalReading;
  readonly history: readonly HistoryRow[];
  readonly historySection: Section | undefined;
  readonly risks: readonly RiskReading[];
  readonly riskTable: readonly RiskReading[];
  readonly progress: Progress;
  readonly parts: readonly PartReading[];
  /** All answers found, in the order of the process's fields. A field that the record does not have has none. */
  readonly answers: readonly Answer[];
  /** The answer to a field by its key; the first one if it was given twice. */
  answer(key: string): Answer | undefined;
  /** Further answers to the same field in the same section. */
  readonly repeated: readonly { readonly first: Answer; readonly again: Answer }[];
  /** The front matter, where there is one (reading 17). */
  readonly frontMatter: FrontMatterReading | undefined;
  /** Values of the front matter that the body gives as well, but differently (reading 17). */
  readonly frontMatterConflicts: readonly { readonly front: Answer; readonly body: Answer }[];
  /** Whether this record has to have a part of the process at its stage (or at another one), by its conditions. */
  isDue(what: Requirement, stage?: Stage): boolean;
}
