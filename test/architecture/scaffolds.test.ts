import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve('.');

/** What a copy of the project does without. */
const left = ['node_modules', '.git', '.cache', 'dist', 'out', 'coverage'];

describe('the scaffolds', function () {
  this.timeout(300_000);

  const copy = mkdtempSync(join(tmpdir(), 'changegate-scaffolds-'));

  before(() => {
    cpSync(root, copy, { recursive: true, filter: (path) => path === root || !left.includes(basename(path)) });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });

  after(() => {
    rmSync(copy, { recursive: true, force: true, maxRetries: 3 });
  });

  /** Runs Node in the copy. */
  function node(...args: string[]): { code: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
    return { code: status, output: stdout + stderr };
  }

  /** The same, where it has to work. */
  function run(...args: string[]): string {
    const { code, output } = node(...args);
    assert.equal(code, 0, output);
    return output;
  }

  /** The errors of files of the copy, as their project compiles them. */
  function errorsIn(project: string, ...paths: string[]): string[] {
    const folder = join(copy, project);
    const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile) as { config: unknown };
    const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
    const files = paths.map((path) => join(copy, path));
    const ambient = fileNames.filter((file) => file.endsWith('.d.ts'));
    const program = ts.createProgram([...files, ...ambient], {
      ...options,
      rootDir: copy,
      noEmit: true,
      composite: false,
    });
    return files
      .flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }

  const read = (path: string): string => readFileSync(join(copy, path), 'utf8');

  it('write a rule and a command that are registered, compile and pass their tests', () => {
    assert.match(
      run('scripts/scaffold/rule.mjs', 'CG699', 'scaffolded-rule'),
      /\nNext:\n1\. .*cg699ScaffoldedRule\.ts/,
    );
    assert.match(read('docs/rules/README.md'), /\[CG699\]\(CG699\.md\) scaffolded-rule/);
    assert.match(run('scripts/scaffold/command.mjs', 'scaffoldRecord'), /\nNext:\n1\. .*actions\/scaffoldRecord\.ts/);
    assert.match(read('docs/editor.md'), /\| Scaffold Record \| `changegate\.scaffoldRecord` \|/);

    const [rule, action] = ['src/core/rules/plan/cg699ScaffoldedRule.ts', 'src/core/actions/scaffoldRecord.ts'];
    const [command, test] = ['src/vscode/commands/scaffoldRecord.ts', 'test/unit/actions/scaffoldRecord.test.ts'];
    const table = 'src/vscode/commands/commandTable.ts';
    assert.deepEqual(errorsIn('src/core', rule, 'src/core/rules/engine/registry.ts', action), []);
    assert.deepEqual(errorsIn('src/vscode', command, table), []);
    assert.deepEqual(errorsIn('test', test), []);
    run('node_modules/prettier/bin/prettier.cjs', '--check', rule, action, command, test, table, 'package.json');
    run('esbuild.mjs', '--tests');
    const mocha = (...args: string[]) => run('node_modules/mocha/bin/mocha.js', '--timeout', '60000', ...args);
    const pages = ['documentedExamples', 'coverage'].map((suite) => `dist/test/rules/${suite}.test.mjs`);
    const page = mocha(...pages, '--grep', 'CG699|catalog|coverage');
    assert.match(page, /CG699 scaffolded-rule\n\s+✔ has a page/);
    assert.match(mocha('dist/test/unit/actions/scaffoldRecord.test.mjs'), /1 passing/);
  });

  it('refuse names that are taken or that are none, and write nothing then', () => {
    const calls: [refused: string[], why: RegExp][] = [
      [['rule.mjs', 'CG501', 'something-new'], /^docs\/rules\/CG501\.md has that code or name: CG501 score-differs\./],
      [['rule.mjs', 'CG698', 'score-differs'], /^docs\/rules\/CG501\.md has that code or name: CG501 score-differs\./],
      [['rule.mjs', 'CG698'], /^A code and a name are expected: /],
      [['rule.mjs', 'CG001', 'something-new'], /^CG0xx is no family of rules/],
      [['command.mjs', 'archiveRecord'], /^package\.json has changegate\.archiveRecord already\.$/m],
      [['command.mjs', 'archive-record'], /^A verb and what it is done to are expected: /],
    ];
    const manifest = read('package.json');
    for (const [[script = '', ...args], why] of calls) {
      const { code, output } = node(`scripts/scaffold/${script}`, ...args);
      assert.equal(code, 2, output);
      assert.match(output, why);
      assert.doesNotMatch(output, /wrote/);
    }
    assert.equal(read('package.json'), manifest);
  });

  it('let no id of a command compile that the manifest does not have', () => {
    const file = join(copy, 'src/vscode/statusBar.ts');
    const text = readFileSync(file, 'utf8');
    assert.ok(text.includes("'changegate.branchRecord'"));
    writeFileSync(file, text.replace("'changegate.branchRecord'", "'changegate.branchRecrod'"));
    const [error, ...others] = errorsIn('src/vscode', 'src/vscode/statusBar.ts');
    assert.match(error ?? '', /^Type '"changegate\.branchRecrod"' does not satisfy the expected type /);
    assert.deepEqual(others, []);
  });
});
