import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { loadedWith } from '../../scripts/loaded.mjs';
import type { Command, Terminal } from '../../src/cli/commands/command';

const dist = resolve('dist');
const web = readFileSync(join(dist, 'web/extension.cjs'), 'utf8');

/** The source modules in built files: esbuild writes the path of each above its code. */
function modulesIn(files: readonly string[]): string[] {
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ *\/\/ (src\/.*|\S*node_modules\/.*)$/gm)].map(([, path = '']) => path),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(join(dist, folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(dist, folder, file));
}

function chunkOf(name: string): string {
  return filesIn('cli').find((file) => file.includes(`/${name}-`)) ?? assert.fail(name);
}

/** A stand-in for the API of VS Code. */
function editor(): Record<string, unknown> {
  return Object.fromEntries([...web.matchAll(/\bvscode\d*\.(\w+)/g)].map(([, name = '']) => [name, anything()]));
}

/** A class that can be extended, called and asked for any property, as modules do while they are loaded. */
function anything(): unknown {
  return new Proxy(Map, {
    get: (target, key): unknown => (key === 'prototype' ? target.prototype : anything()),
    apply: anything,
  });
}

describe('what the Node extension host loads at activation', () => {
  const atOnce = modulesIn(loadedWith(join(dist, 'extension.js')));
  const later = modulesIn(filesIn('extension')).filter((path) => !atOnce.includes(path));

  for (const shown of ['vscode/tree/recordTree.ts', 'vscode/governedFolder.ts', 'vscode/statusBar.ts'])
    it(`includes ${shown}`, () => {
      assert.ok(atOnce.some((path) => path.endsWith(shown)));
    });

  const onDemand = [
    '/readRecord.ts',
    '/readPolicy.ts',
    '/compileProcess.ts',
    '/lintRecord.ts',
    '/registry.ts',
    '/recordIndex.ts',
    '/scan.ts',
    'vscode/commands/newRecord.ts',
    'vscode/language/codeLenses.ts',
    'vscode/panels/openPanel.ts',
    'vscode/panels/openOverview.ts',
  ];
  for (const name of onDemand)
    it(`leaves ${name} for later`, () => {
      assert.ok(later.some((path) => path.endsWith(name)));
    });

  for (const name of ['yaml', 'valibot', 'remark-parse', 'unified'])
    it(`leaves the package ${name} for later`, () => {
      const isOf = (path: string): boolean => path.includes(`node_modules/${name}/`);
      assert.ok(later.some(isOf));
      assert.ok(!atOnce.some(isOf));
    });
});

describe('the file of the web extension host', () => {
  it('requires only the API of VS Code', () => {
    const asked: string[] = [];
    const module: { exports: { activate?: unknown } } = { exports: {} };
    const require = (name: string): unknown => {
      asked.push(name);
      return editor();
    };
    // The worker host evaluates it the same way.
    const begin = compileFunction(web, ['module', 'exports', 'require']) as (...given: readonly unknown[]) => void;
    begin(module, module.exports, require);
    assert.equal(typeof module.exports.activate, 'function');
    assert.deepEqual([...new Set(asked)], ['vscode']);
  });

  it('loads no other file later', () => {
    assert.deepEqual(web.match(/\bimport\(.*/g) ?? [], []);
  });
});

describe('the bundles', () => {
  it('have stack traces that lead to the source module', async () => {
    const chunk = chunkOf('validate');
    const { validateCommand } = (await import(pathToFileURL(chunk).href)) as { validateCommand: Command };
    const broken = {
      get folder(): string {
        throw new Error('It is broken.');
      },
    } as unknown as Terminal;
    const error: unknown = await Promise.resolve(validateCommand.run([], broken)).catch((thrown: unknown) => thrown);
    const trace = error instanceof Error ? (error.stack ?? '') : '';
    const frame = /at (?:async )?Object\.run \((file:[^)]+?):(\d+):\d+\)/.exec(trace) ?? assert.fail(trace);
    const lines = readFileSync(fileURLToPath(frame[1] ?? ''), 'utf8').split('\n');
    const at = Number(frame[2]) - 1;
    assert.match(lines[at] ?? '', /findRoot\(terminal\.folder, /);
    assert.equal(
      lines.slice(0, at).findLast((line) => line.startsWith('// src/')),
      '// src/cli/commands/validate.ts',
    );
  });

  it('of the CLI report a missing chunk, as an incomplete update leaves it, in one sentence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'changegate-half-'));
    try {
      cpSync(join(dist, 'cli.js'), join(folder, 'cli.js'));
      cpSync(join(dist, 'cli'), join(folder, 'cli'), { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      const run = (): { status: number | null; stderr: string } =>
        spawnSync(process.execPath, [join(folder, 'cli.js'), 'validate', '--help'], { encoding: 'utf8' });
      assert.equal(run().status, 0);
      rmSync(join(folder, 'cli', chunkOf('validate').slice(join(dist, 'cli').length)));
      const { status, stderr } = run();
      assert.equal(status, 2);
      assert.match(stderr, /^changegate: Part of the installation is missing .*Reinstall Changegate\.\n$/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
