import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { catalog } from '../../src/core/rules/engine/registry';
import { TemporaryWorkspace } from './process';

describe('what the command line prints', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('41: escapes in JSON what could steer a terminal, and loses none of it', () => {
    const title = 'a\u009b31mb\u202ec\u2028d\u007fe';
    workspace.request(`# Change Request: CR-2026-02-09-001\n\n**Status**: ${title}\n`);
    const { out } = workspace.run('validate', '--format', 'json');
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
    assert.doesNotThrow(() => JSON.parse(out) as unknown);
  });

  it('41: takes control characters out of what it complains of', () => {
    const { code, err } = workspace.run('validate', 'no\u001b[31mwhere');
    assert.equal(code, 2);
    assert.match(err, /There is no no \[31mwhere\./);
  });

  it('keeps its exit code when nobody reads its output', async () => {
    for (let number = 1; number <= 300; number++)
      workspace.request(
        '# Change Request\n\n**Status**: COMPLETED\n',
        `CR-2026-02-09-${String(number).padStart(3, '0')}`,
      );
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'validate', '--format', 'json'], {
      cwd: workspace.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const code = await new Promise((done) => child.once('close', done));
    assert.deepEqual([code, err], [1, '']);
  });

  it('lists every rule, with those for files', () => {
    const { code, out } = workspace.run('rules');
    assert.equal(code, 0);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(0, 5)),
      catalog.map((rule) => rule.code),
    );
  });

  it('finds the same in many records, which are shared out among threads, as in few', () => {
    const total = 2100;
    for (let index = 0; index < total; index++) {
      const status = index % 3 === 0 ? 'COMPLETED' : 'CANCELLED';
      const name = `CHG-2026${String(1 + Math.floor(index / 1050)).padStart(2, '0')}01-${String(1 + (index % 1050)).padStart(3, '0')}`;
      workspace.write(
        `docs/processes/change-records/${String(Math.floor(index / 1050))}/${name}.md`,
        `**Change ID**: ${name}\n\n**Status**: ${status}\n`,
      );
    }
    const run = (...paths: string[]) => {
      const { stdout } = spawnSync(
        process.execPath,
        [resolve('dist/cli.js'), 'validate', '--format', 'json', ...paths],
        {
          cwd: workspace.folder,
          encoding: 'utf8',
          maxBuffer: 64 * 1024 * 1024,
        },
      );
      return JSON.parse(stdout) as { files: unknown[]; summary: Record<string, number> };
    };
    const parts = [run('docs/processes/change-records/0'), run('docs/processes/change-records/1')];
    const whole = run();
    assert.equal(whole.summary['records'], total);
    assert.deepEqual(
      whole.files,
      parts.flatMap(({ files }) => files),
    );
    assert.ok((whole.summary['information'] ?? 0) >= total);
  });
});
