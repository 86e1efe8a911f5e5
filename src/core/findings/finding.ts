import type { Stage } from '../process/processDefinition';
import type { Span } from '../text/span';
import type { Change } from '../change/change';
import type { ChangeRecord } from '../record/record';

/** How much a finding matters. `off` is not a severity: such findings are not made. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** `CG101`: family and number; never used again for something else. */
export type RuleCode = `CG${number}`;

/** The severities, from the least to the gravest. */
export const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** The less grave of two severities. */
export function milder(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b;
}

/** The gravest of some severities; a hint where there are none. */
export function gravest(some: readonly Severity[]): Severity {
  return severities.findLast((severity) => some.includes(severity)) ?? 'hint';
}

/** A severity for all stages, or one a stage; a stage that is not named has that of the stage before it. */
export type SeverityByStage =
  | Severity
  | (Partial<Record<Stage, Severity | 'off'>> & {
      readonly draft: Severity | 'off';
      /** At most so much once the record is completed, given up or archived: what is missing is history then. */
      readonly over?: Severity;
      /** For a record that was given up, instead of what its stage says. */
      readonly givenUp?: Severity;
    });

/** Another place that belongs to a finding: the other of two places that disagree. */
export interface RelatedPlace {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/** A change that mends a finding, worked out when it is asked for: a report carries titles alone. */
export interface ChangingFix {
  readonly title: string;
  /** It cannot change what the record means, so that fix-all may apply it without asking. */
  readonly safe: boolean;
  change(): Change;
}

/** Brings a writer to the place instead of writing for them. */
export interface RevealingFix {
  readonly title: string;
  readonly reveal: { readonly path: string; readonly span: Span };
}

/** What can be done about a finding. */
export type Fix = ChangingFix | RevealingFix;

/** Whether a fix writes something. */
export function isChanging(fix: Fix): fix is ChangingFix {
  return 'change' in fix;
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
  /** How many things it stands for, where a baseline counts these and not the words of the message. */
  readonly stands?: number;
}

/** What people read about a rule. Its page, its schema entry and its table row are generated from it. */
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
  /** It is asked only where the policy gives it a severity. */
  readonly optIn?: boolean;
  /** Codes and names of rules that it took the place of: policies, baselines and comments may go on naming them. */
  readonly oldNames?: readonly string[];
}
