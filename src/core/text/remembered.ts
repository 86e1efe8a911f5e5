import { detached } from './detached';

/** What is kept at most. */
export interface Remembrance {
  /** How many answers; when there are more, all are forgotten. */
  readonly most: number;
  /** In UTF-16 code units: longer texts are unlike each other, and not worth keeping. */
  readonly longest: number;
}

const usual: Remembrance = { most: 8192, longest: 200 };

/**
 * A pure function of a short text that remembers its answers: the lines of records are much alike, within a record
 * from keystroke to keystroke and within a workspace from record to record. What it keeps is bounded.
 */
export function remembered<T>(work: (text: string) => T, { most, longest }: Remembrance = usual): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return work(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    // The answer may be a part of the text: neither of them keeps the whole that the text is a part of.
    const own = detached(text);
    const answer = work(own);
    if (answers.size >= most) answers.clear();
    answers.set(own, answer);
    return answer;
  };
}
