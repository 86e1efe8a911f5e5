import { reportedFiles, type PackedReport, type ValidateReport } from '../../src/core/actions/validateReport';

/** All of a report at once. */
export function unpacked(report: PackedReport): ValidateReport {
  return { version: 1, files: [...reportedFiles(report)], summary: report.summary };
}
