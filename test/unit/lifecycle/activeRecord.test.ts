import { strict as assert } from 'node:assert';
import { activeRecord, type BranchFacts } from '../../../src/core/workspace/activeRecord';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import type { RecordSummary } from '../../../src/core/workspace/recordSummary';
import { summarize } from '../../../src/core/workspace/summarize';
import { cr } from '../record/reading';

const formats = builtInProcesses().map(({ identity }) => identity);
const plain = summarize(cr('# CR-2026-02-09-001: A change\n'), [], []);

function record(id: string, given: Partial<RecordSummary> = {}): RecordSummary {
  return { ...plain, id, name: id, path: `docs/${id}.md`, ...given };
}

function told(records: readonly RecordSummary[], facts: Partial<BranchFacts>): string {
  const active = activeRecord(records, { branch: 'main', choice: undefined, open: undefined, formats, ...facts });
  switch (active.kind) {
    case 'record':
      return `${active.record.path} by ${active.by}`;
    case 'ambiguous':
      return `one of ${active.records.map(({ path }) => path).join(', ')}`;
    case 'unknown-id':
      return `${active.id} is unknown`;
    case 'none':
      return 'none';
  }
}

describe('the record of a branch', () => {
  const first = record('CR-2026-02-09-001', { branch: 'feat/upload' });
  const second = record('CR-2026-02-09-002');
  const emergency = record('CHG-20260210-001');

  it('is the one whose Branch field names it', () => {
    assert.equal(told([second, first], { branch: 'feat/upload' }), 'docs/CR-2026-02-09-001.md by branch-field');
  });

  it('is the one whose ID stands in its name, in any case', () => {
    const records = [first, second, emergency];
    assert.equal(told(records, { branch: 'fix/cr-2026-02-09-002-x' }), 'docs/CR-2026-02-09-002.md by branch-name');
    assert.equal(told(records, { branch: 'CHG-20260210-001' }), 'docs/CHG-20260210-001.md by branch-name');
  });

  it('is what the field says, also where the name of the branch and a choice say something else', () => {
    const branch = 'feat/CR-2026-02-09-002';
    const naming = { ...first, branch };
    assert.equal(told([naming, second], { branch, choice: second.path }), 'docs/CR-2026-02-09-001.md by branch-field');
  });

  it('is what the name of the branch says, also where a choice says something else', () => {
    assert.equal(
      told([first, second], { branch: 'feat/CR-2026-02-09-002', choice: first.path }),
      'docs/CR-2026-02-09-002.md by branch-name',
    );
  });

  it('is the one that was chosen where nothing else says it', () => {
    assert.equal(told([first, second], { choice: second.path }), 'docs/CR-2026-02-09-002.md by choice');
    assert.equal(told([first], { choice: 'docs/gone.md' }), 'none');
  });

  it('is not guessed: two that claim it are two, until one of them is chosen', () => {
    const other = { ...second, branch: 'feat/upload' };
    const branch = 'feat/upload';
    assert.equal(told([first, other], { branch }), `one of ${first.path}, ${other.path}`);
    assert.equal(told([first, other], { branch, choice: emergency.path }), `one of ${first.path}, ${other.path}`);
    assert.equal(told([first, other], { branch, choice: other.path }), `${other.path} by choice`);
    assert.equal(
      told([first, second], { branch: 'both-CR-2026-02-09-001-and-CR-2026-02-09-002' }).slice(0, 6),
      'one of',
    );
  });

  it('is none where nothing says which one, and not the only record there is', () => {
    assert.equal(told([first], { branch: 'main' }), 'none');
    assert.equal(told([first], { branch: 'feat/upload-2' }), 'none');
  });

  it('is none of those whose ID is only part of a longer number', () => {
    for (const branch of ['feat/XCR-2026-02-09-001', 'feat/CR-2026-02-09-0012345', 'CR-2026-02-09'])
      assert.equal(told([second], { branch }), 'none');
  });

  it('is said to be missing where the branch carries an ID that no record has', () => {
    assert.equal(told([first], { branch: 'feat/CR-2030-01-01-001' }), 'CR-2030-01-01-001 is unknown');
  });

  it('is no archived one by its field, and an archived one by its ID only where no other has it', () => {
    const archived = { ...first, archived: true, path: 'docs/_archive/CR-2026-02-09-001.md' };
    assert.equal(told([archived], { branch: 'feat/upload' }), 'none');
    assert.equal(told([archived, second], { branch: 'x/CR-2026-02-09-001' }), `${archived.path} by branch-name`);
    assert.equal(told([archived, first], { branch: 'x/CR-2026-02-09-001' }), `${first.path} by branch-name`);
  });

  it('is the one in the editor where no branch is known, and never otherwise', () => {
    assert.equal(told([first, second], { branch: undefined, open: second.path }), `${second.path} by editor`);
    assert.equal(told([first, second], { branch: undefined }), 'none');
    assert.equal(told([first, second], { branch: 'main', open: second.path }), 'none');
  });
});

describe('what a summary keeps for it', () => {
  const branchOf = (value: string): string | null =>
    summarize(cr(`# CR-2026-02-09-001\n\n## Implementation Tracking\n\n**Branch**: ${value}\n`), [], []).branch;

  it('is the branch without marks and remarks, and none where the template still stands', () => {
    assert.equal(branchOf('feat/REQ-118-upload-limit'), 'feat/REQ-118-upload-limit');
    assert.equal(branchOf('`feat/upload` (merged)'), 'feat/upload');
    assert.equal(branchOf('feat/REQ-XXX-description or fix/Issue-NNN-description'), null);
    assert.equal(branchOf(''), null);
  });

  it('is whether errors of lifecycle or approval refute it', () => {
    const finding = { name: 'x', message: '', path: '', span: { start: 0, end: 0 }, related: [], fixes: [] };
    const refuted = (code: `CG${number}`, severity: 'error' | 'warning') =>
      summarize(cr('# CR-2026-02-09-001\n'), [{ ...finding, code, severity }], []).contradicted;
    assert.deepEqual(
      [refuted('CG301', 'error'), refuted('CG404', 'error'), refuted('CG301', 'warning'), refuted('CG102', 'error')],
      [true, true, false, false],
    );
  });
});
