import { headingPlace, titlePlace } from '../../record/places';
import type { ChangeRecord, Place } from '../../record/record';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { completeness, type OpenPoint } from '../../lifecycle/completeness';
import { missingCount, nameOfPoint } from '../../lifecycle/missingAnswers';
import { firstBlank } from '../../record/firstBlank';
import { placeForSection } from '../../change/insertion';

export const draftProgress = defineRule({
  code: 'CG109',
  name: 'draft-progress',
  severity: { draft: 'information', proposed: 'off' },
  summary: 'A draft says how many of the answers that PROPOSED requires are missing.',
  source: 'Reading 22',
  fix: { what: 'Goes to the next answer that is open.' },
  *check({ record }) {
    const progress = progressOfDraft(record);
    if (!progress) return;
    yield finding(titlePlace(record), `Draft: ${progress.words}.`).goTo(
      `Go to the next one: ${progress.next.name}`,
      progress.next.place,
    );
  },
});

/** How far a draft is, as messages show it, and the next answer that it wants. */
export interface DraftProgress {
  /** "12 of 19 required answers are missing" */
  readonly words: string;
  readonly next: { readonly name: string; readonly place: Place };
}

/** How far a draft is; undefined for what is no draft, and for one that has all its answers (reading 22). */
export function progressOfDraft(record: ChangeRecord): DraftProgress | undefined {
  const { status, document } = record;
  // A status that is unknown, or that says the record was given up, asks for no answers.
  if (status && !status.placeholder && status.value?.role !== 'draft') return undefined;
  if (document.scan.frontMatter?.closed === false) return undefined;
  const owed = completeness(record, 'proposed');
  const [next] = owed.open;
  if (!next) return undefined;
  return { words: missingCount(owed), next: { name: nameOfPoint(next), place: targetOf(next, record) } };
}

function targetOf(point: OpenPoint, record: ChangeRecord): Place {
  if (point.kind === 'answer') return firstBlank(point.answer);
  const section =
    point.kind === 'section' ? point.section : point.kind === 'document' ? point.document.sections[0] : undefined;
  if (section) return placeForSection(record, section);
  const within = point.kind === 'field' ? point.within : undefined;
  return (within && headingPlace(within)) ?? titlePlace(record);
}
