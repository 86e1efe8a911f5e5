import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { printableJson } from '../../core/text/printable';
import { dashboardOf, type Dashboard } from '../../core/present/dashboard/dashboard';
import { dashboardCsv } from '../../core/present/dashboard/dashboardCsv';
import { dashboardHtml } from '../../core/present/overview/dashboardHtml';
import { dashboardReport } from '../../core/present/dashboard/dashboardJson';
import { dashboardText } from '../../core/present/dashboard/dashboardText';
import { chart, chartNames } from '../../core/present/dashboard/charts';
import { standalone } from '../../core/present/svg/picture';
import { knownOf } from '../../core/present/overview/known';
import type { PortfolioInput } from '../../core/present/portfolio';
import { UsageError, type Command, type Terminal } from './command';
import { openGovernance } from './governance';
import { oneOf, readOptions } from './options';
import { writeOutput } from './output';
import { portfolioInput, touchedFiles } from './portfolioInput';
import { quarterNamed } from './quarter';

const help = `changegate dashboard [--html | --json | --csv | --svg CHART] [--out FILE] [--quarter QUARTER] [--name TEXT]
                    [--branches] [--root DIR]

Shows all records at a glance: what is open, what waits for whom, what is due, and the metrics of the process.

  --html      one page that needs nothing but itself, for a wiki or an artifact
  --json      data for programs; schema/dashboard.schema.json describes it
  --csv       one row a record, with its metrics
  --svg       one chart: ${chartNames.slice(0, 5).join(', ')},
              ${chartNames.slice(5, 9).join(', ')},
              ${chartNames.slice(9).join(', ')}
  --out       writes to a file instead, over what was there
  --quarter   metrics count only what was over in this quarter: 2026-Q1
  --name      how the page is headed; default: the name of the folder
  --branches  looks at the branches of deployed records, for the files that they foresaw
  --root      the folder of the workspace

With SOURCE_DATE_EPOCH in the environment it is that moment, and the same records give the same bytes.

Exit codes: 0 written, 2 failed.
`;

export const dashboardCommand: Command = {
  summary: 'Show all records at a glance',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      html: { type: 'boolean' },
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      svg: { type: 'string' },
      out: { type: 'string' },
      quarter: { type: 'string' },
      name: { type: 'string' },
      branches: { type: 'boolean' },
      root: { type: 'string' },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0] ?? ''}" is not expected here.`);
    const formats = (['html', 'json', 'csv', 'svg'] as const).filter((each) => (values[each] ?? false) !== false);
    const [format = 'text', second] = formats;
    if (second !== undefined) throw new UsageError(`One of --${format} and --${second} is expected.`);
    const picture = values.svg === undefined ? undefined : oneOf('svg', values.svg, chartNames);
    const quarter = quarterNamed(values.quarter);
    const governance = await openGovernance(terminal, values.root);
    const input = await portfolioInput(governance);
    const touched = values.branches === true ? await touchedFiles(governance, input.records) : undefined;
    const dashboard = dashboardOf(input, { quarter, ...(touched ? { touched } : {}) });
    const name = values.name ?? basename(governance.root);
    const text =
      picture === undefined
        ? written(dashboard, format, name, input, terminal)
        : `${chart(picture, dashboard.portfolio, dashboard.metrics, standalone)}\n`;
    writeOutput(text, values.out, terminal);
    return 0;
  },
};

function written(
  dashboard: Dashboard,
  format: 'html' | 'json' | 'csv' | 'svg' | 'text',
  name: string,
  input: PortfolioInput,
  { color }: Terminal,
): string {
  switch (format) {
    case 'html':
      return dashboardHtml(dashboard, knownOf(input, name), name, (text) =>
        createHash('sha256').update(text, 'utf8').digest('base64'),
      );
    case 'json':
      return `${printableJson(JSON.stringify(dashboardReport(dashboard), null, 2))}\n`;
    case 'csv':
      return dashboardCsv(dashboard.metrics, input.records);
    default:
      return dashboardText(dashboard, { color });
  }
}
