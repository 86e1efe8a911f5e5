import { dayNumber, formatDate } from '../../text/calendarDate';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const approvalDateDiffers = defineRule({
  code: 'CG408',
  name: 'approval-date-differs',
  severity: 'warning',
  summary: 'Approval date, token and history tell of the same day.',
  source: 'Approval Status, Change History; reading 31',
  fix: { noneBecause: 'Which of the days is right only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const { approval, history } = record;
    const given = approval.date;
    if (!given?.date) return;
    const day = dayNumber(given.date);
    const { token } = approval;
    if (token?.date && dayNumber(token.date) !== day) {
      yield finding(
        token,
        `The token is dated ${formatDate(token.date)}, but the approval date is ${formatDate(given.date)}.`,
      ).related(given, 'the approval date');
    }
    const rows = history.filter(({ status, date }) => status.value?.role === 'approved' && date.date);
    const [first] = rows;
    // A day more or less is the evening of one and the morning of another.
    if (!first?.date.date || rows.some(({ date }) => date.date && Math.abs(dayNumber(date.date) - day) <= 1)) return;
    const last = rows.at(-1) ?? first;
    yield finding(
      given,
      `The approval date is ${formatDate(given.date)}, but the history has ${last.status.value?.id ?? ''} on ${formatDate(last.date.date ?? first.date.date)}.`,
    ).related(at(last.document, last.date.span), 'the history');
  },
});
