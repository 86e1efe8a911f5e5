import { strict as assert } from 'node:assert';
import type { ValidateReport } from '../../src/core/actions/validateReport';
import { TemporaryWorkspace } from './process';

const approved = '# CR-2026-02-09-001: Raise the limit\n\n**Status**: APPROVED\n';
const quiet = approved.replace('**Status**', '<!-- changegate-disable CG1 -->\n**Status**');

describe('changegate validate with suppressions', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  /** A record that is approved without a token, with everything else about it left aside. */
  function write(comment: string): void {
    workspace.request(`# CR-2026-02-09-001: Raise the limit\n\n${comment}\n**Status**: APPROVED\n`);
    workspace.write('.changegate/policy.yml', 'version: 1\nrules:\n  completeness: off\n  CG116: off\n');
  }

  it('leaves out what a comment keeps quiet, and counts it', () => {
    write('<!-- changegate-disable-next-line CG301 by phone, the minutes follow -->');
    const { code, out } = workspace.run('validate');
    assert.equal(out, '1 record checked: 0 errors, 0 warnings, 1 suppressed.\n');
    assert.equal(code, 0);
    const report = JSON.parse(workspace.run('validate', '--format', 'json').out) as ValidateReport;
    assert.equal(report.summary.suppressed, 1);
    assert.equal(report.summary.errors, 0);
  });

  it('asks for a reason, and tells of one that has no use', () => {
    write('<!-- changegate-disable-next-line CG301 -->');
    assert.match(workspace.run('validate').out, /warning .* gives no reason; one is expected\. {2}CG908/);
    write('<!-- changegate-disable-next-line CG301 CG308 by phone -->');
    assert.match(workspace.run('validate').out, /3:41 {2}information {2}CG308 .* finds nothing on the next line/);
  });

  it('hears none where the policy denies them', () => {
    write('<!-- changegate-disable-next-line CG301 by phone -->');
    workspace.write('.changegate/policy.yml', 'version: 1\nsuppressions: deny\n');
    const { code, out } = workspace.run('validate');
    assert.equal(code, 1);
    assert.match(out, /CG301 status-without-approval/);
    assert.match(out, /The policy lets no comment keep a finding quiet/);
  });

  it('survives a record that is nothing but suppressions', () => {
    workspace.request(`${quiet}${'<!-- changegate-disable CG301 CG302 CG303 we know -->\n'.repeat(5000)}`);
    const { code, out } = workspace.run('validate');
    assert.equal(code, 1);
    assert.match(out, /more findings of CG907 unused-suppression are in this file\./);
  });
});
