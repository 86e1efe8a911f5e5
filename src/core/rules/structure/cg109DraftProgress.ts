import { at, headingPlace, titlePlace } from '../places';
import type { ChangeRecord, Place } from '../../record/record';
import { defineRule, finding } from '../rule';
import { completeness, type OpenPoint } from './completeness';

export const draftProgress = defineRule({
  code: 'CG109',
  name: 'draft-progress',
  severity: { draft: 'information', proposed: 'off' },
  summary: 'A draft says how many of the answers for PROPOSED it has.',
  source: 'Reading 22',
  fix: { what: 'Goes to the next answer that is open.' },
  *check({ record }) {
    const status = record.status?.value?.id;
    if (status !== undefined && status !== 'DRAFT') return;
    const { due, given, open } = completeness(record, 'proposed');
    const [next] = open;
    if (!next || due === 0) return;
    const draft = finding(titlePlace(record), `${String(given)} of ${String(due)} answers for PROPOSED.`);
    const target = targetOf(next, record);
    yield target ? draft.goTo(`Go to the next one: ${nameOf(next)}`, target) : draft;
  },
});

function nameOf(point: OpenPoint): string {
  if (point.kind === 'document') return point.document.sections[0]?.heading ?? '';
  return point.kind === 'section' ? point.section.heading : point.field.label;
}

function targetOf(point: OpenPoint, record: ChangeRecord): Place | undefined {
  if (point.kind === 'answer') return point.answer;
  if (point.kind === 'document') {
    const end = record.document.text.length;
    return at(record.document, { start: end, end });
  }
  return point.within && headingPlace(point.within);
}
