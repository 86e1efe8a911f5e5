import { strict as assert } from 'node:assert';
import { classOfPath, usualPathClasses } from '../../../../src/core/workspace/policy/pathClasses';
import { contestedBy } from '../../../../src/core/workspace/policy/policy';
import { readPolicy } from '../../../../src/core/workspace/policy/readPolicy';

const usual = (path: string) => classOfPath(path, usualPathClasses);
const contested = (policy: string, path: string) => contestedBy(readPolicy(`version: 1\n${policy}`).policy)(path);

describe('the class of a path', () => {
  it('is free for documents and records', () => {
    for (const path of ['docs/guide.html', 'README', 'src/upload/notes.md', 'docs/processes/change-requests/CR-1.md'])
      assert.equal(usual(path), 'free', path);
  });

  it('is governed for source, manifests, migrations and whatever nobody thought of', () => {
    for (const path of ['src/main.ts', 'package.json', 'db/migrations/001.sql', 'infra/main.tf', 'x'])
      assert.equal(usual(path), 'governed', path);
  });

  it('is protected for what decides who may change what, in any case', () => {
    for (const path of [
      '.changegate/policy.yml',
      '.changegate/approvals/README.md',
      '.github/workflows/ci.yml',
      '.GitHub/Workflows/ci.yml',
      'docs/CODEOWNERS',
      '.husky/pre-commit',
      '.claude/settings.json',
      'AGENTS.md',
    ])
      assert.equal(usual(path), 'protected', path);
  });

  it('is governed where a policy says so of something free, and protected before all', () => {
    const classes = { free: ['docs/**'], governed: ['docs/api/**'], protected: ['docs/api/keys/**'] };
    assert.equal(classOfPath('docs/a.md', classes), 'free');
    assert.equal(classOfPath('docs/api/openapi.yml', classes), 'governed');
    assert.equal(classOfPath('docs/api/keys/a', classes), 'protected');
  });
});

describe('a path that two open records name', () => {
  it('says something where it is neither free nor shared', () => {
    assert.equal(contested('', 'src/main.ts'), true);
    assert.equal(contested('', 'web/package.json'), false);
    assert.equal(contested('', 'docs/guide.md'), false);
  });

  it('is what the policy makes of it', () => {
    assert.equal(contested('shared-files: [src/routes.ts]', 'src/routes.ts'), false);
    assert.equal(contested('shared-files: [src/routes.ts]', 'package.json'), true);
    assert.equal(contested('paths: { free: ["assets/**"] }', 'assets/logo.svg'), false);
    assert.equal(contested('paths: { free: ["assets/**"] }', 'docs/guide.html'), true);
    assert.equal(contested('paths: { governed: ["docs/api/**"] }', 'docs/api/openapi.yml'), true);
  });
});
