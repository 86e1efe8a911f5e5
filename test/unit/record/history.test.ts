import { strict as assert } from 'node:assert';
import { addHistoryRow } from '../../../src/core/change/addHistoryRow';
import { formatDate } from '../../../src/core/text/calendarDate';
import { chg, cr } from './reading';

const rows = (history: string): string[] =>
  cr(`# CR-2026-02-09-001\n\n## Change History\n\n${history}\n`).history.map(({ date, status, inWords, notes }) =>
    [date.date ? formatDate(date.date) : 'no date', status.value?.id ?? '?', inWords ? 'in words' : '', notes.text]
      .filter((part) => part !== '')
      .join(' | '),
  );

describe('a history that is kept as lines', () => {
  const lines: [string, string[]][] = [
    ['2026-02-09 DRAFT\n2026-02-10 PROPOSED', ['2026-02-09 | DRAFT', '2026-02-10 | PROPOSED']],
    ['**2026-02-09**: DRAFT – begun', ['2026-02-09 | DRAFT | begun']],
    ['- 2026-02-10: APPROVED by Dana Field', ['2026-02-10 | APPROVED | by Dana Field']],
    ['- 10.02. written\n- 11.02. approved', ['2026-02-11 | APPROVED | in words']],
    [
      '- Feb 11: submitted\n- Feb 12: merged',
      ['2026-02-11 | PROPOSED | in words', '2026-02-12 | COMPLETED | in words'],
    ],
    ['* 11/02/2026 - Work started', []],
    ['* 13/02/2026 - Work started', ['2026-02-13 | IN_PROGRESS | in words']],
    ['- PROPOSED: 2026-02-10', ['2026-02-10 | PROPOSED']],
    ['- Approved on 2026-02-11 by Dana', ['2026-02-11 | APPROVED | by Dana']],
    ['- [2026-02-11] APPROVED (ATP)', ['2026-02-11 | APPROVED | (ATP)']],
    ['- 2026-02-11 approved the test plan', []],
    ['- 2026-02-11 deployed to staging', []],
    ['- 2026-02-11 talked to Dana', []],
    ['- 05.01. approved', []],
    ['Approved plans are kept since 2026-02-11.', []],
  ];
  for (const [history, expected] of lines)
    it(`reads ${JSON.stringify(history)}`, () => {
      const dated = rows(history).filter((row) => !row.startsWith('no date'));
      assert.deepEqual(dated, expected);
    });

  it('goes on as lines when a row is added', () => {
    const record = cr('# CR-2026-02-09-001\n\n## Change History\n2026-02-09 DRAFT\n2026-02-10 PROPOSED\n');
    const result = addHistoryRow(record, {
      date: { year: 2026, month: 2, day: 11, minutes: undefined },
      status: record.process.statusWith('approved') ?? assert.fail(),
      note: 'ATP',
    });
    const [step] = result.kind === 'change' ? result.change.steps : [];
    const [edit] = step?.kind === 'edit' ? step.edits : [];
    assert.equal(edit?.newText, '\n2026-02-11 APPROVED – ATP');
  });
});

describe('a history in a table', () => {
  it('is read by the names of its columns, in any order', () => {
    assert.deepEqual(rows('| Comment | State | When |\n|---|---|---|\n| ok | Approved | Feb 11, 2026 |'), [
      '2026-02-11 | APPROVED | ok',
    ]);
  });

  it('keeps a row that names no status', () => {
    assert.deepEqual(rows('| Date | Status | Notes |\n|---|---|---|\n| 2026-02-11 | talked | to Dana |'), [
      '2026-02-11 | ? | to Dana',
    ]);
  });
});

describe('the section of a history', () => {
  for (const heading of ['History', 'Change History', 'Log', 'Status history', 'Verlauf'])
    it(`is "${heading}" in a change record`, () => {
      const text = `**Change ID**: CHG-20260209-001\n\n## ${heading}\n\n- 2026-02-09 proposed\n`;
      assert.equal(chg(text).history[0]?.status.value?.id, 'PROPOSED');
    });
});
