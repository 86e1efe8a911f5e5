import { MentionFinder, type IdentifiedProcess, type TextMention } from './mentionFinder';

/** The ID of a record or a requirement at an offset of any text, or that ends there; undefined if there is none. */
export function idAt(text: string, offset: number, processes: readonly IdentifiedProcess[]): TextMention | undefined {
  return finderFor(processes).at(text, offset);
}

const finders = new WeakMap<readonly IdentifiedProcess[], MentionFinder>();
const finderOfEach = new WeakMap<IdentifiedProcess, MentionFinder>();

/** The finder for some processes; a folder asks with the same list again and again. */
export function finderFor(processes: readonly IdentifiedProcess[]): MentionFinder {
  const known = finders.get(processes);
  if (known) return known;
  const finder = new MentionFinder(processes);
  finders.set(processes, finder);
  return finder;
}

/** The finder for the IDs of one process. */
export function finderOf(process: IdentifiedProcess): MentionFinder {
  const known = finderOfEach.get(process);
  if (known) return known;
  const finder = new MentionFinder([process]);
  finderOfEach.set(process, finder);
  return finder;
}
