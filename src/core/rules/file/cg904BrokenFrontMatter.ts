import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const brokenFrontMatter = defineRule({
  code: 'CG904',
  name: 'broken-front-matter',
  severity: 'warning',
  summary: 'Front matter is a closed block of "key: value" lines.',
  source: 'Reading 17',
  unsuppressable: true,
  fix: { noneBecause: 'What was meant only a person can say; the values are not read until then.' },
  *check({ record: { document, frontMatter } }) {
    const problem = frontMatter?.problem;
    if (!problem) return;
    const { start, end } = problem.span;
    // A parser that points at a character means the word that begins there.
    const word = /^[^\s:]*/.exec(document.text.slice(start, start + 100))?.[0].length ?? 0;
    yield finding(at(document, { start, end: Math.max(end, start + word) }), problem.message);
  },
});
