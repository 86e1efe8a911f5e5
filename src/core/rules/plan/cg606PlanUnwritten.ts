import { placeholders } from '../../process/placeholder';
import type { Place, Section } from '../../record/record';
import { slice } from '../../text/span';
import { at, headingPlace } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const planUnwritten = defineRule({
  code: 'CG606',
  name: 'plan-unwritten',
  severity: { draft: 'off', proposed: 'warning', over: 'information' },
  summary: 'The steps of a plan that is proposed are those of the change, not of the template.',
  source: 'Phase 3: Step-by-Step Execution Plan; readings 19 and 33',
  fix: { what: 'Goes to the first step that is open; only a person knows it.' },
  *check({ record }) {
    for (const { sections } of record.documents) {
      const plan = sections.find(({ definition }) => definition?.key === 'execution-plan');
      const place = plan && headingPlace(plan);
      if (!plan || !place) continue;
      if (isBlank(plan)) {
        yield finding(place, 'The execution plan has no step.').goTo('Go to the execution plan', place);
        continue;
      }
      const open = openSteps(plan);
      const [first] = open;
      if (!first) continue;
      const words = quoted(slice(first.document.text, first.span));
      yield finding(
        first,
        open.length === 1
          ? `A step of the plan still has the template's ${words}.`
          : `${String(open.length)} steps of the plan still have words of the template, the first one ${words}.`,
      ).goTo('Go to the first open step', first);
    }
  },
});

function isBlank(section: Section): boolean {
  return section.blocks.every(({ kind }) => kind === 'break' || kind === 'html') && section.children.every(isBlank);
}

/** The first placeholder in brackets of every step that has one. */
function openSteps({ document, blocks, children }: Section): Place[] {
  const own = blocks.flatMap((block) => {
    if (block.kind !== 'item') return [];
    const text = slice(document.text, block.content);
    if (!text.includes('[')) return [];
    const open = placeholders(text).find(({ start }) => text.startsWith('[', start));
    return open ? [at(document, { start: block.content.start + open.start, end: block.content.start + open.end })] : [];
  });
  return [...own, ...children.flatMap(openSteps)];
}
