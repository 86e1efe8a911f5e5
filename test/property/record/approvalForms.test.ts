import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { normalize } from '../../../src/core/actions/normalize';
import { recordedApproval } from '../../../src/core/approval/approvalOf';
import { textAfter } from '../../../src/core/change/change';
import { historyRowEdits } from '../../../src/core/change/addHistoryRow';
import { stepsOf } from '../../../src/core/change/documentEdits';
import { wordsOf } from '../../../src/core/change/normalize/drift';
import { dateOfInstant, formatDate, isSameDate, type CalendarDate } from '../../../src/core/text/calendarDate';
import type { ChangeRecord } from '../../../src/core/record/record';
import { cr } from '../../unit/record/reading';

const runs = Number(process.env['CG_RUNS'] ?? 150);
const path = 'docs/processes/change-requests/CR-2026-02-09-001.md';
const today = { year: 2026, month: 6, day: 1, minutes: undefined };

const months = 'January February March April May June July August September October November December'.split(' ');
const two = (number: number): string => String(number).padStart(2, '0');

/** A day in all the forms in which only that day can be meant. */
const dateForms: readonly ((date: CalendarDate) => string)[] = [
  formatDate,
  ({ year, month, day }) => `${String(year)}/${String(month)}/${String(day)}`,
  ({ year, month, day }) => `${two(day)}.${two(month)}.${String(year)}`,
  ({ year, month, day }) => `${(months[month - 1] ?? '').slice(0, 3)} ${String(day)}, ${String(year)}`,
  ({ year, month, day }) => `${String(day)} ${months[month - 1] ?? ''} ${String(year)}`,
  ({ year, month, day }) => `${String(year)}年${String(month)}月${String(day)}日`,
];

/** An approval of the Technical Lead in all the forms in which people write it. */
const approvalForms: readonly ((name: string, date: string) => string)[] = [
  (name, date) => `- [x] Technical Lead: ${name} (Date: ${date})`,
  (name, date) => `- Technical Lead: Approved (${name}, ${date})`,
  (name, date) => `Approved by ${name} (Technical Lead) on ${date}`,
  (name, date) => `> Approved by ${name}, Technical Lead, on ${date}`,
  (name, date) => `**Approved by (Tech Lead)**: ${name} on ${date}`,
  (name, date) => `- ☑ Technical Lead: ${name} - ${date}`,
  (name, date) =>
    `| Role | Name | Status | Date |\n|---|---|---|---|\n| Technical Lead | ${name} | ✅ Approved | ${date} |\n`,
  (name, date) => `| When | Approved? | Who | Function |\n|---|:-:|---|---|\n| ${date} | [x] | ${name} | Tech Lead |\n`,
  (name, date) => `| Approver | Decision | Signed |\n|---|---|---|\n| ${name} (Technical Lead) | Yes | ${date} |\n`,
];

const historyForms: readonly ((rows: readonly (readonly [date: string, status: string])[]) => string)[] = [
  (rows) =>
    ['| Date | Status | Notes |', '|---|---|---|', ...rows.map(([date, status]) => `| ${date} | ${status} | |`)].join(
      '\n',
    ),
  (rows) =>
    ['| State | By | When |', '|---|---|---|', ...rows.map(([date, status]) => `| ${status} | Dana | ${date} |`)].join(
      '\n',
    ),
  (rows) => rows.map(([date, status]) => `- ${date}: ${status}`).join('\n'),
  (rows) => rows.map(([date, status]) => `- **${date}** ${status} (noted)`).join('\n'),
  (rows) => rows.map(([date, status]) => `${date} ${status}`).join('\n'),
  (rows) => rows.map(([date, status]) => `* ${status}: ${date}`).join('\n'),
];

const statuses = ['DRAFT', 'PROPOSED', 'APPROVED'];
const day = fc.integer({ min: 20_500, max: 20_590 });
const dateForm = fc.constantFrom(...dateForms);
const source = fc
  .record({
    day,
    dateForm,
    approval: fc.constantFrom(...approvalForms),
    history: fc.constantFrom(...historyForms),
    heading: fc.constantFrom('Approval Status', 'Approval', 'Approvals', 'Sign-off', '8. Approvals'),
    name: fc.constantFrom('Dana Field', 'Jo', 'Ana María Ruiz', 'Uwe Petri'),
    token: fc.constantFrom('ATP', 'Go Ahead', 'approved to proceed'),
    withDate: fc.boolean(),
  })
  .map(({ day: number, dateForm: form, approval, history, heading, name, token, withDate }) => {
    const date = { ...dateOfInstant(number * 86_400_000), minutes: undefined };
    const written = form(date);
    const rows = statuses.map((status) => [written, status] as const);
    const text = `# Change Request: CR-2026-02-09-001\n\n**Status**: APPROVED\n\n## ${heading}\n\n${approval(name, written)}\n\n**Approval Token Received**: ${token}${withDate ? ` (${written})` : ''}\n\n## Change History\n\n${history(rows)}\n`;
    return { text, date, name };
  });

function assertRead(record: ChangeRecord, date: CalendarDate, name: string): void {
  const said = record.approval.roles.filter(({ role }) => role?.id === 'technical-lead');
  assert.deepEqual(
    said.map(({ name: who, state }) => [who, state]),
    [[name, 'approved']],
  );
  assert.ok(isSameDate(record.approval.date?.date, date), 'the approval date');
  assert.deepEqual(recordedApproval(record).gaps, []);
  assert.deepEqual(
    record.history.map(({ status }) => status.value?.id),
    statuses,
  );
  assert.ok(record.history.every((row) => isSameDate(row.date.date, date)));
}

describe('approvals and histories in all forms', () => {
  it('say the same', () => {
    fc.assert(
      fc.property(source, ({ text, date, name }) => {
        assertRead(cr(text), date, name);
      }),
      { numRuns: runs },
    );
  });

  it('say the same after normalizing, once and twice', () => {
    fc.assert(
      fc.property(source, ({ text, date, name }) => {
        const normalized = (before: string): string => {
          const result = normalize(cr(before), { today });
          return result.kind === 'change' ? textAfter(result.change, path, before) : before;
        };
        const once = normalized(text);
        assertRead(cr(once), date, name);
        assert.equal(normalized(once), once);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  it('go on with a row that was added, and lose no word', () => {
    fc.assert(
      fc.property(source, ({ text, date, name }) => {
        const record = cr(text);
        const status = record.process.statusWith('in-work') ?? assert.fail();
        const steps = stepsOf(historyRowEdits(record, { date: today, status, note: 'Begun' }));
        const after = textAfter({ title: 'x', steps }, path, text);
        const rows = cr(after).history;
        assert.deepEqual(
          rows.map(({ status: { value } }) => value?.id),
          [...statuses, 'IN_PROGRESS'],
        );
        assert.ok(isSameDate(rows.at(-1)?.date.date, today));
        assert.ok(isSameDate(cr(after).approval.date?.date, date), name);
        const left = wordsOf(after);
        for (const word of wordsOf(text)) assert.ok(left.includes(word), word);
      }),
      { numRuns: runs },
    );
  });

  it('are none when they are taken back, put off or struck out', () => {
    const undone: readonly ((line: string) => string)[] = [
      (line) => `${line} if the tests pass`,
      (line) => `${line}, withdrawn`,
      (line) => `${line}?`,
      (line) => `~~${line}~~`,
      (line) => `To be ${line.toLowerCase()}`,
      (line) => `Not ${line.toLowerCase()}`,
    ];
    fc.assert(
      fc.property(dateForm, day, fc.constantFrom(...undone), (form, number, undo) => {
        const line = undo(`Approved by Dana Field on ${form(dateOfInstant(number * 86_400_000))}`);
        const { roles } = cr(`# CR-2026-02-09-001\n\n## Approvals\n\n${line}\n`).approval;
        assert.ok(!roles.some(({ state }) => state === 'approved'), line);
      }),
      { numRuns: runs },
    );
  });
});
