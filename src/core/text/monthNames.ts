/** The months by the names that people write, in the languages that statuses are read in; abbreviations without a dot. */
const names: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jän', 'janvier', 'janv', 'enero', 'ene', 'janeiro'],
  ['february', 'feb', 'februar', 'février', 'fevrier', 'févr', 'fév', 'febrero', 'fevereiro', 'fev'],
  ['march', 'mar', 'märz', 'maerz', 'mär', 'mrz', 'mars', 'marzo', 'março', 'marco'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr'],
  ['may', 'mai', 'mayo', 'maio'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'julho'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'setembro', 'set'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'outubro', 'out'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'decembre', 'déc', 'diciembre', 'dic', 'dezembro'],
];

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((same, index) => same.map((name) => [name, index + 1] as const)),
);

/** The month, from 1, that a word names. */
export function monthNamed(word: string): number | undefined {
  return months.get(word.toLowerCase());
}

/** `Friday, `, `Fri. `, `Freitag, den `: a day of the week before a date, as the source of a pattern. */
export const weekday =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))\\.?,?\\s+(?:den\\s+|the\\s+|le\\s+)?';
