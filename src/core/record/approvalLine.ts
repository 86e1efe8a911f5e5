import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import type { RoleDefinition } from '../process/processDefinition';
import { comparableName } from '../process/comparableName';
import { remembered } from '../text/remembered';
import type { CalendarDate } from '../text/calendarDate';
import { findDate } from '../text/writtenDate';
import {
  isNoApprover,
  isNobody,
  isRoleLike,
  longest,
  stateVerdict,
  verdictOf,
  withoutDates,
  withoutStruck,
  type Verdict,
} from './approvalWords';
import { plainText } from './plainText';
import { vocabularyOf } from './processVocabulary';

/** What words say of one person's approval. */
export interface ApprovalWords {
  readonly role: RoleDefinition | undefined;
  readonly roleText: string;
  readonly name: string | undefined;
  readonly date: CalendarDate | undefined;
  readonly verdict: Verdict | undefined;
}

/** The role that a label means: its own name or one of its others, as a whole or with a note, "approval" or "review". */
export function roleNamed(text: string, process: Process): RoleDefinition | undefined {
  const name = comparableName(plainText(text).replace(/^\W*\bthe\s+/i, ''));
  if (name === '' || name.length > 80) return undefined;
  const { roles } = vocabularyOf(process);
  return roles.get(name) ?? roles.get(name.replace(/[\s-]+(?:approval|approver|review|sign[ -]?off|signature)$/, ''));
}

/** What stands behind a role, in words; alike in many records, and from keystroke to keystroke. */
export const wordsOf = remembered((text: string) => {
  const short = text.slice(0, longest);
  const rest = withoutStruck(short);
  return {
    date: findDate(rest)?.date,
    name: nameIn(rest),
    nameInBrackets: nameInBrackets(rest),
    signed: /\b(?:approved|signed|rejected)\b/i.test(rest),
    verdict: verdictOf(short),
    isStruck: rest !== short && plainText(rest) === '',
    isMachine: isNoApprover(rest),
  };
});

/** The person that a line names: what is left of it without dates, notes, state words and blanks to fill. */
export function nameIn(rest: string): string | undefined {
  const words = plainText(
    withoutDates(rest.slice(0, 300))
      .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
      .replace(/\b\d{4}-\d{1,2}-\d{1,2}\b/g, ' ')
      .replace(/_{2,}/g, ' ')
      .replace(/[☐☑☒✓✔✗✘]/gu, ' '),
  )
    .replace(
      /\b(?:approved|pending|rejected|awaiting approval|awaiting|signed off|signed|yes|no|n\/a|none|date|tbd|todo)\b:?/gi,
      ' ',
    )
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
    .replace(/^by:?\s+/i, '')
    .replace(/\s+(?:on|at|in|via)$/i, '')
    .replace(/\s+/g, ' ');
  return /\p{L}/u.test(words) && !isPlaceholder(words) && !isNobody(words) ? words : undefined;
}

/** `Approved (Dana Field, 2026-02-10)`: the first bracketed words that read like the name of a person. */
function nameInBrackets(rest: string): string | undefined {
  const inside = /\(([^()]*)\)/.exec(rest.slice(0, 300))?.[1];
  const name = inside === undefined ? undefined : nameIn(inside);
  if (name === undefined || inside === undefined) return undefined;
  // One word alone may be anything, unless a day stands with it.
  const isName = /^(?:\p{Lu}[\p{L}.]*\s+)+\p{Lu}[\p{L}'’-]+$/u.test(name);
  return isName || (/^\p{Lu}[\p{L}'’-]+$/u.test(name) && findDate(inside) !== undefined) ? name : undefined;
}

const byPerson =
  /^[\s*_`✅✓✔☑]*(?:(?:approved|signed(?:[ -]off)?|authori[sz]ed|accepted|approval (?:given|granted))\s+by|genehmigt (?:von|durch)|freigegeben (?:von|durch)|approuvée? par|aprobad[oa] por|aprovad[oa] por|批准人|审批人|承認者)(?![\p{Ll}\p{Lu}\p{N}])[\s*_`]*(?<note>\([^()]{1,60}\)[\s*_`]*(?=:))?:?[\s*_`]*/iu;

/** With what any such line begins, which nearly no other line does. */
const beginning = /^[\s*_`~✅✓✔☑]*(?:a[cpu]|si|ge|fr|d[eé]|ve|fi|ca|cc|re|en|批|承|审|決)/i;

/** Labels of a line that says what was decided. */
const decision =
  /^[\s*_`]*(?:(?:approval|final|cab|ccb|review)\s+)?(?:decision|verdict|approval status|approval|approved\?|entscheidung|décision|decisión|decisão|审批结果|決定)[\s*_`]*:[\s*_`]*/iu;

/** A name is a few words that begin with a capital, or the handle of an account. */
const person =
  /^(?:@[\w.-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\p{Lu}\p{Lo}][\p{L}\p{N}.'’_-]*(?:\s+[\p{L}][\p{L}.'’-]*){0,4})$/u;

/** Behind a label the handle may stand alone. */
const handle = /^[\p{L}][\p{L}\p{N}.'’_@-]*$/u;

/**
 * What a line says that tells of an approval in a sentence: `Approved by Jo (tech lead) on 2026-11-26 in #changes`,
 * `Approved by Dana Field, Technical Lead, 2026-11-26`, `Decision: ✅ APPROVED`. None for any other line.
 */
export function approvalsInLine(text: string, process: Process): readonly ApprovalWords[] {
  if (text.length > longest || !beginning.test(text)) return [];
  const line = withoutStruck(text).replace(/[：（），、；]/g, (sign) => halfWidth[sign] ?? sign);
  const by = byPerson.exec(line);
  if (by) {
    const said = approvalsBy(line.slice(by[0].length), process, by[0].includes(':'));
    const note = by.groups?.['note']?.replace(/[()*_`]/g, '').trim();
    return note === undefined ? said : said.map((each) => withRole(each, note, process));
  }
  const label = decision.exec(line);
  if (!label) return [];
  const value = line.slice(label[0].length);
  const inside = byPerson.exec(value);
  if (inside) return approvalsBy(value.slice(inside[0].length), process, false);
  const verdict = stateVerdict(value);
  const date = findDate(value)?.date;
  return verdict ? [{ role: undefined, roleText: '', name: undefined, date, verdict }] : [];
}

/** Signs of Chinese and Japanese, and what stands for them between Latin letters. */
const halfWidth: Readonly<Record<string, string>> = {
  '：': ':',
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '；': ';',
};

/** `**Approved By (Technical Lead):** Dana Field`: the label tells the role. */
function withRole(said: ApprovalWords, note: string, process: Process): ApprovalWords {
  return said.role ? said : { ...said, role: roleNamed(note, process), roleText: note };
}

/** Whether a line begins with such words, whatever follows. */
export function isApprovalLine(text: string): boolean {
  return beginning.test(text) && (byPerson.test(text) || decision.test(text));
}

function approvalsBy(rest: string, process: Process, isField: boolean): readonly ApprovalWords[] {
  if (plainText(rest) === '' || isPlaceholder(rest)) return [];
  const date = findDate(rest)?.date;
  // What is said of the approval: by whom it was given says nothing against it.
  const verdict = verdictOf(rest) ?? 'approved';
  const pairs = [...rest.matchAll(/([^,;()&]+?)\s*\(([^()]+)\)/g)].flatMap(({ 1: before = '', 2: inside = '' }) => {
    const role = roleNamed(withoutDates(inside).replace(/[\s,;]+$/, ''), process);
    const name = nameOfPerson(before.replace(/^\s*(?:and|und|et|y|e)\s+/i, ''));
    return role && name !== undefined ? [{ role, roleText: plainText(inside), name, date, verdict }] : [];
  });
  if (pairs.length > 0) return pairs;
  const parts = withoutDates(rest)
    .split(
      /[,;()|]|\s[–—-]\s|\s(?:on|at|in|via|during|per|and|as|if|once|when|unless|until|after|before|am|le|el|em)(?=\s|$)/i,
    )
    .map((part) => plainText(part).trim())
    .filter((part) => part !== '');
  const [first = ''] = parts;
  const name = nameOfPerson(first) ?? (isField && handle.test(first) && !isNobody(first) ? first : undefined);
  const roleText =
    parts.find((part) => roleNamed(part, process) !== undefined) ?? parts.slice(1).find(isRoleLike) ?? '';
  const role = roleNamed(roleText, process);
  // A team that is named alone, and nobody else: only with its day is that more than a wish.
  const isRoleAlone = role !== undefined && roleText === first;
  if (isRoleAlone ? !date : name === undefined) {
    const said = verdict === 'approved' ? undefined : verdict;
    return isNobody(first) || said ? [{ role, roleText, name: undefined, date: undefined, verdict: said }] : [];
  }
  return [{ role, roleText, name: isRoleAlone ? undefined : name, date, verdict }];
}

function nameOfPerson(text: string): string | undefined {
  const name = plainText(text).replace(/\s+/g, ' ').trim();
  return person.test(name) && !isNobody(name) && verdictOf(name) === undefined ? name : undefined;
}
