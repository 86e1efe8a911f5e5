import { isCalendarDate } from '../../text/calendarDate';
import { formatRecordId, type RecordIdFormat } from '../../process/recordId';
import { quoted } from '../../text/wording';
import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { formOfId, recordIdentity, renamed } from './nameOfFile';

export const malformedId = defineRule({
  code: 'CG201',
  name: 'malformed-id',
  severity: 'error',
  summary: 'The file name of a record is an ID in the form of its process.',
  source: 'CR Identification; readings 1 and 2',
  fix: { what: 'Renames the file where the digits leave no doubt.' },
  *check({ record }) {
    const identity = recordIdentity(record);
    if (identity?.problem !== 'form') return;
    const draft = finding(
      titlePlace(record),
      `The file name ${quoted(identity.name)} is not in the form ${formOfId(record)}.`,
    );
    const mended = mend(identity.name, record.process.identity);
    yield mended === undefined
      ? draft
      : draft.renameFile(`Rename the file to ${mended}.md`, record.path, renamed(record.path, mended));
  },
});

/** The ID that the digits of a name make, if they are the right ones: `CR-2026-2-9-1`, `CR-20260209-001`. */
function mend(name: string, format: RecordIdFormat): string | undefined {
  const parts = /^(?:[A-Za-z]+-)+(\d{4})-?(\d{1,2})-?(\d{1,2})-(\d{1,6})$/.exec(name);
  if (!parts) return undefined;
  const [all, year = '', month = '', day = '', sequence = ''] = parts;
  // Without hyphens `CR-2026111-001` may be of January or of November.
  if (!/-\d{1,2}-\d{1,2}-/.test(all) && month.length + day.length < 4) return undefined;
  // A form without the day has nowhere to say it.
  if (format.precision !== undefined && format.precision !== 'day') return undefined;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isCalendarDate(date) || Number(sequence) === 0) return undefined;
  return formatRecordId(format, date, Number(sequence));
}
