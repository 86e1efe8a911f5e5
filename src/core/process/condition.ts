import type { Process } from './process';
import { stages, type Condition, type Stage, type StatusDefinition } from './processDefinition';

/** What a condition asks for in place of a field's key to learn the day of the record's ID. No field has such a key. */
export const dayOfId = '{id}';

/** Whether a condition holds, over the values that a record gives to each field. Values compare without case. */
export function holds(condition: Condition, valuesOf: (key: string) => readonly string[]): boolean {
  if ('any' in condition) return condition.any.some((each) => holds(each, valuesOf));
  if ('all' in condition) return condition.all.every((each) => holds(each, valuesOf));
  if ('idSince' in condition) return valuesOf(dayOfId).some((day) => day >= condition.idSince);
  const { is } = condition;
  return valuesOf(condition.field).some((value) => {
    const said = value.toLowerCase();
    return is.some((wanted) => wanted.toLowerCase() === said);
  });
}

/** Whether a record that has come to `stage` owes what is due from `from` on (reading 22). */
export function stageAtLeast(stage: Stage, from: Stage): boolean {
  return stages.indexOf(stage) >= stages.indexOf(from);
}

/** The statuses that a record may go to next (reading 28), in the order in which the process has its transitions. */
export function transitionsFrom(
  process: Process,
  status: string,
  valuesOf: (key: string) => readonly string[],
): readonly StatusDefinition[] {
  const targets = process.transitions
    .filter(({ from, when }) => from === status && (when === undefined || holds(when, valuesOf)))
    .map(({ to }) => to);
  return [...new Set(targets)].flatMap((id) => process.status(id) ?? []);
}
