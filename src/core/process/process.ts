import type { ProcessWords } from './processWords';
import type { LoopDefinition } from './changeLoop';
import type { RecordIdFormat } from './recordId';
import type { Span } from '../text/span';
import type { Limits } from './limits';
import type {
  AnswerKind,
  Condition,
  DocumentSource,
  ProcessSource,
  RecordKind,
  RoleDefinition,
  Stage,
  StatusDefinition,
  StatusRole,
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
  readonly risk: RiskScale;
  readonly limits: Limits;
  readonly loop: LoopDefinition;
  readonly words: ProcessWords;
  /** A field by its key. */
  field(key: string): FieldDefinition | undefined;
  /** A status by its id or one of its other names, tolerant of case, blanks, hyphens and underscores. */
  status(text: string): StatusDefinition | undefined;
  /** The first status with a role. */
  statusWith(role: StatusRole): StatusDefinition | undefined;
}

/** How risks are scored (reading 39). */
export interface RiskScale {
  /** From the lowest. */
  readonly levels: readonly RiskLevel[];
  /** From the lowest. */
  readonly bands: readonly RiskBand[];
  /** The band from which on a risk is high. */
  readonly high: string;
  /** The highest score that there is. */
  readonly highest: number;
}

/** A step of the scale for probability and impact. */
export interface RiskLevel {
  readonly name: string;
  readonly value: number;
  /** Its first letters: `M`, `VH`. */
  readonly letters: string;
  /** Everything that is read as this level, as `riskName` writes it. */
  readonly names: readonly string[];
}

/** What a score falls into. */
export interface RiskBand {
  readonly name: string;
  /** The score from which on it counts. */
  readonly from: number;
  /** The scores in it that there are, from the lowest. */
  readonly scores: readonly number[];
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
  /** Where it stands in the template of its document: from its heading to the next one of its level or above. */
  readonly span: Span;
  readonly requiredFrom: Stage | undefined;
  readonly requiredWhen: Condition | undefined;
}

/** An option of a choice. */
export interface OptionDefinition {
  /** As in the template: `P1 - HIGH (Major feature, significant bug)`. */
  readonly label: string;
  /** What reports call it: `P1`. */
  readonly value: string;
  /** Everything that is read as this option, normalized: `p1`, `p1 high`, `high`. */
  readonly names: readonly string[];
  /** It stands against all others of its group. */
  readonly exclusive: boolean;
  /** The writer adds words of their own behind it: `Other: _______`. */
  readonly open: boolean;
  /** The template offers it; others are read beside those of the template. */
  readonly offered: boolean;
}

/** Where the lines that ask for an answer stand. */
export interface FieldTemplate {
  /** The template of the document; for a field of ours its own lines. */
  readonly text: string;
  /** From its label or heading to the end of its value, without the last line ending. */
  readonly span: Span;
  /** Its value, without blanks around it. */
  readonly value: Span;
}

/** A field as the template has it. */
export interface FieldDefinition {
  readonly key: string;
  /** Its label as in the template. For a section that is answered by its prose, the heading. */
  readonly label: string;
  /** What is compared: without case, numbers and bracketed notes. Its own name first. */
  readonly names: readonly string[];
  /** Those of its names that count only where it belongs. */
  readonly localNames: ReadonlySet<string>;
  /** What stands in its section without a label answers it. */
  readonly unlabeled: 'paths' | 'words' | undefined;
  /** Undefined: before the first section. A heading that is a field of its own: the section that it heads. */
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
  /** The key of the field that it is listed under: `Latency` under `Expected Changes`. */
  readonly group: string | undefined;
  /** Its lines in the template; undefined for a field of ours that says nothing of how it is written. */
  readonly template: FieldTemplate | undefined;
  /** Fields of ours: the key of the field that it is written behind. */
  readonly after: string | undefined;
  /** What a new document says, with `{id}`, `{today}` and `{now}` to be filled in. */
  readonly initial: string | undefined;
}
