import { withoutPictures } from '../text/pictures';
import { remembered } from '../text/remembered';
import { findDate } from '../text/writtenDate';

/** What words say of an approval. */
export type Verdict = 'approved' | 'pending' | 'rejected';

/** A list of words: of English, of other languages, and signs that are written without blanks between them. */
function words(english: string, others: string, signs: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${english}|${others})(?![\\p{L}\\p{N}])|${signs}`, 'iu');
}

/**
 * The vocabulary of approvals, as people write it in the languages that statuses are read in. Whatever is added here is
 * read in boxes, tables, lines and fields alike.
 */
const vocabulary = {
  approved: words(
    'approved|signed|signed[ -]off|accepted|authori[sz]ed|lgtm|granted|endorsed|passed',
    'genehmigt|freigegeben|approuvée?s?|validée?s?|aprobad[oa]s?|aprovad[oa]s?|approvat[oa]|goedgekeurd',
    '批准|已批准|承認済み?|承認|同意',
  ),
  rejected: words(
    'reject\\w*|declin\\w*|denied|refus\\w*|disapproved|vetoed|not approved(?! yet)',
    'abgelehnt|refusée?s?|rejetée?s?|rechazad[oa]s?|rejeitad[oa]s?|recusad[oa]s?|rifiutat[oa]|afgewezen',
    '拒绝|拒絕|驳回|却下|否決',
  ),
  pending: words(
    'pending|await\\w*|waiting|requested|outstanding|open|in review|under review|to ?do|tb[acd]|on hold|in progress',
    'ausstehend|offen|steht aus|en attente|pendiente|pendente|in attesa|in afwachting',
    '待定|待批|待审|待审批|审批中|承認待ち|未承認|保留',
  ),
  negation: words(
    "not|never|no|nobody|no one|none|without|cannot|neither|nor|(?:is|was|has|had|does|did|would|are|were)n['’]?t",
    'nicht|kein\\w*|noch|nein|jamais|aucune?|nunca|não',
    '未|不|没有',
  ),
  withdrawn: words(
    'withdrawn|withdrew|revoked|rescinded|retracted|expired|superseded|void(?:ed)?|undone|obsolete|invalid|cancell?ed',
    'widerrufen|zurückgezogen|retirée?s?|revocad[oa]|revogad[oa]|retirad[oa]',
    '撤回|取消',
  ),
  condition: words(
    'if|once|when|unless|until|till|after|before|subject to|provided|conditional\\w*|assuming|as soon as|depends?|depending|dependent|contingent|pending',
    'wenn|falls|sobald|vorbehaltlich|sous réserve|dès que|sujet[oa] [aà]|sujeito a|quando|cuando',
    '如果|条件',
  ),
  planned: words(
    'to be|will be|will (?:approve|sign|follow|come)|would|should|shall|must|needs?|needed|expect\\w*|planned|due|schedul\\w*|ask(?:ed|ing|s)?|request\\w*|required|tomorrow|soon|deadline|target|remind\\w*|missing|nominated|proposed|maybe|probably',
    'geplant|erforderlich|demain|bientôt|prévue?|mañana|amanhã|requis|requerid[oa]',
    '预计|予定',
  ),
} as const;

/** What is said of an approval is said in so many UTF-16 code units; what follows is a remark. */
export const longest = 500;

/** Words that take nothing back: "no objections", "without conditions". */
const harmless =
  /\b(?:no|without(?: any)?)\s+(?:\w+\s+)?(?:comments?|objections?|conditions?|concerns?|remarks?|questions?|issues?|changes|findings|reservations?|blockers?)\b/gi;

/** `[if security-related]`: when the template asks for a line, and nothing of the approval. */
const templateNote = /[[(]if [^\][()]*[\])]/gi;

/** Nobody has to approve here. */
const notNeeded = /^(?:n\/?a|not (?:applicable|required|needed|necessary)|optional|nicht (?:nötig|erforderlich))\b/i;

const approvedMarks = /[✅✓✔☑👍🟢🆗]/u;
const openMarks = /[⏳⌛🕐🕑🕒🟡🟠🔄❓❔❌✖✗✘❎☒🔴🚫⛔☐⬜🔲]/u;

/**
 * What words say of an approval, as far as they do. Whatever is struck out, negated, withdrawn, conditional, planned or
 * asked for is no approval, and neither is what says both.
 */
export function verdictOf(text: string): Verdict | undefined {
  return judged(text) ?? undefined;
}

/** Null for no verdict: what is remembered is never undefined. */
const judged = remembered((text: string): Verdict | null => {
  if (areOptionsLeft(text.slice(0, longest))) return null;
  const written = withoutStruck(text.slice(0, longest)).replace(templateNote, ' ');
  const plain = withoutDates(withoutPictures(written).replace(harmless, ' '))
    .replace(/[*_`~"“”]+/g, ' ')
    .trim();
  if (notNeeded.test(plain)) return null;
  const { approved, rejected, pending } = vocabulary;
  if (rejected.test(plain))
    return /\bnot (?:been )?(?:reject|declin|denied|refus)/i.test(plain) ? 'pending' : 'rejected';
  if (isDoubtful(plain) || pending.test(plain) || openMarks.test(written)) return 'pending';
  return approved.test(plain) || approvedMarks.test(written) ? 'approved' : null;
});

/** Whether words take back, put off or ask for what they say. */
function isDoubtful(plain: string): boolean {
  const { negation, withdrawn, condition, planned } = vocabulary;
  return /[?？]/.test(plain) || [negation, withdrawn, condition, planned].some((list) => list.test(plain));
}

/**
 * What a cell or field says that asks for the state alone: the words of an approval, Yes and No, or boxes. `[x] Approved
 * [ ] Rejected` says what is ticked.
 */
export function stateVerdict(cell: string): Verdict | undefined {
  const text = cell.slice(0, longest);
  const ticked = tickedWords(text);
  if (ticked !== undefined) {
    if (ticked.length === 0) return 'pending';
    const verdicts = new Set(ticked.map((part) => (part === '' ? 'approved' : (stateVerdict(part) ?? 'approved'))));
    const [only] = verdicts;
    return verdicts.size === 1 ? only : 'pending';
  }
  const plain = withoutPictures(text)
    .replace(/[*_`"]+/g, '')
    .trim();
  if (/^(?:yes|y|ok|okay|done|x|true|given|received|complete[d]?|ja|oui|s[ií]|sim|是|はい)[.!]?$/i.test(plain))
    return 'approved';
  if (/^(?:no|n|false|nein|non|não|否|いいえ)[.!]?$/i.test(plain)) return 'pending';
  return verdictOf(text);
}

/** `Approved / Rejected / Deferred`: the options of a form, of which none was chosen. */
function areOptionsLeft(text: string): boolean {
  if (!/[/|]|\s(?:or|oder|ou|o)\s/.test(text)) return false;
  const parts = text.replace(/[[\]()*_`\\]+/g, ' ').split(/[/|]|\sor\s|\soder\s|\sou\s|\so\s/);
  if (parts.length < 2 || parts.length > 6) return false;
  const kinds = parts.map((part) =>
    /^\s*(?:yes|y|ja|oui|s[ií]|sim)\s*$/i.test(part)
      ? 'approved'
      : /^\s*(?:no|n|nein|non|não)\s*$/i.test(part)
        ? 'pending'
        : verdictOf(part),
  );
  return new Set(kinds).size > 1 && kinds.filter((kind) => kind !== undefined).length > 1 && !/\d{4}/.test(text);
}

const boxes = /\[([ xX])\]|([☐⬜🔲])|([☑])/gu;

/** The words behind the ticked boxes of a text; undefined where it has no boxes. */
function tickedWords(text: string): readonly string[] | undefined {
  const found = [...text.matchAll(boxes)];
  if (found.length === 0) return undefined;
  return found.flatMap(({ 0: box, 1: inside, 3: mark, index }, place) => {
    const isTicked = mark !== undefined || inside?.toLowerCase() === 'x';
    if (!isTicked) return [];
    return [
      text
        .slice(index + box.length, found[place + 1]?.index ?? text.length)
        .replace(/[\s|/,;]+$/, '')
        .trim(),
    ];
  });
}

/** A text without what is struck out, which does not count any more. */
export function withoutStruck(text: string): string {
  return text.includes('~~') ? text.replace(/~~[^~]*~~/g, ' ') : text;
}

/** A text without its dates: the "May" of a day is no word. */
export function withoutDates(text: string): string {
  let rest = text;
  for (let found = findDate(rest); found; found = findDate(rest))
    rest = `${rest.slice(0, found.start)} ${rest.slice(found.end)}`;
  return rest;
}

/** Words in the place of a name that say that nobody is named yet. */
const unnamed =
  /^(?:tb[acdn]|to ?do|n\/?a|none|nobody|no one|not (?:yet|applicable|required|needed)\b.*|unknown|pending|open|required|optional|unassigned|vacant|name|to be\b.*|yes|no|-+)$/i;

/** Machines and what stands for them: they run checks, and approve nothing (standard changes excepted). */
const machine =
  /^@?(?:(?:fully |semi-?)?automat(?:ed|ic|ically|ion)\b.*|auto(?:[ -]?(?:approved?|merged?|approval))?|(?:ci(?:\/cd)?|cd|cicd|build|pipeline|system|script|cron|workflow|robot|bot|agent|ai|llm)(?:[ -](?:pipeline|job|system|server|process|bot|checks?|tests?|user|workflow|agent|assistant|gate|run))*|github[ -]?actions?\b.*|gitlab[ -]?(?:ci|runner)\b.*|jenkins|circle ?ci|travis(?: ci)?|dependabot|renovate(?:[ -]?bot)?|mergify|snyk|codecov|sonar\w*|semantic-release|argo ?cd|claude code|(?:github )?copilot|chatgpt|codex|(?:.*[\s_-])?(?:ai|code|coding|opencode)[ -](?:code[ -])?(?:assistant|agent|bot)|.*\[bot\]|.*[\s_-]bot)$/i;

/** Whether a text in the place of a name names no person who can approve. */
export function isNobody(name: string): boolean {
  const plain = name.replace(/^[\s([{<]+|[\s)\]}>.]+$/g, '').trim();
  return unnamed.test(plain) || isMachine(name);
}

/** Whether a text in the place of a name names a machine. */
export function isMachine(name: string): boolean {
  const plain = name.trim().replace(/\s*\((?:automated|bot|ci)\)$/i, ' bot');
  return machine.test(plain);
}

/** Whether what stands in the place of a person, beside its date, says that no person approved: a machine, TBD. */
export function isNoApprover(text: string): boolean {
  const plain = withoutDates(text.replace(/\([^()]*\)/g, ' '))
    .replace(/[\s,;:–—-]+$/, '')
    .trim();
  return isMachine(plain) || /^(?:tb[acdn]|to be (?!approved).*|unassigned|vacant|nobody|no one|unknown)$/i.test(plain);
}

/** Whether words are the name of a role, though the process may not know it. */
export function isRoleLike(text: string): boolean {
  return roleWords.test(text);
}

const roleWords =
  /\b(?:lead|manager|owner|team|director|architect|engineer|officer|c[a-z]o|head|board|committee|cab|ccb|admin\w*|security|product|developer|reviewer|tester|qa|vp|chief|president|coordinator|analyst|sponsor|stakeholder|legal|compliance|operations|ops|sre|dba)\b/i;
