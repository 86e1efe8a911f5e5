import { keys } from '../../process/fieldKeys';
import type { ChangeRecord } from '../../record/record';
import { isPlaceholder } from '../../process/placeholder';
import { chosenOption } from '../../record/chosen';
import { isNothing } from '../../record/itemsOf';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { wordsBelow } from '../../record/wordsBelow';

/** Words of somebody who says elsewhere how to get over the break. */
const migration = /\bmigrat|\bupgrad|\bdeprecat|\bversion|\bgrace period|\bcompatib|\bclients?\b|\bconsumers?\b/i;

export const breakingChangeUntold = defineRule({
  code: 'CG510',
  name: 'breaking-change-untold',
  severity: { draft: 'off', proposed: 'warning', over: 'information' },
  optIn: true,
  summary: 'A breaking change says what breaks and how to migrate.',
  source: 'Code Impact, "If yes, describe"; reading 27',
  fix: { what: 'Goes to the place; only a person knows what breaks.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const breaking = chosenOption(record, keys.breakingChanges);
    if (breaking?.value !== 'YES' || isDescribed(wordsBelow(breaking.answer)) || isToldElsewhere(record)) return;
    yield finding(breaking, 'Breaking Changes is YES, but nothing says what breaks and how to migrate.').goTo(
      'Go to Breaking Changes',
      breaking,
    );
  },
});

/** More than the option: a remark behind it, or words below. */
function isDescribed(text: string): boolean {
  return text
    .slice(0, 5000)
    .split(/[\r\n]+/)
    .map((line) =>
      line
        .replace(/^[\s\-*+:]*/, '')
        .replace(/^(?:yes|y)\b[\s.*:]*/i, '')
        .replace(/^if yes, describe[\s*:]*/i, ''),
    )
    .some((line) => /\p{L}{2}/u.test(line) && !isPlaceholder(line) && !isNothing(line));
}

function isToldElsewhere({ answer, documents }: ChangeRecord): boolean {
  const prose = [keys.proposedSolution, keys.downstream, keys.rollbackPlan].flatMap((key) => {
    const found = answer(key);
    return found?.filled === true ? [found.text] : [];
  });
  return (
    prose.some((text) => migration.test(text.slice(0, 20_000))) ||
    documents.some(({ sections }) =>
      sections.some(({ definition, title }) => !definition && /migrat|breaking|upgrad/i.test(title)),
    )
  );
}
