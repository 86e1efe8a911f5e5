import { keys } from '../process/fieldKeys';
import { blocksWithin } from '../markdown/blocksWithin';
import { isPlaceholder } from '../process/placeholder';
import type { Process, SectionDefinition } from '../process/process';
import type { RoleDefinition } from '../process/processDefinition';
import type { Block, ListItem, Table } from '../markdown/blocks';
import { slice, trimSpan, type Span } from '../text/span';
import { compareDates, type CalendarDate } from '../text/calendarDate';
import { anyDate, readAnyDate } from '../text/writtenDate';
import { approvalsInLine, isApprovalLine, nameIn, roleNamed, wordsOf, type ApprovalWords } from './approvalLine';
import { approvalRows, isApprovalTable } from './approvalTable';
import { stateVerdict, verdictOf, type Verdict } from './approvalWords';
import { plainText } from './plainText';
import { readToken } from './readToken';
import type {
  Answer,
  ApprovalDate,
  ApprovalReading,
  RecordDocument,
  RoleApproval,
  Section,
  TokenReading,
} from './record';

/** What the reading of an approval needs of the record. */
export interface ApprovalSource {
  /** The record's own text. */
  readonly document: RecordDocument;
  readonly process: Process;
  answer(key: string): Answer | undefined;
  /** Whether a condition of the process holds; absent conditions always do. */
  meets(what: { readonly requiredWhen?: RoleDefinition['requiredWhen'] }): boolean;
}

/** What a record says of its approval in the places of reading 31. What that is worth is not judged here. */
export function readApproval(source: ApprovalSource): ApprovalReading {
  const token = readToken(source.answer(keys.approvalToken), source.process);
  const roles = [
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

/** What stands in the sections for approvals, and in sentences and tables that speak of one elsewhere. */
function writtenApprovals({ document, process, meets }: ApprovalSource): RoleApproval[] {
  const [first] = process.roles.filter(meets);
  const home = homeOf(process);
  return [document.root, ...document.sections].flatMap((section) => {
    const known = definedAround(section);
    const isHome = known ? known.definition === home : isNamedApproval(section);
    if (section !== document.root && isHome)
      return section.blocks.flatMap((block) => homeLine(block, document, process, first));
    return known || otherLog.test(section.name)
      ? []
      : section.blocks.flatMap((block) => sentences(block, document, process, first));
  });
}

/** The section in which approvals have their place. */
function homeOf(process: Process): SectionDefinition | undefined {
  return process.field(keys.approvedBy)?.section;
}

/** The nearest section around a place that the process knows, itself included. */
function definedAround(section: Section | undefined): Section | undefined {
  return section && (section.definition ? section : definedAround(section.parent));
}

function isNamedApproval(section: Section | undefined): boolean {
  return section !== undefined && (approvalSection.test(section.name) || isNamedApproval(section.parent));
}

const approvalSection =
  /^(?:(?:change|final|formal|required|management|stakeholder) )?(?:approvals?|sign[ -]?offs?|approvers?|authori[sz]ation|approval (?:status|record|section|matrix|log)|review (?:and|&) approval|decision)$/;

/** Where dated rows tell of other things than the approval of the change. */
const otherLog = /\b(?:history|log|revisions?|versions?|changelog|template|example)\b/;

/** Longer lines are texts, in UTF-16 code units. */
const longestLine = 2000;

/** A line in the section for approvals: a role with its box, its row, or a sentence. */
function homeLine(
  block: Block,
  document: RecordDocument,
  process: Process,
  first: RoleDefinition | undefined,
): RoleApproval[] {
  if (block.kind === 'table') return tableApprovals(block, document, process, first);
  if (block.kind !== 'item' && block.kind !== 'text') return [];
  const content = block.kind === 'item' ? block.content : block.span;
  const text = slice(document.text, content);
  if (isApprovalLine(text)) return sentences(block, document, process, first);
  if (text.length > longestLine) return [];
  const { label, rest } = splitLabel(document.text, content, block.field);
  const labelText = slice(document.text, label).replace(/^[☐☑☒✓✔\s]+/u, '');
  const role = roleNamed(labelText, process);
  if (role) return [roleApproval(document, content, role, labelText, slice(document.text, rest), block)];
  return block.kind === 'item' ? personFirst(block, document, process) : [];
}

/** `- [x] Dana Field (Technical Lead, 2026-02-10)`, `- Dana Field, Technical Lead: approved`. */
function personFirst(block: ListItem, document: RecordDocument, process: Process): RoleApproval[] {
  const text = slice(document.text, block.content);
  if (text.length > 300) return [];
  const [name = '', ...parts] = text.split(/[(),;:|]|\s[–—-]\s/).map((part) => part.trim());
  const roleText = parts.find((part) => roleNamed(part, process) !== undefined);
  const role = roleText === undefined ? undefined : roleNamed(roleText, process);
  if (!role || roleText === undefined || nameIn(name) === undefined) return [];
  const approval = roleApproval(document, block.content, role, roleText, text, block);
  return [{ ...approval, name: nameIn(name) }];
}

function tableApprovals(
  table: Table,
  document: RecordDocument,
  process: Process,
  first: RoleDefinition | undefined,
): RoleApproval[] {
  const lines = table.rows.flatMap(({ cells }) => {
    const [label, value] = cells;
    if (!label || !value || cells.length !== 2) return [];
    const span = { start: label.start, end: value.end };
    const text = `${slice(document.text, label)}: ${slice(document.text, value)}`;
    return approvalsInLine(text, process).map((said) => lineApproval(document, span, said, first));
  });
  if (lines.length > 0) return lines;
  return approvalRows(document.text, table, process).map(({ span, said }) => ({
    document,
    span,
    place: 'box' as const,
    role: said.role,
    roleText: said.roleText,
    name: said.name,
    date: said.date,
    state: stateOf(said.verdict, undefined, said.name, said.date),
    isSaid: said.verdict !== undefined,
  }));
}

/** Sentences and tables that speak of an approval wherever they stand. */
function sentences(
  block: Block,
  document: RecordDocument,
  process: Process,
  first: RoleDefinition | undefined,
): RoleApproval[] {
  if (block.kind === 'table')
    return isApprovalTable(document.text, block) || block.header.cells.length === 2
      ? tableApprovals(block, document, process, first).filter(
          ({ place }) => place === 'line' || isApprovalTable(document.text, block),
        )
      : [];
  if (block.kind !== 'item' && block.kind !== 'text') return [];
  const content = block.kind === 'item' ? block.content : block.span;
  // A box that is not ticked says that what stands behind it has not happened.
  if (block.kind === 'item' && block.box?.checked === false) return [];
  return approvalsInLine(slice(document.text, content), process).map((said) =>
    lineApproval(document, content, said, first),
  );
}

/** An approval without a role is that of the role which always has to approve. */
function lineApproval(
  document: RecordDocument,
  span: Span,
  { role, roleText, name, date, verdict }: ApprovalWords,
  first: RoleDefinition | undefined,
): RoleApproval {
  const isNamed = name !== undefined && roleText === '';
  return {
    document,
    span,
    place: 'line',
    role: role ?? (isNamed ? first : undefined),
    roleText,
    name,
    date,
    state: verdict ?? 'unanswered',
    isSaid: verdict !== undefined,
  };
}

function splitLabel(
  text: string,
  content: Span,
  field: { readonly label: Span; readonly value: Span } | undefined,
): { label: Span; rest: Span } {
  if (field) return { label: field.label, rest: field.value };
  const words = slice(text, content);
  const at = /:|\s[–—-]\s|\s(?=\([^()]*\)\s*$)/.exec(words);
  const cut = at ? content.start + at.index : content.end;
  const from = at ? cut + at[0].length : cut;
  return {
    label: trimSpan(text, { start: content.start, end: cut }),
    rest: trimSpan(text, { start: from, end: content.end }),
  };
}

function roleApproval(
  document: RecordDocument,
  span: Span,
  role: RoleDefinition | undefined,
  roleText: string,
  rest: string,
  block: Block,
): RoleApproval {
  const mark = /^[☑✅✓✔]/u.test(slice(document.text, span))
    ? true
    : /^[☐⬜]/u.test(slice(document.text, span))
      ? false
      : undefined;
  const checked = (block.kind === 'item' ? block.box?.checked : undefined) ?? mark;
  const said = wordsOf(rest);
  const { date, isStruck, isMachine } = said;
  const name = said.name ?? (said.signed || checked === true ? said.nameInBrackets : undefined);
  const verdict = isMachine || isStruck ? undefined : said.verdict;
  const state = isMachine || isStruck ? 'unanswered' : stateOf(verdict, checked, name, date);
  return { document, span, place: 'box', role, roleText, name, date, state, isSaid: verdict !== undefined };
}

/** An unticked box is no approval, whatever stands behind it; a ticked one is, unless its words take it back. */
function stateOf(
  verdict: Verdict | undefined,
  checked: boolean | undefined,
  name: string | undefined,
  date: CalendarDate | undefined,
): RoleApproval['state'] {
  if (verdict === 'rejected' || verdict === 'pending') return verdict;
  if (checked === true) return 'approved';
  if (checked === false) return name !== undefined || verdict !== undefined ? 'pending' : 'unanswered';
  if (verdict === 'approved') return 'approved';
  if (name !== undefined && date !== undefined) return 'approved';
  return name !== undefined ? 'pending' : 'unanswered';
}

/** `- Dana Field - Technical Lead - Approved` under Approver(s). */
function approverLines({ answer, process }: ApprovalSource): RoleApproval[] {
  const approvers = answer(keys.approvers);
  if (!approvers?.filled) return [];
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
