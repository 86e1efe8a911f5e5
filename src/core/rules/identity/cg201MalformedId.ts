import { formatRecordId, mendedId, type RecordIdFormat } from '../../process/recordId';
import { titlePlace } from '../../record/places';
import type { ChangeRecord } from '../../record/record';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { formOfId, recordIdentity, renamed, tidyRest } from './nameOfFile';

export const malformedId = defineRule({
  code: 'CG201',
  name: 'malformed-id',
  severity: 'error',
  summary: 'The file name of a record is an ID in the form of its process, alone or with words behind it.',
  source: 'CR Identification; readings 1, 2 and 6',
  fix: { what: 'Renames the file where its digits, or the ID in its text, leave no doubt.' },
  *check({ record }) {
    const identity = recordIdentity(record);
    if (identity?.problem !== 'form') return;
    const { identity: format } = record.process;
    const mended = mendedName(identity.name, format) ?? nameFromText(record);
    const draft = finding(
      titlePlace(record),
      `The file name ${quoted(identity.name)} begins like an ID and is none; ${formOfId(record)} is expected${wordsBehind(identity.name, format, mended)}.`,
    );
    yield mended === undefined
      ? draft
      : draft.renameFile(`Rename the file to ${mended}.md`, record.path, renamed(record.path, mended));
  },
});

function mendedName(name: string, format: RecordIdFormat): string | undefined {
  const twice = new RegExp(`^(?:${format.prefix}[-_. ]+)+(?=${format.prefix}[-_. ])`, 'i');
  const mended = mendedId(name.replace(twice, ''), format);
  return mended && mended.id.text + tidyRest(mended.rest);
}

/** The ID that the record calls itself, before the words of its file name. */
function nameFromText({ headingId, process, fileIdentity }: ChangeRecord): string | undefined {
  if (!headingId?.id || fileIdentity.kind !== 'record') return undefined;
  return headingId.id.text + tidyRest(wordsOf(fileIdentity.name, process.identity));
}

/** What a name has behind its prefix and its digits. */
function wordsOf(name: string, { prefix }: RecordIdFormat): string {
  return /^[-_. #\d]*(?<!\d(?=\p{L}))(.*)$/u.exec(name.slice(prefix.length))?.[1] ?? '';
}

/** Words may stand behind an ID: for a name that has words and no number, how it would be written. */
function wordsBehind(name: string, format: RecordIdFormat, mended: string | undefined): string {
  const words = tidyRest(wordsOf(name, format));
  if (mended !== undefined || words === '' || words.length > 60) return '';
  const date = dateIn(name) ?? { year: 2026, month: 1, day: 1 };
  return `, with words behind it if need be, as in ${formatRecordId(format, date, 1)}${words}`;
}

function dateIn(name: string) {
  const [, year, month, day] = /(\d{4})-?(\d{2})-?(\d{2})/.exec(name) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}
