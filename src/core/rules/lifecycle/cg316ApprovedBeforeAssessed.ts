import { keys } from '../../process/fieldKeys';
import { distance, told } from '../../lifecycle/dateWords';
import { dayNumber } from '../../text/calendarDate';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { isClaimed } from '../../approval/approvalOf';

/** What an approver has to have seen. */
const seen = [keys.assessmentDate, keys.planCreated] as const;

export const approvedBeforeAssessed = defineRule({
  code: 'CG316',
  name: 'approved-before-assessed',
  severity: 'warning',
  summary: 'Impact assessment and plan are made before the approval is given.',
  source: 'The Change Management Loop: assessment, plan, approval; readings 33 and 35',
  fix: { noneBecause: 'What happened cannot be mended by an edit; a new approval can be asked for.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const approval = record.approval.date;
    if (!isClaimed(record) || !approval?.date) return;
    for (const key of seen) {
      const made = record.answer(key);
      if (!made?.date || dayNumber(made.date) <= dayNumber(approval.date)) continue;
      const what = key === keys.planCreated ? 'The plan was created' : 'The impact was assessed';
      yield finding(
        made,
        `${what} on ${told(made.date, approval.date)}, ${distance(made.date, approval.date)} the approval of ${told(approval.date, made.date)}; an approval covers what it has seen.`,
      ).related(approval, 'the approval date');
    }
  },
});
