import { metricsText } from '../../core/present/metrics/metricsText';
import { metricsReport } from '../../core/present/metrics/metricsReport';
import { UsageError, type Command } from './command';
import { openGovernance } from './governance';
import { readOptions } from './options';
import { portfolioInput, touchedFiles } from './portfolioInput';
import { quarterNamed } from './quarter';

const help = `changegate metrics [--quarter QUARTER] [--records] [--branches] [--root DIR]

Prints the metrics of the process over all records, the archive among them, by quarter: times from request to approval,
to implementation and to deployment, revision cycles, post-deployment issues, blast radius accuracy.

  --quarter   only what was over in this quarter: 2026-Q1
  --records   lists the records behind each value with what it was read from, and those that cannot be measured
  --branches  looks at the branches of deployed records, for the files that they foresaw
  --root      the folder of the workspace

Exit codes: 0 printed, 2 failed.
`;

export const metricsCommand: Command = {
  summary: 'Print the metrics of the process',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      quarter: { type: 'string' },
      records: { type: 'boolean' },
      branches: { type: 'boolean' },
      root: { type: 'string' },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0] ?? ''}" is not expected here.`);
    const quarter = quarterNamed(values.quarter);
    const governance = await openGovernance(terminal, values.root);
    const { records } = await portfolioInput(governance);
    const touched = values.branches === true ? await touchedFiles(governance, records) : undefined;
    const report = metricsReport(records, { quarter, ...(touched ? { touched } : {}) });
    terminal.out(metricsText(report, { color: terminal.color, records: values.records === true }));
    return 0;
  },
};
