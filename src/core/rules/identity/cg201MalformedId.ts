import { idForm } from '../../process/idForm';
import { formatRecordId, leadingId, mendedId, type RecordIdFormat } from '../../process/recordId';
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
      `The file name ${quoted(identity.name)} begins like an ID and is none; ${formOfId(record)} is expected${mended === undefined ? advice(identity.name, format) : ''}.`,
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

/** What may help: the form in which a team writes its IDs, or how words stand behind an ID. */
function advice(name: string, format: RecordIdFormat): string {
  const form = otherForm(name, format);
  if (form !== undefined) return `; if your team writes its IDs like this, the policy can say so: ids: "${form}"`;
  const words = tidyRest(wordsOf(name, format));
  if (words === '' || words.length > 60) return '';
  const date = dateIn(name) ?? { year: 2026, month: 1, day: 1 };
  return `, with words behind it if need be, as in ${formatRecordId(format, date, 1)}${words}`;
}

/** Forms that teams use, behind their prefix. */
const usualForms = [
  '{number:4}',
  '{number:3}',
  '{number:2}',
  '{yyyy}-{number:4}',
  '{yyyy}-{number:3}',
  '{yyyymmdd}-{hhmm}',
  '{yyyymmdd}-{number:3}',
  '{yyyy}-{mmdd}-{number:3}',
  '{yyyy}-{mm}-{number:3}',
  '{yy}-{number:3}',
];

function otherForm(name: string, { prefix }: RecordIdFormat): string | undefined {
  const words = /^[A-Z]{2,10}(?=-\d)/.exec(name.slice(prefix.length + 1).toUpperCase())?.[0];
  const own = words === undefined ? prefix : `${prefix}-${words}`;
  return usualForms
    .map((form) => `${own}-${form}`)
    .find((form) => {
      const leading = leadingId(name, idForm(form));
      return leading?.read.kind === 'id' && !/^[^\p{L}]*\p{N}/u.test(name.slice(leading.length));
    });
}

function dateIn(name: string) {
  const [, year, month, day] = /(\d{4})-?(\d{2})-?(\d{2})/.exec(name) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}
