import { strict as assert } from 'node:assert';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { validateReportSchema } from '../../src/core/present/report/validateReportSchema';
import type { ValidateReport } from '../../src/core/actions/validateReport';
import { TemporaryWorkspace } from './process';

const contradiction = '# CR-2026-02-09-001: Raise the limit\n\n**Status**: COMPLETED\n';
const draft = '# CR-2026-02-09-001: Raise the limit\n\n**Status**: CANCELLED\n';

/** Compares with a file that UPDATE_GOLDEN=1 writes again. */
function golden(name: string, text: string): void {
  const path = join('test', 'cli', 'golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  assert.equal(text, readFileSync(path, 'utf8'));
}

describe('changegate validate', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('exits with 0 when nothing is wrong', () => {
    workspace.write(
      'docs/processes/change-records/CHG-20260209-001.md',
      '**Change ID**: CHG-20260209-001\n**Type**: Standard\n**Priority**: P3\n**Requester**: Ana Ruiz\n**Date**: 2026-02-09\n**Status**: PROPOSED\n\n**Description**:\nLog level of the gateway.\n\n**Rollback Plan**:\n1. Set the level back\n',
    );
    assert.deepEqual(workspace.run('validate'), { code: 0, out: '1 record checked: 0 errors, 0 warnings.\n', err: '' });
  });

  it('exits with 1 when there is an error', () => {
    workspace.request(contradiction);
    const { code, out } = workspace.run('validate');
    assert.equal(code, 1);
    assert.match(
      out,
      /3:13\s+error\s+Status is COMPLETED, but no approval token is recorded\.\s+CG301 status-without-approval/,
    );
  });

  it('fails on warnings only if it is asked to', () => {
    workspace.request('# CR-2026-02-09-001: x\n\n**Status**: CANCELLED\n', 'CR-2026-02-09-0001');
    assert.equal(workspace.run('validate').code, 0);
    assert.equal(workspace.run('validate', '--fail-on', 'warning').code, 1);
  });

  it('shows what is at least as grave as it is asked for', () => {
    workspace.request('# Raise the limit\n\n**Status**: APPROVED\n');
    const severities = (least: string): readonly string[] =>
      [
        ...new Set(
          [...workspace.run('validate', '--severity', least).out.matchAll(/^ +\d+:\d+ +(\w+) /gm)].map(
            ([, word]) => word ?? '',
          ),
        ),
      ].sort();
    assert.deepEqual(severities('error'), ['error']);
    assert.deepEqual(severities('warning'), ['error', 'warning']);
    assert.deepEqual(severities('information'), ['error', 'information', 'warning']);
    assert.equal(workspace.run('validate', '--severity', 'error', '--fail-on', 'warning').code, 2);
    assert.match(
      workspace.run('validate', '--severity', 'grave').err,
      /expected one of error, warning, information, hint\./,
    );
  });

  it('says that nothing was found to check, and does not call it a success', () => {
    assert.deepEqual(workspace.run('validate'), {
      code: 2,
      out: '',
      err: 'Nothing found to check in docs/processes/change-requests, docs/processes/change-records.\n',
    });
  });

  it('checks the paths that are named, files and folders', () => {
    workspace.request(contradiction);
    workspace.request(draft.replace('-001', '-002'), 'CR-2026-02-09-002');
    assert.equal(workspace.run('validate', 'docs/processes/change-requests/CR-2026-02-09-002.md').code, 0);
    assert.equal(workspace.run('validate', 'docs').code, 1);
    workspace.write('src/index.ts', '');
    assert.equal(workspace.run('validate', 'src').code, 2);
    assert.match(workspace.run('validate', 'nowhere').err, /There is no nowhere\./);
  });

  it('finds the workspace from a folder inside of it, and by --root', () => {
    workspace.request(contradiction);
    assert.equal(workspace.run('validate', '--root', workspace.folder).code, 1);
    workspace.write('.changegate/policy.yml', 'version: 1\n');
    workspace.write('src/deep/index.ts', '');
    assert.equal(workspace.runIn('src/deep', 'validate').code, 1);
    assert.equal(workspace.runIn('src/deep', 'validate', '../../docs').code, 1);
    assert.match(workspace.runIn('src/deep', 'validate', '../../..').err, /lies outside of the workspace/);
    assert.match(workspace.run('validate', '--root', 'nowhere').err, /--root is "nowhere", which is no folder/);
  });

  it('obeys the policy, and stops at one that it cannot read', () => {
    workspace.request(contradiction);
    workspace.write('.changegate/policy.yml', 'version: 1\nrules:\n  status-without-approval: off\n');
    assert.equal(workspace.run('validate').out.includes('CG301'), false);
    workspace.write('.changegate/policy.yml', 'version: 1\nfoldres: {}\n');
    const { code, out, err } = workspace.run('validate');
    assert.equal(code, 2);
    assert.match(out, /2:1\s+error\s+The policy has no key "foldres"\. Did you mean "folders"\?/);
    assert.equal(err, 'The policy cannot be read; nothing was checked.\n');
  });

  it('follows no policy in part, and none that is no file', () => {
    workspace.request(draft);
    workspace.write('.changegate/policy.yml', `version: 1\n${`# ${'x'.repeat(3000)}\n`.repeat(90)}foldres: {}\n`);
    assert.match(workspace.run('validate').out, /The policy is longer than 256 KiB and was not read/);
    rmSync(join(workspace.folder, '.changegate/policy.yml'));
    mkdirSync(join(workspace.folder, '.changegate/policy.yml'));
    const { code, out } = workspace.run('validate', '--format', 'json');
    assert.equal(code, 2);
    const report = v.parse(validateReportSchema, JSON.parse(out));
    assert.deepEqual(
      report.files.map(({ path, record, findings }) => [path, record, findings.map(({ code: each }) => each)]),
      [['.changegate/policy.yml', null, ['CG905']]],
    );
    const made = workspace.run('new', 'change-request', '--title', 'x');
    assert.equal(made.code, 2);
    assert.match(made.err, /nothing was made/);
  });

  it('finds records in the whole workspace where the policy says so', () => {
    workspace.write('.changegate/policy.yml', 'version: 1\nfolders:\n  change-requests: [.]\n');
    workspace.write('a/CR-2026-02-09-001.md', draft);
    assert.match(workspace.run('validate').out, /^1 record checked: 0 errors, 0 warnings, 1 information\.$/m);
    assert.match(workspace.run('new', 'change-request', '--title', 'x').out, /^CR-\d{4}-\d\d-\d\d-001\.md\n$/);
  });

  it('looks for records where the policy says', () => {
    workspace.write('changes/CR-2026-02-09-001.md', draft);
    workspace.write('.changegate/policy.yml', 'version: 1\nfolders:\n  change-requests: [changes]\n');
    assert.match(workspace.run('validate').out, /^1 record checked: 0 errors, 0 warnings, 1 information\.$/m);
  });

  it('explains a call that it does not understand', () => {
    for (const [args, message] of [
      [['valdate'], /There is no command "valdate"\. Did you mean validate\?/],
      [['validate', '--fromat', 'json'], /There is no option --fromat\. Did you mean --format\?/],
      [['validate', '--format', 'jsn'], /--format is "jsn"; expected one of text, json\. Did you mean json\?/],
    ] as const) {
      const { code, err } = workspace.run(...args);
      assert.equal(code, 2);
      assert.match(err, message);
    }
  });

  it('helps, and tells its version', () => {
    assert.equal(workspace.run('--help').code, 0);
    assert.match(workspace.run('validate', '--help').out, /Exit codes: 0 clean, 1 findings, 2 failed/);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(workspace.run('--version').out, `${version}\n`);
  });

  it('leaves hints to the editor, unless they are asked for or the policy makes more of them', () => {
    workspace.request('# Change Request: CR-2026-02-09-001\n\n**Status:** DRAFT\n\n## Description:\n');
    assert.doesNotMatch(workspace.run('validate').out, /CG116/);
    assert.match(workspace.run('validate', '--severity', 'hint').out, /hint .*CG116/);
    workspace.write('.changegate/policy.yml', 'version: 1\nrules:\n  drifted-form: warning\n');
    assert.match(workspace.run('validate').out, /warning .*CG116/);
  });

  it('reports the sample workspace as text and JSON, byte for byte', () => {
    cpSync('examples', workspace.folder, { recursive: true });
    golden('examples.txt', workspace.run('validate').out);
    golden('examples.json', workspace.run('validate', '--format', 'json').out);
  });

  it('gives JSON that its published schema describes, with keys in their order', () => {
    cpSync('examples', workspace.folder, { recursive: true });
    const report = JSON.parse(workspace.run('validate', '--format', 'json').out) as ValidateReport;
    v.parse(validateReportSchema, report);
    assert.deepEqual(Object.keys(report), ['version', 'files', 'summary']);
    const file = report.files.find(({ path }) => path.endsWith('CR-2026-03-04-001.md'));
    assert.deepEqual(file?.record, {
      kind: 'change-request',
      id: 'CR-2026-03-04-001',
      title: 'Keep scans for ninety days',
      status: 'IN_PROGRESS',
      type: null,
      priority: 'P2',
    });
    const [finding] = file.findings;
    assert.deepEqual(Object.keys(finding ?? {}), ['code', 'name', 'severity', 'message', 'range', 'related', 'fixes']);
    assert.deepEqual(finding?.range, { start: { line: 115, character: 26 }, end: { line: 115, character: 36 } });
  });
});

describe('changegate new', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('makes a draft that the lint is content with', () => {
    const made = workspace.run(
      'new',
      'change-request',
      '--title',
      'Raise the limit',
      '--category',
      'bug',
      '--priority',
      'P1',
    );
    assert.equal(made.code, 0);
    assert.match(made.out, /^docs\/processes\/change-requests\/CR-\d{4}-\d\d-\d\d-001\.md\n$/);
    assert.match(readFileSync(join(workspace.folder, made.out.trim()), 'utf8'), /^\*\*Category\*\*: BUG$/m);
    const { code, out } = workspace.run('validate', '--fail-on', 'warning');
    assert.equal(code, 0);
    assert.match(out, /1:3\s+information\s+Draft: \d+ of \d+ required answers are missing/);
  });

  it('explains an option that there is not', () => {
    assert.match(
      workspace.run('new', 'change-request', '--title', 'x', '--priority', 'P7').err,
      /--priority is "P7"; expected one of P0, P1, P2, P3/,
    );
    assert.match(workspace.run('new', 'change-request').err, /--title is missing/);
    assert.match(
      workspace.run('new', 'change-record', '--title', 'x', '--urgency', 'LOW').err,
      /A change record has no --urgency/,
    );
  });

  it('gives every one of twenty processes at once a number of its own', async () => {
    const runs = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        workspace.start('new', 'change-record', '--title', `Change ${String(index)}`),
      ),
    );
    assert.ok(
      runs.every(({ code }) => code === 0),
      runs.map(({ err }) => err).join(''),
    );
    assert.equal(new Set(runs.map(({ out }) => out)).size, 20);
  });
});
