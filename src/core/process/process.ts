import type { RecordIdFormat } from '../record/recordId';
import type {
  AnswerKind,
  Condition,
  DocumentSource,
  ProcessSource,
  RecordKind,
  RoleDefinition,
  Stage,
  StatusDefinition,
  TokenDefinition,
  TransitionDefinition,
} from './processDefinition';

/** A process, ready to read records with: the source and what its templates say. Made by `compileProcess`. */
export interface Process {
  readonly source: ProcessSource;
  readonly id: string;
  readonly name: string;
  readonly kind: RecordKind;
  readonly identity: RecordIdFormat;
  readonly statuses: readonly StatusDefinition[];
  readonly transitions: readonly TransitionDefinition[];
  readonly roles: readonly RoleDefinition[];
  readonly tokens: readonly TokenDefinition[];
  readonly documents: readonly DocumentDefinition[];
  /** All sections of all documents, outermost first. */
  readonly sections: readonly SectionDefinition[];
  /** All fields of all documents in the order of the templates, then those of ours. */
  readonly fields: readonly FieldDefinition[];
  /** A field by its key. */
  field(key: string): FieldDefinition | undefined;
  /** A status by its id or one of its other names, tolerant of case, blanks, hyphens and underscores. */
  status(text: string): StatusDefinition | undefined;
}

/** One document of a process with the sections it begins. */
export interface DocumentDefinition {
  readonly id: DocumentSource['id'];
  readonly template: string;
  readonly requiredFrom?: Stage;
  readonly requiredWhen?: Condition;
  /** The sections of its highest level; of the record all H2, of the others the one that the document is. */
  readonly sections: readonly SectionDefinition[];
}

/** A section as the template has it. */
export interface SectionDefinition {
  readonly key: string;
  /** Its heading as in the template, with its number: `1. Code Impact`. */
  readonly heading: string;
  /** What is compared: without number, bracketed notes and case. */
  readonly names: readonly string[];
  readonly level: number;
  readonly document: DocumentSource['id'];
  readonly parent: SectionDefinition | undefined;
  readonly children: readonly SectionDefinition[];
  readonly fields: readonly FieldDefinition[];
  /** The lines of its own that stand in the template between its heading and the next one, as they are. */
  readonly body: string;
  readonly requiredFrom: Stage | undefined;
  readonly requiredWhen: Condition | undefined;
}

/** An option of a choice. */
export interface OptionDefinition {
  /** As in the template: `P1 - HIGH (Major feature, significant bug)`. */
  readonly label: string;
  /** What reports call it: `P1`. */
  readonly value: string;
  /** Everything that is read as this option, normalised: `p1`, `p1 high`, `high`. */
  readonly names: readonly string[];
  /** It stands against all others of its group. */
  readonly exclusive: boolean;
}

/** A field as the template has it. */
export interface FieldDefinition {
  readonly key: string;
  /** Its label as in the template. For a section that is answered by its prose, the heading. */
  readonly label: string;
  /** What is compared: without case, numbers and bracketed notes. */
  readonly names: readonly string[];
  readonly section: SectionDefinition | undefined;
  readonly document: DocumentSource['id'];
  readonly answer: AnswerKind;
  readonly options: readonly OptionDefinition[];
  /** How the template writes the options. */
  readonly written: 'line' | 'boxes' | 'prose';
  /** The template's own value, without blanks around it: what counts as unanswered. */
  readonly placeholder: string;
  readonly requiredFrom: Stage | undefined;
  readonly requiredWhen: Condition | undefined;
  readonly optional: boolean;
}
