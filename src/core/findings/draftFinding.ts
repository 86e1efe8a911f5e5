import type { Place } from '../record/record';
import type { RelatedPlace, Fix, Severity } from './finding';
import type { Span } from '../text/span';
import type { ChangeStep } from '../change/change';
import type { DocumentEdit } from '../change/documentEdit';
import { stepsOf } from '../change/documentEdits';

/** What a rule yields: a finding without what the engine knows better. Made by {@link finding}. */
export interface Draft {
  readonly place: Place;
  readonly message: string;
  readonly relatedPlaces: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** Instead of the rule's severity, where one rule has cases of different weight. */
  readonly severity?: Severity;
  /** What the policy says of the things that it stands for; undefined: what it says of the rule. The gravest holds. */
  readonly decided?: readonly (Severity | undefined)[];
  readonly stands?: number;
}

/** A draft finding that can be extended: `finding(place, message).related(…).fix(…)`. */
export class DraftFinding implements Draft {
  readonly relatedPlaces: RelatedPlace[] = [];
  readonly fixes: Fix[] = [];
  severity?: Severity;
  decided?: readonly (Severity | undefined)[];
  stands?: number;

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

  /** A fix that a person chooses. Its edits are worked out when they are asked for; `when` says that there are any. */
  fix(title: string, edits: () => readonly DocumentEdit[], when = true): this {
    return when ? this.addFix(title, false, () => stepsOf(edits())) : this;
  }

  /** A fix that changes no meaning: fix-all applies it. */
  safeFix(title: string, edits: () => readonly DocumentEdit[], when = true): this {
    return when ? this.addFix(title, true, () => stepsOf(edits())) : this;
  }

  /** A fix that gives the file another name. */
  renameFile(title: string, from: string, to: string): this {
    return this.addFix(title, false, () => [{ kind: 'move', from, to }]);
  }

  /** A fix of steps in whatever files, worked out when it is asked for. */
  fixBy(title: string, steps: () => readonly ChangeStep[]): this {
    return this.addFix(title, false, steps);
  }

  /** A fix that only goes to the place where something has to be written by a person. */
  goTo(title: string, place: Place): this {
    this.fixes.push({ title, reveal: { path: place.document.path, span: place.span } });
    return this;
  }

  /** Another severity than the rule's. */
  as(severity: Severity): this {
    this.severity = severity;
    return this;
  }

  /** What the policy says of the things that it stands for, where it says something of them. */
  decidedAs(severities: readonly (Severity | undefined)[]): this {
    if (severities.length > 0) this.decided = severities;
    return this;
  }

  /** How many things it stands for. */
  standingFor(count: number): this {
    this.stands = count;
    return this;
  }

  private addFix(title: string, safe: boolean, steps: () => readonly ChangeStep[]): this {
    this.fixes.push({ title, safe, change: () => ({ title, steps: steps() }) });
    return this;
  }
}

/** Begins a finding at a place. */
export function finding(place: Place, message: string): DraftFinding {
  return new DraftFinding(place, message);
}
