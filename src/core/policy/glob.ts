/**
 * Whether a path fits a pattern of `*` (inside a name), `**` (any folders) and `?`. Linear in path × pattern whatever
 * the pattern; there is no syntax in it that could be slow.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  const tokens = tokenise(pattern);
  let reached = new Set([0]);
  closure(reached, tokens);
  for (const character of path) {
    const next = new Set<number>();
    for (const at of reached) {
      const token = tokens[at];
      if (token === undefined) continue;
      if (token === '**') next.add(at);
      else if (token === '*') {
        if (character !== '/') next.add(at);
      } else if (token === '?' ? character !== '/' : token === character) next.add(at + 1);
    }
    closure(next, tokens);
    reached = next;
    if (reached.size === 0) return false;
  }
  return reached.has(tokens.length);
}

function tokenise(pattern: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < pattern.length; at++) {
    if (pattern.startsWith('**', at)) {
      tokens.push('**');
      at += pattern.charAt(at + 2) === '/' ? 2 : 1;
    } else {
      tokens.push(pattern.charAt(at));
    }
  }
  return tokens;
}

/** Stars may stand for nothing. */
function closure(states: Set<number>, tokens: readonly string[]): void {
  for (const at of states) {
    const token = tokens[at];
    if (token === '*' || token === '**') states.add(at + 1);
  }
}
