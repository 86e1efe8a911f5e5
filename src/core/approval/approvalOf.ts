import { keys } from '../process/fieldKeys';
import type { RoleDefinition, StatusDefinition } from '../process/processDefinition';
import { once } from '../record/facts';
import { historyInOrder } from '../record/historyOrder';
import { at, headingPlace, titlePlace } from '../record/places';
import type { ApprovalReading, ChangeRecord, Place, RoleApproval, TokenReading } from '../record/record';
import { sectionsByDefinition } from '../record/sectionsByDefinition';
import { compareDates, formatDate, type CalendarDate } from '../text/calendarDate';
import { termsOf, type ApprovalTerms } from './approvalTerms';

/** What speaks for an approval. */
export interface ApprovalEvidence {
  /** The places of reading 31: token, date and approvers, as the record has them. */
  readonly words: ApprovalReading;
}

/** What the evidence of an approval is worth. */
export interface Approval {
  /**
   * `pre-approved`: nobody has to approve. `outdated`: it was complete, and the record was proposed again since.
   * `open`: something is missing; `not-asked`: so it is, and the record is still written.
   */
  readonly state: 'pre-approved' | 'approved' | 'outdated' | 'open' | 'not-asked';
  /** All that is missing, from the top of the record to its end, as a person fills it in; none for what is approved. */
  readonly gaps: readonly ApprovalGap[];
}

/**
 * What an approval is worth and what it lacks (readings 26, 31 and 32): token or approver, date, and every role that
 * has to approve. A record that came back for a new approval (reading 28) needs one from after that.
 */
export function approvalOf(record: ChangeRecord, evidence: ApprovalEvidence, terms: ApprovalTerms): Approval {
  if (terms.preApproved) return { state: 'pre-approved', gaps: [] };
  const open = openGaps(record, evidence, terms);
  if (open.length > 0) return { state: record.stage === 'draft' ? 'not-asked' : 'open', gaps: open };
  const gaps = outdatedGap(record, evidence);
  return { state: gaps.length > 0 ? 'outdated' : 'approved', gaps };
}

/** The approval of a record by what stands in it. */
export const recordedApproval = once((record: ChangeRecord): Approval =>
  approvalOf(record, { words: record.approval }, termsOf(record)),
);

/** It was complete once, whether or not the record has been proposed again since. */
export function wasGiven({ state }: Approval): boolean {
  return state === 'approved' || state === 'outdated';
}

function openGaps(record: ChangeRecord, { words }: ApprovalEvidence, terms: ApprovalTerms): readonly ApprovalGap[] {
  const { token, date, roles: said } = words;
  const hasTokens = terms.tokens.length > 0;
  const missing = terms.roles.filter((role) => !said.some((each) => each.role === role && each.state === 'approved'));
  const isDated = date?.isGiven === true;
  const isKnown = record.type !== undefined && terms.roles.length > 0;
  if ((hasTokens ? token?.kind === 'token' : isKnown) && isDated && missing.length === 0) return [];
  const gaps: ApprovalGap[] = [];
  const approver = hasTokens ? undefined : record.answer(keys.approver);
  // Where one field names who approves, the roles are named with what is missing of it.
  const roles = hasTokens ? [] : missing;
  if (hasTokens) {
    const at = { place: placeOf(token, record), said: token };
    if (!token || token.kind === 'placeholder') gaps.push({ kind: 'no-token', ...at });
    else if (token.kind !== 'token') gaps.push({ kind: 'token-unclear', token, ...at });
  } else if (!said.some(isNamed)) {
    const denial = said.find(({ isSaid, state }) => isSaid && state !== 'approved');
    if (denial) gaps.push({ kind: 'approver-unclear', roles, words: wordsAt(denial), place: denial, said: denial });
    else gaps.push({ kind: 'no-approver', roles, place: placeOf(approver, record), said: approver });
  }
  if (!isDated) {
    const words = date?.filled === true ? date.text : undefined;
    gaps.push({ kind: 'no-date', roles, words, place: placeOf(date, record), said: date });
  }
  if (hasTokens || gaps.length === 0) {
    for (const role of missing) {
      const own = said.filter((each) => each.role === role);
      const box = own.find(({ place }) => place === 'box') ?? own.find(({ place }) => place === 'line');
      const kind = box?.state === 'rejected' ? 'role-refused' : 'role-open';
      gaps.push({ kind, roles: [role], place: placeOf(box, record), said: box });
    }
  }
  if (gaps.length === 0) gaps.push({ kind: 'no-terms', place: placeOf(undefined, record), said: undefined });
  return gaps.sort((one, other) => one.place.span.start - other.place.span.start);
}

/** Somebody is named as approver, and nothing is said against it. */
function isNamed({ name, isSaid, state }: RoleApproval): boolean {
  return name !== undefined && (state === 'approved' || !isSaid);
}

function wordsAt({ document, span }: Place): string {
  return document.text.slice(span.start, span.end);
}

/** A complete approval from before the day on which the record, approved already, was proposed again. */
function outdatedGap(record: ChangeRecord, { words: { date } }: ApprovalEvidence): readonly ApprovalGap[] {
  const rows = historyInOrder(record);
  const again = rows.findLastIndex(({ status }) => status.value?.role === 'waiting');
  const wasApproved = rows.slice(0, Math.max(0, again)).some(({ status }) => status.value?.needsApproval === true);
  const proposed = wasApproved ? rows[again]?.date.date : undefined;
  const approved = date?.date;
  if (!date || !approved || !proposed || compareDates(approved, proposed) >= 0) return [];
  return [{ kind: 'outdated', approved, proposed, place: placeOf(date, record), said: date }];
}

/** Where the approval is written: the value, else its label, else its section, else the title. */
function placeOf(
  place: (Place & { readonly label?: Place['span'] | undefined }) | undefined,
  record: ChangeRecord,
): Place {
  if (place) return place.label && place.span.end === place.span.start ? at(place.document, place.label) : place;
  const { approval, process } = record;
  const home = approval.token ?? record.answer(keys.approver);
  if (home) return home;
  const definition = process.field(keys.approvalToken)?.section;
  const section = definition && sectionsByDefinition(record).get(definition);
  return (section && headingPlace(section)) ?? titlePlace(record);
}

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
  /** The one field that names who approves says that nobody did. */
  | { readonly kind: 'approver-unclear'; readonly roles: readonly RoleDefinition[]; readonly words: string }
  /** `words`: what stands in the place of a date, if anything does. */
  | { readonly kind: 'no-date'; readonly roles: readonly RoleDefinition[]; readonly words: string | undefined }
  | { readonly kind: 'role-open' | 'role-refused'; readonly roles: readonly [RoleDefinition] }
  /** Everything is written, but the record does not say what it is, and so not who has to approve it. */
  | { readonly kind: 'no-terms' }
  /** The record was proposed again after the approval (reading 28). */
  | { readonly kind: 'outdated'; readonly approved: CalendarDate; readonly proposed: CalendarDate };

/** Whether a gap says that nobody gave an approval at all; the others are about one that was given. */
export function isUngiven({ kind }: ApprovalGap): boolean {
  return kind === 'no-token' || kind === 'token-unclear' || kind === 'no-approver' || kind === 'approver-unclear';
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
      return gap.words === undefined ? 'the approval has no date' : `${shortened(gap.words)} is no approval date`;
    case 'approver-unclear':
      return `${shortened(gap.words)} is no approval`;
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
  if (kind === 'affirmative') return `the approval token says only "${words}"`;
  return `${shortened(words)} is no approval token`;
}

function shortened(words: string): string {
  return `"${words.trim().replace(/\s+/g, ' ').slice(0, 60)}"`;
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

/** Whether the status of a record says that it was approved, and its process asks a person to do so. */
export function isClaimed(record: ChangeRecord): boolean {
  return isClaimedBy(record.status?.value, record);
}

/** Whether a record that had a status would say by it that it was approved. */
export function isClaimedBy(
  status: StatusDefinition | undefined,
  { kind, type }: Pick<ChangeRecord, 'kind' | 'type'>,
): boolean {
  // A change record of which nobody said what type it is may be a normal one: nothing waives its approval.
  return status?.needsApproval === true && (kind === 'change-request' || type === undefined || type === 'normal');
}
