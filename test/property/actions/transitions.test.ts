import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { textAfter, type Change } from '../../../src/core/change/change';
import { transition } from '../../../src/core/actions/transition';
import { legalTargets } from '../../../src/core/lifecycle/moves';
import { dayNumber, formatDate, type CalendarDate } from '../../../src/core/text/calendarDate';
import { readRecord } from '../../../src/core/record/readRecord';
import type { ChangeRecord } from '../../../src/core/record/record';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { approved, draftChange, draftRequest, finished } from '../../unit/actions/completeRecords';
import { anyText, changeRecordText, changeRequestText, processOf, type RecordText } from '../rules/recordTexts';
import { recordedApproval } from '../../../src/core/approval/approvalOf';

const runs = Math.ceil(Number(process.env['CG_RUNS'] ?? 150) / 3);

/** Rules that tell of a record that contradicts itself. */
const contradiction = /^CG(?:3|404|602)/;

function read({ kind, path, text }: RecordText): ChangeRecord {
  return readRecord({ process: processOf({ kind }), path, text });
}

function told(source: RecordText, today: CalendarDate): string[] {
  return lintRecord(read(source), { today })
    .filter(({ code, severity }) => contradiction.test(code) && (severity === 'error' || severity === 'warning'))
    .map(({ code, message }) => `${code} ${message}`);
}

/** The forms in which a complete record is met: each says the same as the template's. */
const forms: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace('**Status**: DRAFT', '- **Status:** Draft'),
  (text) => text.replace('**Status**: DRAFT', '**Status**: ✏️ draft (first words)'),
  (text) => text.replace(/^(# Change Request.*\n\n)\*\*Status\*\*: DRAFT\n/, '---\nstatus: DRAFT\n---\n$1'),
  (text) => text.replace(/\*\*Last Updated\*\*: .*\n/, '**Last Updated**: 2026-02-09\n'),
  (text) => text.replace(/\*\*Last Updated\*\*: .*\n/, ''),
  (text) => text.replace(/## Implementation Tracking[\s\S]*?\n---\n\n/, ''),
  (text) =>
    text
      .replace(/^\| (2026-02-09) \| DRAFT \| (.*) \|$/m, '- $1: DRAFT – $2')
      .replace(/\| Date \| Status \| Notes \|\n\|[-|]+\|\n/, ''),
  (text) =>
    text.replace(
      /(\| 2026-02-09 \| DRAFT \|.*\n)/,
      '$1| YYYY-MM-DD | PROPOSED | CR submitted for approval |\n| YYYY-MM-DD | APPROVED | Approval received |\n',
    ),
  (text) => text.replaceAll('**:', ':**'),
];

const start: fc.Arbitrary<RecordText> = fc
  .tuple(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc
          .constantFrom(...forms)
          .map((form) => ({ kind: 'change-request' as const, text: form(draftRequest) })),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('Standard' as const, 'Normal' as const, 'Emergency' as const)
          .map((type) => ({ kind: 'change-record' as const, text: draftChange(type) })),
      },
    ),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([{ kind, text }, eol]) => ({
    kind,
    path: kind === 'change-request' ? 'docs/CR-2026-02-09-001.md' : 'docs/CHG-20260209-001.md',
    text: text.replaceAll('\n', eol),
  }));

/** A step of a walk: which of the legal moves, after how many days, and what people write before it. */
const walk = fc.array(fc.record({ which: fc.nat(6), days: fc.nat(9) }), { minLength: 1, maxLength: 12 });

/** What people do before they move a record: they approve it, or finish their work. */
function byPeople(source: RecordText, target: string, day: string): RecordText {
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  let text = source.text.replaceAll('\r\n', '\n');
  if (source.kind === 'change-request') {
    if (target === 'APPROVED') text = approved(text, day);
    if (target === 'COMPLETED') text = finished(text, day);
  } else {
    if (target === 'APPROVED')
      text = text
        .replace(/\*\*Approve(?:r|d)\*\*: .*\n/g, '')
        .replace(/(\*\*Status\*\*: .*\n)/, `$1**Approver**: Lena Holt\n**Approved**: ${day}\n`);
    if (target === 'COMPLETED') text = text.replaceAll('[ ]', '[x]');
  }
  return { ...source, text: text.replaceAll('\n', eol) };
}

/** Every line that no edit touches is there as it was, and in its order. */
function assertUntouched(change: Change, { path, text }: RecordText): void {
  for (const step of change.steps) {
    assert.equal(step.kind, 'edit');
    if (step.kind !== 'edit') continue;
    assert.equal(step.path, path);
    assert.equal(step.before, text);
    for (const { span } of step.edits) {
      const gone = text.slice(span.start, span.end);
      assert.doesNotMatch(gone, /[\r\n]/, 'an edit takes the end of a line with it');
    }
  }
}

const approvalWords = /Approved by|Approval (?:Token|Date)|\*\*Approve[rd]|Technical Lead|Security Team|Product Owner/;

describe('any walk of legal transitions', function () {
  this.timeout(120_000);

  it('keeps a complete record free of contradictions, its line endings, and every word that it does not move', () => {
    fc.assert(
      fc.property(start, walk, (first, steps) => {
        let source = first;
        let day = dayNumber({ year: 2026, month: 2, day: 10 });
        for (const { which, days } of steps) {
          const targets = legalTargets(read(source));
          const target = targets[which % Math.max(1, targets.length)];
          if (!target) return;
          day += days;
          const today = dateOf(day);
          source = byPeople(source, target.id, formatDate(today));
          assert.deepEqual(
            told(source, today).filter((words) => !words.startsWith('CG304')),
            [],
          );
          const facts = {
            today,
            now: { ...today, minutes: 23 * 60 },
            reason: 'As was said',
            ...(read(source).answer('branch')?.filled === true ? {} : { branch: 'feat/REQ-118-upload-limit' }),
            ...(target.id === 'COMPLETED' ? { deployed: today } : {}),
          };
          const before = source;
          let result = transition(read(source), target, facts);
          // Where the tracking section is missing, pull request and end are what a person goes on to write.
          if (result.kind === 'blocked') {
            const open = result.guards.filter(
              ({ message }) => !/Pull Request|Implementation End|is missing/.test(message),
            );
            assert.deepEqual(
              open.map(({ message }) => message),
              [],
            );
            result = transition(read(source), target, { ...facts, insist: true });
          }
          if (result.kind !== 'change') assert.fail(JSON.stringify(result.kind));
          assertUntouched(result.change, before);
          source = { ...source, text: textAfter(result.change, source.path, source.text) };
          assert.equal(read(source).status?.value?.id, target.id);
          assert.deepEqual(told(source, today), []);
          const eol = before.text.includes('\r\n') ? /[^\r]\n|\r(?!\n)/ : /\r/;
          assert.doesNotMatch(source.text, eol);
          const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => approvalWords.test(line));
          assert.deepEqual(lines(source.text).sort(), lines(before.text).sort());
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('a move of any record whatever', function () {
  this.timeout(120_000);

  it('never fails, never writes an approval, and never comes to APPROVED or IN_PROGRESS of a request without one', () => {
    const records = fc.oneof(changeRequestText, changeRecordText, anyText);
    fc.assert(
      fc.property(records, fc.nat(6), fc.boolean(), fc.string(), (source, which, insist, reason) => {
        const record = read(source);
        const target = record.process.statuses[which] ?? assert.fail();
        const today = { year: 2026, month: 3, day: 1, minutes: undefined };
        const result = transition(record, target, {
          today,
          now: { ...today, minutes: 600 },
          reason,
          insist,
          branch: reason,
          deployed: today,
        });
        if (result.kind !== 'change') return;
        const after = read({ ...source, text: textAfter(result.change, source.path, source.text) });
        assert.equal(after.status?.value?.id, target.id);
        if (record.kind === 'change-request' && (target.id === 'APPROVED' || target.id === 'IN_PROGRESS'))
          assert.deepEqual(recordedApproval(record).gaps, []);
        assert.deepEqual(
          [after.approval.token?.text, after.approval.date?.text, after.approval.roles.map(({ state }) => state)],
          [record.approval.token?.text, record.approval.date?.text, record.approval.roles.map(({ state }) => state)],
        );
      }),
      { numRuns: runs * 3 },
    );
  });
});

/** The day of a number, in the year of the tests. */
function dateOf(number: number): CalendarDate {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), minutes: undefined };
}
