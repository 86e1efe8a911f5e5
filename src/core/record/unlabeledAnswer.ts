import type { Block } from '../markdown/blocks';
import { isPlaceholder } from '../process/placeholder';
import type { FieldDefinition, Process } from '../process/process';
import { slice, type Span } from '../text/span';
import { pathIn } from './plannedFiles';
import type { Answer, RecordDocument, Section } from './record';

/**
 * What stands in the section of a field without a label, where the field is answered that way: the paths listed below
 * "Affected Components" are its files, and words that stand there instead are its systems.
 */
export function unlabeledAnswer(
  field: FieldDefinition,
  documents: readonly RecordDocument[],
  process: Process,
): Answer | undefined {
  if (!field.unlabeled || !field.section) return undefined;
  for (const document of documents) {
    const section = document.sections.find(({ definition }) => definition === field.section);
    if (!section?.heading) continue;
    const lines = linesBeforeLabels(section, process);
    const paths = lines.filter(({ span }) => pathIn(slice(document.text, span)) !== undefined);
    const own = field.unlabeled === 'paths' ? paths : paths.length > 0 ? [] : lines;
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) continue;
    const span = { start: first.block.span.start, end: last.block.span.end };
    const text = slice(document.text, span);
    if (isPlaceholder(text)) continue;
    const label = section.heading.title;
    return {
      document,
      field,
      label,
      form: 'heading',
      span,
      text,
      filled: true,
      choices: [],
      chosen: [],
      date: undefined,
    };
  }
  return undefined;
}

/** The lines and items of a section down to the first label. */
function linesBeforeLabels({ blocks }: Section, process: Process): { block: Block; span: Span }[] {
  const lines: { block: Block; span: Span }[] = [];
  // A process without headings has labels alone.
  if (process.sections.length === 0) return lines;
  for (const block of blocks) {
    if (block.kind !== 'item' && block.kind !== 'text') continue;
    if (block.field) break;
    lines.push({ block, span: block.kind === 'item' ? block.content : block.span });
  }
  return lines;
}
