import { keys } from '../../process/fieldKeys';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { canInsertSection, insertSection } from '../../change/insertion';
import { isPartlyHidden } from '../../record/isPartlyHidden';

/** Headings under which teams close a record in their own words. */
const otherNames =
  /\b(?:closure|closing|lessons|learn(?:ed|t)|retro\w*|post-?mortem|post-?implementation|outcomes?|results?|final metrics|review)\b/i;

export const closureMissing = defineRule({
  code: 'CG604',
  name: 'closure-missing',
  severity: { draft: 'off', completed: 'information' },
  summary: 'A completed record tells its final metrics, its outcomes and what was learned.',
  source: 'Phase 6: CR Closure; reading 36',
  fix: { what: 'Inserts the section Closure, or goes to what is open in it.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const { status, process, documents } = record;
    if (!status || isPartlyHidden(record)) return;
    const part = record.parts.find(({ id }) => id === 'closure');
    const lessons = record.answer(keys.lessonsLearned);
    if (part?.present !== true && !lessons) {
      const isTold = documents.some(({ sections }) => sections.some(({ title }) => otherNames.test(title)));
      const [closure] = process.documents.find(({ id }) => id === 'closure')?.sections ?? [];
      if (isTold || !closure) return;
      yield finding(
        status,
        `Status is ${status.value?.id ?? ''}, but final metrics, outcomes and lessons learned are not recorded.`,
      ).fix(
        `Insert the section "${closure.heading}"`,
        () => insertSection(record, closure),
        canInsertSection(record, closure),
      );
      return;
    }
    for (const key of [keys.finalMetrics, keys.outcomes, keys.lessonsLearned]) {
      const answer = record.answer(key);
      if (!answer || answer.filled) continue;
      const place = at(answer.document, answer.label);
      yield finding(place, `${answer.field.label} is still open, but the record is ${status.value?.id ?? ''}.`)
        .related(status, 'the status')
        .goTo(`Go to ${answer.field.label}`, at(answer.document, answer.span));
    }
  },
});
