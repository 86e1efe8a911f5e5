import { printable } from '../../text/printable';

/** A cell of a table: words of people, or a number of ours. */
export type CsvCell = string | number | null;

/** Rows as CSV (RFC 4180): CRLF, quoted where it has to be. No words can become a formula in a spreadsheet. */
export function csv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = defused(printable(cell));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Spreadsheets read what begins with one of these as a formula, some also behind blanks; an apostrophe keeps it text. */
function defused(text: string): string {
  return /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}
