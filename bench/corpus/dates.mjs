/** Days are counted from the first one of the corpora: 2018-01-01, so that all of them have passed. */
const first = Date.UTC(2018, 0, 1);

/**
 * `2018-03-05`
 * @param {number} number
 */
export function day(number) {
  return new Date(first + number * 86_400_000).toISOString().slice(0, 10);
}

/**
 * `2018-03-05 14:07:31 UTC`
 * @param {number} number
 * @param {import('./random.mjs').Random} random
 * @param {number} [hour] the hour; random, in the hours of work, if left out
 */
export function moment(number, random, hour = random.int(8, 17)) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${day(number)} ${two(hour)}:${two(random.int(0, 59))}:${two(random.int(0, 59))} UTC`;
}
