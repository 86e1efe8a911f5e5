import { isPlaceholder } from '../../process/placeholder';
import { isNothing } from '../itemsOf';
import { at, listed } from '../places';
import { readsAsEnglish } from '../readsAsEnglish';
import { defineRule, finding } from '../rule';
import { wordsBelow } from '../wordsBelow';
import { declaredRisk } from './declaredRisk';

/** Words of a condition under which one goes back: a sign that is watched, or somebody's decision. */
const trigger =
  /\b(?:if|when|whenever|once|unless|as soon as|in case|trigger\w*|criteri\w*|error rate|slos?|slis?|health ?checks?|alerts?|alarms?|incidents?|threshold|fail\w*|degrad\w*|spikes?|above|below|exceed\w*|more than|unexpected|decision|decides|manually|complain\w*)\b|[<>≥≤]|\d\s?%/i;

/** A stretch of time in figures or words. */
const time =
  /\d\s*-?\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?)\b|\b(?:seconds|minutes|hours|(?:an?|one|half an) hour|(?:a|one) minute|(?:a|one) day|immediate(?:ly)?|instant(?:ly)?|at once|right away)\b/i;

export const rollbackPlanThin = defineRule({
  code: 'CG508',
  name: 'rollback-plan-thin',
  severity: { draft: 'off', proposed: 'warning' },
  summary: 'The rollback plan of a risky change names its trigger, its action and its time.',
  source: 'Operational Impact, Rollback Plan; Rollback Criteria; reading 50',
  fix: { what: 'Goes to the plan; only a person knows how to go back.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const plan = record.answer('rollback-plan');
    const risk = declaredRisk(record);
    if (!plan?.filled || !risk || risk.band === 'LOW') return;
    const words = written(wordsBelow(plan));
    // What stands in a runbook cannot be looked into.
    if (/\]\(|https?:|\.md\b|\brunbook\b/i.test(words)) return;
    const isEmpty = isNothing(words);
    if (!isEmpty && !readsAsEnglish(words)) return;
    const missing = [
      ...(risk.isHigh && !trigger.test(words) ? ['trigger'] : []),
      ...(isEmpty ? ['action'] : []),
      ...(time.test(words) ? [] : ['time']),
    ];
    if (missing.length === 0) return;
    const place = at(plan.document, plan.label);
    const draft = finding(
      place,
      `The risk is ${risk.band}, but the rollback plan names ${listed(missing.map((each) => `no ${each}`))}.`,
    )
      .related(risk, 'the risk')
      .goTo('Go to the rollback plan', at(plan.document, plan.span));
    yield risk.isHigh ? draft : draft.as('information');
  },
});

/** What the writer wrote: without lines that are still the template's, and without the label of the time. */
function written(text: string): string {
  return text
    .slice(0, 20_000)
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^[\s\-*+\d.)]*/, ''))
    .filter((line) => line !== '' && !/^-+$/.test(line) && !isPlaceholder(line.replace(/^[\w ]{1,24}:\**\s*/, '')))
    .join('\n');
}
