import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import type { ValidateReport } from '../../src/core/actions/validateReport';
import { TemporaryWorkspace } from './process';

const name = (number: number): string => `CR-2026-02-09-${String(number).padStart(3, '0')}`;

/** A proposed change request that says only what others look at. */
function record(number: number, { upstream = '', file = '', title = 'A change', created = '2026-02-09' } = {}): string {
  const lines = [`# Change Request: ${name(number)}`, '', '**Status**: PROPOSED', '', `**Created**: ${created}`, ''];
  lines.push('## Basic Information', '', `**Title**: ${title}`, '');
  if (file !== '') lines.push('## Affected Components', '', '**Files** (Estimated):', `- ${file}`, '');
  if (upstream !== '') lines.push('## Dependencies', '', '**Upstream Dependencies**:', `- ${upstream}`, '');
  return lines.join('\n');
}

describe('records held against each other, at the command line', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  /** Codes of the seventh family, by record. */
  const found = (...args: string[]): Record<string, string[]> => {
    const { out, err } = workspace.run('validate', '--format', 'json', ...args);
    assert.equal(err, '');
    const { files } = JSON.parse(out) as ValidateReport;
    return Object.fromEntries(
      files.map(({ record, findings }) => [
        record?.id ?? '',
        findings.map(({ code }) => code).filter((code) => code.startsWith('CG7')),
      ]),
    );
  };
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.org', ...args], {
      cwd: workspace.folder,
      stdio: 'ignore',
    });
  };

  it('finds what one says of another, in all of them', () => {
    workspace.request(record(1, { upstream: name(2) }), name(1));
    workspace.request(record(2, { upstream: name(1), file: 'src/a.ts' }), name(2));
    workspace.request(record(3, { upstream: name(9), file: '/src/a.ts' }), name(3));
    assert.deepEqual(found(), { [name(1)]: ['CG702'], [name(2)]: ['CG707'], [name(3)]: ['CG707', 'CG701'] });
  });

  it('finds the same in one that is named', () => {
    workspace.request(record(1, { file: 'src/a.ts' }), name(1));
    const path = workspace.request(record(2, { upstream: name(3), file: 'src/a.ts' }), name(2));
    workspace.request(record(3), name(3));
    workspace.request(record(4), name(4));
    assert.deepEqual(found(path), { [name(2)]: ['CG707', 'CG706'] });
  });

  it('finds the same in many, which are shared out among threads', () => {
    const count = 2_100;
    for (let number = 1; number <= count; number++)
      workspace.request(
        record(number, number === count ? { file: 'src/a.ts', upstream: name(9_999) } : {}),
        name(number),
      );
    workspace.request(record(1, { file: 'src/a.ts' }), name(1));
    const all = found();
    assert.deepEqual(all[name(1)], ['CG707']);
    assert.deepEqual(all[name(count)], ['CG707', 'CG701']);
    assert.deepEqual(all[name(2)], []);
  });

  it('looks at other branches where it is asked to', () => {
    git('init', '--initial-branch=main');
    workspace.request(record(1), name(1));
    git('add', '.');
    git('commit', '-m', 'One');
    git('checkout', '-b', 'topic');
    workspace.request(record(2, { title: 'Another change', created: '2026-02-10', file: 'src/b.ts' }), name(2));
    workspace.request(record(3, { file: 'src/a.ts' }), name(3));
    git('add', '.');
    git('commit', '-m', 'Two');
    git('checkout', 'main');
    workspace.request(record(1, { file: 'src/a.ts', upstream: name(3) }), name(1));
    workspace.request(record(2), name(2));
    assert.deepEqual(found(), { [name(1)]: ['CG701'], [name(2)]: [] });
    assert.deepEqual(found('--branches'), { [name(1)]: ['CG706'], [name(2)]: ['CG711'] });
  });
});
