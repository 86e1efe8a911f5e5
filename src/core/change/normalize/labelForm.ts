import type { FieldMark } from '../../markdown/blocks';
import { comparableName } from '../../process/comparableName';
import { vocabularyOf } from '../../record/processVocabulary';
import type { Answer, RecordDocument } from '../../record/record';
import { slice, type Span } from '../../text/span';
import type { Drift, DriftFinder } from './drift';
import { isBoldMark, standsAt } from './lines';
import { templateSpelling } from './templateForm';

/**
 * `**A:** v`, `**A**:v`, `__A__: v` and `**a** : v` become `**A**: v`; a note keeps its place: `**A** (note): v`.
 * Labels that the process does not know stay as they are.
 */
export const labelForm: DriftFinder = function* ({ process, answers }, document) {
  const { scan, text } = document;
  const { fields } = vocabularyOf(process);
  // Labels of the list of risks, which are no fields of their own.
  const { risk, probability, impact, mitigation, contingency } = process.words.risk;
  const ofRisks = new Set([risk, probability, impact, mitigation, contingency].map(([first]) => first));
  const spelled = spelledLabels(answers, document);
  for (const block of scan.blocks) {
    if ((block.kind !== 'text' && block.kind !== 'item') || !block.field) continue;
    const isPlain = isMarkedUp(text, block.field);
    if (isPlain && spelled.has(block.field.label.start)) continue;
    const written = slice(text, block.field.label);
    const name = comparableName(written);
    const known = fields.get(name);
    if (!known && !ofRisks.has(name)) continue;
    // What the template calls it, unless the process has several fields that only differ in how they are written.
    const isSpelled = known === undefined || known.some(({ label }) => label === written);
    if (isSpelled && isPlain) continue;
    const meant = new Set(isSpelled ? [] : known.map(({ label }) => label));
    const spellings = [...meant].flatMap((label) => templateSpelling(written, label) ?? []);
    const spelling = meant.size === 1 ? spellings[0] : undefined;
    const wanted = spelling?.label ?? written;
    const drift = rewritten(text, block.field, wanted);
    // No answer reads the marks of a label that stands inside of it, but its letters.
    if (drift) yield { ...drift, givesUp: spelling?.givesUp ?? '', isCertain: wanted === written };
  }
};

/** Where the labels of answers begin that are spelled as the template spells them: nearly all of a text. */
function spelledLabels(answers: readonly Answer[], document: RecordDocument): ReadonlySet<number> {
  const spelled = new Set<number>();
  for (const { document: home, field, label } of answers) {
    const isSpelled = home === document && standsAt(document.text, label, field.label);
    if (isSpelled) spelled.add(label.start);
  }
  return spelled;
}

/** Whether a label without a note stands in the form of the template already, as nearly all do. */
function isMarkedUp(text: string, { label, note, value }: FieldMark): boolean {
  const hasValue = value.end > value.start;
  return (
    !note &&
    isBoldMark(text, label.start - 2) &&
    isBoldMark(text, label.end) &&
    text.charCodeAt(label.end + 2) === 58 &&
    (hasValue ? value.start > label.end + 3 : value.start >= label.end + 3)
  );
}

function rewritten(text: string, { label, note, value }: FieldMark, wanted: string): Drift | undefined {
  if (/[*\r\n]/.test(wanted) || slice(text, label).includes('*')) return undefined;
  const start = label.start - 2;
  const raw = text.slice(start, value.start).trimEnd();
  const noted = note ? ` ${text.slice(note.start - 1, note.end + 1)}` : '';
  const head = `**${wanted}**${noted}:`;
  const end = start + raw.length;
  const needsBlank = value.end > value.start && end === value.start;
  if (raw === head && !needsBlank) return undefined;
  const span: Span = { start, end };
  return { edits: [{ span, newText: needsBlank ? `${head} ` : head }] };
}
