import { keys } from '../process/fieldKeys';
import { awaited, gapWords, isUngiven, recordedApproval } from '../approval/approvalOf';
import type { RecordLinks } from '../record/recordLinks';
import { hasGivenUp, isArchived } from '../lifecycle/standing';
import { formatDate, type CalendarDate } from '../text/calendarDate';
import { peopleOfRecord } from './people/peopleOfRecord';
import { plainText } from '../record/plainText';
import type { ChangeRecord } from '../record/record';
import { titlePlace } from '../record/places';
import type { Finding, Severity } from '../findings/finding';
import { courseOf } from '../lifecycle/recordCourse';
import type { RecordSummary } from './recordSummary';

const noLinks: RecordLinks = { upstream: [], downstream: [], files: [] };

/** What the index keeps of a record. */
export function summarize(
  record: ChangeRecord,
  findings: readonly Pick<Finding, 'code' | 'severity'>[],
  companions: readonly string[],
  links: RecordLinks = noLinks,
): RecordSummary {
  const { status, title, fileIdentity, history, document } = record;
  const { state, gaps } = recordedApproval(record);
  const idPlace = record.headingId ?? titlePlace(record);
  const proposed = history.find((row) => row.status.value?.role === 'waiting')?.date.date;
  return {
    path: record.path,
    kind: record.kind,
    processId: record.process.id,
    id: record.id?.text ?? null,
    name: fileIdentity.kind === 'record' ? fileIdentity.name : record.path,
    title: title?.filled === true ? oneLine(title.text) : null,
    status: status?.value?.id ?? null,
    role: status?.value?.role ?? null,
    stage: record.stage,
    final: status?.value?.final === true,
    givenUp: hasGivenUp(record),
    type: record.type ?? null,
    priority: record.priority ?? null,
    categories: chosen(record, keys.category),
    risk: chosen(record, keys.overallRisk)[0] ?? null,
    requestor: filled(record, keys.requestor),
    people: peopleOfRecord(record),
    branch: branchOf(record),
    dates: {
      created: day(record, keys.created),
      lastUpdated: day(record, keys.lastUpdated),
      proposed: written(proposed),
      approval: written(record.approval.date?.date),
      start: day(record, keys.implementationStart),
      deployed: day(record, keys.deployed),
    },
    approval: {
      state,
      gaps: [...gaps.filter(isUngiven), ...gaps.filter((gap) => !isUngiven(gap))].map(gapWords),
      waitsFor: status?.value?.stage === 'proposed' ? awaited(gaps) : [],
    },
    progress: record.progress,
    course: courseOf(record),
    companions,
    links,
    archived: isArchived(record.path),
    idRange: document.scan.lines.rangeOf(idPlace.span),
    problems: countBySeverity(findings),
    contradicted: findings.some(({ code, severity }) => severity === 'error' && /^CG[34]/.test(code)),
  };
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** A title is shown in many places that have one line, and none of them should be flooded. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

function chosen(record: ChangeRecord, key: string): string[] {
  return record.answer(key)?.chosen.flatMap(({ option }) => (option ? [option.value] : [])) ?? [];
}

function filled(record: ChangeRecord, key: string): string | null {
  const answer = record.answer(key);
  return answer?.filled === true ? oneLine(answer.text) : null;
}

/** The branch that a record names, without the marks and the words around it; a name of a branch has no blanks. */
function branchOf(record: ChangeRecord): string | null {
  const written = filled(record, keys.branch);
  const name = written === null ? '' : plainText(/^\S+/.exec(plainText(written))?.[0] ?? '');
  return name === '' ? null : name;
}

function day(record: ChangeRecord, key: string): string | null {
  return written(record.answer(key)?.date);
}

function written(date: CalendarDate | undefined): string | null {
  return date ? formatDate(date) : null;
}
