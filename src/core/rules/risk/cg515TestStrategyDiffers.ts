import { keys } from '../../process/fieldKeys';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

/** Fields that count new tests, by the option of the strategy that they belong to. */
const kinds = [
  ['Unit', keys.unitTests],
  ['Integration', keys.integrationTests],
  ['E2E', keys.e2eTests],
] as const;

export const testStrategyDiffers = defineRule({
  code: 'CG515',
  name: 'test-strategy-differs',
  severity: 'information',
  summary: 'The test strategy names every kind of test that is new.',
  source: 'Testing Impact, Test Strategy and New Tests Required',
  fix: { noneBecause: 'Whether the strategy or the count is wrong only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const strategy = record.answer(keys.testStrategy);
    const named = strategy?.chosen.map(({ option }) => option?.value) ?? [];
    const [first] = strategy?.chosen ?? [];
    if (!strategy || !first || named.includes(undefined) || named.includes('All')) return;
    for (const [kind, key] of kinds) {
      const tests = record.answer(key);
      const count = /^[*_\s]*(\d{1,6})\b/.exec(tests?.text ?? '')?.[1];
      if (!tests || named.includes(kind) || count === undefined || Number(count) === 0) continue;
      const start = tests.span.start + tests.text.indexOf(count);
      yield finding(
        at(tests.document, { start, end: start + count.length }),
        `${count} ${kind} ${Number(count) === 1 ? 'test is' : 'tests are'} new, but the test strategy is ${named.join(' and ')}.`,
      ).related(at(strategy.document, first.span), 'the test strategy');
    }
  },
});
