import { strict as assert } from 'node:assert';
import { TemporaryWorkspace } from './process';

describe('changegate policy', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('prints what can be put into the policy file, and changes nothing there', () => {
    const { code, out } = workspace.run('policy', 'print');
    assert.equal(code, 0);
    workspace.write('.changegate/policy.yml', out);
    assert.equal(workspace.run('policy', 'print').out, out);
    assert.equal(workspace.run('validate', '.changegate/policy.yml').code, 0);
  });

  it('prints one process, with what the policy changes in it', () => {
    workspace.write('.changegate/policy.yml', 'version: 1\nprocesses:\n  change-request:\n    tokens: [Ship it]\n');
    const { out } = workspace.run('policy', 'print', 'change-request');
    assert.match(out, /^ {4}tokens:\n {6}- Ship it\n/m);
    assert.doesNotMatch(out, /change-record:/);
  });

  it('says what it does not understand', () => {
    assert.match(workspace.run('policy').err, /Expected "print"/);
    const { code, err } = workspace.run('policy', 'print', 'change-requests');
    assert.equal(code, 2);
    assert.match(err, /Did you mean change-request\?/);
    workspace.write('.changegate/policy.yml', 'version: 2\n');
    assert.equal(workspace.run('policy', 'print').code, 2);
  });
});
