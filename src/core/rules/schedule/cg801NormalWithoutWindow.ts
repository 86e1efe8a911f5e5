import { keys } from '../../process/fieldKeys';
import { isClaimed, recordedApproval } from '../../approval/approvalOf';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const normalWithoutWindow = defineRule({
  code: 'CG801',
  name: 'normal-without-window',
  severity: { draft: 'off', approved: 'warning', over: 'information' },
  summary: 'A normal change that is approved has a change window.',
  source: 'Review and Approval, "Change window scheduled"; readings 44 and 48',
  fix: { what: 'Goes to the place; when the change is made only people decide.' },
  appliesTo: ['change-record'],
  *check({ record }) {
    const { status, type } = record;
    const scheduled = record.answer(keys.scheduled);
    // Before the approval, or without one, there is nothing to schedule.
    if (!status || type !== 'normal' || !isClaimed(record) || recordedApproval(record).gaps.length > 0) return;
    if (scheduled?.filled === true) return;
    const place = scheduled ? at(scheduled.document, scheduled.label) : status;
    yield finding(place, `A normal change is ${status.value?.id ?? ''}, but no change window is scheduled.`)
      .related(scheduled ? status : undefined, 'the status')
      .goTo('Go to the place', place);
  },
});
