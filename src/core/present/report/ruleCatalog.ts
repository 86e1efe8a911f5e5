import type { Rule } from '../../rules/rule';
import type { SeverityByStage } from '../../findings/finding';

/** What the table and the pages say of a rule; also of those that no record but a file breaks. */
export type DescribedRule = Pick<
  Rule,
  'code' | 'name' | 'severity' | 'summary' | 'source' | 'fix' | 'appliesTo' | 'optIn' | 'oldNames'
>;

/** The families of codes, by their hundreds. */
const families: Readonly<Record<string, string>> = {
  '1': 'Structure and fields',
  '2': 'Identity',
  '3': 'Lifecycle and contradictions',
  '4': 'Approval',
  '5': 'Impact and risk',
  '6': 'Plan and closure',
  '7': 'Across records',
  '8': 'Schedule',
  '9': 'File and policy',
};

/** The table of all rules in Markdown; `folder` is where their pages are, seen from the page with the table. */
export function ruleTable(rules: readonly DescribedRule[], folder: string): string {
  const lines = ['| Rule | What holds | Severity | Fix |', '|------|------------|----------|-----|'];
  for (const rule of rules) {
    const fix = 'what' in rule.fix ? 'yes' : '';
    lines.push(
      `| [${rule.code}](${folder}${rule.code}.md) ${rule.name} | ${rule.summary} | ${severityWords(rule)} | ${fix} |`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** A table of the families in Markdown: how many rules each has, and the gravest of them as an example. */
export function familyTable(rules: readonly DescribedRule[], folder: string): string {
  const lines = ['| Family | Rules | For example |', '|--------|-------|-------------|'];
  for (const [digit, family] of Object.entries(families)) {
    const own = rules.filter(({ code }) => code.charAt(2) === digit);
    const example = own.find(({ severity }) => severity === 'error') ?? own[0];
    if (!example) continue;
    const { code, summary } = example;
    lines.push(`| \`CG${digit}xx\` ${family} | ${String(own.length)} | ${summary} ([${code}](${folder}${code}.md)) |`);
  }
  return `${lines.join('\n')}\n`;
}

/** The head of a rule's page: what holds, how much it matters, where it comes from, what its fix does. */
export function rulePageHead(rule: DescribedRule): string {
  const family = families[rule.code.charAt(2)] ?? '';
  const fix = 'what' in rule.fix ? rule.fix.what : `None. ${rule.fix.noneBecause}`;
  const kinds = rule.appliesTo?.map((kind) => kind.replace('-', ' ')).join(', ');
  return [
    `# ${rule.code} ${rule.name}`,
    '',
    `**${rule.summary}**`,
    '',
    '| | |',
    '|---|---|',
    `| Family | ${family} |`,
    `| Severity | ${severityWords(rule)} |`,
    ...(kinds === undefined ? [] : [`| Applies to | ${kinds}s |`]),
    ...(rule.oldNames ? [`| Takes the place of | ${rule.oldNames.join(', ')} |`] : []),
    `| Source | ${rule.source} |`,
    `| Fix | ${fix} |`,
    '',
  ].join('\n');
}

/** `error`, or `error from PROPOSED` where it grows with the status. */
export function severityWords({ severity, optIn }: Pick<DescribedRule, 'severity' | 'optIn'>): string {
  return optIn === true ? `off; ${wordsOf(severity)} if the policy asks for it` : wordsOf(severity);
}

function wordsOf(severity: SeverityByStage): string {
  if (typeof severity === 'string')
    return severity === 'hint' ? 'hint (in the editor, and with `--severity hint`)' : severity;
  const { draft, over, givenUp, ...later } = severity;
  const steps = Object.entries(later).map(([stage, each]) => `${each} from ${stage.replace('-', '_').toUpperCase()}`);
  const first = steps.length === 0 ? draft : `${draft} in a draft`;
  const own = [...(draft === 'off' ? [] : [first]), ...steps.filter((step) => !step.startsWith('off'))];
  if (over) own.push(`${over} once it is over`);
  // What is given up is over as well; it is only said of what says nothing of other records.
  return own.length === 0 && givenUp ? `${givenUp} once it is given up` : own.join(', ');
}
