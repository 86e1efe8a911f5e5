import { bandNamed, bandOf, levelAt, riskScore } from '../process/riskScale';
import type { RiskLevel, RiskScale } from '../process/process';
import type { ChangeRecord, LevelReading, Place, RiskReading } from '../record/record';
import { counterpart, risksByName } from '../rules/risk/cg502RiskTableDiffers';
import { at } from '../record/places';
import { replace, type DocumentEdit } from '../change/documentEdit';
import { LineIndex } from '../text/lineIndex';
import type { Change } from '../change/change';
import { nameOf, stepsOf } from '../change/documentEdits';

/** Where a risk is to lie on the scale of the process; what is not given stays. Values of its levels, as in `1`, `2`, `3`. */
export interface RiskSetting {
  readonly probability?: number | undefined;
  readonly impact?: number | undefined;
}

/** What became of a new place for a risk. */
export type SetRiskResult =
  | { readonly kind: 'change'; readonly change: Change }
  /** It lies there already. */
  | { readonly kind: 'unchanged' }
  /** It cannot be written; why, in one sentence. */
  | { readonly kind: 'impossible'; readonly reason: string };

/** How much of a risk's words a title has room for, in characters. */
const longest = 60;

/**
 * Gives a risk of a record another probability or impact: in the list, which is the source, and in the row of the matrix
 * that is derived from it, with the score that comes out (readings 39 and 41). Each value keeps the form that it is
 * written in: a first letter stays one, words in brackets behind it stay. A risk of the list that tells one of the two
 * gets a line for the other.
 */
export function setRisk(record: ChangeRecord, risk: RiskReading, setting: RiskSetting): SetRiskResult {
  const scale = record.process.risk;
  const wanted: [Part, number][] = [];
  for (const part of ['probability', 'impact'] as const) {
    const value = setting[part];
    if (value !== undefined) wanted.push([part, value]);
  }
  const edits: DocumentEdit[] = [];
  for (const [part, value] of wanted) {
    const level = scale.levels.find((each) => each.value === value);
    if (!level) return { kind: 'impossible', reason: `The scale of risks has no level of the value ${String(value)}.` };
    const written = risk[part];
    const edit = written ? levelEdit(risk, written, level, scale) : newLine(risk, part, level);
    if (!edit)
      return {
        kind: 'impossible',
        reason: `The risk has no ${part} in the text; add a line for it, then set it here.`,
      };
    edits.push(...edit);
    for (const row of rowsOf(record, risk)) {
      const cell = row[part];
      if (cell) edits.push(...levelEdit(row, cell, level, scale));
    }
  }
  for (const row of risk.source === 'table' ? [risk] : rowsOf(record, risk))
    edits.push(...scoreEdit(row, setting, scale));
  if (edits.length === 0) return { kind: 'unchanged' };
  return { kind: 'change', change: { title: titleOf(record, risk, setting), steps: stepsOf(edits) } };
}

type Part = 'probability' | 'impact';

/** The rows of the matrix that mean a risk of the list. */
function rowsOf(record: ChangeRecord, risk: RiskReading): readonly RiskReading[] {
  if (risk.source === 'table') return [];
  const named = risksByName(record.risks);
  return record.riskTable.filter((row) => counterpart(row, record, named) === risk);
}

function levelEdit(
  { document }: Pick<Place, 'document'>,
  written: LevelReading,
  level: RiskLevel,
  scale: RiskScale,
): DocumentEdit[] {
  if (written.value === level.value) return [];
  return [replace(at(document, written.span), inFormOf(written, level, scale))];
}

/** What a line of a risk may begin with, its label, and what stands between that and the value. */
const levelLine =
  /^([ \t]*(?:[-*+][ \t]+)?[*_]{0,2})(probability|likelihood|impact|severity)([ \t]*[*_]{0,2}:[*_]{0,2}[ \t]*)$/i;

/** A line for what a risk does not tell yet, in the form of the one that it tells: probability stands before impact. */
function newLine(risk: RiskReading, part: Part, level: RiskLevel): DocumentEdit[] | undefined {
  const { document } = risk;
  const beside = risk[part === 'probability' ? 'impact' : 'probability'];
  if (risk.source !== 'list' || !beside) return undefined;
  const lines = LineIndex.of(document.text);
  const start = lines.offsetAt({ line: lines.lineAt(beside.span.start), character: 0 });
  const [, opening, label, behind] = levelLine.exec(document.text.slice(start, beside.span.start)) ?? [];
  if (opening === undefined || label === undefined || behind === undefined) return undefined;
  const name = label === label.toLowerCase() ? part : `${part.charAt(0).toUpperCase()}${part.slice(1)}`;
  const line = `${opening}${name}${behind}${level.name}`;
  if (part === 'probability') return [replace(at(document, { start, end: start }), `${line}\n`)];
  const rest = document.text.slice(beside.span.end).search(/[\r\n]/);
  const end = rest < 0 ? document.text.length : beside.span.end + rest;
  return [replace(at(document, { start: end, end }), `\n${line}`)];
}

/** A level as the one before it was written: `M` by its letters, `HIGH` in capitals, `Medium (2): rare` with its words. */
function inFormOf({ text }: LevelReading, level: RiskLevel, scale: RiskScale): string {
  const before = levelAt(scale, text);
  if (!before) return level.name;
  const word = text.slice(0, before.length);
  const rest = text
    .slice(before.length)
    .replace(/^(\s*\(\s*)(\d+)(\s*\))/, (all: string, ...[open, number, close]: string[]) =>
      Number(number) === before.found.value ? `${open ?? ''}${String(level.value)}${close ?? ''}` : all,
    );
  return `${inCaseOf(word, before.found.letters, level)}${rest}`;
}

function inCaseOf(word: string, letters: string, { name, letters: short }: RiskLevel): string {
  if (word.toUpperCase() === letters.toUpperCase()) return word === word.toLowerCase() ? short.toLowerCase() : short;
  if (word === word.toUpperCase()) return name.toUpperCase();
  return word === word.toLowerCase() ? name.toLowerCase() : name;
}

/** The score of a row as it is by then: `6`, `6 (HIGH)` with its band, `2 × 3 = 6` with its factors. */
function scoreEdit(row: RiskReading, setting: RiskSetting, scale: RiskScale): DocumentEdit[] {
  const probability = setting.probability ?? row.probability?.value;
  const impact = setting.impact ?? row.impact?.value;
  if (!row.score || probability === undefined || impact === undefined) return [];
  const score = riskScore(probability, impact);
  if (row.score.value === score) return [];
  const { text, span } = row.score;
  const band = /^\d[\d.]*(\s*\(\s*)([^()]+?)(\s*\))$/.exec(text);
  const factors = /^\d+(\s*[×x*]\s*)\d+(\s*=\s*)\d+$/.exec(text);
  const written =
    band?.[2] !== undefined && bandNamed(scale, band[2]) !== undefined
      ? `${String(score)}${band[1] ?? ''}${bandOf(scale, score)}${band[3] ?? ''}`
      : factors
        ? `${String(probability)}${factors[1] ?? ''}${String(impact)}${factors[2] ?? ''}${String(score)}`
        : String(score);
  return [replace(at(row.document, span), written)];
}

/** "Set "The import doubles shipments" of CR-2026-03-10-001 to probability High". */
function titleOf(record: ChangeRecord, { description }: RiskReading, { probability, impact }: RiskSetting): string {
  const name = (value: number | undefined): string =>
    record.process.risk.levels.find((level) => level.value === value)?.name ?? '';
  const what = [
    ...(probability === undefined ? [] : [`probability ${name(probability)}`]),
    ...(impact === undefined ? [] : [`impact ${name(impact)}`]),
  ];
  const characters = [...description.text];
  const words = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : description.text;
  return `Set "${words}" of ${nameOf(record)} to ${what.join(' and ')}`;
}
