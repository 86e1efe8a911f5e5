import { formOfIds, type RecordIdFormat } from './recordId';
import type { Span } from '../text/span';

/** Where a template has its own ID to be: `CR-YYYY-MM-DD-XXX`, `CHG-YYYYMMDD-NNN`. The first such place. */
export function idPlaceholder(template: string, format: RecordIdFormat): Span | undefined {
  const beginning = formOfIds(format).replace(/[XN]+$/, '');
  for (let start = template.indexOf(beginning); start >= 0; start = template.indexOf(beginning, start + 1)) {
    let end = start + beginning.length;
    while (template[end] === 'X' || template[end] === 'N') end++;
    if (end > start + beginning.length) return { start, end };
  }
  return undefined;
}
