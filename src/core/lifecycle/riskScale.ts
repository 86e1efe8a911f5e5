/** The bands of a risk score, from the lowest (reading 39). */
export const bands = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type Band = (typeof bands)[number];

/** Probability × impact, 1 to 9 on the three-step scale (reading 39). */
export function riskScore(probability: number, impact: number): number {
  return probability * impact;
}

/** The band of a score: 1–2 LOW, 3–4 MEDIUM, 6 HIGH, 9 CRITICAL (reading 39). */
export function bandOf(score: number): Band {
  if (score >= 9) return 'CRITICAL';
  if (score >= 6) return 'HIGH';
  return score >= 3 ? 'MEDIUM' : 'LOW';
}

/** Negative if `a` is the lower band, 0 if they are the same, positive if it is the higher one. */
export function compareBands(a: Band, b: Band): number {
  return bands.indexOf(a) - bands.indexOf(b);
}

/** The band that a word names; undefined for any other word. */
export function bandNamed(word: string): Band | undefined {
  return bands.find((band) => band === word.toUpperCase());
}

/** The highest score that a threshold accepts. */
export interface Threshold {
  readonly score: number;
  /** As it is told: «6» or «MEDIUM». */
  readonly name: string;
}

const highestOf: Readonly<Record<Band, number>> = { LOW: 2, MEDIUM: 4, HIGH: 6, CRITICAL: 9 };

/**
 * Reads a threshold that is written in free text (reading 40): a number from 1 to 9, or one band. Two different ones
 * in one text, and words such as «below», which may or may not include what they name, cannot be read.
 */
export function readThreshold(text: string): Threshold | undefined {
  const words = text.slice(0, 200);
  if (/\b(?:below|under|less than|not|never)\b|<(?!=)/i.test(words)) return undefined;
  const numbers = new Set(
    [...words.matchAll(/(?<![\d.,])([1-9])(?![\d.,]*\d|\s*(?:%|\/))/g)].map((match) => Number(match[1])),
  );
  const names = new Set(
    [...words.matchAll(/\b(low|medium|high|critical)\b/gi)].map((match) => bandNamed(match[1] ?? '')),
  );
  const [number] = numbers;
  const [name] = names;
  if (
    numbers.size === 1 &&
    number !== undefined &&
    (names.size === 0 || (names.size === 1 && bandOf(number) === name))
  ) {
    return { score: number, name: String(number) };
  }
  return numbers.size === 0 && names.size === 1 && name ? { score: highestOf[name], name } : undefined;
}
