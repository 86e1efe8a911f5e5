import { keys } from '../../process/fieldKeys';
import { readThreshold, type Threshold } from '../../process/riskScale';
import { once } from '../../record/facts';
import type { ChangeRecord } from '../../record/record';

/** The highest score that a record accepts; undefined where it names none, or none that can be read. */
export const riskThreshold = once(({ answer, process }: ChangeRecord): Threshold | undefined => {
  const limit = answer(keys.riskThreshold);
  return limit?.filled === true ? readThreshold(process.risk, limit.text) : undefined;
});
