import { createHash } from 'node:crypto';
import { neighborsOf } from '../../core/workspace/index/neighbors';
import { Portfolio, toPortfolio } from '../../core/workspace/across/portfolio';
import { linksOf, placedLinks } from '../../core/record/recordLinks';
import { summarize } from '../../core/workspace/summarize';
import { todayIn } from '../../core/lifecycle/today';
import { formatDate } from '../../core/text/calendarDate';
import type { ChangeRecord } from '../../core/record/record';
import { recordHtml } from '../../core/present/report/recordHtml';
import { recordText } from '../../core/present/report/recordText';
import { pictureNames, recordPicture } from '../../core/present/panel/pictures';
import type { RecordPanel } from '../../core/present/panel/recordPanel';
import { recordPanelOf } from '../../core/present/panel/recordPanelOf';
import { UsageError, type Command } from './command';
import { openGovernance, recordNamed, type OpenGovernance } from './governance';
import { oneOf, readOptions } from './options';
import { writeOutput } from './output';
import { reproducible } from './portfolioInput';

const help = `changegate show RECORD [--svg PICTURE [--wide] | --html] [--out FILE] [--root DIR]

Shows where a record stands: its way through the process and what is next, its risks, approvals, plan and dependencies.

  RECORD    the ID of a record, or the path of its file
  --svg     one picture: ${pictureNames.join(', ')}
  --wide    draws it for a wide place
  --html    all pictures with their tables, as one page that needs nothing but itself
  --out     writes to a file instead, over what was there
  --root    the folder of the workspace

With SOURCE_DATE_EPOCH in the environment it is that moment, and the same records give the same bytes.

Exit codes: 0 shown, 2 failed.
`;

export const showCommand: Command = {
  summary: 'Show where a record stands, as text, picture or page',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      svg: { type: 'string' },
      wide: { type: 'boolean' },
      html: { type: 'boolean' },
      out: { type: 'string' },
      root: { type: 'string' },
    });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError('Expected one record.');
    if (values.svg !== undefined && values.html === true) throw new UsageError('One of --svg and --html is expected.');
    const picture = values.svg === undefined ? undefined : oneOf('svg', values.svg, pictureNames);
    const governance = await openGovernance(terminal, values.root);
    const record = await recordNamed(governance, terminal, name);
    const today = todayIn(governance.policy.zone, reproducible(governance.clock).now());
    const panel = await panelOf(record, governance, today);
    const width = values.wide === true ? 'wide' : 'narrow';
    const text =
      picture === undefined
        ? values.html === true
          ? recordHtml(panel, { on: formatDate(today), sha256 })
          : recordText(panel)
        : recordPicture(picture, panel, { kind: 'standalone', width });
    if (text === undefined)
      throw new UsageError(
        `The process ${record.process.name} has no ${picture ?? ''}; --svg states shows its statuses.`,
      );
    writeOutput(picture === undefined ? text : `${text}\n`, values.out, terminal);
    return 0;
  },
};

async function panelOf(
  record: ChangeRecord,
  { index, records, processes, workspace }: OpenGovernance,
  today: ReturnType<typeof todayIn>,
): Promise<RecordPanel> {
  const links = placedLinks(record, processes);
  const own = toPortfolio(summarize(record, [], [], linksOf(links)));
  const rest = records.filter(({ path }) => path !== record.path);
  const others = [own, ...(await neighborsOf([own], rest, index, workspace))];
  await index.compareWith(new Portfolio(others));
  const { findings } = index.check(record);
  return recordPanelOf(record, { today, findings, links, others });
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
