/**
 * Whether a path fits a pattern of `*` (inside a name), `**` (anything), `**` before a slash (any folders, or none) and
 * `?` (one character). Linear in path × pattern whatever the pattern; there is no syntax in it that could be slow.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  const tokens = tokenise(pattern);
  let reached = withoutCharacters(new Set([0]), tokens);
  for (const character of path) {
    const next = new Set<number>();
    const within: number[] = [];
    for (const at of reached) {
      const token = tokens[at];
      if (token === undefined) continue;
      if (token === '**/') {
        within.push(at);
        if (character === '/') next.add(at + 1);
      } else if (token === '**' || token === '*') {
        if (token === '**' || character !== '/') next.add(at);
      } else if (token === '?' ? character !== '/' : token === character) next.add(at + 1);
    }
    reached = withoutCharacters(next, tokens);
    // In the middle of a folder's name what comes behind `**/` cannot begin.
    for (const at of within) reached.add(at);
    if (reached.size === 0) return false;
  }
  return reached.has(tokens.length);
}

/** Single characters, as people count them, and stars. */
function tokenise(pattern: string): readonly string[] {
  return pattern.match(/\*\*\/|\*\*|[^]/gu) ?? [];
}

/** The states with those that are reached by stars that stand for nothing. */
function withoutCharacters(states: Set<number>, tokens: readonly string[]): Set<number> {
  for (const at of states) {
    const token = tokens[at];
    if (token === '*' || token === '**' || token === '**/') states.add(at + 1);
  }
  return states;
}
