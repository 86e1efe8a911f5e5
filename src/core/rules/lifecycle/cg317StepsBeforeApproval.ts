import { gapWords, isUngiven, recordedApproval } from '../../approval/approvalOf';
import { awaitsApproval } from '../../lifecycle/standing';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { begunPhases, wasApproved } from './workBegun';

export const stepsBeforeApproval = defineRule({
  code: 'CG317',
  name: 'steps-before-approval',
  severity: 'error',
  summary: 'No step of implementation or deployment is done while a record waits for its approval.',
  source: 'Phase 4: Forbidden actions without approval; readings 24 and 38',
  fix: { noneBecause: 'What happened cannot be mended by an edit; wait for the approval token.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const { status } = record;
    if (!status?.value || !awaitsApproval(record)) return;
    const gap = recordedApproval(record).gaps.find(isUngiven);
    if (!gap || wasApproved(record)) return;
    for (const { document, definition, done } of begunPhases(record)) {
      const steps = done.length === 1 ? 'A step' : `${String(done.length)} steps`;
      yield finding(
        at(document, done[0].content),
        `${steps} of "${definition.heading}" ${done.length === 1 ? 'is' : 'are'} ticked off, but the record is ${status.value.id} and ${gapWords(gap)}.`,
      )
        .related(status, 'the status')
        .related(gap.said, 'where the approval is recorded');
    }
  },
});
