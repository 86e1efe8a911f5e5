import { recordedApproval, wasGiven } from '../approval/approvalOf';
import { companionsAmong, filesById, type RecordFile } from '../workspace/index/recordFiles';
import { formatRecordId, formOfIds, momentOfId, readRecordId, rewritten, type RecordId } from '../process/recordId';
import type { ChangeRecord } from '../record/record';
import { findMentions, type MentioningFile, type MentionSources } from '../workspace/references/findMentions';
import { finderFor } from '../record/idAt';
import { locateMentions, type Mention } from '../workspace/references/mention';
import type { TextMention } from '../record/mentionFinder';
import { slice } from '../text/span';
import { canBeChanged } from './canBeChanged';
import { editStep, offsetAfter, type Change, type ChangeStep } from '../change/change';
import { nextRecordId, type NumberSources } from './nextRecordId';
import { splitMentions } from './splitMentions';
import { holderOf, numberedFiles, type IdHolder } from './takenIds';

/** What became of the wish to give a record another number. */
export type Renumbering =
  | {
      readonly kind: 'change';
      readonly change: Change;
      readonly to: RecordId;
      /** What is rewritten in other files than the record and its companions. */
      readonly mentions: readonly Mention[];
      /** What stays: it means another record of the same ID, it names a branch or a folder, or its file is too large. */
      readonly left: readonly Mention[];
      /** Of these the edits that a person may want all the same: whether they mean this record nobody can know. */
      readonly doubtful: readonly ChangeStep[];
    }
  /** One sentence for people. */
  | {
      readonly kind: 'refused';
      readonly reason: string;
      /** The new ID is mentioned somewhere, though no record has it: another number may do. */
      readonly isMentioned?: true;
    };

/** What {@link renumber} works with. */
export type RenumberSources = NumberSources & MentionSources;

/** How many numbers are tried where the next free ones are mentioned somewhere already. */
const tries = 100;

/**
 * Gives a record another ID (readings 3 and 7): the names of its file and its companions, its own texts, and every link
 * and mention in the workspace, in archives too. Without `to` the next free number of its day. Where two records share
 * the ID, only what certainly means this one is rewritten. Renumbering back gives the workspace that was there before.
 *
 * Refused once an approval is bound to the ID, where the new ID is taken anywhere, and where it is mentioned already:
 * such a mention would mean this record from then on, which its writer did not say.
 */
export async function renumber(
  record: ChangeRecord,
  to: string | undefined,
  sources: RenumberSources,
): Promise<Renumbering> {
  const { id } = record;
  if (!id) return refused(`${record.path} has no ID that could be renumbered; its name is mended first.`);
  const bound = await boundApproval(record, id, sources);
  if (bound !== undefined) return refused(bound);
  const files = await numberedFiles(sources);
  if (to !== undefined) {
    const target = targetOf(record, to);
    return typeof target === 'string' ? refused(target) : renumberTo(record, id, target, files, sources);
  }
  let next = await nextRecordId(record.process, momentOfId(id, record.process.identity), sources);
  let result = await renumberTo(record, id, next, files, sources);
  for (let tried = 1; tried < tries && result.kind === 'refused' && result.isMentioned; tried++) {
    const sequence = next.sequence + 1;
    next = { ...next, sequence, text: formatRecordId(record.process.identity, next.date, sequence) };
    result = await renumberTo(record, id, next, files, sources);
  }
  return result;
}

/** Why a record has to keep its ID; undefined if it may have another one. The places where people ask first ask this. */
export async function boundApproval(
  record: ChangeRecord,
  id: RecordId,
  { workspace, signal }: Pick<RenumberSources, 'workspace' | 'signal'>,
): Promise<string | undefined> {
  if (wasGiven(recordedApproval(record)))
    return `${id.text} is approved; an approval is bound to its ID, so that the record keeps it.`;
  const folder = `.changegate/approvals/${id.text}`;
  const approvals = await workspace.list(folder, signal);
  return approvals.length === 0
    ? undefined
    : `${folder} holds approvals of ${id.text}; an approval is bound to its ID, so that the record keeps it.`;
}

function targetOf({ id, process }: ChangeRecord, to: string): RecordId | string {
  const read = readRecordId(to.trim(), process.identity);
  if (read.kind === 'none' || (read.kind === 'malformed' && (read.problem === 'form' || read.problem === 'look-alike')))
    return `"${to.trim()}" is no ID in the form ${formOfIds(process.identity)}.`;
  if (read.kind === 'malformed')
    return read.problem === 'date'
      ? `"${to.trim()}" names a day that is not in the calendar.`
      : `"${to.trim()}" ends with the number 000; numbers begin at 001.`;
  return read.id.text === id?.text ? `${read.id.text} is its ID already.` : read.id;
}

async function renumberTo(
  record: ChangeRecord,
  id: RecordId,
  to: RecordId,
  files: ReadonlyMap<string, RecordFile>,
  sources: RenumberSources,
): Promise<Renumbering> {
  const holder = await holderOf(to, files, sources);
  if (holder) return refused(`${to.text} is taken: ${describe(holder)}.`);
  const sameId = filesById(files.values()).get(id.text) ?? [];
  const own = [record.path, ...companionsAmong(record.path, sameId)].filter((path) => files.get(path)?.type === 'file');
  const isAlone = sameId.filter(({ identity }) => identity.kind === 'record').length <= 1;
  const search = { ...sources, always: own };
  const claimed = (await findMentions(to.text, search)).map((file) => splitMentions(record, own, true, file));
  for (const { file, changed } of claimed) {
    const [first] = locateMentions([{ ...file, mentions: changed }]);
    const isHeadingAlready = own.includes(file.path) && record.headingId?.id?.text === to.text;
    if (first && !isHeadingAlready) return { ...refused(claim(to, first)), isMentioned: true };
  }
  const found = (await findMentions(id.text, search)).map((file) => splitMentions(record, own, isAlone, file));
  if (sources.signal?.aborted === true) return refused('It was cancelled; nothing was changed.');
  const large = found.find(({ file }) => own.includes(file.path) && !canBeChanged(file.text));
  if (large) return refused(`${large.file.path} is too large to be changed.`);
  const rewrite = ({ file, mentions }: RewrittenFile): ChangeStep[] =>
    editStep(
      file,
      mentions.map(({ span }) => ({
        span,
        newText: rewritten(slice(file.text, span), id, to, record.process.identity),
      })),
    );
  const steps = found.flatMap(({ file, changed }) => rewrite({ file, mentions: changed }));
  for (const path of own) steps.push({ kind: 'move', from: path, to: renamedTo(path, id, to, record) });
  const change = { title: `Renumber ${id.text} to ${to.text}`, steps, reveal: revealOf(record, id, to, steps) };
  const others = found.filter(({ file }) => !own.includes(file.path));
  const nobodys = others.filter(({ file }) => !sameId.some(({ path }) => path === file.path));
  return {
    kind: 'change',
    change,
    to,
    mentions: locateMentions(others.map(({ file, changed }) => ({ ...file, mentions: changed }))),
    left: locateMentions(found.map(({ file, left }) => ({ ...file, mentions: left }))),
    doubtful: nobodys.flatMap(({ file, doubtful }) => rewrite({ file, mentions: doubtful })),
  };
}

/** A file with those of its mentions that are rewritten. */
interface RewrittenFile {
  readonly file: MentioningFile;
  readonly mentions: readonly TextMention[];
}

function claim({ text }: RecordId, { path, range }: Mention): string {
  const line = String(range.start.line + 1);
  return `${text} is mentioned in ${path}, line ${line}, already; a number that nobody uses is expected.`;
}

function describe(holder: IdHolder): string {
  switch (holder.kind) {
    case 'file':
      return `${holder.path} has it`;
    case 'editor':
      return `an editor holds ${holder.path}`;
    case 'branch':
      return `a branch or another worktree holds ${holder.path}`;
  }
}

/** The path of one of the record's files under the new ID; only its name changes, and in it only the number. */
function renamedTo(path: string, id: RecordId, to: RecordId, { process }: ChangeRecord): string {
  const at = path.lastIndexOf('/') + 1;
  const name = path.slice(at);
  const mention = finderFor([process])
    .in(name)
    .find((each) => each.id === id.text);
  if (!mention) return path;
  const { span } = mention;
  return `${path.slice(0, at)}${name.slice(0, span.start)}${rewritten(slice(name, span), id, to, process.identity)}${name.slice(span.end)}`;
}

function revealOf(record: ChangeRecord, id: RecordId, to: RecordId, steps: readonly ChangeStep[]): Change['reveal'] {
  const path = renamedTo(record.path, id, to, record);
  const step = steps.find((each) => each.kind === 'edit' && each.path === record.path);
  const edits = step?.kind === 'edit' ? step.edits : [];
  const start = offsetAfter(record.headingId?.span.start ?? 0, edits);
  return { path, span: { start, end: start } };
}

function refused(reason: string): Extract<Renumbering, { kind: 'refused' }> {
  return { kind: 'refused', reason };
}
