import { answersOf, type Completeness, type OpenPoint } from './completeness';

/** More than these are not named in a sentence. */
const mostNamed = 6;

/** A longer name is cut. */
const longestName = 40;

/**
 * How many of the required answers are missing: "12 of 21 required answers are missing". The one wording for findings,
 * lenses, panels, moves and the command line.
 */
export function missingCount({ due, missing }: Pick<Completeness, 'due' | 'missing'>): string {
  return `${String(missing)} of ${String(due)} required ${due === 1 ? 'answer' : 'answers'} ${missing === 1 ? 'is' : 'are'} missing`;
}

/**
 * The count with the names of what is missing, as a sentence without its period: "12 of 21 required answers are
 * missing: Urgency, Impact Assessment (8) and 3 more". A number in brackets says how many answers a name stands for.
 */
export function missingSentence({ due, missing, open }: Completeness): string {
  const named = open.length > mostNamed ? open.slice(0, mostNamed - 1) : open;
  const names = named.map((point) => {
    const answers = answersOf(point);
    return answers === 1 ? nameOfPoint(point) : `${nameOfPoint(point)} (${String(answers)})`;
  });
  const rest = open.slice(named.length).reduce((sum, point) => sum + answersOf(point), 0);
  const list =
    rest > 0
      ? `${names.join(', ')} and ${String(rest)} more`
      : [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');
  return `${missingCount({ due, missing })}: ${list}`;
}

/** What is missing, by the name that the process gives it. */
export function nameOfPoint(point: OpenPoint): string {
  if (point.kind === 'document') return shortName(point.document.sections[0]?.heading ?? point.document.id);
  return shortName(point.kind === 'section' ? point.section.heading : point.field.label);
}

function shortName(name: string): string {
  const plain = [
    ...name
      .replace(/[*`~]+/g, '')
      .replace(/\s+/g, ' ')
      .replace(/^\s?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s/, '')
      .replace(/[\s:]{1,4}$/, '')
      .trim(),
  ];
  return plain.length > longestName ? `${plain.slice(0, longestName - 1).join('')}…` : plain.join('');
}
