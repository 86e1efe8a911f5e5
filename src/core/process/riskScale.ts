import type { RiskBand, RiskLevel, RiskScale } from './process';
import { riskName } from './riskDefinition';

/** Probability × impact (reading 39). */
export function riskScore(probability: number, impact: number): number {
  return probability * impact;
}

/** The band of a score; with the built-in scale 1–2 LOW, 3–4 MEDIUM, 6 HIGH, 9 CRITICAL (reading 39). */
export function bandOf({ bands }: RiskScale, score: number): string {
  return (bands.findLast(({ from }) => score >= from) ?? bands[0])?.name ?? '';
}

/** Negative if `a` is the lower band, 0 if they are the same, positive if it is the higher one. */
export function compareBands({ bands }: RiskScale, a: string, b: string): number {
  const place = (name: string): number => bands.findIndex((band) => band.name === name);
  return place(a) - place(b);
}

/** Whether a band asks for more than the usual depth: the one that the scale calls high, or a higher one. */
export function isHighBand(scale: RiskScale, band: string): boolean {
  return compareBands(scale, band, scale.high) >= 0;
}

/** The band that a text names, as a whole. */
export function bandNamed({ bands }: RiskScale, text: string): string | undefined {
  return bands.find(({ name }) => riskName(name) === riskName(text))?.name;
}

/** Something of the scale at the beginning of a text, and how many characters of it name it. */
export interface Named<T> {
  readonly found: T;
  readonly length: number;
}

/**
 * The level that a text begins with; of two the longer one. `Very Low (rare)` is Very Low, `low-ish` is Low; `Low/Medium`
 * and `M-H` are no level at all.
 */
export function levelAt(scale: RiskScale, text: string): Named<RiskLevel> | undefined {
  const levelIn = (words: string): Named<RiskLevel> | undefined =>
    at(words, (name) => scale.levels.find(({ names }) => names.includes(name)));
  const first = levelIn(text);
  if (!first) return undefined;
  const between = /^(?:\s*\/\s*|[-–—]|\s+(?:to|or)\s+)/i.exec(text.slice(first.length, first.length + 20))?.[0];
  if (between === undefined) return first;
  const behind = text.slice(first.length + between.length);
  const second = levelIn(behind);
  const isWhole = second !== undefined && !/^[\p{L}\p{N}_]/u.test(behind.slice(second.length));
  return isWhole && second.found !== first.found ? undefined : first;
}

/** The band that a text begins with; of two the longer one. */
export function bandAt(scale: RiskScale, text: string): Named<RiskBand> | undefined {
  return at(text, (name) => scale.bands.find((band) => riskName(band.name) === name));
}

/** Names have at most this many words. */
const mostWords = 4;

function at<T>(text: string, named: (name: string) => T | undefined): Named<T> | undefined {
  // Where the first word, the first two, … end.
  const ends: number[] = [];
  for (const { index, 0: word } of text.slice(0, 200).matchAll(/\p{L}+/gu)) {
    if (ends.length === 0 && index !== 0) return undefined;
    ends.push(index + word.length);
    if (ends.length === mostWords) break;
  }
  for (const length of ends.reverse()) {
    const found = named(riskName(text.slice(0, length)));
    if (found !== undefined) return { found, length };
  }
  return undefined;
}

/** The highest score that a threshold accepts. */
export interface Threshold {
  readonly score: number;
  /** As messages show it: "6" or "MEDIUM". */
  readonly name: string;
}

/**
 * Reads a threshold that is written in free text (reading 40): a number that a score can be, or one band. Two different
 * ones in one text, and words such as "below", which may or may not include what they name, cannot be read.
 */
export function readThreshold(scale: RiskScale, text: string): Threshold | undefined {
  const words = text.slice(0, 200);
  if (/\b(?:below|under|less than|not|never)\b|<(?!=)/i.test(words)) return undefined;
  const numbers = new Set(
    [...words.matchAll(/(?<![\d.,–-])([1-9]\d{0,4})(?![\d.,–-]*\d|\s*(?:%|\/))/g)]
      .map((match) => Number(match[1]))
      .filter((number) => number <= scale.highest),
  );
  const names = new Set(bandsIn(scale, words));
  const [number] = numbers;
  const [band] = names;
  if (numbers.size === 1 && number !== undefined)
    return names.size === 0 || (names.size === 1 && bandOf(scale, number) === band?.name)
      ? { score: number, name: String(number) }
      : undefined;
  // A band that no score falls into accepts what is below it.
  const score = scale.bands
    .filter(({ from }) => from <= (band?.from ?? 0))
    .flatMap(({ scores }) => scores)
    .at(-1);
  return numbers.size === 0 && names.size === 1 && band && score !== undefined ? { score, name: band.name } : undefined;
}

/** The bands that a text names anywhere; of two at one place the longer one. */
function bandsIn(scale: RiskScale, text: string): RiskBand[] {
  const found: RiskBand[] = [];
  let end = 0;
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}_])\p{L}/gu)) {
    if (index < end) continue;
    const named = bandAt(scale, text.slice(index));
    if (!named || /^[\p{L}\p{N}_]/u.test(text.slice(index + named.length))) continue;
    found.push(named.found);
    end = index + named.length;
  }
  return found;
}
