import * as allRules from './allRules';
import { fileRules } from '../../findings/fileRules';
import type { Rule } from '../rule';
import type { RuleDescription } from '../../findings/finding';

/** All rules for records, by code. A file `cg615PlanVersion.ts` is one by being there: `npm run generate` lists it. */
export const rules: readonly Rule[] = Object.values(allRules).sort(byCode);

/** The rules whose severity a policy can change. */
export const configurableRules: readonly RuleDescription[] = [...rules, fileRules.companion].sort(byCode);

/** Every rule that a finding can come from, by code: those for records and those for files that are none. */
export const catalog: readonly RuleDescription[] = [...rules, ...Object.values(fileRules)].sort(byCode);

/** A rule that something names, and whether it does so by a code or name that the rule has taken over from others. */
export interface NamedRule {
  readonly rule: RuleDescription;
  readonly isOld: boolean;
}

/** The rule of a code or name, also of an old one; undefined if there is none. */
export function ruleNamed(name: string): NamedRule | undefined {
  return named.get(name);
}

const named: ReadonlyMap<string, NamedRule> = new Map(
  catalog.flatMap((rule): (readonly [string, NamedRule])[] => [
    ...[rule.code, rule.name].map((name): readonly [string, NamedRule] => [name, { rule, isOld: false }]),
    ...(rule.oldNames ?? []).map((name): readonly [string, NamedRule] => [name, { rule, isOld: true }]),
  ]),
);

function byCode(a: RuleDescription, b: RuleDescription): number {
  return a.code < b.code ? -1 : 1;
}
