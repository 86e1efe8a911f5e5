import { stages, type Stage } from '../process/processDefinition';
import type { RuleDescription, SeverityByStage } from './rule';

/** The families of rules by the first digit of their codes, as their pages and tables are headed. */
const families: Readonly<Record<string, string>> = {
  '1': 'Structure and fields',
  '2': 'Identity',
  '3': 'Lifecycle and contradictions',
  '4': 'Approval',
  '5': 'Impact and risk',
  '6': 'Plan and closure',
  '9': 'Files and policy',
};

const statusOf: Readonly<Record<Stage, string>> = {
  draft: 'DRAFT',
  proposed: 'PROPOSED',
  approved: 'APPROVED',
  'in-progress': 'IN_PROGRESS',
  completed: 'COMPLETED',
};

/** How grave a rule's findings are, for people: `error`, or `off in DRAFT, error from PROPOSED on`. */
export function severityWords(severity: SeverityByStage): string {
  if (typeof severity === 'string') return severity;
  const named = stages.flatMap((stage) => {
    const each = severity[stage];
    return each === undefined ? [] : [{ stage, each }];
  });
  return named
    .map(({ stage, each }, index) => `${each} ${index === 0 ? 'in DRAFT' : `from ${statusOf[stage]} on`}`)
    .join(', ');
}

/** The name of a rule's page in `docs/rules`. */
export function rulePage({ code }: Pick<RuleDescription, 'code'>): string {
  return `${code}.md`;
}

/** What a rule's page says of it before its prose. */
export function ruleHeader({ summary, severity, appliesTo, source, fix }: RuleDescription): string {
  const kinds = appliesTo?.map((kind) => (kind === 'change-request' ? 'change requests' : 'change records'));
  const rows = [
    ['Severity', severityWords(severity)],
    ...(kinds ? [['Applies to', `${kinds.join(' and ')} only`]] : []),
    ['Source', source],
    ['Fix', 'what' in fix ? fix.what : `None. ${fix.noneBecause}`],
  ];
  return [`**${summary}**`, '', '| | |', '|---|---|', ...rows.map((row) => tableRow(row))].join('\n');
}

/** All rules as tables, one a family. `folder` is the way from the text to the pages: empty, or ending with `/`. */
export function ruleTables(rules: readonly RuleDescription[], folder: string): string {
  return Object.entries(families)
    .map(([digit, title]) => ({ title, members: rules.filter(({ code }) => code[2] === digit) }))
    .filter(({ members }) => members.length > 0)
    .map(({ title, members }) =>
      [
        `### ${title}`,
        '',
        '| Rule | Name | Severity | What holds |',
        '|---|---|---|---|',
        ...members.map((rule) =>
          tableRow([
            `[${rule.code}](${folder}${rulePage(rule)})`,
            `\`${rule.name}\``,
            severityWords(rule.severity),
            rule.summary,
          ]),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

/**
 * The text with what stands between `<!-- name:begin -->` and `<!-- name:end -->` replaced; undefined if it does not
 * have the two marks in this order.
 */
export function withBlock(text: string, name: string, block: string): string | undefined {
  const begin = `<!-- ${name}:begin -->`;
  const start = text.indexOf(begin);
  const end = text.indexOf(`<!-- ${name}:end -->`, start + begin.length);
  if (start < 0 || end < 0) return undefined;
  return `${text.slice(0, start + begin.length)}\n\n${block}\n\n${text.slice(end)}`;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
