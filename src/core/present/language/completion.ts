import type { RecordSummary } from '../../workspace/recordSummary';
import type { OwnerRule } from '../../workspace/people/codeowners';
import type { NamedPerson } from '../../workspace/people/peopleOfRecord';
import type { Process } from '../../process/process';
import type { Span } from '../../text/span';

/** What a completion stands for; faces choose their icon by it. */
export type CompletionKind =
  | 'status'
  | 'option'
  | 'box'
  | 'person'
  | 'role'
  | 'token'
  | 'date'
  | 'record'
  | 'requirement'
  | 'file'
  | 'folder'
  | 'section';

/** Something that may be written at the cursor. All texts are plain, never markup. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  /** Behind the label, in the list: "legal from PROPOSED". */
  readonly detail: string;
  /** More of it, beside the list. */
  readonly documentation: string;
  /** Written with LF; takes the line ending of the place it comes to. */
  readonly insert: string;
  /** What it replaces: never more than one line, and the cursor is in it. */
  readonly span: Span;
  /** What is compared with the text between the beginning of the span and the cursor. */
  readonly filter: string;
  /** Asks for completions again when it was written: a folder. */
  readonly continues: boolean;
}

/** The completions at a place, in the order in which they are offered. */
export interface Completions {
  readonly items: readonly Completion[];
  /** There are more than could be offered; typing on narrows them down. */
  readonly isIncomplete: boolean;
}

/** One entry of a folder of the workspace. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** A requirement that the workspace knows. */
export interface KnownRequirement {
  /** `REQ-014`, as its source writes it. */
  readonly id: string;
  readonly title: string;
}

/** What is known outside of the text at hand. Each is asked for only where it is needed. */
export interface LanguageFacts {
  readonly processes: readonly Process[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The IANA time zone of the policy. */
  readonly zone: string;
  records(): readonly RecordSummary[];
  requirements(): Promise<readonly KnownRequirement[]>;
  /** Everybody that records name, once a record. */
  people(): Iterable<NamedPerson>;
  /** The rules of CODEOWNERS. */
  owners(): Promise<readonly OwnerRule[]>;
  /** What a folder of the workspace holds; nothing for one that is not there. */
  entries(folder: string): Promise<readonly FolderEntry[]>;
}

/** No completions. */
export const noCompletions: Completions = { items: [], isIncomplete: false };

/** How many are offered at once; typing on brings the others. */
export const mostOffered = 200;
