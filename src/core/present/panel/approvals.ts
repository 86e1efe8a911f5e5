import { type Approval, awaitedRoles, recordedApproval } from '../../approval/approvalOf';
import { termsOf } from '../../approval/approvalTerms';
import type { RoleDefinition } from '../../process/processDefinition';
import type { ChangeRecord, RoleApproval } from '../../record/record';
import { historyInOrder } from '../../record/historyOrder';
import { listed } from '../../text/wording';
import type { Finding } from '../../findings/finding';
import { isoDay, oneLine, targetOf, unmetOfApproval } from './panelParts';
import type { ApprovalLine, ApprovalsPicture, PictureTable } from './recordPanel';

/** Findings that say that another place contradicts what the record says of its approval. */
const denials = /^CG(?:30[1-468]|31[1367]|40[4-9])$/;

/** Who has to approve, who did, and what does not agree; the latter is what the rules found. */
export function approvalsPicture(record: ChangeRecord, findings: readonly Finding[]): ApprovalsPicture {
  const { approval, process } = record;
  const given = recordedApproval(record);
  const terms = termsOf(record);
  const required = terms.roles.map((role) => lineOf(role, true, record));
  const others = approval.roles
    .flatMap(({ role }) => (role && !terms.roles.includes(role) ? [role] : []))
    .filter((role, index, all) => all.indexOf(role) === index)
    .map((role) => lineOf(role, false, record))
    .filter(({ state }) => state !== 'not-needed');
  const unnamed = approval.roles.filter(({ role }) => !role).map(lineWithoutRole);
  const contradictions = findings
    .filter((each) => each.severity === 'error' && isDenial(each, record))
    .map(({ message, path, span }) => ({ message, target: { path, span } }));
  const state = stateOf(record, given, contradictions.length > 0);
  const roles = [...required, ...others, ...unnamed];
  const { token } = approval;
  return {
    state,
    summary: summaryOf(record, given, state),
    roles,
    token:
      process.tokens.length === 0
        ? undefined
        : {
            text: token && token.kind !== 'placeholder' ? oneLine(token.text) : '',
            valid: token?.kind === 'token',
            target: token && targetOf(token),
          },
    date: isoDay(approval.date?.date),
    missing: unmetOfApproval(given),
    contradictions,
    table: tableOf(roles),
  };
}

/** Dates and history may disagree about something else than the approval. */
function isDenial({ code, span, related }: Finding, record: ChangeRecord): boolean {
  if (code === 'CG305') {
    const last = historyInOrder(record).at(-1)?.status.value;
    return last?.needsApproval !== record.status?.value?.needsApproval;
  }
  const date = code === 'CG309' ? record.approval.date?.span : undefined;
  return denials.test(code) || [span, ...related.map((each) => each.span)].some(({ start }) => start === date?.start);
}

function stateOf({ stage }: ChangeRecord, { state, gaps }: Approval, isDenied: boolean): ApprovalsPicture['state'] {
  if (isDenied) return 'contradicted';
  if (state === 'pre-approved') return 'pre-approved';
  if (gaps.length === 0) return 'given';
  return stage === 'draft' ? 'not-yet' : 'waiting';
}

/** What the places of a role say together: the box counts, the others must not say something else (reading 31). */
function lineOf(role: RoleDefinition, required: boolean, record: ChangeRecord): ApprovalLine {
  const said = record.approval.roles.filter((each) => each.role === role);
  const approved = said.find(({ state }) => state === 'approved');
  const main =
    said.find(({ state }) => state === 'rejected') ??
    approved ??
    said.find(({ state }) => state === 'pending') ??
    said.find(({ place }) => place === 'box') ??
    said[0];
  const state = main?.state ?? 'unanswered';
  const isAnswered = state !== 'unanswered';
  const date = main?.date ?? said.find((each) => each.date)?.date;
  return {
    role: role.label,
    required,
    name: main?.name ?? said.find(({ name }) => name !== undefined)?.name,
    date: isoDay(date),
    state: isAnswered ? state : required ? 'missing' : 'not-needed',
    disagreeing: said
      .filter((each) => each.state !== 'unanswered' && each.state !== state && isWeighty(each.state, state))
      .map((each) => ({ text: `${each.state} ${placeWords[each.place]}`, target: targetOf(each) })),
    target: main && targetOf(main),
  };
}

/** Approved in one place and pending or rejected in the other; what is not answered contradicts nothing. */
function isWeighty(a: RoleApproval['state'], b: RoleApproval['state']): boolean {
  return a === 'approved' || b === 'approved';
}

const placeWords: Readonly<Record<RoleApproval['place'], string>> = {
  box: 'under Approval Status',
  line: 'in a sentence',
  'approver-line': 'under Approver(s)',
  assessment: 'in the impact assessment',
  approver: 'in the field for the approver',
};

function lineWithoutRole(said: RoleApproval): ApprovalLine {
  return {
    role: oneLine(said.roleText) === '' ? 'Approver' : oneLine(said.roleText),
    required: false,
    name: said.name,
    date: isoDay(said.date),
    state: said.state === 'unanswered' ? 'not-needed' : said.state,
    disagreeing: [],
    target: targetOf(said),
  };
}

function summaryOf(record: ChangeRecord, { gaps }: Approval, state: ApprovalsPicture['state']): string {
  const date = isoDay(record.approval.date?.date);
  const waits = listed(awaitedRoles(gaps).map(({ label }) => label));
  switch (state) {
    case 'given':
      return `Approved${date === undefined ? '' : ` on ${date}`}.`;
    case 'pre-approved':
      return 'Standard changes are approved beforehand.';
    case 'contradicted':
      return 'What is said of the approval does not agree.';
    case 'not-yet':
      if (record.status?.value && record.status.value.id !== record.process.statuses[0]?.id)
        return 'It was not approved.';
      return waits === '' ? 'Nobody has been asked yet.' : `Nobody has been asked yet; ${waits} will have to approve.`;
    case 'waiting':
      return waits === '' ? 'The approval is not complete.' : `Waits for ${waits}.`;
  }
}

function tableOf(roles: readonly ApprovalLine[]): PictureTable {
  return {
    caption: 'Approvals',
    columns: ['Role', 'Who', 'State', 'Date', 'Elsewhere'],
    rows: roles.map(({ role, name, state, date, disagreeing, required, target }) => ({
      cells: [
        required ? role : `${role} (not required)`,
        name ?? '',
        state.replace('-', ' '),
        date ?? '',
        disagreeing.map(({ text }) => text).join('; '),
      ],
      target,
    })),
    empty: 'Nobody has to approve this change.',
  };
}
