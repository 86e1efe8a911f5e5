import type { BusinessHours } from '../lifecycle/businessHours';
import type { Schedule } from '../lifecycle/windows';
import type { AcrossView } from '../across/acrossView';
import type { ChangeRecord, Place, RecordDocument } from '../record/record';
import type { Process } from '../process/process';
import type { Stage } from '../process/processDefinition';
import type { CalendarDate } from '../record/calendarDate';
import type { RequirementsMatrix } from '../requirements/readRequirements';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/textEdit';
import type { CheckedSuppression } from './checkedSuppression';

/** How much a finding matters. `off` is not a severity: such findings are not made. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** `CG101`: family and number; never used again for something else. */
export type RuleCode = `CG${number}`;

/** A severity for all stages, or one a stage; a stage that is not named has that of the stage before it. */
export type SeverityByStage =
  Severity | (Partial<Record<Stage, Severity | 'off'>> & { readonly draft: Severity | 'off' });

/** Another place that belongs to a finding: the other of two places that disagree. */
export interface RelatedPlace {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/** A change that mends a finding. Data only; one function applies it in the CLI and in the editor. */
export interface Fix {
  readonly title: string;
  /** Edits by path. */
  readonly edits: readonly { readonly path: string; readonly edit: TextEdit }[];
  /** The file gets another name; `to` is workspace-relative. */
  readonly rename?: { readonly from: string; readonly to: string };
  /** It cannot change what the record means, so that fix-all may apply it without asking. */
  readonly safe: boolean;
  /** Where the cursor goes, for a fix that brings a writer to the place instead of writing for them. */
  readonly reveal?: { readonly path: string; readonly span: Span };
}

/** Something that a rule found, as small as the wrong thing. */
export interface Finding {
  readonly code: RuleCode;
  readonly name: string;
  readonly severity: Severity;
  /** What was found, what was expected; one sentence. */
  readonly message: string;
  readonly path: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

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
  /** The suppressions of its texts, and what each was good for; known to rules that look `afterwards`. */
  readonly suppressions: readonly CheckedSuppression[];
  /** What all rules but one find in another version of the record: for a rule whose fix must add no finding. */
  lintWithout(code: RuleCode, changed: ChangeRecord): readonly Finding[];
}

/** What a rule yields: a finding without what the engine knows better. Made by {@link finding}. */
export interface Draft {
  readonly place: Place;
  readonly message: string;
  readonly relatedPlaces: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** Instead of the rule's severity, where one rule has cases of different weight. */
  readonly severity?: Severity;
}

/** What people are told of a rule. Its page, its schema entry and its table row are generated from it. */
export interface RuleDescription {
  readonly code: RuleCode;
  readonly name: string;
  readonly severity: SeverityByStage;
  /** What holds when the rule is content, in one sentence. */
  readonly summary: string;
  /** The clause of the process document, or the reading, that it comes from. */
  readonly source: string;
  /** What its fix does, or why there is none. */
  readonly fix: { readonly what: string } | { readonly noneBecause: string };
  /** Processes that it applies to; absent: all. */
  readonly appliesTo?: readonly ChangeRecord['kind'][];
  /** No comment in the text can keep it quiet. */
  readonly unsuppressable?: boolean;
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

/** A draft finding that can be told more: `finding(place, message).related(…).fix(…)`. */
export class DraftFinding implements Draft {
  readonly relatedPlaces: RelatedPlace[] = [];
  readonly fixes: Fix[] = [];
  severity?: Severity;

  constructor(
    readonly place: Place,
    readonly message: string,
  ) {}

  /** Names the other place; a place that is not there is left out. */
  related(place: Place | undefined, message: string): this {
    if (place) this.relatedPlaces.push({ path: place.document.path, span: place.span, message });
    return this;
  }

  /** Names a place in another file. */
  relatedFile(path: string, span: Span, message: string): this {
    this.relatedPlaces.push({ path, span, message });
    return this;
  }

  /** A fix that a person chooses. */
  fix(title: string, edits: readonly DocumentEdit[]): this {
    return this.addFix(title, edits, false);
  }

  /** A fix that changes no meaning: fix-all applies it. */
  safeFix(title: string, edits: readonly DocumentEdit[]): this {
    return this.addFix(title, edits, true);
  }

  /** A fix that gives the file another name. */
  renameFile(title: string, from: string, to: string): this {
    this.fixes.push({ title, edits: [], rename: { from, to }, safe: false });
    return this;
  }

  /** A fix that only goes to the place where something has to be written by a person. */
  goTo(title: string, place: Place): this {
    this.fixes.push({ title, edits: [], safe: false, reveal: { path: place.document.path, span: place.span } });
    return this;
  }

  /** Another severity than the rule's. */
  as(severity: Severity): this {
    this.severity = severity;
    return this;
  }

  private addFix(title: string, edits: readonly DocumentEdit[], safe: boolean): this {
    if (edits.length > 0) {
      this.fixes.push({ title, safe, edits: edits.map(({ document, edit }) => ({ path: document.path, edit })) });
    }
    return this;
  }
}

/** An edit and the text that it is for. */
export interface DocumentEdit {
  readonly document: RecordDocument;
  readonly edit: TextEdit;
}

/** Begins a finding at a place. */
export function finding(place: Place, message: string): DraftFinding {
  return new DraftFinding(place, message);
}

/** The edit that replaces what stands at a place; an empty place is written into. */
export function replace(place: Place, newText: string): DocumentEdit {
  return { document: place.document, edit: { span: place.span, newText } };
}
