import { keys } from '../../process/fieldKeys';
import { riskScore } from '../../process/riskScale';
import type { Table } from '../../markdown/blocks';
import { comparableName } from '../../process/comparableName';
import type { Process } from '../../process/process';
import type { ChangeRecord, RecordDocument, RiskReading } from '../../record/record';
import { slice } from '../../text/span';
import type { DriftFinder } from './drift';

/** The rows of a risk matrix that nobody filled in, from the list of risks, which is the source (reading 41). */
export const riskMatrix: DriftFinder = function* (record, document) {
  const { risks, riskTable } = record;
  if (risks.length === 0 || riskTable.length > 0) return;
  const table = matrixOf(record, document);
  const [first] = table?.rows ?? [];
  const last = table?.rows.at(-1);
  if (!table || !first || !last) return;
  // Whatever somebody wrote into it is theirs.
  const own = record.process.field(keys.riskMatrix)?.placeholder ?? '';
  if (table.rows.some((row) => !own.includes(slice(document.text, row.span)))) return;
  const names = table.header.cells.map((cell) => comparableName(slice(document.text, cell)));
  const rows = risks.flatMap((risk) => rowOf(risk, names, record.process) ?? []);
  if (rows.length !== risks.length) return;
  const span = { start: first.span.start, end: last.span.end };
  yield { edits: [{ span, newText: rows.join('\n') }], givesUp: slice(document.text, span) };
};

/** The table with a probability and an impact in the section that the risks stand in. */
function matrixOf({ process }: ChangeRecord, { root, sections, text }: RecordDocument): Table | undefined {
  const home = process.field(keys.risks)?.section;
  const section = [root, ...sections].find(({ definition }) => home !== undefined && definition === home);
  return section?.blocks.find((block): block is Table => {
    if (block.kind !== 'table') return false;
    const names = block.header.cells.map((cell) => comparableName(slice(text, cell)));
    const { probability, impact } = process.words.risk;
    return [probability, impact].every(([name = '']) => names.includes(name));
  });
}

function rowOf(risk: RiskReading, names: readonly string[], { risk: { levels }, words }: Process): string | undefined {
  const nameOf = (level: number): string => levels.find(({ value }) => value === level)?.name ?? '';
  const { description, probability, impact, mitigation } = risk;
  if (probability?.value === undefined || impact?.value === undefined) return undefined;
  const values = new Map([
    [words.risk.risk[0], description.text],
    [words.risk.probability[0], nameOf(probability.value)],
    [words.risk.impact[0], nameOf(impact.value)],
    [words.risk.score[0], String(riskScore(probability.value, impact.value))],
    [words.risk.mitigation[0], mitigation?.filled === true ? mitigation.text : ''],
  ]);
  const cells = names.map((name) => values.get(name));
  if (cells.some((cell) => cell === undefined || /[|\\\r\n]/.test(cell)) || description.text === '') return undefined;
  return `| ${cells.join(' | ')} |`;
}
