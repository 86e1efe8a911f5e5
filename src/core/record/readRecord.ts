import { keys } from '../process/fieldKeys';
import { dayOfId, holds, stageAtLeast } from '../process/condition';
import type { Process } from '../process/process';
import type { Condition } from '../process/processDefinition';
import { slice } from '../text/span';
import { dayNumber, formatDate, type CalendarDate } from '../text/calendarDate';
import { dayOf, readDayWithoutYear } from '../text/writtenDate';
import { identifyFile } from './identifyFile';
import { readAnswers } from './readAnswers';
import { readApproval } from './readApproval';
import { readDocument } from './readDocument';
import { frontMatterAnswers } from './frontMatterAnswers';
import { readFrontMatter } from './readFrontMatter';
import { historySectionOf, readHistory } from './readHistory';
import { readParts, readProgress } from './readParts';
import { readRisks } from './readRisks';
import { readStatus } from './readStatus';
import { namedIds } from './namedIds';
import { preambleOf } from './preamble';
import { titleOf } from './readTitle';
import type { FileIdentity } from './fileIdentity';
import type { Answer, ChangeRecord, RecordDocument } from './record';

/** A text of a record. */
export interface SourceText {
  /** Workspace-relative, with `/`. */
  readonly path: string;
  /** Without byte order mark. */
  readonly text: string;
}

/** What {@link readRecord} needs. */
export interface RecordSource extends SourceText {
  readonly process: Process;
  /** Files that belong to the record (reading 7). */
  readonly companions?: readonly SourceText[];
  /** What the file name says, if the caller knows already. */
  readonly identity?: FileIdentity;
}

/** Reads a record with its companions. Tolerant and total: any text at all gives a record, nothing throws. */
export function readRecord({ process, path, text, companions = [], identity }: RecordSource): ChangeRecord {
  const fileIdentity = identity ?? identifyFile(path, [process]);
  const document = readDocument(process, path, text, 'record');
  const byPart = readCompanions(process, companions);
  const documents = [document, ...[...byPart.values()].flat()];
  const found = readAnswers(process, documents);
  const frontMatter = readFrontMatter(document);
  const front = frontMatterAnswers(process, document, frontMatter, found.answers);
  const written = [...found.answers, ...front.additional];
  const created = written.find(({ field }) => field.key === keys.created)?.date;
  const since = dayOfRecord(fileIdentity, created);
  const answers = since ? written.map((each) => withYear(each, since)) : written;
  const byKey = new Map<string, Answer>();
  for (const each of answers) byKey.set(each.field.key, each);
  const answer = (key: string): Answer | undefined => byKey.get(key);
  const own = fileIdentity.kind === 'record' ? fileIdentity.id : undefined;
  const preamble = preambleOf(document, process);
  const ids = namedIds(document, found.mentions, preamble, process, frontMatter, own);
  const idDay = own ? [formatDate(own.date)] : [];
  const valuesOf = (key: string): readonly string[] => (key === dayOfId ? idDay : valuesOfAnswer(byKey.get(key)));
  const meets = (what: { readonly requiredWhen?: Condition | undefined }): boolean =>
    what.requiredWhen === undefined || holds(what.requiredWhen, valuesOf);

  const status = readStatus(answer(keys.status), process);
  const stage = status?.value?.stage ?? 'draft';
  const type = valuesOf(keys.type)[0];
  const risks = readRisks(process, documents);
  const historySection = historySectionOf(process, document);
  const parts = readParts(process, document, byPart);
  return {
    facts: new Map(),
    path,
    process,
    kind: process.kind,
    document,
    documents,
    fileIdentity,
    id: own,
    namedIds: ids,
    headingId: headingIdOf(ids),
    title: titleOf({ document, mentions: found.mentions, preamble, process, frontMatter, own, ids, answer }),
    status,
    stage,
    priority: valuesOf(keys.priority)[0],
    type,
    approval: readApproval({ document, process, answer, meets }),
    history: readHistory(process, historySection, since),
    historySection,
    risks: risks.list,
    riskTable: risks.table,
    progress: readProgress(
      documents,
      answers,
      parts.find(({ id }) => id === 'implementation-plan'),
    ),
    parts,
    answers,
    answer,
    repeated: found.repeated,
    frontMatter,
    frontMatterConflicts: front.conflicts,
    isDue: (what, at = stage) => what.requiredFrom !== undefined && stageAtLeast(at, what.requiredFrom) && meets(what),
  };
}

/**
 * The day from which on a record tells of itself: that of its ID, or on which it was created. Undefined where the two
 * name different years.
 */
function dayOfRecord(identity: FileIdentity, created: CalendarDate | undefined): CalendarDate | undefined {
  const id = identity.kind === 'record' ? identity.id?.date : undefined;
  // An ID without a year has the year 1.
  if (!id || id.year === 1) return created;
  const day = { ...id, minutes: undefined };
  if (!created) return day;
  if (created.year !== day.year) return undefined;
  return dayNumber(created) < dayNumber(day) ? created : day;
}

/** An answer whose day was written without its year, with the year of the record. */
function withYear(answer: Answer, since: CalendarDate): Answer {
  const { date, filled, field, text } = answer;
  if (date || !filled || (field.answer !== 'date' && field.answer !== 'date-time')) return answer;
  const day = readDayWithoutYear(text.replace(/^[*_`\s]+/, ''), since);
  return day ? { ...answer, date: dayOf(day) } : answer;
}

/** The ID that a record calls itself in its own text, where it first does. */
function headingIdOf(ids: ChangeRecord['namedIds']): ChangeRecord['headingId'] {
  const first = ids[0]?.[0];
  if (!first) return undefined;
  const { document, span, text, read } = first;
  return { document, span, text, id: read.kind === 'id' ? read.id : undefined };
}

function readCompanions(
  process: Process,
  companions: readonly SourceText[],
): Map<'impact-assessment' | 'implementation-plan', RecordDocument[]> {
  const byPart = new Map<'impact-assessment' | 'implementation-plan', RecordDocument[]>();
  for (const { path, text } of companions) {
    const identity = identifyFile(path, [process]);
    if (identity.kind !== 'companion' || identity.part === 'attachment') continue;
    const section = process.documents.find(({ id }) => id === identity.part)?.sections[0];
    const document = readDocument(process, path, text, 'companion', section);
    byPart.set(identity.part, [...(byPart.get(identity.part) ?? []), document]);
  }
  return byPart;
}

/** What conditions compare: the values of the options chosen; the words themselves where they are no options. */
function valuesOfAnswer(answer: Answer | undefined): readonly string[] {
  if (!answer?.filled) return [];
  if (answer.choices.length === 0) return [slice(answer.document.text, answer.span)];
  return answer.chosen.flatMap(({ option }) => (option ? [option.value] : []));
}
