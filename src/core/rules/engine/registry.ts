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

function byCode(a: RuleDescription, b: RuleDescription): number {
  return a.code < b.code ? -1 : 1;
}
