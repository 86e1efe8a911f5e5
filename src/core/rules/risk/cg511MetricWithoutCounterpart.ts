import { keys } from '../../process/fieldKeys';
import { metricsIn, type Metric } from '../../lifecycle/metrics';
import { listed, quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const metricWithoutCounterpart = defineRule({
  code: 'CG511',
  name: 'metric-without-counterpart',
  severity: { draft: 'off', proposed: 'information' },
  summary: 'A metric that has a baseline has a target, and the other way round.',
  source: 'Performance Impact, Baseline Metrics and Target Metrics',
  fix: { what: 'Goes to the metric that is open; only a person knows its value.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const baseline = record.answer(keys.baselineMetrics);
    const target = record.answer(keys.targetMetrics);
    if (!baseline || !target) return;
    const [before, after] = [metricsIn(baseline), metricsIn(target)];
    for (const [open, given, words] of [
      [after, before, 'have a baseline and no target'],
      [before, after, 'have a target and no baseline'],
    ] as const) {
      const pairs = open.flatMap((metric) => (metric.given ? [] : (counterpart(metric, given) ?? [])));
      const first = pairs[0] && open.find((metric) => !metric.given && metric.name === pairs[0]?.name);
      if (!first) continue;
      yield finding(
        first,
        pairs.length === 1
          ? `${quoted(pairs[0]?.label ?? '')} is given, but ${quoted(first.label)} is open.`
          : `${String(pairs.length)} metrics ${words}: ${listed(pairs.map(({ label }) => quoted(label)))}.`,
      )
        .related(pairs[0], 'its counterpart')
        .goTo(`Go to ${quoted(first.label)}`, first);
    }
  },
});

function counterpart({ name }: Metric, others: readonly Metric[]): Metric | undefined {
  return others.find((other) => other.given && other.value !== undefined && other.name === name);
}
