import { strict as assert } from 'node:assert';
import { summarize } from '../../../src/core/workspace/summarize';
import { statusBarView } from '../../../src/core/present/statusBar';
import { explorerRow } from '../../../src/core/present/explorer';
import { cr } from '../record/reading';

const today = { year: 2026, month: 3, day: 13, minutes: undefined };
const record = summarize(cr('# CR-2026-02-09-001: Raise the limit\n\n**Status**: IN_PROGRESS\n'), [], []);

describe('the status bar', () => {
  it('names the record of the branch and its state', () => {
    const view = statusBarView({ kind: 'record', record, by: 'branch-field' }, 'feat/upload', today);
    assert.equal(view?.text, 'CR-2026-02-09-001 In progress');
    assert.equal(view.icon, 'sync');
    assert.match(view.accessibleLabel, /^Change record at hand: Raise the limit, in progress, CR-2026-02-09-001/);
    assert.deepEqual(view.lines.slice(2), ['Branch feat/upload', 'Its Branch field names this branch.']);
  });

  it('warns where the record contradicts itself, as the explorer does', () => {
    const refuted = { ...record, contradicted: true };
    assert.equal(statusBarView({ kind: 'record', record: refuted, by: 'choice' }, 'x', today)?.icon, 'warning');
    assert.deepEqual(
      [explorerRow(refuted, today).icon, explorerRow(refuted, today).color],
      ['warning', 'changegate.status.contradicted'],
    );
  });

  it('says that several records claim the branch, that its ID has no record, and that it has none', () => {
    const text = (view: ReturnType<typeof statusBarView>): string | undefined => view?.text;
    assert.equal(
      text(statusBarView({ kind: 'ambiguous', records: [record, record] }, 'x', today)),
      '2 records for this branch',
    );
    assert.equal(
      text(statusBarView({ kind: 'unknown-id', id: 'CR-2030-01-01-001' }, 'x', today)),
      'CR-2030-01-01-001 is not here',
    );
    assert.equal(text(statusBarView({ kind: 'none' }, 'main', today)), 'No change record');
  });

  it('says nothing where there is no branch and no record', () => {
    assert.equal(statusBarView({ kind: 'none' }, undefined, today), undefined);
  });
});
