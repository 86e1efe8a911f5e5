import { idAt } from '../../record/idAt';
import type { ChangeRecord } from '../../record/record';
import { cursorAt, isHidden } from './cursor';
import { fieldHover } from './fieldHover';
import type { Hover, HoverFacts } from './hover';
import { idHover } from './idHover';
import { riskHover } from './riskHover';
import { statusHover } from './statusHover';

/** Where a hover is asked for. */
export interface HoverRequest {
  /** The record that the text is of or belongs to; undefined for other Markdown and for source. */
  readonly record: ChangeRecord | undefined;
  /** Workspace-relative path of the text. */
  readonly path: string;
  readonly text: string;
  readonly offset: number;
}

/**
 * What a hover shows for a place: an ID in any text; in a record and its companions a status, a risk, a label or a heading as
 * well. Total; undefined where there is nothing to show.
 */
export async function hoverAt(request: HoverRequest, facts: HoverFacts): Promise<Hover | undefined> {
  const { text, offset, path, record } = request;
  const mention = idAt(text, offset, facts.processes);
  if (mention) return idHover(mention, facts);
  const document = record?.documents.find((each) => each.path === path && each.text === text);
  if (!record || !document || isHidden(document.scan, cursorAt(text, offset))) return undefined;
  const status = statusHover(record, document, offset);
  if (status) return status;
  const risk = riskHover(record, document, offset);
  const field = fieldHover(record, document, offset);
  // On the label of the overall risk: how it stands, and what is asked for.
  if (risk && field?.span.start === risk.span.start && field.span.end === risk.span.end)
    return { span: risk.span, lines: [...risk.lines, ...field.lines] };
  return risk ?? field;
}
