/** A rule that there is no more. Its code is never used for another one, and a policy may go on naming it. */
export interface RetiredRule {
  readonly code: string;
  readonly name: string;
}

/** Rules that hardly ever spoke on real records, and were about form, or about what no approval stands on. */
export const retiredRules: readonly RetiredRule[] = [
  { code: 'CG511', name: 'metric-without-counterpart' },
  { code: 'CG513', name: 'benchmark-missing' },
  { code: 'CG515', name: 'test-strategy-differs' },
  { code: 'CG605', name: 'steps-misnumbered' },
  { code: 'CG610', name: 'change-total-differs' },
];

/** The retired rule of a code or name; undefined if there is none. */
export function retiredRule(name: string): RetiredRule | undefined {
  return retiredRules.find((rule) => rule.code === name || rule.name === name);
}
