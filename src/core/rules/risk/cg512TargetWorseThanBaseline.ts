import { keys } from '../../process/fieldKeys';
import { metricsIn, type Metric } from '../../lifecycle/metrics';
import { chosenOption } from '../../record/chosen';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const targetWorseThanBaseline = defineRule({
  code: 'CG512',
  name: 'target-worse-than-baseline',
  severity: { draft: 'off', proposed: 'information' },
  summary: 'A change whose performance is assessed as better or neutral aims at nothing worse than today.',
  source: 'Performance Impact, Baseline Metrics and Target Metrics; Performance Validation',
  fix: { noneBecause: 'Whether the target or the assessment is wrong only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record, process }) {
    const assessment = chosenOption(record, keys.performanceAssessment);
    const baseline = record.answer(keys.baselineMetrics);
    const target = record.answer(keys.targetMetrics);
    if (!assessment || !baseline || !target) return;
    const isPositive = assessment.value === 'POSITIVE';
    if (!isPositive && assessment.value !== 'NEUTRAL') return;
    const before = metricsIn(baseline);
    const changes = metricsIn(target).flatMap((metric) => change(metric, before) ?? []);
    // A gain in one metric may be worth a loss in another.
    if (isPositive && changes.some(({ loss }) => loss < 0)) return;
    for (const { from, to, loss } of changes) {
      if (loss <= (isPositive ? 0 : process.limits.neutral / 100)) continue;
      yield finding(
        to,
        `${quoted(to.label)} is ${quoted(to.text)}, worse than ${quoted(from.text)} today, but the performance assessment is ${assessment.value}.`,
      )
        .related(from, 'the baseline')
        .related(assessment, 'the assessment');
    }
  },
});

/** By which part a metric gets worse; negative where it gets better. Throughput is better when it is higher. */
function change(
  to: Metric,
  before: readonly Metric[],
): { readonly from: Metric; readonly to: Metric; readonly loss: number } | undefined {
  const isLess = /latency|duration|time|error|memory|cpu/.test(to.name);
  const isMore = /throughput|availability|hit rate|uptime/.test(to.name);
  const from = before.find(({ name, unit }) => name === to.name && unit === to.unit);
  if (isLess === isMore || from?.value === undefined || to.value === undefined || from.value <= 0) return undefined;
  const growth = (to.value - from.value) / from.value;
  return { from, to, loss: isMore ? -growth : growth };
}
