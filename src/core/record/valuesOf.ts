import type { ChangeRecord } from './record';

/** The values of the options that a record chose, for the conditions of a transition. */
export function valuesOf(record: ChangeRecord, key: string): string[] {
  return record.answer(key)?.chosen.flatMap(({ option }) => (option ? [option.value] : [])) ?? [];
}
