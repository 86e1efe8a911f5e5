import { levelWords } from './levelWords';
import type { RiskDefinition } from './processDefinition';
import type { RiskBand, RiskLevel, RiskScale } from './process';

/** The scale of both processes: three steps, scores 1 to 9 (reading 39). */
export const threeSteps: RiskDefinition = {
  levels: { Low: 1, Medium: 2, High: 3 },
  synonyms: { Low: levelWords.low.slice(1), Medium: levelWords.medium.slice(1), High: levelWords.high.slice(1) },
  bands: { LOW: 1, MEDIUM: 3, HIGH: 6, CRITICAL: 9 },
  high: 'HIGH',
};

/** A level or band as it is compared: without case; blanks, hyphens and underscores are the same. */
export function riskName(text: string): string {
  return text
    .trim()
    .replace(/[\s_-]+/g, ' ')
    .toLowerCase();
}

/**
 * The scale, ready to be used: levels and bands from the lowest, each level with all words that stand for it. First
 * letters ("VH") stand for a level where no other has the same.
 */
export function compileRisk(definition: RiskDefinition): RiskScale {
  const steps = Object.entries(definition.levels).sort(([, a], [, b]) => a - b);
  const written = steps.map(([name]) => [name, ...(synonymsOf(definition, name) ?? [])].map(riskName));
  const letters = steps.map(([name]) => initialsOf(name).toLowerCase());
  const levels = steps.map(([name, value], index): RiskLevel => {
    const short = letters[index] ?? '';
    const isFree = !letters.some((each, at) => at !== index && each === short) && !written.flat().includes(short);
    return { name, value, letters: initialsOf(name), names: [...(written[index] ?? []), ...(isFree ? [short] : [])] };
  });
  const scores = scoresOf(levels);
  const begins = Object.entries(definition.bands).sort(([, a], [, b]) => a - b);
  const bands = begins.map(([name, from], index): RiskBand => {
    const next = begins[index + 1]?.[1] ?? Infinity;
    const own = scores.filter((score) => score >= from && score < next);
    return { name, from, scores: own };
  });
  return { levels, bands, high: highOf(definition, bands), highest: scores.at(-1) ?? 0 };
}

/** What in a scale contradicts something else in it, one sentence each. */
export function riskProblems(definition: RiskDefinition): string[] {
  const { levels, bands, highest } = compileRisk(definition);
  const [lowest] = levels;
  const [first] = bands;
  if (!lowest || !first) return ['The scale of risks has no levels or no bands.'];
  const names = levels.flatMap((level) => [...new Set(level.names)]);
  const known = levels.map(({ name }) => name);
  return [
    ...twice(levels.map(({ value }) => String(value))).map((value) => `Two levels of risk have the value ${value}.`),
    ...twice(bands.map(({ from }) => String(from))).map((from) => `Two bands of risk begin at ${from}.`),
    ...twice(names).map((name) => `"${name}" stands for two levels of risk.`),
    ...twice(bands.map(({ name }) => riskName(name))).map((name) => `Two bands of risk are called "${name}".`),
    ...Object.keys(definition.synonyms ?? {})
      .filter((name) => !known.includes(name))
      .map((name) => `"synonyms" names "${name}", which is no level of risk.`),
    ...(first.from > lowest.value ** 2
      ? [
          `The lowest score is ${String(lowest.value ** 2)}, but the band ${first.name} begins at ${String(first.from)}.`,
        ]
      : []),
    ...bands
      .filter(({ from }) => from > highest)
      .map(({ name }) => `No score is as high as the band ${name}; the highest is ${String(highest)}.`),
    ...(definition.high !== undefined && !bands.some(({ name }) => name === definition.high)
      ? [`"high" names "${definition.high}", which is no band of risk.`]
      : []),
  ];
}

/** The first letters of a name of several words, and the letter of one word: `VH`, `M`. */
function initialsOf(name: string): string {
  return riskName(name)
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

function synonymsOf({ synonyms }: RiskDefinition, name: string): readonly string[] | undefined {
  return synonyms && Object.hasOwn(synonyms, name) ? synonyms[name] : undefined;
}

/** Without a word of the scale: the band that is called so, else the last but one, else the only one. */
function highOf({ high }: RiskDefinition, bands: readonly RiskBand[]): string {
  return (
    high ?? bands.find(({ name }) => riskName(name) === 'high')?.name ?? (bands.at(-2) ?? bands.at(-1))?.name ?? ''
  );
}

/** Every score that there is, from the lowest. */
function scoresOf(levels: readonly RiskLevel[]): readonly number[] {
  const scores = new Set(levels.flatMap((p) => levels.map((i) => p.value * i.value)));
  return [...scores].sort((a, b) => a - b);
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
