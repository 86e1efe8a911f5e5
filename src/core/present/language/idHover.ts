import type { IndexedRecord } from '../../workspace/recordSummary';
import { todayIn } from '../../lifecycle/today';
import type { TextMention } from '../../record/mentionFinder';
import { explorerRow } from '../explorer';
import type { Hover, HoverFacts, HoverLine } from './hover';

/** More problems than these are counted, not told. */
const mostProblems = 5;
/** More records of one ID than these are not told. */
const mostRecords = 3;

/** What is known of a record or a requirement where its ID stands: in records, other Markdown and source comments. */
export async function idHover(mention: TextMention, facts: HoverFacts): Promise<Hover | undefined> {
  const { span } = mention;
  if (mention.kind === 'requirement') {
    const found = (await facts.requirements()).find(({ id }) => id.toUpperCase() === mention.id);
    if (!found) return undefined;
    return {
      span,
      lines: [
        { kind: 'heading', text: found.id },
        { kind: 'text', text: found.title },
      ],
    };
  }
  const records = facts.recordsOf(mention.id);
  if (records.length === 0) return { span, lines: [{ kind: 'text', text: `There is no record ${mention.id} here.` }] };
  const lines = records.slice(0, mostRecords).flatMap((record) => recordLines(record, facts));
  if (records.length > 1)
    lines.unshift({ kind: 'text', text: `${String(records.length)} records have the ID ${mention.id}.` });
  return { span, lines };
}

function recordLines({ summary, findings }: IndexedRecord, { zone, now }: HoverFacts): HoverLine[] {
  const row = explorerRow(summary, todayIn(zone, now));
  const { gaps, waitsFor } = summary.approval;
  const wanted: readonly string[] = ['Status', 'Type', 'Priority', 'Risk', 'Approval', 'Steps'];
  const facts = [
    ...row.facts.filter(([label]) => wanted.includes(label)),
    ...(waitsFor.length > 0 ? [['Missing', gaps.join('; ')] as const] : []),
    ...(summary.archived ? [['Archived', 'yes'] as const] : []),
  ];
  const problems = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const told = problems.slice(0, mostProblems).map(({ message, path, range }) => ({
    text: message,
    target: { path, range },
  }));
  const more = problems.length - told.length;
  const { path } = summary;
  return [
    { kind: 'heading', text: summary.title ?? 'Untitled' },
    { kind: 'text', text: summary.id ?? summary.name },
    { kind: 'facts', facts },
    ...(told.length > 0
      ? [{ kind: 'items' as const, items: [...told, ...(more > 0 ? [{ text: `${String(more)} more` }] : [])] }]
      : []),
    {
      kind: 'links',
      links: [
        { label: 'Open', target: { path }, toSide: false },
        { label: 'Open to the side', target: { path }, toSide: true },
      ],
    },
  ];
}
