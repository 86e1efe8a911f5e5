import type { ListItem } from '../../markdown/blocks';
import type { RecordDocument, Section } from '../../record/record';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace, type DocumentEdit } from '../../change/documentEdit';

type Numbered = ListItem & { readonly number: number };

export const stepsMisnumbered = defineRule({
  code: 'CG605',
  name: 'steps-misnumbered',
  severity: 'hint',
  summary: 'The numbers of the steps of a plan go up, each once.',
  source: 'Step-by-Step Execution Plan',
  fix: { what: 'Numbers the steps of that section on from the one before.' },
  *check({ record }) {
    for (const document of record.documents) {
      for (const section of document.sections) {
        if (!isPlan(section)) continue;
        for (const steps of listsIn(section)) {
          // "1. 1. 1." lets Markdown count.
          if (steps.every(({ number }) => number <= 1 && number === steps[0]?.number)) continue;
          const at = steps.findIndex(({ number }, index) => index > 0 && number <= (steps[index - 1]?.number ?? 0));
          const step = steps[at];
          const before = steps[at - 1];
          if (step && before) yield misnumbered(document, step, before, steps.slice(at));
        }
      }
    }
  },
});

function misnumbered(document: RecordDocument, step: Numbered, before: Numbered, rest: readonly Numbered[]) {
  const words = quoted(document.text.slice(step.content.start, step.content.end));
  const again = step.number === before.number ? 'once more' : `after ${String(before.number)}`;
  const edits = () =>
    rest.flatMap((each, index): DocumentEdit[] => {
      const next = before.number + index + 1;
      return each.number === next ? [] : [replace(numberOf(document, each), String(next))];
    });
  return finding(
    numberOf(document, step),
    `Step ${words} has the number ${String(step.number)} ${again}; ${String(before.number + 1)} is expected.`,
  )
    .related(numberOf(document, before), 'the step before')
    .fix(`Number the steps from ${String(before.number + 1)}`, edits);
}

function numberOf(document: RecordDocument, { span }: ListItem) {
  const digits = /^\d+/.exec(document.text.slice(span.start, span.start + 20))?.[0].length ?? 0;
  return at(document, { start: span.start, end: span.start + digits });
}

/** The execution plan and what stands below it. */
function isPlan(section: Section): boolean {
  for (let each: Section | undefined = section; each; each = each.parent) {
    if (each.definition?.key === 'execution-plan') return true;
  }
  return false;
}

/** The numbered lists of a section that are not inside another list: one ends where text or a break stands between. */
function listsIn({ blocks }: Section): Numbered[][] {
  const lists: Numbered[][] = [];
  let open = false;
  for (const block of blocks) {
    if (block.kind === 'item' && block.indent === 0 && isNumbered(block)) {
      if (open) lists.at(-1)?.push(block);
      else lists.push([block]);
      open = true;
    } else if (block.kind === 'break' || (block.kind === 'text' && block.indent === 0)) {
      open = false;
    } else if (block.kind === 'item' && block.indent === 0) {
      open = false;
    }
  }
  return lists;
}

function isNumbered(item: ListItem): item is Numbered {
  return item.number !== undefined;
}
