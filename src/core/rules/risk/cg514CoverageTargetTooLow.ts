import { keys } from '../../process/fieldKeys';
import { metricsIn, type Metric } from '../../lifecycle/metrics';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const coverageTargetTooLow = defineRule({
  code: 'CG514',
  name: 'coverage-target-too-low',
  severity: { draft: 'off', proposed: 'information' },
  summary: 'New code is covered by tests as the process asks for (80 %), and the whole does not fall below that.',
  source: 'Testing Impact, "New Code Coverage Target: ≥ 80%"; Pre-Merge Checklist',
  fix: { noneBecause: 'Which tests can be written only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record, process }) {
    const asked = process.limits.coverage;
    const coverage = record.answer(keys.testCoverage);
    if (!coverage) return;
    const lines = metricsIn(coverage);
    const fresh = lines.find(({ label }) => /^new code/i.test(label));
    const now = lines.find(({ label }) => /^current/i.test(label));
    const then = lines.find(({ label }) => /^expected/i.test(label));
    const aimed = percentOf(fresh);
    const [before, after] = [percentOf(now), percentOf(then)];
    if (fresh && aimed !== undefined && aimed < asked) {
      yield finding(
        fresh,
        `${quoted(fresh.label)} is ${quoted(fresh.text)}; the process asks for ${String(asked)} % or more.`,
      );
    }
    if (!now || !then || before === undefined || after === undefined) return;
    if (before >= asked && after < asked) {
      yield finding(
        then,
        `The expected coverage ${quoted(then.text)} is below the ${String(asked)} % of the process, which the current ${quoted(now.text)} meets.`,
      ).related(now, 'the current coverage');
    }
  },
});

/** The only percentage of a metric: of several none is known to be meant. */
function percentOf({ text }: Pick<Metric, 'text'> = { text: '' }): number | undefined {
  if (!text.includes('%')) return undefined;
  const found = [...text.slice(0, 200).matchAll(/(\d{1,3}(?:\.\d+)?)\s?%/g)].map((match) => Number(match[1]));
  return found.length === 1 ? found[0] : undefined;
}
