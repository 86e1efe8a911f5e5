import { at } from '../places';
import { defineRule, finding } from '../rule';

export const brokenFrontMatter = defineRule({
  code: 'CG904',
  name: 'broken-front-matter',
  severity: 'warning',
  summary: 'Front matter is a closed block of «key: value» lines.',
  source: 'Reading 17',
  fix: { noneBecause: 'What was meant only a person can say; the values are not read until then.' },
  *check({ record }) {
    const problem = record.frontMatter?.problem;
    if (problem) yield finding(at(record.document, problem.span), problem.message);
  },
});
