import { formOfIds, type RecordIdFormat } from './recordId';
import type { Span } from '../text/span';

/** The placeholders of forms with a date, which a template may have brought along from another process. */
const anyForm = /\b[A-Z][A-Z\d]{0,15}-(?:YYYY-MM-DD|YYYYMMDD|YYYY-MM|YYYYMM|YYYY)-(?:X{2,6}|N{2,6})\b/;

/**
 * Where a template has its own ID to be: `CR-YYYY-MM-DD-XXX`, `CHG-YYYYMMDD-NNN`. The first such place, also where a team
 * writes its IDs in another form than the template that it inherits.
 */
export function idPlaceholder(template: string, format: RecordIdFormat): Span | undefined {
  const places = [ownForm(format), anyForm].flatMap((pattern) => {
    const match = pattern.exec(template);
    return match ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
  return places.sort((a, b) => a.start - b.start || b.end - a.end)[0];
}

/** The form with any number of letters for its digits. */
function ownForm(format: RecordIdFormat): RegExp {
  const form = formOfIds(format).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(form.replace(/(?<![A-Z])(?:X+|N+)(?![A-Z])/, '(?:X+|N+)'));
}
