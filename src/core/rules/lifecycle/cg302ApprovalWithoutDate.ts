import { approvalGap } from '../../approval/approvalSentence';
import { at, headingPlace, titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { isClaimed } from '../isClaimed';

export const approvalWithoutDate = defineRule({
  code: 'CG302',
  name: 'approval-without-date',
  severity: 'error',
  summary: 'An approval that a record relies on has a date.',
  source: 'Approval Status; readings 31 and 35',
  fix: { noneBecause: 'When the approval was given only a person knows.' },
  *check({ record }) {
    const { approval, status } = record;
    if (!isClaimed(record) || approvalGap(record) || approval.preApproved || approval.date?.date) return;
    if (approval.date?.filled === true) return; // An unreadable date is CG112's to tell.
    const { token, date } = approval;
    const home = token ?? record.answer('approver');
    const place = date
      ? at(date.document, date.span.end > date.span.start ? date.span : date.label)
      : (home ?? headingPlace(record.document.root) ?? titlePlace(record));
    yield finding(place, `Status is ${status?.value?.id ?? ''}, but the approval has no date.`).related(
      status,
      'the status',
    );
  },
});
