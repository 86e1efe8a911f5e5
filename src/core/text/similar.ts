/**
 * The candidate that somebody most likely meant, for "did you mean": the nearest by edit distance (insert, delete,
 * replace, swap of neighbors), without case, if no more than a third of its letters differ; otherwise undefined.
 */
export function closest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase();
  if (wanted.length > 100) return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * The candidate that somebody mistyped: the first letter is right, and no more than two others are wrong, one in a short
 * word. "Requested" is no "REJECTED".
 */
export function typoOf(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.trim().toLowerCase();
  const most = wanted.length > 5 ? 2 : 1;
  const near = [...candidates].filter((each) => each.charAt(0).toLowerCase() === wanted.charAt(0));
  const guess = closest(wanted, near);
  return guess !== undefined && editDistance(wanted, guess.toLowerCase()) <= most ? guess : undefined;
}

/** ` Did you mean "Title"?` as the end of a message; nothing where no candidate is near. */
export function didYouMean(text: string, candidates: Iterable<string>): string {
  // One letter is near to every other.
  const guess = text.length > 1 ? closest(text, candidates) : undefined;
  return guess === undefined ? '' : ` Did you mean "${guess}"?`;
}

/** Optimal string alignment distance; quadratic in the (short) lengths. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let distance = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(distance);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? Infinity;
}
