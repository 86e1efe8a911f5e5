import { comparableName } from './comparableName';
import type { OptionDefinition } from './process';

/** An option, and the words that were added to an open one: `Other: Kiosk firmware`. */
export interface FoundOption {
  readonly option: OptionDefinition;
  readonly rest: string;
}

/** The option that a value names as a whole: by its label, its value or any other of its names, without case. */
export function findOption(options: readonly OptionDefinition[], value: string): FoundOption | undefined {
  const wanted = new Set([value.trim().toLowerCase(), comparableName(value)]);
  const exact =
    options.find((option) => [option.label, option.value].includes(value)) ??
    options.find(({ label, value: own, names }) =>
      [label.toLowerCase(), own.toLowerCase(), ...names].some((name) => wanted.has(name)),
    );
  if (exact) return { option: exact, rest: '' };
  const colon = value.indexOf(':');
  if (colon < 0) return undefined;
  const open = findOption(
    options.filter((option) => option.open),
    value.slice(0, colon),
  );
  return open && { option: open.option, rest: value.slice(colon + 1).trim() };
}
