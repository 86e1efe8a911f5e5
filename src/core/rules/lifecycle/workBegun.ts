import { keys } from '../../process/fieldKeys';
import type { ListItem } from '../../markdown/blocks';
import type { SectionDefinition } from '../../process/process';
import type { CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord, Place, RecordDocument } from '../../record/record';

/** When the implementation began, as the record says it; undefined where it says nothing, or only what is planned. */
export function implementationStart(
  { answer }: Pick<ChangeRecord, 'answer'>,
  today: CalendarDate,
): (Place & { readonly date: CalendarDate }) | undefined {
  const start = answer(keys.implementationStart);
  if (!start?.date || start.date.year > today.year || /plan|estimat|target/i.test(start.text)) return undefined;
  return { document: start.document, span: start.span, date: start.date };
}

/** The phases of the plan that change something; preparing and reading are allowed before an approval. */
const changing: ReadonlySet<string> = new Set(['phase-2-implementation', 'phase-3-quality', 'phase-6-deployment']);

/** A phase of the plan that changes something, with its steps that are ticked off: one at least. */
export interface BegunPhase {
  readonly document: RecordDocument;
  readonly definition: SectionDefinition;
  readonly done: readonly [ListItem, ...ListItem[]];
}

/** The phases of implementation and deployment of which something was done. */
export function begunPhases({ documents }: Pick<ChangeRecord, 'documents'>): BegunPhase[] {
  return documents.flatMap((document) =>
    document.sections.flatMap(({ definition, heading, blocks }) => {
      if (!definition || !heading || !changing.has(definition.key)) return [];
      const [first, ...others] = blocks.flatMap((block) =>
        block.kind === 'item' && block.box?.checked === true ? [block] : [],
      );
      return first ? [{ document, definition, done: [first, ...others] as const }] : [];
    }),
  );
}

/** Whether the history tells that the record was approved once: what was begun then was begun with an approval. */
export function wasApproved({ history }: Pick<ChangeRecord, 'history'>): boolean {
  return history.some((row) => row.status.value?.needsApproval === true);
}
