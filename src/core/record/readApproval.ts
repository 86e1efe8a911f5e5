import { keys } from '../process/fieldKeys';
import { blocksWithin } from '../markdown/blocksWithin';
import { isPlaceholder } from '../process/placeholder';
import { slice } from '../text/span';
import { compareDates } from '../text/calendarDate';
import { anyDate, readAnyDate } from '../text/writtenDate';
import { approvalsInLine, isApprovalLine, roleNamed, wordsOf } from './approvalLine';
import { stateVerdict, verdictOf } from './approvalWords';
import { plainText } from './plainText';
import { readToken } from './readToken';
import type { Answer, ApprovalDate, ApprovalReading, RoleApproval, TokenReading } from './record';
import {
  definedAround,
  homeOf,
  isNamedApproval,
  lineApproval,
  stateOf,
  writtenApprovals,
  type ApprovalSource,
} from './writtenApprovals';

/** What a record says of its approval in the places of reading 31. What that is worth is not judged here. */
export function readApproval(source: ApprovalSource): ApprovalReading {
  const token = readToken(source.answer(keys.approvalToken), source.process);
  const roles = [
    ...fieldApproval(source),
    ...writtenApprovals(source),
    ...approverLines(source),
    ...securityApproval(source),
    ...soleApprover(source),
  ];
  const field = source.answer(keys.approvalDate);
  const date = approvalDate(field, token) ?? (field ? undated(field) : (plainDate(source) ?? lastDate(roles)));
  return { token, date, roles };
}

/** When it was given, by the field for it, else by the token. */
function approvalDate(field: Answer | undefined, token: TokenReading | undefined): ApprovalDate | undefined {
  if (field?.filled === true) {
    const verdict = verdictOf(field.text);
    const date = verdict === undefined || verdict === 'approved' ? field.date : undefined;
    const isGiven = date !== undefined || readAnyDate(field.text.replace(/^[*_`\s]+/, '')).kind === 'ambiguous';
    return { ...placeAndWords(field), label: field.label, filled: true, date, isGiven };
  }
  if (token?.kind !== 'token' || !token.date) return undefined;
  return { ...placeAndWords(token), label: undefined, filled: true, date: token.date, isGiven: true };
}

function undated(field: Answer): ApprovalDate {
  return { ...placeAndWords(field), label: field.label, filled: false, date: undefined, isGiven: false };
}

/** `Date: 2026-02-10` in the section for approvals. */
function plainDate({ document, process }: ApprovalSource): ApprovalDate | undefined {
  const home = homeOf(process);
  for (const section of document.sections) {
    const known = definedAround(section);
    if (known ? known.definition !== home : !isNamedApproval(section)) continue;
    for (const block of section.blocks) {
      if (block.kind !== 'item' && block.kind !== 'text') continue;
      const { start, end } = block.kind === 'item' ? block.content : block.span;
      const words = document.text.slice(start, Math.min(end, start + 120));
      const label = /^[\s*_`]*(?:date|on|when|datum|fecha|data|日期|日付)[\s*_`]*[:：][\s*_`]*/iu.exec(words)?.[0];
      const date = label === undefined ? undefined : anyDate(words.slice(label.length));
      const span = { start: start + (label?.length ?? 0), end };
      if (date)
        return {
          document,
          span,
          text: slice(document.text, span),
          label: undefined,
          filled: true,
          date,
          isGiven: true,
        };
    }
  }
  return undefined;
}

/** Where nothing else tells it, it was given when the last person approved. */
function lastDate(roles: readonly RoleApproval[]): ApprovalDate | undefined {
  const dated = roles.filter(({ state, date }) => state === 'approved' && date);
  const last = dated.reduce<RoleApproval | undefined>(
    (latest, each) => (latest?.date && each.date && compareDates(latest.date, each.date) >= 0 ? latest : each),
    undefined,
  );
  if (!last?.date) return undefined;
  const { document, span, date } = last;
  return { document, span, text: slice(document.text, span), label: undefined, filled: true, date, isGiven: true };
}

function placeAndWords({ document, span, text }: Answer | TokenReading) {
  return { document, span, text };
}

/**
 * What fields say of who approves: the one for it, in front matter or below its label (beside it a line is read as it
 * stands), and the status, "Approved by Dana Field on 2026-02-10".
 */
function fieldApproval({ process, answer, meets }: ApprovalSource): RoleApproval[] {
  const [first] = process.roles.filter(meets);
  const read = (field: Answer, line: string): RoleApproval[] =>
    approvalsInLine(line, process).map((said) => lineApproval(field.document, field.span, said, first));
  const status = answer(keys.status);
  const inStatus = status?.filled === true && isApprovalLine(status.text) ? read(status, status.text) : [];
  const field = answer(keys.approvedBy);
  const isApart = field?.form === 'front-matter' || field?.form === 'next-lines';
  if (field?.filled !== true || !isApart || field.choices.some(({ box }) => box) || /[\r\n]/.test(field.text))
    return inStatus;
  return [...inStatus, ...read(field, `Approved by: ${field.text}`)];
}

/** `Approver: Dana Field (Technical Lead)`: who approves; whether they did is only said where words do. */
function approverBeside({ document, span, text, label }: Answer, { process, meets }: ApprovalSource): RoleApproval[] {
  // "承認者" is a label for either, and its line is read as a sentence.
  if (/[\r\n]/.test(text) || isApprovalLine(`${slice(document.text, label)}:`)) return [];
  const [first] = process.roles.filter(meets);
  const verdict = verdictOf(text);
  return approvalsInLine(`Approved by: ${text}`, process).map((said) => ({
    ...lineApproval(document, span, said, first),
    place: 'approver-line',
    state: verdict ?? 'unanswered',
    isSaid: verdict !== undefined,
  }));
}

/** `- Dana Field - Technical Lead - Approved` under Approver(s). */
function approverLines(source: ApprovalSource): RoleApproval[] {
  const { answer, process } = source;
  const approvers = answer(keys.approvers);
  if (!approvers?.filled) return [];
  if (approvers.form !== 'next-lines' && approvers.form !== 'heading') return approverBeside(approvers, source);
  const { document, span } = approvers;
  return blocksWithin(document.scan, span).flatMap((block) => {
    if (block.kind !== 'item') return [];
    const text = slice(document.text, block.content);
    const parts = text.split(/\s[–—-]\s|(?<!\s)\s*\|\s*|:\s+/);
    if (parts.length < 2 || isPlaceholder(text)) return [];
    const roleAt = parts.findIndex((part) => roleNamed(part, process) !== undefined);
    const roleText = parts[roleAt < 0 ? 1 : roleAt] ?? '';
    const state = parts.slice(2).join(' ');
    const verdict = stateVerdict(state);
    return [
      {
        document,
        span: block.content,
        place: 'approver-line' as const,
        role: roleAt < 0 ? undefined : roleNamed(roleText, process),
        roleText: plainText(roleText),
        name: wordsOf(parts[roleAt === 0 ? 1 : 0] ?? '').name,
        state:
          state.trim() === '' ? ('unanswered' as const) : stateOf(verdict, block.box?.checked, undefined, undefined),
        isSaid: verdict !== undefined,
        date: wordsOf(state).date,
      },
    ];
  });
}

/** `**Security Approval**: APPROVED` in the impact assessment speaks for the Security Team. */
function securityApproval({ answer, process }: ApprovalSource): RoleApproval[] {
  const security = answer(keys.securityApproval);
  const role = process.roles.find(({ id }) => id === 'security');
  const word = security?.chosen[0]?.option?.value;
  // "N/A" says that it is not told here.
  if (!security || !role || word === undefined || word === 'N/A') return [];
  const { document, span } = security;
  const state = word === 'APPROVED' ? 'approved' : word === 'REJECTED' ? 'rejected' : 'pending';
  const name = answer(keys.securityReviewer);
  return [
    {
      document,
      span,
      place: 'assessment',
      role,
      roleText: role.label,
      name: name?.filled === true ? plainText(name.text) : undefined,
      date: undefined,
      state,
      isSaid: true,
    },
  ];
}

/** `**Approver**: Dana Field` of a change record: anyone who the matrix asks for (reading 44). */
function soleApprover({ answer, process, meets }: ApprovalSource): RoleApproval[] {
  const approver = answer(keys.approver);
  if (approver?.filled !== true) return [];
  const { document, span, text } = approver;
  const [role] = process.roles.filter((candidate) => meets(candidate));
  const said = wordsOf(text);
  const date = answer(keys.approvalDate)?.date ?? said.date;
  const verdict = said.isMachine || said.isStruck ? undefined : said.verdict;
  const state = said.isMachine || said.isStruck ? 'unanswered' : stateOf(verdict, undefined, said.name, date);
  return [
    {
      document,
      span,
      place: 'approver',
      role,
      roleText: role?.label ?? '',
      name: said.name,
      date,
      state,
      isSaid: verdict !== undefined,
    },
  ];
}
