import * as fc from 'fast-check';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { renderTemplate } from '../../../src/core/process/renderTemplate';
import type { Process } from '../../../src/core/process/process';

const [changeRequests, changeRecords] = builtInProcesses();
if (!changeRequests || !changeRecords) throw new Error('there are two processes');

const processes = { 'change-request': changeRequests, 'change-record': changeRecords };

/** The process that a text is of. */
export function processOf({ kind }: Pick<RecordText, 'kind'>): Process {
  return processes[kind];
}

/** A record as a text, with the process that it is of and the path it lies at. */
export interface RecordText {
  readonly kind: keyof typeof processes;
  readonly path: string;
  readonly text: string;
}

/** Something that people do to a text. Gets a number to choose with. */
type Drift = (lines: readonly string[], at: number) => string[];

const replaceAt = (lines: readonly string[], at: number, change: (line: string) => string[]): string[] =>
  lines.flatMap((line, index) => (index === at % lines.length ? change(line) : [line]));

const days = ['2026-02-09', '2026-02-10 03:00 UTC', '2026-02-12', '2026-02-20', '2026-02-26'];
const given = [
  'Ana Ruiz',
  'None',
  '/src/upload/limit.ts',
  'if it fails, restart; 5 minutes',
  '3 days',
  'CR-2026-02-01-001',
];

/** A line of a template with one of its options, a day, a number or some words where it asks for them. */
function filledIn(line: string, at: number): string {
  const one = <Value>(of: readonly Value[]): Value | undefined => of[at % of.length];
  return line
    .replace(/\[ \](?= )/, one(['[ ]', '[x]', '[ ]']) ?? '')
    .replace(/\[([^\]|/]+(?:[|/][^\]|/]+)+)\]/, (_, options: string) => one(options.split(/[|/]/))?.trim() ?? '')
    .replace(/YYYY-MM-DD(?: HH:MM:SS UTC)?|\[Date\]/g, () => one(days) ?? '')
    .replace(/\bXX\b|\bN(?= (?:files|tests))/, String(at % 120))
    .replace(/\[[A-Z][^\]]*\]/, () => one(given) ?? '');
}

/** The drift that readings 10 to 25 tell of, and the slips of the pen that rules look for. */
const drifts: readonly Drift[] = [
  (lines, at) => replaceAt(lines, at, () => []),
  (lines, at) => replaceAt(lines, at, (line) => [line, line]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/^(#+) (?:\d+\. )?/, '$1# ')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/^\*\*([^*]+)\*\*:/, '- **$1:**')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace('[ ]', '[x]')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/YYYY-MM-DD/, '2026-2-9')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/YYYY-MM-DD/, '2026-02-30')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/YYYY-MM-DD/, '09.02.2026')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/YYYY-MM-DD/, '2031-02-09')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/\[[^\]]*\|[^\]]*\]/, 'HIHG')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/\[[A-Z][^\]]*\]/, 'some words')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/\[YES \| NO\]/, 'No, none')]),
  (lines, at) => replaceAt(lines, at, (line) => [line, '---']),
  (lines, at) => replaceAt(lines, at, (line) => ['```yaml', line]),
  (lines, at) => replaceAt(lines, at, (line) => ['<!-- a remark', line]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/^\*\*Status\*\*: .*/, '**Status**: ✅ approved')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/^\*\*Status\*\*: .*/, '**Status**: APROVED')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/\[ATP[^\]]*\]/, 'ATP')]),
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/\[L\/M\/H\]/g, 'H').replace('[Calc]', '2')]),
  (lines, at) => {
    const rows = [
      ['DRAFT'],
      ['DRAFT', 'PROPOSED'],
      ['PROPOSED', 'APPROVED'],
      ['DRAFT', 'PROPOSED', 'IN_PROGRESS'],
      ['APPROVED', 'DRAFT'],
    ];
    const table = rows[at % rows.length]?.map((status, day) => `| 2026-02-1${String(day)} | ${status} | told |`) ?? [];
    return lines.flatMap((line) => (/^\|-+\|-+\|-+\|$/.test(line) ? [line, ...table] : [line]));
  },
  (lines, at) => replaceAt(lines, at, (line) => [line.replace(/(CR|CHG)-2026/, '$1-2025')]),
  // A template that was filled in with whatever came to hand, line by line.
  (lines, at) => lines.map((line, index) => filledIn(line, at * 31 + index * 17)),
  (lines, at) => lines.map((line, index) => filledIn(line, at + index)),
  (lines) => lines.filter((line) => line !== ''),
  (lines) => ['---', 'status: COMPLETED', 'title: Another one', '---', '', ...lines],
  (lines, at) => headed(lines, at),
  (lines, at) => {
    const headings = lines.flatMap((line, index) => (line.startsWith('## ') ? [index] : []));
    const start = headings[at % Math.max(1, headings.length)] ?? 0;
    const end = headings.find((index) => index > start) ?? lines.length;
    return lines.filter((_, index) => index < start || index >= end);
  },
];

/** The head of a record as people write it (readings 3 and 4): the ID and the title elsewhere than in the template. */
function headed(lines: readonly string[], at: number): string[] {
  const id = /(?:CR|CHG)-[\d-]+\d/.exec(lines.slice(0, 12).join('\n'))?.[0] ?? 'CR-2026-02-09-001';
  const other = id.replace(/\d$/, '7');
  const heads = [
    ['# Change Request: Faster **scans** of `labels`', '', `**CR Number**: ${id}`],
    ['# Change Request Form', '', `**Change Request ID:** ${other}`],
    [`# Change Request \`${id}\``, '', '## Faster scans'],
    ['# Change Request', '', `- CR No.: ${id}`, '- **Title:** Faster scans'],
    [`## ${id} – Faster scans`],
    ['# Faster scans', '', `| CR ID | ${other} |`, '|---|---|', '| Subject | Faster scans |'],
    ['---', 'title: Phase 2: faster scans', `cr_id: ${id}`, '---', '', '# RFC'],
    [`**${other}: Faster scans**`],
  ];
  const rest = lines.filter((line) => !/^# |^\*\*Change ID\*\*/.test(line));
  return [...(heads[at % heads.length] ?? []), '', ...rest];
}

const drift = fc.array(fc.tuple(fc.nat({ max: drifts.length - 1 }), fc.nat({ max: 2000 })), { maxLength: 8 });
const ending = fc.constantFrom('\n', '\r\n', '\r');
const words = fc.constantFrom('Raise the upload limit', '50 MB, "at last"', 'N/A', 'TBD', 'Zürich 🚚', '- not an item');

/** Change requests of any status, made from the template, with or without assessment and plan, and drifted. */
export const changeRequestText: fc.Arbitrary<RecordText> = fc
  .record({
    status: fc.constantFrom(...changeRequests.statuses.map(({ id }) => id)),
    title: fc.option(words, { nil: undefined }),
    category: fc.option(fc.constantFrom('FEATURE', 'SECURITY', 'BUG'), { nil: undefined }),
    priority: fc.option(fc.constantFrom('P0', 'P2'), { nil: undefined }),
    token: fc.option(fc.constantFrom('ATP', 'LGTM, start implementation'), { nil: undefined }),
    parts: fc.subarray(['impact-assessment', 'implementation-plan', 'closure'] as const),
    drift,
    ending,
  })
  .map(({ status, title, category, priority, token, parts, drift: changes, ending: eol }) => {
    const values = { id: 'CR-2026-02-09-001', status, title, category, priority, 'approval-token': token };
    const record = renderTemplate(changeRequests, 'record', values).text;
    const whole = [record, ...parts.map((part) => renderTemplate(changeRequests, part, {}).text)].join('\n---\n\n');
    return {
      kind: 'change-request' as const,
      path: 'docs/processes/change-requests/CR-2026-02-09-001.md',
      text: drifted(whole, changes).join(eol),
    };
  });

/** Change records of any status and type, made from the template and drifted. */
export const changeRecordText: fc.Arbitrary<RecordText> = fc
  .record({
    status: fc.option(fc.constantFrom(...changeRecords.statuses.map(({ id }) => id)), { nil: undefined }),
    type: fc.option(fc.constantFrom('Standard', 'Normal', 'Emergency'), { nil: undefined }),
    requestor: fc.option(words, { nil: undefined }),
    approver: fc.option(words, { nil: undefined }),
    'approval-date': fc.option(fc.constantFrom('2026-02-10', '2026-2-30'), { nil: undefined }),
    deployed: fc.option(fc.constantFrom('2026-02-08', '2026-02-12 10:00 UTC'), { nil: undefined }),
    drift,
    ending,
  })
  .map(({ drift: changes, ending: eol, ...values }) => ({
    kind: 'change-record' as const,
    path: 'docs/processes/change-records/CHG-20260209-001.md',
    text: drifted(renderTemplate(changeRecords, 'record', { id: 'CHG-20260209-001', ...values }).text, changes).join(
      eol,
    ),
  }));

function drifted(text: string, changes: readonly (readonly [number, number])[]): readonly string[] {
  let lines: readonly string[] = text.split('\n');
  for (const [which, at] of changes) lines = drifts[which]?.(lines, at) ?? lines;
  return lines;
}

/** Any text at all, mostly of lines that mean something to somebody. */
export const anyText: fc.Arbitrary<RecordText> = fc
  .tuple(
    fc.constantFrom<RecordText['kind']>('change-request', 'change-record'),
    fc.array(
      fc.oneof(
        fc.constantFrom(
          '# Change Request: CR-2026-02-09-001',
          '# \u0421R-2026-02-09-001',
          '## Basic Information',
          '## Impact Assessment',
          '### 7. Risk Assessment',
          '## Change History',
          '**Status**: APPROVED',
          '**Created**: 2026-02-30',
          '**Priority**: P1, P2',
          '**Change ID**:',
          '- [x] P1 - HIGH',
          '- [x] No API changes',
          '**API Surface Changes**:',
          '1. **Risk**: It breaks',
          '   - **Probability**: Low',
          '| Date | Status | Notes |',
          '|---|---|---|',
          '| 2026-02-09 | DRAFT | x |',
          '```',
          '<!--',
          '---',
          '',
        ),
        fc.string({ maxLength: 40 }),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
      { maxLength: 40 },
    ),
    ending,
  )
  .map(([kind, lines, eol]) => ({
    kind,
    path: kind === 'change-request' ? 'docs/CR-2026-02-09-001.md' : 'docs/CHG-20260209-001.md',
    text: lines.join(eol),
  }));

/** The forms of reading 12 and its neighbors, in which teams write what the template asks for. */
const forms: readonly Drift[] = [
  (lines, at) => someOf(lines, at, /^\*\*[^*]+\*\*:/, (line) => line.replace(/^\*\*([^*]+)\*\*:/, '**$1:**')),
  (lines, at) => someOf(lines, at, /^\*\*[^*]+\*\*:/, (line) => line.replace(/^\*\*([^*]+)\*\*: ?/, '__$1__ :')),
  (lines, at) => someOf(lines, at, /^\*\*[^*]+\*\*:/, (line) => `- ${line}`),
  (lines, at) => someOf(lines, at, /^\*\*[^*]+\*\*: \S/, (line) => line.replace(/^\*\*([^*]+)\*\*:/, '- $1:')),
  (lines, at) => someOf(lines, at, /^\*\*[^*]+\*\*:/, (line) => line.toUpperCase()),
  (lines, at) =>
    someOf(lines, at, /^\*\*[^*]+\*\*: \S/, (line) => line.replace(/^\*\*([^*]+)\*\*: (.*)$/, '### $1\n\n$2\n')),
  (lines, at) => someOf(lines, at, /^\*\*[^*]+\*\*: \S/, (line) => line.replace(/: /, ':\n\n')),
  (lines, at) =>
    someOf(lines, at, /^\*\*[^*|]+\*\*: [^|]+$/, (line) =>
      line.replace(/^\*\*([^*]+)\*\*: (.*)$/, '\n| Field | Value |\n|---|---|\n| $1 | $2 |\n'),
    ),
  (lines, at) => someOf(lines, at, /^#{2,4} /, (line) => line.replace(/^(#+) (?:\d+\. )?(.*)$/, '$1 3) $2:')),
  (lines, at) => someOf(lines, at, /^#{2,4} /, (line) => `${line} (IA)`),
  (lines, at) => someOf(lines, at, /^#{2,4} /, (line) => line.toLowerCase()),
  (lines) => lines.map((line) => line.replace(/^# Change Request: (\S+)$/, '# $1: Raise the limit')),
  (lines) => lines.map((line) => line.replace(/^# Change Request: (\S+)$/, '# $1')),
  (lines) => lines.map((line) => line.replace(/^\*\*Status\*\*: (.*)$/, '**Status**: ✅ **$1**')),
  (lines) => lines.map((line) => (line.startsWith('**Status**') ? line.toLowerCase() : line)),
  (lines, at) => someOf(lines, at, /\[[^\]]*\|[^\]]*\]/, (line) => line.replace(/\[\s*(\w+)[^\]]*\|[^\]]*\]/, '$1')),
  (lines, at) => someOf(lines, at, /- \[ \]/, (line) => line.replace('[ ]', '[x]').toLowerCase()),
  (lines, at) => someOf(lines, at, /YYYY-MM-DD/, (line) => line.replace(/YYYY-MM-DD.*$/, '9 February 2026')),
  (lines, at) => someOf(lines, at, /YYYY-MM-DD/, (line) => line.replace(/YYYY-MM-DD.*$/, '2026/02/13 10:00')),
  (lines) => withoutBoxes(lines, /^\*\*Priority\*\*/, '**Priority**: P2-MEDIUM'),
  (lines) => withoutBoxes(lines, /^\*\*Urgency\*\*/, '**Urgency**:\n- normal'),
  (lines) => withoutBoxes(lines, /^\*\*Systems\*\*/, '**Systems**: Database, API Backend'),
  (lines) => withoutBoxes(lines, /^\*\*API Surface Changes\*\*/, '## API Surface Changes\n\n- No API changes\n'),
  (lines) =>
    lines.flatMap((line) =>
      line.startsWith('| Date | Status')
        ? ['- 2026-02-09: DRAFT – begun', '- 2026-02-10: PROPOSED', '']
        : /^\|[-| ]+\|$|^\| YYYY-MM-DD/.test(line)
          ? []
          : [line],
    ),
  (lines) =>
    lines.map((line) =>
      line
        .replace('**Risk**: [Description]', '**Risk**: It breaks')
        .replace(/\[Low \| Medium \| High\]/, 'Low (rare)')
        .replace('[How to mitigate]', 'Roll back'),
    ),
  (lines, at) => [
    '---',
    ['title: Raise the limit', 'requestor: "Ana Ruiz"', 'created: 2026-02-09', 'priority: P2'][at % 4] ?? '',
    'tags: upload # ours',
    '---',
    '',
    ...lines,
  ],
];

/** One in `at % 4 + 1` of the lines of a form. */
function someOf(lines: readonly string[], at: number, form: RegExp, change: (line: string) => string): string[] {
  let met = at;
  return lines.map((line) => (form.test(line) && met++ % ((at % 4) + 1) === 0 ? change(line) : line));
}

/** A group of boxes gives way to words. */
function withoutBoxes(lines: readonly string[], label: RegExp, words: string): string[] {
  const start = lines.findIndex((line) => label.test(line));
  if (start < 0) return [...lines];
  let end = start + 1;
  while (lines[end]?.startsWith('- [')) end++;
  return [...lines.slice(0, start), words, ...lines.slice(end)];
}

/** Records in other forms than the template's: those of {@link changeRequestText} and its like, drifted on. */
export const driftedText: fc.Arbitrary<RecordText> = fc
  .tuple(
    fc.oneof({ arbitrary: changeRequestText, weight: 3 }, changeRecordText),
    fc.array(fc.tuple(fc.nat({ max: forms.length - 1 }), fc.nat({ max: 2000 })), { minLength: 1, maxLength: 8 }),
  )
  .map(([source, changes]) => {
    const eol = /\r\n|\r|\n/.exec(source.text)?.[0] ?? '\n';
    let lines: readonly string[] = source.text.split(eol);
    for (const [which, at] of changes) lines = (forms[which]?.(lines, at) ?? lines).join('\n').split('\n');
    return { ...source, text: lines.join(eol) };
  });
