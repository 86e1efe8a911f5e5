import { comparableName } from '../process/comparableName';
import { formatDate, type CalendarDate } from '../text/calendarDate';
import type { ChangeRecord, RecordDocument, Section } from '../record/record';
import { historyInOrder } from '../record/historyOrder';
import { at } from '../record/places';
import { replace, type DocumentEdit } from '../change/documentEdit';
import { insertAtEnd } from '../change/insertion';
import { textAfter, type Change, type ChangeStep } from '../change/change';
import { nameOf, stepsOf } from '../change/documentEdits';
import { transition } from './transition';

/** What a reviewer said. */
export interface Feedback {
  /** The reviewer. */
  readonly by: string;
  /** In which role; empty where it is not told. */
  readonly role: string;
  readonly words: string;
  /** The moment, in UTC. */
  readonly now: CalendarDate;
  /** The day, in the zone of the policy. */
  readonly today: CalendarDate;
  /** The person wants the record back in DRAFT, with these words as the reason. */
  readonly backToDraft: boolean;
}

/** What became of feedback. */
export type FeedbackResult =
  | {
      readonly kind: 'change';
      readonly change: Change;
      /** The revision that begins when the record is proposed again: so often it was proposed until now. */
      readonly revision: number;
    }
  /** It cannot be written, or the record cannot go back; why, in one sentence. */
  | { readonly kind: 'impossible'; readonly reason: string };

/** The section of ours that holds what reviewers said. */
const feedbackHeading = 'Review Feedback';

/** Longer words belong in a review of their own, to which a link leads. */
export const longestFeedback = 4000;

/**
 * Adds what a reviewer said as an item of "Review Feedback", the newest last. Whatever was said stays words: it cannot
 * begin a heading, a field, a comment or HTML. Going back to DRAFT is a move like any other (reading 29), and counts
 * as a revision once the record is proposed again (reading 53).
 */
export function recordFeedback(record: ChangeRecord, feedback: Feedback): FeedbackResult {
  const by = oneLine(feedback.by);
  const words = oneLine(feedback.words);
  if (by === '') return impossible('The name of the reviewer is missing.');
  if (words === '') return impossible('There are no words to record.');
  if (words.length > longestFeedback)
    return impossible(
      `The words are longer than ${String(longestFeedback)} characters; put them elsewhere and link to it.`,
    );
  const revision = timesProposed(record);
  const item = `- ${formatDate(feedback.today)} – ${who(by, oneLine(feedback.role))}: ${words}`;
  const edits = itemEdits(record.document, item);
  if (edits.length === 0)
    return impossible('The feedback cannot be written: a code fence or comment that is not closed hides its place.');
  const own = stepsOf(edits);
  const moved = feedback.backToDraft ? moveBack(record, feedback, words, revision) : [];
  if (typeof moved === 'string') return impossible(moved);
  const title = `Record the feedback of ${by.slice(0, 60)} on ${nameOf(record)}`;
  const change: Change = { title, steps: joined(moved, own) };
  return { kind: 'change', change: { ...change, reveal: placeOf(record, change, item) }, revision };
}

/** How often a record was proposed: entries into PROPOSED (reading 53). */
export function timesProposed(record: ChangeRecord): number {
  const told = historyInOrder(record).map(({ status }) => status.value?.role);
  const entries = told.filter((role, index) => role === 'waiting' && told[index - 1] !== 'waiting').length;
  return Math.max(entries, record.status?.value?.role === 'waiting' ? 1 : 0);
}

function moveBack(
  record: ChangeRecord,
  { now, today }: Feedback,
  words: string,
  revision: number,
): readonly ChangeStep[] | string {
  const draft = record.process.statusWith('draft');
  if (!draft) return `The process ${record.process.name} has no draft status to go back to.`;
  const reason = `Revision ${String(revision)}: ${words}`;
  const result = transition(record, draft, { now, today, reason, insist: true });
  if (result.kind === 'change') return result.change.steps;
  if (result.kind === 'illegal') return result.reason;
  return result.guards[0]?.message ?? `The record can't go back to ${draft.id}.`;
}

/** Both changes of one text as one step; what is inserted at one place keeps this order. */
function joined(first: readonly ChangeStep[], second: readonly ChangeStep[]): ChangeStep[] {
  const steps = [...first];
  for (const step of second) {
    const index = steps.findIndex((each) => each.kind === 'edit' && step.kind === 'edit' && each.path === step.path);
    const same = steps[index];
    if (same?.kind === 'edit' && step.kind === 'edit')
      steps[index] = { ...same, edits: [...same.edits, ...step.edits] };
    else steps.push(step);
  }
  return steps;
}

/** The edits that add an item below the last one, or the section with it. */
function itemEdits(document: RecordDocument, item: string): DocumentEdit[] {
  const section = feedbackSection(document);
  if (!section) return insertAtEnd(document, `## ${feedbackHeading}\n\n${item}`);
  const { text } = document;
  const last = section.blocks.findLast(({ kind }) => kind !== 'break');
  if ((last?.kind === 'fence' || last?.kind === 'html') && !last.closed) return [];
  const end = endOfLine(text, (last ?? section.heading ?? { span: section.body }).span.end);
  const gap = last?.kind === 'item' || (last?.kind === 'text' && last.indent > 0) ? '\n' : '\n\n';
  const isFollowed = /^(?:\r\n|\r|\n)[^\s]/.test(text.slice(end, end + 3));
  return [replace(at(document, { start: end, end }), `${gap}${item}${isFollowed ? '\n' : ''}`)];
}

function feedbackSection({ sections }: RecordDocument): Section | undefined {
  return sections.find(({ title }) => comparableName(title) === comparableName(feedbackHeading));
}

function placeOf({ path, document }: ChangeRecord, change: Change, item: string): NonNullable<Change['reveal']> {
  const start = textAfter(change, path, document.text).lastIndexOf(item);
  return { path, span: { start, end: start + item.length } };
}

function who(by: string, role: string): string {
  return role === '' ? by : `${by} (${role})`;
}

/** One line of words, without what would hide what follows or make more of itself than text. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/<!--/g, '‹!--')
    .replace(/(?<!\\)<(?=[A-Za-z/!?])/g, '\\<')
    .trim()
    .replace(/\\$/, '');
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end < 0 ? text.length : offset + end;
}

function impossible(reason: string): FeedbackResult {
  return { kind: 'impossible', reason };
}
