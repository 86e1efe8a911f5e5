/** What some values come to. All but `count` are null where there is no value. */
export interface Distribution {
  readonly count: number;
  readonly min: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  /** Nine of ten values are not above it. */
  readonly p90: number | null;
  readonly max: number | null;
  readonly mean: number | null;
}

/** The distribution of some values, in any order. */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number | null => (sorted.length === 0 ? null : quantile(sorted, share));
  return {
    count: sorted.length,
    min: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    p90: at(0.9),
    max: at(1),
    mean: sorted.length === 0 ? null : sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  };
}

/**
 * The value below which a share of some sorted values lies, between two of them in proportion: what spreadsheets call
 * QUARTILE.INC and PERCENTILE.INC. @throws RangeError without values, and for a share that is none
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('There is no such quantile.');
  const rest = place - Math.floor(place);
  // Rounded, since sums of tenths are no tenths; and never beyond the two, whatever rounding does.
  const between = Number((below * (1 - rest) + above * rest).toPrecision(12));
  return Math.min(above, Math.max(below, between));
}
