import * as v from 'valibot';
import type { FromPage } from '../../webview/protocol/page';
import { longestKey } from '../../webview/protocol/guards';

const key = v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestKey));
const level = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100));

/** What a page may ask for: nothing is in it that is not known, and nothing is longer than it has to be. */
const message = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({
    type: v.literal('act'),
    act: v.picklist(['reveal', 'move', 'open', 'choose', 'unfold', 'run']),
    what: key,
  }),
  v.strictObject({ type: v.literal('select'), select: key, value: v.pipe(v.string(), v.maxLength(longestKey)) }),
  v.strictObject({ type: v.literal('goTo'), day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)) }),
  v.strictObject({ type: v.literal('put'), item: key, row: level, column: level }),
]) satisfies v.GenericSchema<unknown, FromPage>;

/** What a page asks for, if it is something that it may ask for; undefined for everything else. */
export type AskedByPage = v.InferOutput<typeof message>;

export function readFromPage(data: unknown): AskedByPage | undefined {
  const result = v.safeParse(message, data);
  return result.success ? result.output : undefined;
}
