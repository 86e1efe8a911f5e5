import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { approved, draftRequest } from '../unit/actions/completeRecords';
import { TemporaryWorkspace, type Run } from './process';

const first = 'CR-2026-02-09-001';
const second = 'CR-2026-02-09-002';
const folder = 'docs/processes/change-requests';

describe('changegate move', () => {
  let workspace: TemporaryWorkspace;
  let path: string;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    path = workspace.request(draftRequest);
  });
  afterEach(() => {
    workspace.dispose();
  });
  const now = (): string => readFileSync(path, 'utf8');
  const move = (...args: string[]): Run => workspace.run('move', ...args, '--date', '2026-02-10');

  it('moves a record and says so', () => {
    assert.deepEqual(move(first.toLowerCase(), 'proposed'), { code: 0, out: `Move ${first} to PROPOSED\n`, err: '' });
    assert.match(now(), /\*\*Status\*\*: PROPOSED\n/);
    assert.match(now(), /\| 2026-02-10 \| PROPOSED \| CR submitted for approval \|\n/);
  });

  it('keeps byte order mark and line endings', () => {
    path = workspace.request(`\ufeff${draftRequest.replaceAll('\n', '\r\n')}`);
    assert.equal(move(first, 'CANCELLED', '--reason', 'Superseded').code, 0);
    assert.ok(now().startsWith('\ufeff# Change Request'));
    assert.doesNotMatch(now(), /[^\r]\n/);
  });

  it('lists what is missing with its place, and writes nothing', () => {
    const text = draftRequest.replace('**Category**: FEATURE', '**Category**: TBD');
    path = workspace.request(text);
    const line = text.slice(0, text.indexOf('**Category**')).split('\n').length;
    assert.deepEqual(move(first, 'PROPOSED'), {
      code: 1,
      out:
        `${first} cannot be moved to PROPOSED yet: 1 of 32 required answers is missing.\n` +
        `  ${folder}/${first}.md:${String(line)}:15  Category is not answered.\n` +
        '  With --force it is moved all the same.\n',
      err: 'Nothing was moved.\n',
    });
    assert.equal(now(), text);
    assert.equal(move(first, 'PROPOSED', '--force').code, 0);
    assert.match(now(), /\*\*Status\*\*: PROPOSED\n/);
  });

  it('never comes to APPROVED by force', () => {
    move(first, 'PROPOSED');
    const text = now();
    const { code, out } = move(first, 'APPROVED', '--force');
    assert.equal(code, 1);
    assert.match(out, /No approval token has been entered\.\n[\s\S]*A person writes the approval into the record/);
    assert.equal(now(), text);
    path = workspace.request(approved(text, '2026-02-10'));
    assert.equal(move(first, 'APPROVED').code, 0);
    assert.equal(move(first, 'IN_PROGRESS', '--branch', 'feat/REQ-118-upload-limit').code, 0);
    assert.match(now(), /\*\*Branch\*\*: feat\/REQ-118-upload-limit\n/);
  });

  it('says why there is no such move', () => {
    assert.deepEqual(move(first, 'COMPLETED', '--force'), {
      code: 1,
      out: `${first}: DRAFT leads to PROPOSED and CANCELLED, not to COMPLETED.\n`,
      err: 'Nothing was moved.\n',
    });
  });

  it('moves several records, all or none', () => {
    const other = workspace.request(draftRequest.replaceAll(first, second), second);
    assert.equal(move(first, second, first, 'PROPOSED').out, `Move ${first} to PROPOSED\nMove ${second} to PROPOSED\n`);
    assert.match(readFileSync(other, 'utf8'), /\*\*Status\*\*: PROPOSED/);
    move(first, 'DRAFT');
    const text = now();
    const { code, out } = move(first, second, 'PROPOSED');
    assert.deepEqual([code, out], [1, `${second}: The record is PROPOSED already.\n`]);
    assert.equal(now(), text);
  });

  it('shows with --dry-run what would change, and writes nothing', () => {
    const { code, out } = move(first, 'PROPOSED', '--dry-run');
    assert.equal(code, 0);
    assert.match(out, /^-\*\*Status\*\*: DRAFT$/m);
    assert.match(out, /^\+\*\*Status\*\*: PROPOSED$/m);
    assert.equal(now(), draftRequest);
  });

  it('fails for a call that cannot be understood', () => {
    const failures: readonly (readonly [args: readonly string[], err: RegExp])[] = [
      [[first], /Expected are a record and a status/],
      [[first, 'PROPOSD'], /There is no status "PROPOSD"\. Did you mean PROPOSED\?/],
      [['CR-2026-02-09-009', 'PROPOSED'], /There is no record/],
      [[first, 'PROPOSED', '--deployed', 'soon'], /--deployed is "soon"; expected a day/],
      [[first, 'PROPOSED', '--deployed', '2026-02-30'], /--deployed is "2026-02-30"/],
      [[first, 'PROPOSED', '--resaon', 'x'], /Did you mean --reason/],
    ];
    for (const [args, message] of failures) {
      const { code, err } = move(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, message);
    }
    assert.equal(now(), draftRequest);
  });
});

describe('changegate history', () => {
  let workspace: TemporaryWorkspace;
  let path: string;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    path = workspace.request(draftRequest);
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('adds a row and leaves all else', () => {
    const row = '| 2026-02-09 | DRAFT | CR created |\n';
    const run = workspace.run(
      'history',
      first,
      'DRAFT',
      'Numbers',
      'from',
      'the load test added',
      '--date',
      '2026-02-10',
    );
    assert.deepEqual(run, { code: 0, out: `Add DRAFT to the history of ${first}\n`, err: '' });
    assert.equal(
      readFileSync(path, 'utf8'),
      draftRequest.replace(row, `${row}| 2026-02-10 | DRAFT | Numbers from the load test added |\n`),
    );
  });

  it('fails without a note', () => {
    assert.equal(workspace.run('history', first, 'DRAFT').code, 2);
  });
});
