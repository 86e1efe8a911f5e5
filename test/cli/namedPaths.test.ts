import { strict as assert } from 'node:assert';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateReport } from '../../src/core/actions/validateReport';
import { TemporaryWorkspace } from './process';

const folder = 'docs/processes/change-requests';
const clean = '# Change Request\n\n**Status**: CANCELLED\n';
const contradiction = '# Change Request\n\n**Status**: COMPLETED\n';

describe('paths that are named at the command line', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  const report = (...paths: string[]): ValidateReport =>
    JSON.parse(workspace.run('validate', '--format', 'json', ...paths).out) as ValidateReport;

  it('says of a file that it holds no record, and goes by the others', () => {
    workspace.request(clean);
    workspace.request('# What is kept here\n', 'README');
    const { code, out, err } = workspace.run('validate', `${folder}/README.md`, `${folder}/CR-2026-02-09-001.md`);
    assert.deepEqual([code, err], [0, `${folder}/README.md holds no change record.\n`]);
    assert.match(out, /^1 record checked/m);
    assert.equal(workspace.run('validate', `${folder}/README.md`).code, 2);
  });

  it('checks the policy where that is named', () => {
    workspace.write('.changegate/policy.yml', 'version: 1\n');
    assert.equal(workspace.run('validate', '.changegate/policy.yml').code, 0);
    assert.deepEqual(report('.changegate/policy.yml').files, [
      { path: '.changegate/policy.yml', record: null, findings: [] },
    ]);
    workspace.write('.changegate/policy.yml', 'version: 2\n');
    assert.equal(workspace.run('validate', '.changegate/policy.yml').code, 2);
  });

  it('knows the names of the records that are not read', () => {
    workspace.request(clean);
    workspace.write(`${folder}/_archive/CR-2026-02-09-001.md`, contradiction);
    const { files, summary } = report(`${folder}/CR-2026-02-09-001.md`);
    assert.equal(summary.records, 1);
    assert.deepEqual(
      files.map(({ path, findings }) => [path, findings.map(({ code }) => code)]),
      [[`${folder}/CR-2026-02-09-001.md`, ['CG101', 'CG207', 'CG209']]],
    );
  });

  it('takes a companion for the record that it belongs to', () => {
    workspace.request(contradiction);
    workspace.request('# Impact Assessment\n', 'CR-2026-02-09-001-IMPACT-ASSESSMENT');
    const { files } = report(`${folder}/CR-2026-02-09-001-IMPACT-ASSESSMENT.md`);
    assert.deepEqual(
      files.map(({ record }) => record?.id),
      ['CR-2026-02-09-001', 'CR-2026-02-09-001'],
    );
  });

  it('sees a link that leads nowhere, and a folder whose name begins with two dots', () => {
    workspace.write(`${folder}/README.md`, '');
    symlinkSync('nowhere', join(workspace.folder, folder, 'CR-2026-02-09-001.md'));
    assert.match(workspace.run('validate', `${folder}/CR-2026-02-09-001.md`).out, /CG906/);
    workspace.write('..drafts/CR-2026-02-09-002.md', clean);
    workspace.write('.changegate/policy.yml', 'version: 1\nfolders:\n  change-requests: [..drafts]\n');
    assert.equal(workspace.run('validate', '..drafts').code, 0);
    assert.match(workspace.run('validate', '..').err, /lies outside of the workspace/);
  });
});
