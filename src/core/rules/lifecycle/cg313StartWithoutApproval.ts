import { gapWords, isUngiven, recordedApproval } from '../../approval/approvalOf';
import { awaitsApproval } from '../../lifecycle/standing';
import { formatDate } from '../../text/calendarDate';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { implementationStart, wasApproved } from './workBegun';

export const startWithoutApproval = defineRule({
  code: 'CG313',
  name: 'start-without-approval',
  severity: 'error',
  summary: 'Implementation does not begin while a record waits for its approval.',
  source: 'Phase 4: "Implementation CANNOT begin until user provides approval token"; reading 35',
  fix: { noneBecause: 'What happened cannot be mended by an edit; the record tells it as it was.' },
  appliesTo: ['change-request'],
  *check({ record, today }) {
    const { status } = record;
    if (!status?.value || !awaitsApproval(record)) return;
    const gap = recordedApproval(record).gaps.find(isUngiven);
    const start = implementationStart(record, today);
    if (!gap || !start || wasApproved(record)) return;
    yield finding(
      start,
      `Implementation started on ${formatDate(start.date)}, but the record is ${status.value.id} and ${gapWords(gap)}.`,
    )
      .related(status, 'the status')
      .related(gap.said, 'where the approval is recorded');
  },
});
