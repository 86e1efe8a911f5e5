import type { ChangeRecord } from '../../record/record';
import { replace, type DocumentEdit } from '../rule';

/** The edit that writes another status where the record has its status. */
export function setStatus({ status }: ChangeRecord, id: string): DocumentEdit[] {
  return status ? [replace(status, id)] : [];
}

/** The edit that adds a row to the history; none where the history is no table of three columns. */
export function addHistoryRow(record: ChangeRecord, date: string, status: string, notes: string): DocumentEdit[] {
  const table = record.historySection?.blocks.find((block) => block.kind === 'table');
  if (table?.header.cells.length !== 3) return [];
  const last = record.history.at(-1)?.row ?? table.rows.at(-1);
  const end = last?.span.end ?? table.span.end;
  return [
    { document: record.document, edit: { span: { start: end, end }, newText: `\n| ${date} | ${status} | ${notes} |` } },
  ];
}
