import { keys } from '../process/fieldKeys';
import type { Block, FieldMark, Table } from '../markdown/blocks';
import { levelAt } from '../process/riskScale';
import { comparableName } from '../process/comparableName';
import { isPlaceholder } from '../process/placeholder';
import type { Process, RiskScale } from '../process/process';
import { remembered } from '../text/remembered';
import { slice, trimSpan, type Span } from '../text/span';
import { plainSpan, plainText } from './plainText';
import type { LevelReading, RecordDocument, RiskReading, Section } from './record';

/** The two places where risks stand (reading 41): the numbered list, which is the source, and the derived table. */
export interface Risks {
  readonly list: readonly RiskReading[];
  readonly table: readonly RiskReading[];
}

/** Reads the risks of a record from the section that the process keeps them in, or from one that goes by their name. */
export function readRisks(process: Process, documents: readonly RecordDocument[]): Risks {
  const field = process.field(keys.risks);
  const definition = field?.section;
  const list: RiskReading[] = [];
  const table: RiskReading[] = [];
  for (const document of documents) {
    const read = new Set<Section>();
    for (const section of [document.root, ...document.sections]) {
      const isOwn = definition !== undefined && section.definition === definition;
      const isNamed = section.definition === undefined && field?.names.includes(comparableName(section.title)) === true;
      if (!isOwn && (!isNamed || read.has(section))) continue;
      for (const part of [section, ...descendants(section)]) {
        read.add(part);
        readList(part, list, process);
        for (const block of part.blocks) if (block.kind === 'table') table.push(...readTable(block, document, process));
      }
    }
  }
  return { list: list.filter(({ probability, impact }) => probability ?? impact), table };
}

function descendants(section: Section): Section[] {
  return section.children.flatMap((child) => [child, ...descendants(child)]);
}

type GrowingRisk = { -readonly [Key in keyof RiskReading]: RiskReading[Key] };

function readList(section: Section, risks: RiskReading[], process: Process): void {
  const { document } = section;
  let current: GrowingRisk | undefined;
  const begin = (span: Span, number: number | undefined): void => {
    const description = plainSpan(document.text, span);
    current = {
      document,
      span,
      source: 'list',
      number: number ?? risks.length + 1,
      description: { text: slice(document.text, description), span: description },
      probability: undefined,
      impact: undefined,
      score: undefined,
      mitigation: undefined,
    };
    risks.push(current);
  };
  const [label = ''] = process.words.risk.risk;
  const isLabel = (name: string): boolean => name.startsWith(label) && /^(?: \d+)?$/.test(name.slice(label.length));
  const title = section.definition === undefined ? comparableName(plainText(section.title)) : '';
  if (section.heading && (title === label || title.startsWith(`${label} `))) {
    begin(section.heading.title, undefined);
  }
  for (const block of section.blocks) {
    const field = fieldOf(block, document.text);
    const name = field ? comparableName(slice(document.text, field.label)) : undefined;
    if (field && name !== undefined && isLabel(name)) {
      begin(field.value, block.kind === 'item' ? block.number : undefined);
    } else if (field && current && name !== undefined) {
      tell(current, name, field.value, document, process);
    } else if (block.kind === 'item' && block.number !== undefined && block.indent < 2 && !field) {
      begin(block.content, block.number);
    }
  }
}

/** A bold label, or a nested item `Probability: Low`. */
function fieldOf(block: Block, text: string): FieldMark | undefined {
  if (block.kind !== 'item' && block.kind !== 'text') return undefined;
  if (block.field) return block.field;
  if (block.kind !== 'item' || block.number !== undefined) return undefined;
  const colon = text.indexOf(':', block.content.start);
  if (colon < 0 || colon >= block.content.end || colon - block.content.start > 20) return undefined;
  return {
    label: { start: block.content.start, end: colon },
    note: undefined,
    value: trimSpan(text, { start: colon + 1, end: block.content.end }),
  };
}

function tell(risk: GrowingRisk, name: string, value: Span, document: RecordDocument, process: Process): void {
  const { probability, impact, mitigation } = process.words.risk;
  if (probability.includes(name)) risk.probability ??= readLevel(document, value, process.risk);
  else if (impact.includes(name)) risk.impact ??= readLevel(document, value, process.risk);
  else if (name === mitigation[0]) risk.mitigation ??= mitigationAt(document, value);
}

function mitigationAt({ text }: RecordDocument, span: Span): RiskReading['mitigation'] {
  const written = slice(text, span);
  return { text: written, span, filled: written !== '' && !isPlaceholder(written) };
}

/** A step of the scale: the first words count (`Low (rare)`), letters stand for words (readings 39 and 41). */
function readLevel({ text }: RecordDocument, where: Span, scale: RiskScale): LevelReading {
  const span = plainSpan(text, where);
  const written = slice(text, span);
  let levelOf = levels.get(scale);
  if (!levelOf) {
    levelOf = remembered((words: string) => levelAt(scale, plainText(words))?.found.value ?? null);
    levels.set(scale, levelOf);
  }
  return {
    text: written,
    span,
    value: levelOf(written) ?? undefined,
    placeholder: written === '' || isPlaceholder(written),
  };
}

/** What words say of a level, by scale: there are few words for it. */
const levels = new WeakMap<RiskScale, (words: string) => number | null>();

function readTable(table: Table, document: RecordDocument, { risk: scale, words }: Process): RiskReading[] {
  const { text } = document;
  const names = table.header.cells.map((cell) => comparableName(slice(text, cell)));
  const column = (wanted: readonly string[]): number => names.findIndex((name) => wanted.includes(name));
  const risk = Math.max(0, column(words.risk.risk));
  const probability = column(words.risk.probability);
  const impact = column(words.risk.impact);
  const score = column(words.risk.score);
  const mitigation = column(words.risk.mitigation);
  if (probability < 0 || impact < 0) return [];
  return table.rows.flatMap((row, index) => {
    const cell = (at: number): Span | undefined => (at < 0 ? undefined : row.cells[at]);
    const description = plainSpan(text, cell(risk) ?? row.span);
    const read = (at: number): LevelReading | undefined => {
      const span = cell(at);
      return span && readLevel(document, span, scale);
    };
    const [likely, severe] = [read(probability), read(impact)];
    if (likely?.placeholder !== false && severe?.placeholder !== false) return [];
    const scoreCell = cell(score);
    const mitigationCell = cell(mitigation);
    return [
      {
        document,
        span: row.span,
        source: 'table' as const,
        number: index + 1,
        description: { text: slice(text, description), span: description },
        probability: likely,
        impact: severe,
        score: scoreCell && scoreAt(text, scoreCell),
        mitigation: mitigationCell && mitigationAt(document, mitigationCell),
      },
    ];
  });
}

/** `6`, `6 (HIGH)`, `2 × 3 = 6`; anything without a number at its beginning or behind `=` has no value. */
function scoreAt(text: string, cell: Span): NonNullable<RiskReading['score']> {
  const span = plainSpan(text, cell);
  const written = slice(text, span);
  const number = /(?:^|=\s*)(\d{1,4}(?:\.\d+)?)(?!\s*[\d×x*/])/.exec(written)?.[1];
  return { text: written, span, value: number === undefined ? undefined : Number(number) };
}
