/** How many answers are kept; when there are more, all are forgotten. */
const most = 8192;
/** Longer texts are unlike each other, and not worth keeping. */
const longest = 200;

/**
 * A pure function of a short text that remembers its answers: the lines of records are much alike, within a record
 * from keystroke to keystroke and within a workspace from record to record. What it keeps is bounded.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return work(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = work(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
