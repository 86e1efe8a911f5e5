import type { PlanStep } from '../lifecycle/planSteps';
import { boxEdit } from '../change/boxEdit';
import type { Change } from '../change/change';
import { stepsOf } from '../change/documentEdits';

/** How many words of a step a title has room for, in characters. */
const longest = 60;

/**
 * Ticks steps off, or opens them again; what is as it is wanted stays. Only the one character between the brackets is
 * written. Undefined if there is nothing to write.
 */
export function tickSteps(steps: readonly PlanStep[], checked: boolean): Change | undefined {
  const changed = [...new Set(steps)].filter((step) => step.checked !== checked);
  const [first] = changed;
  if (!first) return undefined;
  return {
    title: titleOf(changed, checked),
    steps: stepsOf(changed.map(({ box }) => boxEdit(box, checked))),
  };
}

/** Ticks all of some steps off if one of them is open, else opens them all: what a toggle over several means. */
export function toggleSteps(steps: readonly PlanStep[]): Change | undefined {
  return tickSteps(
    steps,
    steps.some(({ checked }) => !checked),
  );
}

function titleOf(steps: readonly PlanStep[], checked: boolean): string {
  const verb = checked ? 'Tick off' : 'Open again';
  const [only, ...more] = steps;
  if (!only || more.length > 0) return `${verb} ${String(steps.length)} steps`;
  const characters = [...only.text];
  return `${verb} "${characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : only.text}"`;
}
