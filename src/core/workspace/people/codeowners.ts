/** Where code owners are listed, in the order in which hosts look; the first file counts. */
export const codeownersPaths: readonly string[] = [
  '.github/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
];

/** One line of a CODEOWNERS file. */
export interface OwnerRule {
  readonly pattern: string;
  /** `@name`, `@organization/team` or an e-mail address; none where a line takes ownership away. */
  readonly owners: readonly string[];
}

/** How much of a file is read: more is no list that a person keeps. */
const mostLines = 5000;

/** The rules of a CODEOWNERS file, in its order. What is no rule is passed over; nothing throws. Linear. */
export function readCodeowners(text: string): readonly OwnerRule[] {
  return text.split(/\r\n|\r|\n/, mostLines).flatMap((line) => {
    const words = withoutRemark(line)
      .trim()
      .split(/(?<!\\)\s+/);
    const [pattern, ...rest] = words;
    // GitLab heads its sections `[Name]` or `^[Name]`, with default owners behind it.
    if (pattern === undefined || pattern === '' || /^\^?\[/.test(pattern)) return [];
    return [{ pattern: pattern.replace(/\\(?=[\s#])/g, ''), owners: rest.filter(isOwner) }];
  });
}

/** All owners that a file names, each once, in the order in which they come. */
export function ownersIn(rules: readonly OwnerRule[]): readonly string[] {
  return [...new Set(rules.flatMap(({ owners }) => owners))];
}

/** Who owns a path of the workspace: the last rule that fits decides. */
export function ownersOf(rules: readonly OwnerRule[], path: string): readonly string[] {
  return rules.findLast(({ pattern }) => fits(pattern, path))?.owners ?? [];
}

function withoutRemark(line: string): string {
  return line.replace(/(^|[^\\])#.*$/, '$1');
}

function isOwner(word: string): boolean {
  return /^@[\w.-]+(?:\/[\w.-]+)*$|^[^\s@]+@[^\s@]+$/.test(word) && word.length <= 200;
}

/**
 * Whether a pattern of CODEOWNERS fits a path: a pattern with a slash inside begins at the root, any other fits at
 * every depth; a folder stands for all that is in it; `*` stays within a folder, `**` does not.
 */
function fits(pattern: string, path: string): boolean {
  if (pattern.length > 500) return false;
  const isRooted = pattern.replace(/\/$/, '').includes('/');
  const body = pattern.replace(/^\//, '').replace(/\/$/, '/**');
  const wanted = (isRooted ? body : `**/${body}`).split('/');
  const parts = path.split('/');
  // A pattern whose last part is `*` names files; any other may name a folder.
  return (
    matches(wanted, parts) || (wanted.at(-1) !== '*' && wanted.at(-1) !== '**' && matches([...wanted, '**'], parts))
  );
}

/** Matches part by part; `**` stands for any number of parts. Quadratic in the parts, of which there are few. */
function matches(wanted: readonly string[], parts: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const part of wanted) {
    const next = new Set<number>();
    for (const at of reached) {
      if (part === '**') for (let to = at; to <= parts.length; to++) next.add(to);
      else if (at < parts.length && fitsPart(part, parts[at] ?? '')) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(parts.length);
}

/** `*` for any characters, `?` for one; linear by going back only to the last star. */
function fitsPart(wanted: string, part: string): boolean {
  let [at, from, star, mark] = [0, 0, -1, 0];
  while (from < part.length) {
    if (at < wanted.length && (wanted[at] === '?' || (wanted[at] === part[from] && wanted[at] !== '*'))) {
      at++;
      from++;
    } else if (wanted[at] === '*') {
      star = at++;
      mark = from;
    } else if (star >= 0) {
      at = star + 1;
      from = ++mark;
    } else return false;
  }
  while (wanted[at] === '*') at++;
  return at === wanted.length;
}
