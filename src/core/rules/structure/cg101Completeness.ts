import { headingPlace, titlePlace, at } from '../../record/places';
import { firstBlank } from '../../record/firstBlank';
import { isPartlyHidden } from '../../record/isPartlyHidden';
import type { Answer, ChangeRecord, Place } from '../../record/record';
import { quoted } from '../../text/wording';
import type { DocumentEdit } from '../../change/documentEdit';
import { canInsertField, canInsertSection, insertField, insertSection } from '../../change/insertion';
import { finding } from '../../findings/draftFinding';
import { completeness as owedBy, type OpenPoint } from '../../lifecycle/completeness';
import { missingSentence, nameOfPoint } from '../../lifecycle/missingAnswers';
import { endingOf } from '../../lifecycle/standing';
import { defineRule } from '../rule';
import { severitiesOf, wantedOf } from '../wantedAnswers';

export const completeness = defineRule({
  code: 'CG101',
  name: 'completeness',
  severity: { draft: 'off', proposed: 'warning', over: 'information', givenUp: 'information' },
  summary: 'A record has the sections and answers that are due at its stage.',
  source: 'CR Document Structure, Phases 1 to 3; readings 12 to 15 and 19 to 23',
  fix: {
    what: 'Inserts what is missing as the template has it, all of it or one by one; goes to what is not answered.',
  },
  oldNames: ['required-section', 'CG102', 'unanswered-field', 'CG103', 'missing-field'],
  *check({ record, answers }) {
    if (isPartlyHidden(record)) return; // What is missing may only be hidden; CG105 and CG106 report that.
    const owed = endingOf(record) === 'given-up' ? owedBy(record, 'proposed') : owedBy(record);
    const { due, missing, open } = wantedOf(owed, answers);
    if (open.length === 0) return;
    const draft = finding(placeOf(open, record), `${missingSentence({ due, missing, open })}.`)
      .standingFor(missing)
      .decidedAs(severitiesOf(open, answers));
    const insertions = open.flatMap((point) => insertionOf(point, record) ?? []);
    if (insertions.length > 1) draft.fix('Insert all', () => together(insertions.flatMap(({ edits }) => edits())));
    const names = new Set<string>();
    for (const point of open) {
      const name = nameOfPoint(point);
      const place = placeOfPoint(point);
      draft.related(place, point.kind === 'answer' ? wordsFor(point.answer) : `${name} is missing`);
      // Two fixes of one name nobody tells apart, and the first is as good as the second.
      if (names.has(name)) continue;
      names.add(name);
      const insertion = insertions.find((each) => each.point === point);
      if (insertion) draft.fix(`Insert ${name}`, insertion.edits);
      else if (point.kind === 'answer') draft.goTo(`Go to ${name}`, firstBlank(point.answer));
    }
    yield draft;
  },
});

/** The title; where all that is missing is of one document with a heading or a file of its own, this. */
function placeOf(open: readonly OpenPoint[], record: ChangeRecord): Place {
  const [only, ...others] = new Set(open.map(documentOf));
  const part = others.length === 0 ? record.parts.find(({ id }) => id === only) : undefined;
  const section = part?.section ?? part?.companions[0]?.root;
  return (section && headingPlace(section)) ?? titlePlace(record);
}

function documentOf(point: OpenPoint): string {
  // What is not there at all is missed in the record.
  if (point.kind === 'document') return 'record';
  return point.kind === 'section' ? point.section.document : point.field.document;
}

/** Where something is missing, if it has a place: an answer its own, a field or section the heading above it. */
function placeOfPoint(point: OpenPoint): Place | undefined {
  if (point.kind === 'document') return undefined;
  if (point.kind !== 'answer') return point.within && headingPlace(point.within);
  const { document, label, span, choices, text } = point.answer;
  return span.end > span.start && choices.length === 0 && !/[\r\n]/.test(text)
    ? at(document, span)
    : at(document, label);
}

function wordsFor({ field, choices, span, text }: Answer): string {
  if (choices.some(({ box }) => box !== undefined)) return `${field.label} has no box ticked`;
  if (span.end === span.start) return `${field.label} is empty`;
  return /^\W*(?:TBD|TODO|PENDING)\W*$/i.test(text)
    ? `${field.label} is ${quoted(text)}`
    : `${field.label} is still the text of the template`;
}

/** What the template has for something that is missing; undefined for what a person has to write. */
interface Insertion {
  readonly point: OpenPoint;
  readonly edits: () => readonly DocumentEdit[];
}

function insertionOf(point: OpenPoint, record: ChangeRecord): Insertion | undefined {
  if (point.kind === 'answer') return undefined;
  if (point.kind === 'field') {
    const { field, within } = point;
    if (!canInsertField(record, field, within)) return undefined;
    return { point, edits: () => insertField(record, field, within) };
  }
  const section = point.kind === 'section' ? point.section : point.document.sections[0];
  if (!section || !canInsertSection(record, section)) return undefined;
  return { point, edits: () => insertSection(record, section) };
}

/** Edits of which those at the same place are one, in their order. */
function together(edits: readonly DocumentEdit[]): DocumentEdit[] {
  const merged: DocumentEdit[] = [];
  for (const { document, edit } of edits) {
    const same = merged.findIndex(
      (each) =>
        each.document === document && each.edit.span.start === edit.span.start && each.edit.span.end === edit.span.end,
    );
    const before = merged[same];
    if (before) merged[same] = { document, edit: { span: edit.span, newText: before.edit.newText + edit.newText } };
    else merged.push({ document, edit });
  }
  return merged;
}
