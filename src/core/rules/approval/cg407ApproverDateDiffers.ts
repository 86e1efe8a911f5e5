import { keys } from '../../process/fieldKeys';
import { termsOf } from '../../approval/approvalTerms';
import { dayNumber, formatDate } from '../../text/calendarDate';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const approverDateDiffers = defineRule({
  code: 'CG407',
  name: 'approver-date-differs',
  severity: 'warning',
  summary: 'Every approver approved after the record was created and no later than the approval date.',
  source: 'Approval Status; readings 31 and 35',
  fix: { noneBecause: 'When an approval was given only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const { approval } = record;
    const created = record.answer(keys.created);
    const given = approval.date;
    const required = termsOf(record).roles;
    for (const said of approval.roles) {
      if (said.place !== 'box' || said.state !== 'approved' || !said.date || !said.role) continue;
      if (created?.date && dayNumber(said.date) < dayNumber(created.date)) {
        yield finding(
          said,
          `The ${said.role.label} approved on ${formatDate(said.date)}, before the record was created on ${formatDate(created.date)}.`,
        ).related(created, 'Created');
      } else if (given?.date && required.includes(said.role) && dayNumber(said.date) > dayNumber(given.date)) {
        yield finding(
          said,
          `The ${said.role.label} approved on ${formatDate(said.date)}, but the approval date is ${formatDate(given.date)}; it is complete with its last role.`,
        ).related(given, 'the approval date');
      }
    }
  },
});
