import { gapSentence, type Approval } from '../../approval/approvalOf';
import type { Guard } from '../../lifecycle/moveGuards';
import { formatDate, type CalendarDate } from '../../text/calendarDate';
import type { Answer, ChangeRecord, Place } from '../../record/record';
import { withoutPictures } from '../../text/pictures';
import type { Target, Unmet } from './recordPanel';

/** A place as the panel names it. */
export function targetOf({ document, span }: Place): Target {
  return { path: document.path, span: { start: span.start, end: span.end } };
}

/** The place of an answer: what is written, else its label. */
export function answerTarget(answer: Answer): Target {
  const { document, span, label } = answer;
  return targetOf({ document, span: span.end > span.start ? span : label });
}

/** What a move still needs, as the panel tells it. */
export function unmetOf(guards: readonly Guard[]): readonly Unmet[] {
  return guards.map(({ message, place, binding }) => ({ message, target: targetOf(place), binding }));
}

/** What an approval lacks, as the panel tells it. */
export function unmetOfApproval({ gaps }: Approval): readonly Unmet[] {
  return gaps.map((gap) => ({ message: gapSentence(gap), target: targetOf(gap.place), binding: true }));
}

/** An ISO day, or undefined. */
export function isoDay(date: CalendarDate | undefined): string | undefined {
  return date && formatDate(date);
}

/** What an answer says in one line of at most 200 characters; undefined where it says nothing. */
export function saidIn({ answer }: Pick<ChangeRecord, 'answer'>, key: string): string | undefined {
  const found = answer(key);
  if (found?.filled !== true) return undefined;
  const chosen = found.chosen.map(({ option, text }) => option?.value ?? text);
  const words = oneLine(chosen.length > 0 ? chosen.join(', ') : found.text);
  return words === '' ? undefined : words;
}

/** One line without marks of Markdown and without what nobody sees; long ones are cut. */
export function oneLine(text: string): string {
  const line = unmarked(withoutPictures(text.slice(0, 2000).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')).trim());
  const characters = [...line];
  return characters.length > 200 ? `${characters.slice(0, 199).join('')}…` : line;
}

/** A text of one line without the mark of a list, without bold and code, and without what stands around all of it. */
function unmarked(text: string): string {
  const words = text.replace(/^[-*+] /, '').replace(/\*\*([^*]+)\*\*|`([^`]+)`/g, '$1$2');
  return /^[*_~"'“”‘’«»]+([^*_~"'“”‘’«»]+)[*_~"'“”‘’«»]+$/.exec(words)?.[1]?.trim() ?? words;
}

/** What a picture calls a state. */
export const stateWords = {
  done: 'done',
  here: 'here',
  next: 'next',
  ahead: 'ahead',
  skipped: 'passed by',
} as const;
