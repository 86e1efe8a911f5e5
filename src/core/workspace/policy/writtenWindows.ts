import type * as v from 'valibot';
import { readRhythm, type ChangeWindow, type Freeze } from '../../lifecycle/windows';
import type { freezeSchema, windowSchema } from './windowSchema';

type WrittenWindow = v.InferOutput<typeof windowSchema>;
type WrittenFreeze = v.InferOutput<typeof freezeSchema>;

/** A window as a policy writes it. The schema lets nothing else in than what can be read. */
export function windowOf({ name: called, on, from, to, use }: WrittenWindow): ChangeWindow {
  const rhythm = readRhythm(on) ?? { kind: 'daily' };
  return { name: called, on: rhythm, from: minutesOf(from), to: minutesOf(to), use: use ?? '' };
}

/** A freeze as a policy writes it. */
export function freezeOf({ name: called, from, to, reason }: WrittenFreeze): Freeze {
  return { name: called, from, to, reason: reason ?? '' };
}

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
