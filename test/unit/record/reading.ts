import { recordedApproval } from '../../../src/core/approval/approvalOf';
import { changeRecord } from '../../../src/core/process/changeRecord';
import { changeRequest } from '../../../src/core/process/changeRequest';
import { compileProcess } from '../../../src/core/process/compileProcess';
import { readRecord, type SourceText } from '../../../src/core/record/readRecord';
import type { ChangeRecord } from '../../../src/core/record/record';

const changeRequests = compileProcess(changeRequest);
const changeRecords = compileProcess(changeRecord);

/** Reads a text as the change request CR-2026-02-09-001. */
export function cr(text: string, companions: readonly SourceText[] = []): ChangeRecord {
  return readRecord({
    process: changeRequests,
    path: 'docs/processes/change-requests/CR-2026-02-09-001.md',
    text,
    companions,
  });
}

/** Reads a text as the change record CHG-20260209-001. */
export function chg(text: string): ChangeRecord {
  return readRecord({ process: changeRecords, path: 'docs/processes/change-records/CHG-20260209-001.md', text });
}

/** Whether nothing is missing of the approval of a record, by what stands in it. */
export function isApproved(record: ChangeRecord): boolean {
  return recordedApproval(record).gaps.length === 0;
}
