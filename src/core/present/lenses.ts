import { gapSentence, recordedApproval } from '../approval/approvalOf';
import { bandOf } from '../process/riskScale';
import { highestRisk } from '../lifecycle/highestRisk';
import { nextOpenStep, planSteps } from '../lifecycle/planSteps';
import { transitionsFrom } from '../process/condition';
import type { ChangeRecord, Place, RecordDocument, Section } from '../record/record';
import { headingPlace, titlePlace } from '../record/places';
import { quoted } from '../text/wording';
import { progressOfDraft } from '../rules/structure/cg109DraftProgress';
import type { Span } from '../text/span';

/** What a click on a lens does. */
export type LensAction =
  /** Offers the legal moves. */
  | { readonly kind: 'move' }
  /** Goes from problem to problem. */
  | { readonly kind: 'problems' }
  | { readonly kind: 'go'; readonly path: string; readonly span: Span }
  /** There is nothing to do. */
  | { readonly kind: 'none' };

/** A line that stands above a line of a record. Plain text. */
export interface RecordLens {
  /** One of each kind at most. */
  readonly id: 'status' | 'answers' | 'steps' | 'problems' | 'risk' | 'approval';
  readonly title: string;
  /** Shown where a mouse rests on it. */
  readonly tooltip: string;
  readonly path: string;
  readonly span: Span;
  readonly action: LensAction;
}

/**
 * The lenses of a record and of its companions: on the title what its state is and what is next, on the risks their
 * score, on the approval what is missing. `problems` is how many errors and warnings it has.
 */
export function recordLenses(record: ChangeRecord, problems: number): readonly RecordLens[] {
  return [
    statusLens(record),
    answersLens(record),
    stepsLens(record),
    problemsLens(record, problems),
    riskLens(record),
    approvalLens(record),
  ].flatMap((lens) => lens ?? []);
}

function statusLens(record: ChangeRecord): RecordLens {
  const { status, process } = record;
  const id = status?.value?.id;
  const place = titlePlace(record);
  if (id === undefined) {
    const written = status && !status.placeholder ? `unknown: ${quoted(status.text)}` : 'not recorded';
    return lens('status', `Status ${written}`, '', place, status ? goTo(status) : { kind: 'none' });
  }
  const meaning = status?.value?.meaning ?? '';
  const chosen = (key: string): readonly string[] =>
    record.answer(key)?.chosen.flatMap(({ option }) => option?.value ?? []) ?? [];
  return transitionsFrom(process, id, chosen).length > 0
    ? lens('status', `${id} · Move to…`, meaning, place, { kind: 'move' })
    : lens('status', id, meaning, place, { kind: 'none' });
}

function answersLens(record: ChangeRecord): RecordLens | undefined {
  const progress = progressOfDraft(record);
  if (!progress) return undefined;
  const { words, next } = progress;
  return lens('answers', words, `Go to the next one: ${next.name}`, titlePlace(record), goTo(next.place));
}

/** Steps are shown while they are being done: from the approval to the end of the implementation (reading 33). */
function stepsLens(record: ChangeRecord): RecordLens | undefined {
  const { status, progress } = record;
  if (status?.value?.needsApproval !== true || status.value.final || progress.total === 0) return undefined;
  const next = nextOpenStep(planSteps(record));
  const title = `${String(progress.done)}/${String(progress.total)} steps`;
  return next
    ? lens('steps', title, `Go to the next one: ${next.text}`, titlePlace(record), goTo(next.box))
    : lens('steps', title, 'All steps are ticked off', titlePlace(record), { kind: 'none' });
}

function problemsLens(record: ChangeRecord, problems: number): RecordLens | undefined {
  if (problems === 0) return undefined;
  const title = problems === 1 ? '1 problem' : `${String(problems)} problems`;
  return lens('problems', title, 'Go to the next problem', titlePlace(record), { kind: 'problems' });
}

function riskLens(record: ChangeRecord): RecordLens | undefined {
  const highest = highestRisk(record);
  if (!highest) return undefined;
  const { risk, score } = highest;
  const count = risk.source === 'list' ? record.risks.length : record.riskTable.length;
  const among = count === 1 ? 'the only risk' : `the highest of ${String(count)} risks`;
  const where = sectionPlace(risk.document, risk.span.start) ?? risk;
  const what = quoted(risk.description.text);
  return lens(
    'risk',
    `${String(score)} ${bandOf(record.process.risk, score)}, ${among}`,
    `Go to ${what}`,
    where,
    goTo(risk),
  );
}

function approvalLens(record: ChangeRecord): RecordLens | undefined {
  const { status } = record;
  const waits = status?.value?.role === 'waiting' || status?.value?.needsApproval === true;
  const { gaps } = recordedApproval(record);
  const [first] = gaps;
  if (!waits || !first) return undefined;
  const { place } = first;
  const where = sectionPlace(place.document, place.span.start) ?? place;
  return lens('approval', gaps.map(gapSentence).join(' '), 'Go to what is missing', where, goTo(place));
}

/** The heading that an offset stands under; undefined before the first one. */
function sectionPlace(document: RecordDocument, offset: number): Place | undefined {
  let innermost: Section | undefined;
  for (const section of document.sections) {
    if (section.span.start <= offset && offset < section.span.end) innermost = section;
  }
  return innermost && headingPlace(innermost);
}

function goTo({ document, span }: Place): LensAction {
  return { kind: 'go', path: document.path, span };
}

function lens(id: RecordLens['id'], title: string, tooltip: string, place: Place, action: LensAction): RecordLens {
  return { id, title, tooltip, path: place.document.path, span: place.span, action };
}
