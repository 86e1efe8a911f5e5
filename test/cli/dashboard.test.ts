import { strict as assert } from 'node:assert';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { dashboardSchema } from '../../src/core/present/dashboard/dashboardSchema';
import { readCalendar } from '../unit/present/report/icalendarReader';
import { TemporaryWorkspace } from './process';

/**
 * Compares with a file that UPDATE_GOLDEN=1 writes again. Style sheets are left out: they are shared by all pictures and
 * looked at elsewhere. Line ends are LF there, as everywhere in the repository.
 */
function golden(name: string, written: string): void {
  const path = join('test', 'cli', 'golden', name);
  const text = written
    .replace(/<style>[^<]*<\/style>/, '<style></style>')
    .replace(/sha256-[A-Za-z0-9+/=]+/, 'sha256-')
    .replace(/\r\n/g, '\n');
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  assert.equal(text, readFileSync(path, 'utf8'));
}

describe('what the command line shows of all records', () => {
  let workspace: TemporaryWorkspace;
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  before(() => {
    process.env['SOURCE_DATE_EPOCH'] = String(Date.parse('2026-03-13T10:00:00Z') / 1000);
  });
  after(() => {
    if (epoch === undefined) delete process.env['SOURCE_DATE_EPOCH'];
    else process.env['SOURCE_DATE_EPOCH'] = epoch;
  });
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    cpSync('examples', workspace.folder, { recursive: true });
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('is the same dashboard in every form as before', () => {
    golden('dashboard.txt', workspace.run('dashboard').out);
    golden('dashboard.json', workspace.run('dashboard', '--json').out);
    golden('dashboard.csv', workspace.run('dashboard', '--csv').out);
    golden('dashboard.html', workspace.run('dashboard', '--html', '--name', 'Examples').out);
    golden('dashboard-matrix.svg', workspace.run('dashboard', '--svg', 'matrix').out);
    golden('dashboard-request-to-approval.svg', workspace.run('dashboard', '--svg', 'request-to-approval').out);
  });

  it('is the same metrics and the same calendar as before', () => {
    golden('metrics.txt', workspace.run('metrics', '--records').out);
    golden('calendar.txt', workspace.run('calendar').out);
    golden('calendar.ics', workspace.run('calendar', '--ics', '-', '--name', 'Examples').out);
  });

  it('gives JSON that its published schema describes', () => {
    const report: unknown = JSON.parse(workspace.run('dashboard', '--json', '--quarter', '2026-Q1').out);
    assert.equal(v.parse(dashboardSchema, report).quarter, '2026-Q1');
  });

  it('counts only one quarter when it is asked to', () => {
    assert.match(workspace.run('metrics', '--quarter', '2025-q4').out, /No value in 2025-Q4\./);
    const { code, err } = workspace.run('metrics', '--quarter', '2026');
    assert.equal(code, 2);
    assert.match(err, /--quarter is "2026"; a quarter is written as 2026-Q1\./);
  });

  it('writes to a file, also over an older one, and never through a link', () => {
    const first = workspace.run('dashboard', '--html', '--out', 'out/page.html');
    assert.deepEqual([first.code, first.out, first.err], [0, '', 'Wrote out/page.html.\n']);
    assert.equal(workspace.run('dashboard', '--svg', 'status', '--out', 'out/page.html').code, 0);
    assert.match(readFileSync(join(workspace.folder, 'out/page.html'), 'utf8'), /^<svg /);
    mkdirSync(join(workspace.folder, 'folder'));
    writeFileSync(join(workspace.folder, 'target.html'), 'mine');
    symlinkSync('target.html', join(workspace.folder, 'link.html'));
    for (const file of ['folder', 'link.html']) {
      const { code, err } = workspace.run('dashboard', '--html', '--out', file);
      assert.equal(code, 2);
      assert.match(err, /is no regular file and was not written\./);
    }
    assert.equal(readFileSync(join(workspace.folder, 'target.html'), 'utf8'), 'mine');
    assert.match(workspace.run('dashboard', '--out', 'target.html/x').err, /cannot be written \(ENOTDIR\)/);
  });

  it('says what it does not understand', () => {
    assert.match(workspace.run('dashboard', '--html', '--csv').err, /One of --html and --csv is expected\./);
    assert.match(workspace.run('dashboard', '--svg', 'matrx').err, /Did you mean matrix\?/);
    assert.match(workspace.run('calendar', '--month', '2026-13').err, /a month is written as 2026-03/);
    assert.match(workspace.run('calendar', '--csv', '-', '--html', '-').err, /One of --html and --csv is expected/);
    assert.match(workspace.run('dashboard', 'x').err, /"x" is not expected here/);
    for (const command of ['dashboard', 'metrics', 'calendar']) assert.equal(workspace.run(command, '--help').code, 0);
  });

  it('49: shows windows in the zone of the policy, as long as its clocks make them', () => {
    workspace.write(
      '.changegate/policy.yml',
      'version: 1\nzone: Europe/Berlin\nwindows:\n  - { name: Night, on: last Sunday, from: "02:00", to: "04:00" }\nfreezes:\n  - { name: Easter, from: 2026-04-03, to: 2026-04-06 }\n',
    );
    const { out } = workspace.run('calendar', '--month', '2026-03');
    assert.match(
      out,
      /2026-03-29 03:00–04:00 {2}window {12}Night\n {24}The clocks are changed in it: 1 h instead of 2 h\.\n/,
    );
    workspace.run('calendar', '--month', '2026-03', '--ics', 'changes.ics');
    const { events } = readCalendar(readFileSync(join(workspace.folder, 'changes.ics'), 'utf8'));
    const starts = events.flatMap((event) => (event.get('SUMMARY') === 'Night' ? [event.get('DTSTART')] : []));
    assert.equal(starts.length, 12);
    assert.deepEqual([starts[0], starts[7]], ['20260329T010000Z', '20261025T000000Z']);
  });

  it('writes a month of the calendar as a page and as a table', () => {
    const { out } = workspace.run('calendar', '--month', '2026-02', '--csv', '-');
    assert.match(out, /^first_day,last_day,time,zone,kind,title,id,path,status,concern,notes\r\n/);
    assert.match(out, /^2026-02-24,2026-02-24,[^\r]*scheduled change,[^\r]*CHG-20260224-001/m);
    const page = workspace.run('calendar', '--month', '2026-02', '--html', '-', '--name', 'Examples').out;
    assert.match(page, /<title>Examples – change calendar<\/title>/);
    assert.match(page, /CHG-20260224-001/);
    assert.doesNotMatch(page, /<script/);
  });

  it('reads the branches of deployed records only when it is asked to', () => {
    assert.match(workspace.run('metrics', '--branches').out, /its branch is not here, or was not looked at/);
  });
});
