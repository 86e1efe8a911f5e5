import type { Block, ListItem, QuoteLine, Table, TextLine } from '../markdown/blocks';
import { keys } from '../process/fieldKeys';
import type { Process, SectionDefinition } from '../process/process';
import type { RoleDefinition } from '../process/processDefinition';
import type { CalendarDate } from '../text/calendarDate';
import { slice, trimSpan, type Span } from '../text/span';
import { findDate } from '../text/writtenDate';
import { approvalsInLine, isApprovalLine, nameIn, roleNamed, wordsOf, type ApprovalWords } from './approvalLine';
import { approvalRows, isApprovalTable } from './approvalTable';
import { verdictOf, type Verdict } from './approvalWords';
import { plainText } from './plainText';
import type { Answer, RecordDocument, RoleApproval, Section } from './record';

/** What the reading of an approval needs of the record. */
export interface ApprovalSource {
  /** The record's own text. */
  readonly document: RecordDocument;
  readonly process: Process;
  answer(key: string): Answer | undefined;
  /** Whether a condition of the process holds; absent conditions always do. */
  meets(what: { readonly requiredWhen?: RoleDefinition['requiredWhen'] }): boolean;
}

/** What stands in the sections for approvals, and in sentences and tables that speak of one elsewhere. */
export function writtenApprovals({ document, process, meets }: ApprovalSource): RoleApproval[] {
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
export function homeOf(process: Process): SectionDefinition | undefined {
  return process.field(keys.approvedBy)?.section;
}

/** The nearest section around a place that the process knows, itself included. */
export function definedAround(section: Section | undefined): Section | undefined {
  return section && (section.definition ? section : definedAround(section.parent));
}

export function isNamedApproval(section: Section | undefined): boolean {
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
  if (block.kind !== 'item' && block.kind !== 'text') return sentences(block, document, process, first);
  const content = block.kind === 'item' ? block.content : block.span;
  const text = slice(document.text, content);
  if (isApprovalLine(text) || /^[\s*_`]*approved on\b/i.test(text)) return sentences(block, document, process, first);
  if (text.length > longestLine) return [];
  const { label, rest } = splitLabel(document.text, content, block.field);
  const labelText = slice(document.text, label).replace(/^[☐☑☒✓✔\s]+/u, '');
  const role = roleNamed(labelText, process);
  if (isState(labelText) && isDecided(slice(document.text, rest)))
    return sentencesIn(`Decision: ${slice(document.text, rest)}`, content, document, process, first);
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
  if (block.kind !== 'item' && block.kind !== 'text' && block.kind !== 'quote') return [];
  const content = contentOf(block, document.text);
  // A box that is not ticked says that what stands behind it has not happened.
  if (block.kind === 'item' && block.box?.checked === false) return [];
  const text = slice(document.text, content);
  const isTicked = block.kind === 'item' && block.box !== undefined;
  const days = isTicked ? tickedDay(text) : undefined;
  return days
    ? days.map((said) => lineApproval(document, content, said, first))
    : sentencesIn(text, content, document, process, first);
}

function sentencesIn(
  text: string,
  span: Span,
  document: RecordDocument,
  process: Process,
  first: RoleDefinition | undefined,
): RoleApproval[] {
  return approvalsInLine(text, process).map((said) => lineApproval(document, span, said, first));
}

/** `Status: Pending approval` in the section for approvals; a status of the record itself says nothing of who approved. */
function isState(label: string): boolean {
  return /^(?:current )?(?:status|state)$/i.test(plainText(label));
}

function isDecided(value: string): boolean {
  return /approv|pending|reject|await|sign|declin/i.test(value);
}

function contentOf(block: ListItem | TextLine | QuoteLine, text: string): Span {
  if (block.kind === 'item') return block.content;
  if (block.kind === 'text') return block.span;
  const mark = /^[>\s]*/.exec(slice(text, block.span))?.[0].length ?? 0;
  return { start: block.span.start + mark, end: block.span.end };
}

/** `- [x] Approved on: 2026-02-10`: that it was, and not by whom. */
function tickedDay(text: string): readonly ApprovalWords[] | undefined {
  const date = /^[\s*_`]*(?:approved|approval) (?:on|date|given)\b/i.test(text) ? findDate(text)?.date : undefined;
  return date && [{ role: undefined, roleText: '', name: undefined, date, verdict: verdictOf(text) ?? 'approved' }];
}

/** An approval without a role is that of the role which always has to approve. */
export function lineApproval(
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

/** Signs before the words of a line. */
const leadingMark = /^[^\p{L}\p{N}[(*_`]{1,4}/u;

function roleApproval(
  document: RecordDocument,
  span: Span,
  role: RoleDefinition | undefined,
  roleText: string,
  rest: string,
  block: Block,
): RoleApproval {
  const text = slice(document.text, span);
  const mark = /^[☑✅✓✔]/u.test(text) ? true : /^[☐⬜]/u.test(text) ? false : undefined;
  const checked = (block.kind === 'item' ? block.box?.checked : undefined) ?? mark;
  const said = wordsOf(rest);
  const { date, isStruck, isMachine } = said;
  const name = said.name ?? (said.signed || checked === true ? said.nameInBrackets : undefined);
  // `⏳ Product Owner: Lena Holt`: the mark stands before the role.
  const before = mark === undefined ? verdictOf(leadingMark.exec(text)?.[0] ?? '') : undefined;
  const verdict = isMachine || isStruck ? undefined : (said.verdict ?? before);
  const state = isMachine || isStruck ? 'unanswered' : stateOf(verdict, checked, name, date);
  return { document, span, place: 'box', role, roleText, name, date, state, isSaid: verdict !== undefined };
}

/** An unticked box is no approval, whatever stands behind it; a ticked one is, unless its words take it back. */
export function stateOf(
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
