import { approvalGap } from '../../lifecycle/approvalSentence';
import { formatDate } from '../../record/calendarDate';
import { defineRule, finding } from '../rule';

export const startWithoutApproval = defineRule({
  code: 'CG313',
  name: 'start-without-approval',
  severity: 'error',
  summary: 'Implementation does not begin while a record waits for its approval.',
  source: 'Phase 4: «Implementation CANNOT begin until user provides approval token»; reading 35',
  fix: { noneBecause: 'What happened cannot be mended by an edit; the record tells it as it was.' },
  appliesTo: ['change-request'],
  *check({ record, today }) {
    const { status } = record;
    const id = status?.value?.id;
    const start = record.answer('implementation-start');
    if (!status || (id !== 'DRAFT' && id !== 'PROPOSED') || !start?.date) return;
    const gap = approvalGap(record);
    if (!gap || record.history.some((row) => row.status.value?.needsApproval === true)) return;
    const planned = start.date.year > today.year || /plan|estimat|target/i.test(start.text);
    if (planned) return;
    yield finding(
      start,
      `Implementation started on ${formatDate(start.date)}, but the record is ${id} and ${gap.words}.`,
    )
      .related(status, 'the status')
      .related(gap.place, 'where the approval is recorded');
  },
});
