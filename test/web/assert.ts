/** What suites need of `node:assert/strict`, for an extension host that has no Node: the bundler puts it in its place. */

class AssertionError extends Error {
  override readonly name = 'AssertionError';

  constructor(
    message: string | Error | undefined,
    standard: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(typeof message === 'string' ? message : (message?.message ?? standard));
  }
}

type Message = string | Error;

function ok(value: unknown, message?: Message): void {
  if (!value) throw new AssertionError(message, `${show(value)} is not truthy`, value, true);
}

function equal(actual: unknown, expected: unknown, message?: Message): void {
  if (!Object.is(actual, expected)) throw differ(actual, expected, message);
}

function notEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (Object.is(actual, expected)) throw new AssertionError(message, `Got ${show(actual)}`, actual, expected);
}

function deepEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (!same(actual, expected)) throw differ(actual, expected, message);
}

function notDeepEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (same(actual, expected)) throw new AssertionError(message, `Got ${show(actual)}`, actual, expected);
}

function match(text: string, pattern: RegExp, message?: Message): void {
  if (!pattern.test(text)) throw new AssertionError(message, `${show(text)} does not match ${String(pattern)}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: Message): void {
  if (pattern.test(text)) throw new AssertionError(message, `${show(text)} matches ${String(pattern)}`);
}

function fail(message?: Message): never {
  throw new AssertionError(message, 'Failed');
}

async function rejects(promise: Promise<unknown> | (() => Promise<unknown>), message?: Message): Promise<void> {
  try {
    await (typeof promise === 'function' ? promise() : promise);
  } catch {
    return;
  }
  throw new AssertionError(message, 'Expected a rejection');
}

function differ(actual: unknown, expected: unknown, message: Message | undefined): AssertionError {
  return new AssertionError(message, `Expected ${show(expected)}, got ${show(actual)}`, actual, expected);
}

function show(value: unknown): string {
  return typeof value === 'string' || (typeof value === 'object' && value !== null)
    ? JSON.stringify(value)
    : String(value);
}

/** Compares plain data; class instances by what they hold. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (one instanceof Map || one instanceof Set) {
    return same([...one], [...(other as Iterable<unknown>)]);
  }
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(Reflect.get(one, key), Reflect.get(other, key)))
  );
}

export const strict = Object.assign(ok, {
  ok,
  equal,
  strictEqual: equal,
  notEqual,
  deepEqual,
  deepStrictEqual: deepEqual,
  notDeepEqual,
  match,
  doesNotMatch,
  fail,
  rejects,
});
