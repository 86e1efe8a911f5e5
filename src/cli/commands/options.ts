import { parseArgs } from 'node:util';
import { closest } from '../../core/text/similar';
import { UsageError } from './command';

/** The options of a command: most take a text, some are only there or not. */
type OptionNames = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** What was written behind a command. */
export interface ReadOptions<T extends OptionNames> {
  readonly values: { readonly [Name in keyof T]?: T[Name]['type'] extends 'boolean' ? boolean : string };
  readonly positionals: readonly string[];
}

/** Reads options by `node:util`, with "did you mean" for one that is not known. @throws UsageError */
export function readOptions<T extends OptionNames>(args: readonly string[], options: T): ReadOptions<T> {
  for (const arg of args) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (arg === '--') break;
    if (name === undefined || Object.hasOwn(options, name)) continue;
    const guess = closest(name, Object.keys(options));
    throw new UsageError(`There is no option --${name}.${guess ? ` Did you mean --${guess}?` : ''}`);
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.message) : String(error));
  }
}

/** The value of an option that has to be one of a few. @throws UsageError */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each.toLowerCase() === value.toLowerCase());
  if (found !== undefined) return found;
  const guess = closest(value, allowed);
  throw new UsageError(
    `--${option} is "${value}"; expected one of ${allowed.join(', ')}.${guess ? ` Did you mean ${guess}?` : ''}`,
  );
}
