import { keys } from '../process/fieldKeys';
import { blocksWithin } from '../markdown/blocksWithin';
import { comparableName } from '../process/comparableName';
import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import type { RoleDefinition } from '../process/processDefinition';
import type { Block } from '../markdown/blocks';
import { remembered } from '../text/remembered';
import { slice, trimSpan, type Span } from '../text/span';
import { readDate, type CalendarDate } from '../text/calendarDate';
import { plainText } from './plainText';
import { vocabularyOf } from './processVocabulary';
import { readToken } from './readToken';
import type { Answer, ApprovalReading, RecordDocument, RoleApproval } from './record';

/** What the reading of an approval needs of the record. */
export interface ApprovalSource {
  readonly process: Process;
  answer(key: string): Answer | undefined;
  /** Whether a condition of the process holds; absent conditions always do. */
  meets(what: { readonly requiredWhen?: RoleDefinition['requiredWhen'] }): boolean;
}

/** What a record says of its approval in the places of reading 31. What that is worth is not judged here. */
export function readApproval(source: ApprovalSource): ApprovalReading {
  return {
    token: readToken(source.answer(keys.approvalToken), source.process),
    date: source.answer(keys.approvalDate),
    roles: [...boxes(source), ...approverLines(source), ...securityApproval(source), ...soleApprover(source)],
  };
}

/** `- [x] Technical Lead: Dana Field (Date: 2026-02-10)`, `Technical Lead: Approved (Dana Field, 2026-02-10)`, `Technical Lead (Dana Field)`. */
function boxes({ answer, process }: ApprovalSource): RoleApproval[] {
  const first = answer(keys.approvedBy) ?? answer(keys.approvalToken) ?? answer(keys.approvalDate);
  const home = process.field(keys.approvedBy)?.section;
  if (!first || !home) return [];
  const section = [first.document.root, ...first.document.sections].find(({ definition }) => definition === home);
  return (section?.blocks ?? []).flatMap((block) => roleLine(block, first.document, process));
}

function roleLine(block: Block, document: RecordDocument, process: Process): RoleApproval[] {
  if (block.kind === 'table') return block.rows.flatMap((row) => roleRow(row.cells, document, process));
  if (block.kind !== 'item' && !(block.kind === 'text' && block.field)) return [];
  const content = block.kind === 'item' ? block.content : block.span;
  const { label, rest } = splitLabel(document.text, content, block.field);
  const role = roleNamed(slice(document.text, label), process);
  if (!role) return [];
  return [roleApproval(document, content, role, slice(document.text, label), slice(document.text, rest), block)];
}

/** `| Technical Lead | Dana Field | 2026-02-10 |`. */
function roleRow(cells: readonly Span[], document: RecordDocument, process: Process): RoleApproval[] {
  const [first, ...others] = cells;
  const role = first && roleNamed(slice(document.text, first), process);
  const last = others.at(-1);
  if (!first || !role || !last) return [];
  const rest = others.map((cell) => slice(document.text, cell)).join(' - ');
  return [roleApproval(document, { start: first.start, end: last.end }, role, slice(document.text, first), rest)];
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
  block?: Block,
): RoleApproval {
  const box = block?.kind === 'item' ? block.box : undefined;
  const said = wordsOf(rest);
  const { date } = said;
  const name = said.name ?? (said.signed || box?.checked === true ? said.nameInBrackets : undefined);
  return { document, span, place: 'box', role, roleText, name, date, state: stateOf(rest, box?.checked, name, date) };
}

/** What stands behind a role, in words; alike in many records, and from keystroke to keystroke. */
const wordsOf = remembered((rest: string) => ({
  date: dateIn(rest),
  name: nameIn(rest),
  nameInBrackets: nameInBrackets(rest),
  signed: /\b(?:approved|signed|rejected)\b/i.test(rest),
  verdict: verdictOf(rest),
}));

function stateOf(
  rest: string,
  checked: boolean | undefined,
  name: string | undefined,
  date: CalendarDate | undefined,
): RoleApproval['state'] {
  const { verdict } = wordsOf(rest);
  if (verdict === 'rejected') return 'rejected';
  if (checked === true) return 'approved';
  if (verdict !== undefined) return verdict;
  if (name !== undefined && date !== undefined) return 'approved';
  return name !== undefined ? 'pending' : 'unanswered';
}

/** What words say of an approval, as far as they do. */
function verdictOf(rest: string): 'rejected' | 'pending' | 'approved' | undefined {
  const words = plainText(rest);
  if (/\b(?:reject\w*|declin\w*|denied|refus\w*|not approved)\b/i.test(words)) return 'rejected';
  if (/\b(?:pending|awaiting|waiting|requested|outstanding|open)\b/i.test(words)) return 'pending';
  return /\b(?:approved|signed(?: off)?|accepted|lgtm)\b/i.test(words) || /^[✅✓✔]/u.test(rest.trim())
    ? 'approved'
    : undefined;
}

/** The person that a line names: what is left of it without dates, notes, state words and blanks to fill. */
function nameIn(rest: string): string | undefined {
  const words = plainText(
    rest
      .slice(0, 300)
      .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
      .replace(/\b\d{4}-\d{1,2}-\d{1,2}\b/g, ' ')
      .replace(/_{2,}/g, ' '),
  )
    .replace(/\b(?:approved|pending|rejected|awaiting approval|awaiting|yes|no|n\/a|none|date|tbd|todo)\b:?/gi, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
    .replace(/^by:?\s+/i, '')
    .replace(/\s+/g, ' ');
  return /\p{L}/u.test(words) && !isPlaceholder(words) ? words : undefined;
}

/** `Approved (Dana Field, 2026-02-10)`: the first bracketed words that read like the name of a person. */
function nameInBrackets(rest: string): string | undefined {
  const inside = /\(([^()]*)\)/.exec(rest.slice(0, 300))?.[1];
  const name = inside === undefined ? undefined : nameIn(inside);
  return name !== undefined && /^(?:\p{Lu}[\p{L}.]*\s+)+\p{Lu}[\p{L}'’-]+$/u.test(name) ? name : undefined;
}

function dateIn(rest: string): CalendarDate | undefined {
  const at = rest.search(/\d{4}-\d/);
  const read = at < 0 ? undefined : readDate(rest.slice(at, at + 40));
  return read?.kind === 'date' ? read.date : undefined;
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
    return [
      {
        document,
        span: block.content,
        place: 'approver-line' as const,
        role: roleAt < 0 ? undefined : roleNamed(roleText, process),
        roleText: plainText(roleText),
        name: wordsOf(parts[roleAt === 0 ? 1 : 0] ?? '').name,
        state: state.trim() === '' ? ('unanswered' as const) : stateOf(state, block.box?.checked, undefined, undefined),
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
    },
  ];
}

/** `**Approver**: Dana Field` of a change record: anyone who the matrix asks for (reading 44). */
function soleApprover({ answer, process, meets }: ApprovalSource): RoleApproval[] {
  const approver = answer(keys.approver);
  if (approver?.filled !== true) return [];
  const { document, span, text } = approver;
  const [role] = process.roles.filter((candidate) => meets(candidate));
  const { name } = wordsOf(text);
  const date = answer(keys.approvalDate)?.date;
  return [
    {
      document,
      span,
      place: 'approver',
      role,
      roleText: role?.label ?? '',
      name,
      date,
      state: stateOf(text, undefined, name, date),
    },
  ];
}

/** The role that a label means: its own name or one of its others, as a whole or with a note. */
export function roleNamed(text: string, process: Process): RoleDefinition | undefined {
  const name = comparableName(plainText(text));
  return name === '' || name.length > 80 ? undefined : vocabularyOf(process).roles.get(name);
}
