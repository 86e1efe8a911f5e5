import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve('.');

/** The errors that a file of this content would have in a room, as its own project compiles it. */
function errorsIn(project: string, content: string): string[] {
  const folder = join(root, dirname(project));
  const probe = join(folder, `probe-${String(process.pid)}.ts`);
  writeFileSync(probe, content);
  try {
    const config = ts.readConfigFile(join(root, project), (path) => readFileSync(path, 'utf8'));
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, folder);
    const program = ts.createProgram([probe, ...ambient(folder)], {
      ...options,
      noEmit: true,
      composite: false,
      incremental: false,
      emitDeclarationOnly: false,
    });
    const file = program.getSourceFile(probe);
    return program
      .getSemanticDiagnostics(file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  } finally {
    rmSync(probe, { force: true });
  }
}

function ambient(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => join(folder, file));
}

/** All imports of a room, each as [file, module]. */
function importsOf(room: string): [string, string][] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const path = join(room, file);
      return ts
        .preProcessFile(readFileSync(join(root, path), 'utf8'))
        .importedFiles.map(({ fileName }): [string, string] => [path, fileName]);
    });
}

/** Whether a file takes what reads or checks a record from the core. */
function importsWorker(content: string): boolean {
  return [...content.matchAll(/^(?:im|ex)port\s*\{([^}]*)\}\s*from\s*'([^']*)'/gm)].some(
    ([, names = '', from = '']) =>
      /\b(?:readRecord|lintRecord|checkRecord)\b/.test(names) && /\/(?:readRecord|lintRecord)$/.test(from),
  );
}

describe('the rooms of the house', function () {
  this.timeout(120_000);

  const forbidden: [string, string][] = [
    ["import { readFileSync } from 'node:fs'; export const x = readFileSync;", 'node:fs'],
    ["import { window } from 'vscode'; export const x = window;", 'VS Code'],
    ["import * as vscode from 'vscode'; export const x = vscode.window;", 'all of VS Code'],
    ['export const x = document.title;', 'the DOM'],
    ['export const x = process.env;', 'process'],
    ['export const x = setTimeout(() => undefined, 1);', 'timers'],
  ];
  for (const [content, what] of forbidden) {
    it(`the core does not compile with ${what}`, () => {
      assert.notDeepEqual(errorsIn('src/core/tsconfig.json', content), []);
    });
  }

  it('the core compiles with what it may use', () => {
    assert.deepEqual(
      errorsIn(
        'src/core/tsconfig.json',
        "import { span } from './text/span'; export const x = new TextDecoder().decode(new Uint8Array(span(0, 1).end));",
      ),
      [],
    );
  });

  it('a face asks the store for records and findings, and never works them out itself', () => {
    const own = ['src/vscode', 'src/cli'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && importsWorker(readFileSync(join(root, room, file), 'utf8')))
        .map((file) => join(room, file)),
    );
    assert.deepEqual(own, []);
    assert.ok(importsWorker("import { type LintOptions, lintRecord } from '../core/rules/engine/lintRecord';"));
    assert.ok(importsWorker("export { readRecord } from '../core/record/readRecord';"));
    assert.ok(!importsWorker("import { readRecord } from './governedFolder';"));
  });

  it('what both extension hosts share does not compile with Node', () => {
    assert.notDeepEqual(
      errorsIn('src/vscode/tsconfig.json', "import { readFileSync } from 'node:fs'; export const x = readFileSync;"),
      [],
    );
  });

  it('the page of a panel does not compile with Node, VS Code or the core', () => {
    for (const content of [
      "import { readFileSync } from 'node:fs'; export const x = readFileSync;",
      "import { window } from 'vscode'; export const x = window;",
      "import { span } from '../core/text/span'; export const x: never = span;",
    ])
      assert.notDeepEqual(errorsIn('src/webview/tsconfig.json', content), [], content);
    assert.deepEqual(errorsIn('src/webview/tsconfig.json', 'export const x = document.title;'), []);
  });

  it('what a panel and its host share imports nothing else, and knows neither the DOM nor Node', () => {
    assert.deepEqual(
      importsOf('src/webview/protocol').filter(([, module]) => !/^\.\/\w+$/.test(module)),
      [],
    );
    for (const content of ['export const x = document.title;', 'export const x = process.env;'])
      assert.notDeepEqual(errorsIn('src/webview/tsconfig.protocol.json', content), []);
  });

  it('every import stays inside the matrix', () => {
    const mayImport: Readonly<Record<string, readonly string[]>> = {
      'src/core': ['src/core'],
      'src/node': ['src/node', 'src/core'],
      'src/cli': ['src/cli', 'src/core', 'src/node'],
      'src/vscode': ['src/vscode', 'src/core', 'src/webview/protocol'],
      'src/webview': ['src/webview'],
    };
    const broken: string[] = [];
    for (const [room, allowed] of Object.entries(mayImport)) {
      for (const [file, module] of importsOf(room)) {
        if (!module.startsWith('.')) continue;
        const target = relative(root, resolve(dirname(file), module));
        const onNode = room === 'src/vscode' && (file.endsWith('.node.ts') || file.endsWith('/extension.ts'));
        const rooms = onNode ? [...allowed, 'src/node'] : allowed;
        if (!rooms.some((inside) => target === inside || target.startsWith(`${inside}/`)))
          broken.push(`${file} imports ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it('edits of the editor are built in one place', () => {
    const builders = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => readFileSync(join(root, 'src', file), 'utf8').includes('new vscode.WorkspaceEdit('));
    assert.deepEqual(builders, [join('vscode', 'workspaceEdit.ts')]);
  });
});
