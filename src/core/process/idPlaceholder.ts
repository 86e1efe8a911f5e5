import type { RecordIdFormat } from '../record/recordId';
import type { Span } from '../text/span';

/** Where a template has its own ID to be: `CR-YYYY-MM-DD-XXX`, `CHG-YYYYMMDD-NNN`. The first such place. */
export function idPlaceholder(template: string, { prefix, dashedDate }: RecordIdFormat): Span | undefined {
  const beginning = `${prefix}-${dashedDate ? 'YYYY-MM-DD' : 'YYYYMMDD'}-`;
  const start = template.indexOf(beginning);
  if (start < 0) return undefined;
  let end = start + beginning.length;
  while (template[end] === 'X' || template[end] === 'N') end++;
  return end > start + beginning.length ? { start, end } : undefined;
}
