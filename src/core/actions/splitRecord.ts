import { keys } from '../process/fieldKeys';
import { initialAnswers } from '../process/initialAnswers';
import { renderTemplate, type FieldValues } from '../process/renderTemplate';
import { dateOfInstant } from '../text/calendarDate';
import type { ChangeRecord } from '../record/record';
import { formatRecordId, lastSequence } from '../process/recordId';
import { itemsOf, isNothing } from '../record/itemsOf';
import { replace, type DocumentEdit } from '../change/documentEdit';
import { todayIn } from '../lifecycle/today';
import { minutesIn } from '../lifecycle/zonedTime';
import type { Clock } from '../ports';
import { fillAnswers } from '../change/answerEdits';
import type { Change } from '../change/change';
import { plainWords } from './createRecord';
import { nameOf, stepsOf } from '../change/documentEdits';
import { recordFileName } from './recordFileName';
import { nextRecordId, type NumberSources } from './nextRecordId';

/** No change comes in more parts than these. */
export const mostParts = 20;

/** What became of the wish to split a record. */
export type SplitResult =
  | { readonly kind: 'change'; readonly change: Change; readonly paths: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a part takes over from the whole. */
const inherited = [keys.category, keys.priority, keys.urgency, keys.type, keys.requestor];

/**
 * Splits a record into smaller ones (Troubleshooting: high risk found): a new draft for each part, in the order in which
 * they are done, each with the one before it under Upstream Dependencies and the one behind it under Downstream Impact.
 * The record itself waits for the last part. How to cut a change only a person knows: everything else of the parts is
 * left to be written.
 */
export async function splitRecord(
  record: ChangeRecord,
  titles: readonly string[],
  sources: NumberSources & { readonly clock: Clock },
): Promise<SplitResult> {
  const parts = titles.map(plainWords).filter((title) => title !== '');
  const { process, id, stage, status } = record;
  if (parts.length < 2) return refused('At least two parts are expected, each with its title.');
  if (parts.length > mostParts) return refused(`At most ${String(mostParts)} parts are expected.`);
  if (!id) return refused('The record has no ID that its parts could name.');
  if (!process.field(keys.upstream) || !process.field(keys.downstream))
    return refused(`A ${process.name.toLowerCase()} has no dependencies, by which its parts would be held together.`);
  if (stage !== 'draft' && stage !== 'proposed')
    return refused(`The record is ${status?.value?.id ?? 'under way'}; only what waits for its approval is split.`);
  const { zone } = sources.policy;
  const moment = sources.clock.now();
  const now = dateOfInstant(moment);
  const first = await nextRecordId(process, { ...todayIn(zone, moment), minutes: minutesIn(zone, moment) }, sources);
  if (first.sequence + parts.length - 1 > lastSequence(process.identity))
    return refused('No numbers are left for the parts.');
  const ids = parts.map((_, index) => formatRecordId(process.identity, first.date, first.sequence + index));
  const folder = record.path.slice(0, record.path.lastIndexOf('/') + 1);
  const whole = `${id.text}: ${titleOf(record)}`;
  const creates = parts.map((title, index) => {
    const before = ids[index - 1];
    const after = ids[index + 1];
    const { text } = renderTemplate(process, 'record', {
      ...initialAnswers(process, 'record', { id: ids[index] ?? '', now }),
      ...takenOver(record),
      title,
      upstream: [before === undefined ? 'None' : `${before}: ${parts[index - 1] ?? ''}`],
      downstream: [after === undefined ? whole : `${after}: ${parts[index + 1] ?? ''}`],
    });
    return { kind: 'create' as const, path: folder + recordFileName(ids[index] ?? '', title, sources.policy), text };
  });
  const last = `${ids.at(-1) ?? ''}: ${parts.at(-1) ?? ''}`;
  const change: Change = {
    title: `Split ${nameOf(record)} into ${String(parts.length)} parts`,
    steps: [...stepsOf(waitFor(record, last)), ...creates],
  };
  return { kind: 'change', change, paths: creates.map(({ path }) => path) };
}

/** The edits that add an item to what a record waits for; "None" and what the template says there give way. */
function waitFor(record: ChangeRecord, words: string): DocumentEdit[] {
  const field = record.process.field(keys.upstream);
  const answer = record.answer(keys.upstream);
  if (!field) return [];
  const items = answer ? itemsOf(answer) : [];
  const last = items.at(-1);
  if (!answer || !last) return fillAnswers(record, [{ field, text: words }]);
  const isEmpty = !answer.filled || items.every(({ text }) => isNothing(text));
  if (isEmpty) {
    const [first = last] = items;
    return [replace({ ...answer, span: { start: first.span.start, end: last.span.end } }, words)];
  }
  const { text } = last.document;
  const lineStart = Math.max(text.lastIndexOf('\n', last.span.start - 1), text.lastIndexOf('\r', last.span.start - 1));
  const marker = text.slice(lineStart + 1, last.span.start);
  const { end } = last.item.span;
  return [replace({ document: last.document, span: { start: end, end } }, `\n${marker}${words}`)];
}

function takenOver(record: ChangeRecord): FieldValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const key of inherited) {
    const answer = record.answer(key);
    if (answer?.filled !== true || record.process.field(key)?.document !== 'record') continue;
    const chosen = answer.chosen.flatMap(({ option }) => (option && !option.open ? [option.value] : []));
    if (answer.field.options.length === 0) values[key] = plainWords(answer.text);
    else if (chosen.length > 0) values[key] = chosen;
  }
  return values;
}

function titleOf({ title, path }: ChangeRecord): string {
  return title?.filled === true ? plainWords(title.text) : path;
}

function refused(reason: string): SplitResult {
  return { kind: 'refused', reason };
}
