import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TemporaryWorkspace } from './process';

const name = 'CR-2026-02-16-001';

describe('changegate split', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    workspace.request(readFileSync(resolve(`examples/docs/processes/change-requests/${name}.md`)), name);
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('makes the parts and prints where they are', () => {
    const { code, out } = workspace.run('split', name, 'Keep two keys', 'Rotate the keys');
    assert.equal(code, 0);
    const [title, ...paths] = out.trimEnd().split('\n');
    assert.equal(title, `Split ${name} into 2 parts`);
    assert.equal(paths.length, 2);
    for (const path of paths) assert.match(readFileSync(join(workspace.folder, path), 'utf8'), /DRAFT/);
    assert.doesNotMatch(workspace.run('validate').out, /CG7\d\d/);
  });

  it('only shows it where it is asked to, and says what it refuses', () => {
    const { out } = workspace.run('split', name, 'One', 'Two', '--dry-run');
    assert.match(out, /^--- a\/.*\n\+\+\+ b\/.*\n@@/);
    assert.match(workspace.run('validate').out, /^1 record checked/m);
    assert.match(workspace.run('split', name, 'One').err, /At least two parts are expected/);
    assert.equal(workspace.run('split').code, 2);
  });
});
