/** A scale with round numbers that some values fit on. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** From `from` to `to`, at even distances. */
  readonly ticks: readonly number[];
}

/**
 * A scale from zero, or from below it, with about four steps of 1, 2 or 5 times a power of ten, none below `leastStep`.
 */
export function axisOf(values: readonly number[], leastStep = 0): Axis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = Math.max(leastStep, stepOf(high - low));
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step));
  return { from: rounded(first * step), to: rounded(last * step), ticks };
}

function stepOf(range: number): number {
  // Nothing that is measured here is smaller; less is what rounding left.
  if (range < 1e-6) return 1;
  const rough = range / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
}

/** Sums of tenths are no tenths. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
