/** A stretch of time as a plan tells it: `3 days`, `4 h`. */
export interface Duration {
  readonly value: number;
  readonly unit: 'hour' | 'day' | 'week';
}

const units: ReadonlyMap<string, Duration['unit']> = new Map([
  ...(['h', 'hr', 'hrs', 'hour', 'hours'] as const).map((name) => [name, 'hour'] as const),
  ...(['d', 'day', 'days'] as const).map((name) => [name, 'day'] as const),
  ...(['w', 'wk', 'wks', 'week', 'weeks'] as const).map((name) => [name, 'week'] as const),
]);

/** Reads a stretch of time that is one number and one unit; ranges and compound ones cannot be added up. */
export function readDuration(text: string): Duration | undefined {
  const match = /^[\s*_~]*(\d{1,5}(?:\.\d{1,2})?)\s*([a-z]{1,8})\b[\s*_.]*(?:\(.*\)[\s*_]*)?$/i.exec(
    text.slice(0, 200),
  );
  const unit = units.get(match?.[2]?.toLowerCase() ?? '');
  return match && unit ? { value: Number(match[1]), unit } : undefined;
}

/** `3 days`, `1 hour`. */
export function formatDuration({ value, unit }: Duration): string {
  return `${String(value)} ${unit}${value === 1 ? '' : 's'}`;
}
