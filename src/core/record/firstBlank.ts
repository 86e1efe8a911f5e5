import type { Answer, Place } from './record';
import { at } from './places';

/** Where the writing begins: the first box, else the value. */
export function firstBlank({ document, span, choices }: Answer): Place {
  return at(document, choices[0]?.box ?? span);
}
