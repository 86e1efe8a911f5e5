import { gapWords, isClaimed, isUngiven, recordedApproval } from '../../approval/approvalOf';
import { defineRule } from '../rule';
import { anyDate, looksLikeDate } from '../../text/writtenDate';
import { finding } from '../../findings/draftFinding';

export const approvalWithoutDate = defineRule({
  code: 'CG302',
  name: 'approval-without-date',
  severity: { draft: 'warning', over: 'information' },
  summary: 'An approval that a record relies on has a date.',
  source: 'Approval Status; readings 31 and 35',
  fix: { noneBecause: 'When the approval was given only a person knows.' },
  *check({ record }) {
    const { approval, status } = record;
    const { gaps } = recordedApproval(record);
    const gap = gaps.find(({ kind }) => kind === 'no-date');
    if (!gap || !isClaimed(record) || gaps.some(isUngiven)) return;
    // A date that is in no calendar is CG112's to tell.
    const { filled = false, text = '' } = approval.date ?? {};
    if (filled && looksLikeDate(text) && !anyDate(text)) return;
    yield finding(gap.place, `Status is ${status?.value?.id ?? ''}, but ${gapWords(gap)}.`).related(
      status,
      'the status',
    );
  },
});
