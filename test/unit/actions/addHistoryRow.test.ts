import { strict as assert } from 'node:assert';
import { addHistoryRow } from '../../../src/core/change/addHistoryRow';
import { textAfter } from '../../../src/core/change/change';
import { chg, cr } from '../record/reading';

const request = (history: string): string =>
  `# Change Request: CR-2026-02-09-001\n\n**Status**: PROPOSED\n\n${history}\n\n## Impact Assessment\n\nx\n`;
const table = (...rows: string[]): string =>
  ['## Change History', '', '| Date | Status | Notes |', '|------|--------|-------|', ...rows].join('\n');

/** The history after a row was added on a day. */
function added(text: string, status = 'PROPOSED', day = 10, note = 'Submitted'): string {
  const record = cr(text);
  const definition = record.process.status(status) ?? assert.fail(status);
  const date = { year: 2026, month: 2, day, minutes: undefined };
  const result = addHistoryRow(record, { date, status: definition, note });
  return result.kind === 'change' ? textAfter(result.change, record.path, text) : assert.fail(result.reason);
}

describe('a row of the history', () => {
  const draft = '| 2026-02-09 | DRAFT | CR created |';
  const proposed = '| 2026-02-10 | PROPOSED | Submitted |';

  it('comes behind the last one', () => {
    assert.equal(added(request(table(draft))), request(table(draft, proposed)));
  });

  it('comes on top where the newest is', () => {
    const newest = table('| 2026-02-10 | APPROVED | |', draft);
    assert.equal(
      added(request(newest), 'IN_PROGRESS', 11, 'Go'),
      request(table('| 2026-02-11 | IN_PROGRESS | Go |', '| 2026-02-10 | APPROVED | |', draft)),
    );
  });

  it('comes to its day when it is added late', () => {
    const later = '| 2026-02-12 | IN_PROGRESS | Started |';
    assert.equal(added(request(table(draft, later))), request(table(draft, proposed, later)));
  });

  it('takes the row that the template prepared for it', () => {
    const prepared = table(
      draft,
      '| YYYY-MM-DD | PROPOSED | CR submitted for approval |',
      '| YYYY-MM-DD | APPROVED | Approval received |',
    );
    assert.equal(
      added(request(prepared)),
      request(table(draft, proposed, '| YYYY-MM-DD | APPROVED | Approval received |')),
    );
  });

  it('comes before the rows that the template prepared for others', () => {
    const prepared = table(draft, '| YYYY-MM-DD | APPROVED | Approval received |');
    assert.equal(
      added(request(prepared)),
      request(table(draft, proposed, '| YYYY-MM-DD | APPROVED | Approval received |')),
    );
  });

  it('fills the columns by their names', () => {
    const own = '## Change History\n\n| Status | Who | Date |\n|---|---|---|\n| DRAFT | Ana | 2026-02-09 |';
    assert.equal(added(request(own)), request(`${own}\n| PROPOSED (Submitted) |  | 2026-02-10 |`));
  });

  it('fills the columns by what stands in them where their names are others', () => {
    const own = '## Change History\n\n| No. | State | When |\n|---|---|---|\n| 1 | DRAFT | 2026-02-09 |';
    assert.equal(added(request(own)), request(`${own}\n|  | PROPOSED (Submitted) | 2026-02-10 |`));
  });

  it('goes on a list as a list', () => {
    const list = '## Change History\n\n* 2026-02-09: DRAFT – CR created\n  by Ana';
    assert.equal(added(request(list)), request(`${list}\n* 2026-02-10: PROPOSED – Submitted`));
  });

  it('begins a table where the section is empty, and the section where there is none', () => {
    assert.equal(added(request('## Change History')), request(table(proposed)));
    const text = added('# Change Request: CR-2026-02-09-001\n\n**Status**: PROPOSED\n');
    assert.ok(text.includes(table(proposed)), text);
  });

  it('begins a section of its own in a change record, which is read again', () => {
    const text = '**Change ID**: CHG-20260209-001\n**Status**: DRAFT\n';
    const record = chg(text);
    const status = record.process.status('DRAFT') ?? assert.fail();
    const result = addHistoryRow(record, {
      date: { year: 2026, month: 2, day: 9, minutes: undefined },
      status,
      note: 'Made',
    });
    const after = result.kind === 'change' ? textAfter(result.change, record.path, text) : '';
    assert.deepEqual(
      chg(after).history.map((row) => [row.date.text, row.status.value?.id, row.notes.text]),
      [['2026-02-09', 'DRAFT', 'Made']],
    );
  });

  it('keeps its note in its cell, whatever it says', () => {
    const text = added(request(table(draft)), 'PROPOSED', 10, 'a | b\\\n<!-- c \u202E| |\\');
    const [, row] = cr(text).history;
    assert.equal(row?.notes.text, 'a \\| b\\ ‹!-- c \\| \\|');
    assert.equal(cr(text).document.sections.length, 2);
  });

  it('keeps the line endings, and comes to the end of a text without a last one', () => {
    const text = `# Change Request: CR-2026-02-09-001\n\n${table(draft)}`.replaceAll('\n', '\r\n');
    assert.equal(added(text), `${text}\r\n${proposed}`);
  });
});
