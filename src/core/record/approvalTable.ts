import type { Table, TableRow } from '../markdown/blocks';
import { comparableName } from '../process/comparableName';
import type { Process } from '../process/process';
import { wordsOf as namesIn } from '../process/wordsOf';
import { findDate } from '../text/writtenDate';
import { slice, type Span } from '../text/span';
import { nameIn, roleNamed, wordsOf, type ApprovalWords } from './approvalLine';
import { stateVerdict } from './approvalWords';
import { plainText } from './plainText';

/** Which column of a table of approvals says what; absent where none does. */
interface ApprovalColumns {
  readonly role?: number;
  readonly name?: number;
  readonly state?: number;
  readonly date?: number;
}

/** Names of columns, the surest first. What is met in two lists is the first that is still free. */
const columnNames: readonly (readonly [keyof ApprovalColumns, readonly string[]])[] = [
  [
    'date',
    namesIn(
      'date, when, approval date, date approved, approved on, signed on, date signed, timestamp, datum, fecha, data',
      '日期, 时间, 日付, 承認日',
    ),
  ],
  [
    'state',
    namesIn(
      'status, approval status, decision, state, approved, result, verdict, outcome, response, signed off',
      'entscheidung, genehmigt, freigabe, statut, décision, estado, decisión, situação, decisão',
      '状态, 结果, 审批结果, 状態, ステータス, 結果',
    ),
  ],
  [
    'role',
    namesIn(
      'role, approver role, function, position, team, group, department, stakeholder, title, rolle, funktion, rôle',
      'rol, papel, função, 角色, 职位, 役割, 役職',
    ),
  ],
  [
    'name',
    namesIn(
      'name, who, approver name, person, approved by, signed by, signatory, by, wer, nom, nombre, nome',
      '姓名, 审批人, 批准人, 氏名, 名前, 承認者',
    ),
  ],
  ['state', namesIn('signed, sign-off, signoff, sign off, approval')],
  ['date', namesIn('signed, approved')],
  ['name', namesIn('approver, reviewer, responsible, owner, signature')],
  ['role', namesIn('approver, reviewer, approval, required approval, sign-off, signoff')],
];

/** What a row of a table of approvals says, with the span of its cells. */
export interface ApprovalRow {
  readonly span: Span;
  readonly row: TableRow;
  readonly said: ApprovalWords;
}

/** Whether a table is one of approvals wherever it stands: it tells who, and one of its columns speaks of approving. */
export function isApprovalTable(text: string, table: Table): boolean {
  if (!namesOf(text, table).some((each) => /\b(?:approv|sign)/.test(each))) return false;
  const { role, name, state, date } = columnsOf(text, table);
  return (role !== undefined || name !== undefined) && (state !== undefined || date !== undefined);
}

/** The rows of a table of approvals: `| Role | Name | Status | Date |`, with their columns in any order. */
export function approvalRows(text: string, table: Table, process: Process): readonly ApprovalRow[] {
  const columns = columnsOf(text, table);
  return table.rows.flatMap((row) => {
    const said = rowOf(text, row, columns, process);
    const [first] = row.cells;
    const last = row.cells.at(-1);
    return said && first && last ? [{ span: { start: first.start, end: last.end }, row, said }] : [];
  });
}

function namesOf(text: string, { header }: Table): readonly string[] {
  return header.cells.map((cell) => comparableName(slice(text, cell)).replace(/[\s?]+$/, ''));
}

function columnsOf(text: string, table: Table): ApprovalColumns {
  const names = namesOf(text, table);
  const columns: Partial<Record<keyof ApprovalColumns, number>> = {};
  const taken = new Set<number>();
  for (const [kind, wanted] of columnNames) {
    if (columns[kind] !== undefined) continue;
    const found = wanted
      .map((name) => names.findIndex((each, index) => each === name && !taken.has(index)))
      .find((index) => index >= 0 && fits(text, table, index, kind));
    if (found === undefined) continue;
    columns[kind] = found;
    taken.add(found);
  }
  return columns;
}

/** "Signed" and "Approved" head days in one table, and Yes and No in another. */
function fits(text: string, { rows }: Table, index: number, kind: keyof ApprovalColumns): boolean {
  if (kind !== 'state' && kind !== 'date') return true;
  const cells = rows.flatMap(({ cells: all }) => all[index] ?? []).map((cell) => slice(text, cell));
  const isDated = cells.some((cell) => findDate(cell) !== undefined && stateVerdict(cell) === undefined);
  return kind === 'date' || !isDated;
}

function rowOf(text: string, row: TableRow, columns: ApprovalColumns, process: Process): ApprovalWords | undefined {
  const cell = (index: number | undefined): string => {
    const span = index === undefined ? undefined : row.cells[index];
    return span ? slice(text, span) : '';
  };
  const [first = ''] = row.cells.map((span) => slice(text, span));
  if (columns.role === undefined && columns.name === undefined) return roleFirst(text, row, process);
  const whoText = cell(columns.role ?? columns.name);
  const bracketed = /\(([^()]+)\)/.exec(whoText)?.[1] ?? '';
  const roleText = plainText(columns.role === undefined && !roleNamed(whoText, process) ? bracketed : whoText);
  const role = roleNamed(roleText, process) ?? roleNamed(first, process);
  const nameText = columns.name === undefined ? (roleText === bracketed ? whoText : '') : cell(columns.name);
  const { name, isMachine } = wordsOf(nameText);
  if (roleText === '' && role === undefined && name === undefined) return undefined;
  const stateText = cell(columns.state);
  const date = findDate(cell(columns.date))?.date ?? findDate(stateText)?.date ?? findDate(nameText)?.date;
  const verdict = stateVerdict(columns.state === undefined ? nameText : stateText);
  const person = roleNamed(nameText, process) === undefined ? name : undefined;
  return { role, roleText, name: person, date, verdict: isMachine && verdict === 'approved' ? undefined : verdict };
}

/** `| Technical Lead | Dana Field | 2026-02-10 |` below any header. */
function roleFirst(text: string, { cells }: TableRow, process: Process): ApprovalWords | undefined {
  const [first, ...others] = cells;
  const roleText = first ? slice(text, first) : '';
  const role = roleNamed(roleText, process);
  if (!role || others.length === 0) return undefined;
  const rest = others.map((span) => slice(text, span)).join(' - ');
  const { date, isMachine } = wordsOf(rest);
  return { role, roleText, name: nameIn(rest), date, verdict: isMachine ? undefined : stateVerdict(rest) };
}
