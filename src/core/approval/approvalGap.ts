import type { RoleDefinition } from '../process/processDefinition';
import type { Place, TokenReading } from '../record/record';
import { formatDate, type CalendarDate } from '../text/calendarDate';

/** One thing that an approval lacks. */
export type ApprovalGap = GapKind & {
  /** Where a person writes what is missing. */
  readonly place: Place;
  /** Where something is said of it, if anything is. */
  readonly said: Place | undefined;
};

type GapKind =
  /** The field is not there, or still holds the template's own words. */
  | { readonly kind: 'no-token' }
  /** The field holds other words than a token. */
  | { readonly kind: 'token-unclear'; readonly token: TokenReading }
  /** The one field that names who approves is empty. `roles`: who may be named there, here and below. */
  | { readonly kind: 'no-approver'; readonly roles: readonly RoleDefinition[] }
  | { readonly kind: 'no-date'; readonly roles: readonly RoleDefinition[] }
  | { readonly kind: 'role-open' | 'role-refused'; readonly roles: readonly [RoleDefinition] }
  /** Everything is written, but the record does not say what it is, and so not who has to approve it. */
  | { readonly kind: 'no-terms' }
  /** The record was proposed again after the approval (reading 28). */
  | { readonly kind: 'outdated'; readonly approved: CalendarDate; readonly proposed: CalendarDate };

/** Whether a gap says that nobody gave an approval at all; the others are about one that was given. */
export function isUngiven({ kind }: ApprovalGap): boolean {
  return kind === 'no-token' || kind === 'token-unclear' || kind === 'no-approver';
}

/** A gap in words that go on from "…, but ". */
export function gapWords(gap: ApprovalGap): string {
  switch (gap.kind) {
    case 'no-token':
      return gap.said ? 'no approval token has been entered' : 'no approval token is recorded';
    case 'token-unclear':
      return tokenWords(gap.token);
    case 'no-approver':
      return 'no approver is recorded';
    case 'no-date':
      return 'the approval has no date';
    case 'role-open':
      return `the ${gap.roles[0].label} has not approved it`;
    case 'role-refused':
      return `the ${gap.roles[0].label} has rejected it`;
    case 'no-terms':
      return 'the approval is not complete';
    case 'outdated':
      return `the approval of ${formatDate(gap.approved)} is from before the record was proposed again on ${formatDate(gap.proposed)}`;
  }
}

function tokenWords({ kind, text }: TokenReading): string {
  const words = text.trim();
  if (kind === 'negative') return `the approval token is ${words}`;
  if (kind === 'affirmative') return `the approval token says only «${words}»`;
  return `«${words.replace(/\s+/g, ' ').slice(0, 60)}» is no approval token`;
}

/** A gap as a sentence. */
export function gapSentence(gap: ApprovalGap): string {
  const words = gapWords(gap);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** The roles that gaps wait for, each once. */
export function awaitedRoles(gaps: readonly ApprovalGap[]): readonly RoleDefinition[] {
  return [...new Set(gaps.flatMap((gap) => ('roles' in gap ? gap.roles : [])))];
}

/** Whom a record with such gaps waits for, in words that go on from "waits for "; where everybody has answered, what. */
export function awaited(gaps: readonly ApprovalGap[]): readonly string[] {
  const roles = awaitedRoles(gaps).map(({ label }) => label);
  const gap = gaps.find(isUngiven) ?? gaps[0];
  const thing = gap && things[gap.kind];
  return roles.length > 0 || thing === undefined ? roles : [thing];
}

const things: Readonly<Partial<Record<ApprovalGap['kind'], string>>> = {
  'no-token': 'the approval token',
  'token-unclear': 'the approval token',
  'no-date': 'the approval date',
  outdated: 'a new approval',
};
