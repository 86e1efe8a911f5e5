import { keys } from '../process/fieldKeys';
import { awaitedRoles, recordedApproval } from '../approval/approvalOf';
import type { StatusRole } from '../process/processDefinition';
import { isPlaceholder } from '../process/placeholder';
import { formatDate, type CalendarDate } from '../text/calendarDate';
import { plainText } from '../record/plainText';
import type { Answer, ChangeRecord } from '../record/record';
import { historyInOrder } from '../record/historyOrder';
import { listed } from '../text/wording';
import { slice } from '../text/span';
import { nameOf } from '../change/documentEdits';

/** Someone who is notified. */
export interface Recipient {
  /** A person, a team, or a role where nobody is named for it. */
  readonly name: string;
  /** The e-mail address that the record gives, if any. */
  readonly address: string | undefined;
  /** Why: "Technical Lead, approval missing". */
  readonly as: string;
}

/** A message to those who have to know the state of a record. Text only; nobody sends it but a person. */
export interface Notice {
  readonly to: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
  /** The message as a link that a mail program opens; the body is shortened where it would be too long for one. */
  readonly mailto: string;
}

/** Who is notified in which state, by the fields that name them. Approvers that are still missing are asked in PROPOSED. */
const audiences: Readonly<Record<StatusRole, readonly string[]>> = {
  draft: [keys.reviewers],
  waiting: [keys.approvers, keys.reviewers, keys.notified],
  approved: [keys.requestor, keys.implementers, keys.notified],
  'in-work': [keys.requestor, keys.reviewers, keys.notified],
  completed: [keys.requestor, keys.approvers, keys.implementers, keys.reviewers, keys.notified],
  'on-hold': [keys.requestor, keys.implementers],
  rejected: [keys.requestor, keys.implementers],
  abandoned: [keys.requestor, keys.approvers, keys.implementers, keys.notified],
};

/** Mail programs cut longer links, or refuse them. */
const longestLink = 2000;

/** As much of a link is for addresses. */
const longestAddresses = 700;

/** More people are notified by a list, not by a link. */
const mostRecipients = 20;

/** Writes the notice for the state that a record is in: who has to know, what changes, and what is asked of them. */
export function composeNotice(record: ChangeRecord): Notice {
  const to = recipientsOf(record);
  const title = record.title?.filled === true ? oneLine(record.title.text, 120) : '';
  const status = record.status?.value?.id ?? 'not recorded';
  const role = record.status?.value?.role;
  const subject = `${nameOf(record)}${title === '' ? '' : `: ${title}`} – ${role ? headlines[role] : 'status not recorded'}`;
  const body = bodyOf(record, to, status);
  return { to, subject, body, mailto: mailtoOf(to, subject, body) };
}

const headlines: Readonly<Record<StatusRole, string>> = {
  draft: 'being written',
  waiting: 'your decision is asked for',
  approved: 'approved',
  'in-work': 'being implemented',
  completed: 'completed',
  'on-hold': 'on hold',
  rejected: 'rejected',
  abandoned: 'cancelled',
};

function recipientsOf(record: ChangeRecord): Recipient[] {
  const role = record.status?.value?.role ?? 'draft';
  const found = new Map<string, Recipient>();
  const add = (recipient: Recipient): void => {
    const key = (recipient.address ?? recipient.name).toLowerCase();
    // Once with the address and once without is one person; two addresses are two.
    const same = [...found].find(
      ([, { name, address }]) =>
        name.toLowerCase() === recipient.name.toLowerCase() &&
        (address === undefined || recipient.address === undefined),
    );
    if (same && same[1].address === undefined && recipient.address !== undefined)
      found.set(same[0], { ...same[1], address: recipient.address });
    if (!same && !found.has(key) && found.size < mostRecipients) found.set(key, recipient);
  };
  for (const key of audiences[role]) {
    const answer = record.answer(key);
    if (!answer?.filled || answer.field.answer === 'date-time') continue;
    for (const line of linesOf(answer)) {
      const person = personIn(line, answer.field.label);
      if (person && !(role === 'waiting' && key === keys.approvers && hasDecided(record, line))) add(person);
    }
  }
  if (role === 'waiting') for (const role of rolesWithoutName(record, [...found.values()])) add(role);
  return [...found.values()];
}

/** Whether an approver of the list has approved or rejected already. */
function hasDecided({ approval, document }: ChangeRecord, line: string): boolean {
  return approval.roles.some(
    (role) =>
      (role.state === 'approved' || role.state === 'rejected') &&
      role.document === document &&
      role.name !== undefined &&
      line.includes(role.name),
  );
}

/** Roles that still have to approve and for which nobody on the list stands. */
function rolesWithoutName(record: ChangeRecord, people: readonly Recipient[]): Recipient[] {
  return awaitedRoles(recordedApproval(record).gaps)
    .filter(({ label }) => !people.some((person) => person.as.toLowerCase().includes(label.toLowerCase())))
    .map(({ label }) => ({ name: label, address: undefined, as: 'approval missing' }));
}

/** The items of a list of people, or the one line that names them. */
function linesOf({ document, span, text }: Answer): string[] {
  const items = document.scan.blocks.flatMap((block) =>
    block.kind === 'item' && block.span.start >= span.start && block.span.end <= span.end
      ? [slice(document.text, block.content)]
      : [],
  );
  return items.length > 0 ? items : text.split(/[,;]\s*|\r\n|\r|\n/);
}

/** `Dana Field <dana@example.com> - Security Team - Pending`. */
function personIn(line: string, label: string): Recipient | undefined {
  const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/.exec(line.slice(0, 500))?.[0];
  const [named = '', role = ''] = line.split(/(?<!\s)\s+[-–—]\s+/).map((part) => oneLine(plainText(part), 80));
  const name = named.replace(/\s*[<(][^<>()]*[>)]\s*$/, '').trim();
  const isName = /\p{L}/u.test(name) && !isPlaceholder(name) && !/^(?:n\/?a|none)$/i.test(name);
  if (!isName && address === undefined) return undefined;
  const isRole = role !== '' && !isPlaceholder(role) && !role.includes('@');
  return { name: isName ? name : (address ?? ''), address, as: isRole ? role : label.replace(/\(s\)$/, '') };
}

function bodyOf(record: ChangeRecord, to: readonly Recipient[], status: string): string {
  const facts = [
    ['Status', status],
    ['Type', record.type ?? ''],
    ['Priority', record.priority ?? ''],
    ['Risk', record.answer(keys.overallRisk)?.chosen[0]?.option?.value ?? ''],
    ['Requestor', said(record, keys.requestor, 120)],
    ['Scheduled', said(record, keys.scheduled, 60)],
    ['Systems affected', said(record, keys.affectedSystems, 200) || said(record, keys.systemsAffected, 200)],
    ['Users affected', said(record, keys.affectedUsers, 200) || said(record, keys.usersAffected, 200)],
    ['Downtime', said(record, keys.downtime, 200)],
    ['Branch', said(record, keys.branch, 120)],
    ['Record', record.path],
  ].filter(([, value]) => value !== '');
  const paragraphs = [
    said(record, keys.problemStatement, 600),
    said(record, keys.proposedSolution, 600) || said(record, keys.description, 600),
    ...happened(record),
    facts.map(([label = '', value = '']) => `${label}: ${value}`).join('\n'),
    to.length === 0 ? '' : `To: ${to.map(({ name, as }) => (name === as ? name : `${name} (${as})`)).join(', ')}`,
  ];
  return `${paragraphs.filter((each) => each !== '').join('\n\n')}\n`;
}

/** What happened, and what is asked of whom. */
function happened(record: ChangeRecord): string[] {
  const { process } = record;
  const on = (day: CalendarDate | undefined, words: string): string[] => (day ? [`${words} ${formatDate(day)}.`] : []);
  const date = (key: string, words: string): string[] => on(record.answer(key)?.date, words);
  switch (record.status?.value?.role) {
    case 'waiting':
      return [asked(record)];
    case 'approved':
      return [...on(record.approval.date?.date, 'Approved on'), 'Implementation may begin.'];
    case 'in-work':
      return date(keys.implementationStart, 'Implementation began on');
    case 'completed':
      return [...date(keys.deployed, 'Deployed on'), said(record, keys.outcomes, 600)];
    case 'rejected':
    case 'abandoned': {
      const reason =
        historyInOrder(record).findLast((row) => row.status.value === record.status?.value)?.notes.text ?? '';
      return reason === '' ? [] : [`Reason: ${oneLine(reason, 600)}`];
    }
    default:
      return recordedApproval(record).state === 'pre-approved'
        ? [`This ${process.name.toLowerCase()} is approved beforehand.`]
        : [];
  }
}

function asked(record: ChangeRecord): string {
  const { process, kind } = record;
  const roles = awaitedRoles(recordedApproval(record).gaps).map(({ label }) => label);
  const missing =
    roles.length > 0
      ? `The approval of ${listed(roles.map((role) => `the ${role}`))} is missing.`
      : 'A decision is asked for.';
  const tokens = process.tokens.map(({ text }) => `"${text}"`);
  const how =
    tokens.length > 0 ? ` It is given in the record, with one of ${listed(tokens)}.` : ' It is given in the record.';
  return kind === 'change-request' ? missing + how : missing;
}

/** The answer to a field in one line; empty where there is none. */
function said(record: ChangeRecord, key: string, longest: number): string {
  const answer = record.answer(key);
  if (!answer?.filled) return '';
  const lines = linesOf(answer).map((line) => oneLine(plainText(line), longest));
  return oneLine(lines.filter((line) => line !== '').join(lines.length > 1 ? '; ' : ' '), longest);
}

/** One line without what could steer a terminal or a mail program. */
function oneLine(text: string, longest: number): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const characters = line.length > longest ? [...line.slice(0, longest * 2)] : undefined;
  return characters && characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}

/** RFC 6068: addresses, subject and body percent-encoded, lines ended by CRLF. */
function mailtoOf(to: readonly Recipient[], subject: string, body: string): string {
  const addresses = to.flatMap(({ address }) => (address === undefined ? [] : [encoded(address).replace('%40', '@')]));
  while (addresses.join(',').length > longestAddresses) addresses.pop();
  const begin = `mailto:${addresses.join(',')}?subject=${encoded(oneLine(subject, 90))}&body=`;
  const lines = body.trimEnd().split('\n');
  const whole = begin + encoded(lines.join('\r\n'));
  if (whole.length <= longestLink) return whole;
  const rest = encoded('\r\n…');
  let link = begin;
  for (const [index, line] of lines.entries()) {
    const next = link + encoded(index === 0 ? line : `\r\n${line}`);
    if (next.length + rest.length > longestLink) break;
    link = next;
  }
  return link + rest;
}

function encoded(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''),
  );
}
