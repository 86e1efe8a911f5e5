import { strict as assert } from 'node:assert';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertPicture } from '../unit/present/svg/wellFormed';
import { TemporaryWorkspace } from './process';

describe('changegate show', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    cpSync('examples', workspace.folder, { recursive: true });
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('tells where a record stands, and what it waits for', () => {
    const { code, out, err } = workspace.run('show', 'cr-2026-03-02-001');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^CR-2026-03-02-001 {2}Retry webhooks that were not answered$/m);
    assert.match(out, /^ {2}▶ Execute Plan · 2026-03-05 · 18\/37 steps$/m);
    assert.match(out, /^Dependencies: It waited for 1 record, which is completed; it affects no other record\.$/m);
  });

  it('finds a record whose file has words behind its ID by the ID, by its name and by its path', () => {
    workspace.request('# CR-2026-02-09-007: Raise the limit\n\n**Status**: DRAFT\n', 'CR-2026-02-09-007-upload-limit');
    const path = 'docs/processes/change-requests/CR-2026-02-09-007-upload-limit.md';
    for (const name of ['CR-2026-02-09-007', 'cr-2026-02-09-007-Upload-Limit', path]) {
      const { code, out } = workspace.run('show', name);
      assert.deepEqual([code, out.split('\n')[0]], [0, 'CR-2026-02-09-007  Raise the limit'], name);
    }
    assert.match(
      workspace.run('show', 'CR-2026-02-09-008').err,
      /There is no record "CR-2026-02-09-008"\. Did you mean CR-/,
    );
  });

  it('draws each of its pictures', () => {
    for (const name of ['lifecycle', 'states', 'risk', 'approvals', 'plan', 'dependencies']) {
      const { code, out } = workspace.run('show', 'CR-2026-03-02-001', '--svg', name, '--wide');
      assert.equal(code, 0, name);
      assertPicture(out.trimEnd());
    }
  });

  it('writes a page that needs nothing but itself', () => {
    const { code, out } = workspace.run('show', 'CR-2026-03-02-001', '--html', '--out', 'out/record.html');
    assert.deepEqual([code, out], [0, '']);
    const page = readFileSync(join(workspace.folder, 'out/record.html'), 'utf8');
    assert.match(page, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.doesNotMatch(page, /<script|src=|href=/);
  });

  it('refuses what it cannot draw', () => {
    const loop = workspace.run('show', 'CHG-20260224-001', '--svg', 'lifecycle', '--out', 'loop.svg');
    assert.equal(loop.code, 2);
    assert.match(loop.err, /The process Change Record has no lifecycle; --svg states shows its statuses\./);
    assert.equal(existsSync(join(workspace.folder, 'loop.svg')), false);
    assert.equal(workspace.run('show').code, 2);
    assert.match(workspace.run('show', 'CR-2026-03-02-001', '--svg', 'life').err, /--svg is "life"; expected one of/);
    assert.equal(workspace.run('show', 'CR-2026-03-02-001', '--svg', 'risk', '--html').code, 2);
  });
});
