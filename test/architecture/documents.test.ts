import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { catalog } from '../../src/core/rules/engine/registry';
import { belongsInPackage, readmeForPackage } from '../../scripts/package.mjs';

/** The pages that people read, from the top of the repository. */
const pages = [
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'],
  ...['docs', 'media'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  ),
];

/** Where the links and pictures of a page lead, of those that lead to a file. */
function targetsOf(page: string, text = readFileSync(page, 'utf8')): string[] {
  const prose = text.replace(/^(`{3,})[^]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .map((target) => posix.join(posix.dirname(page), target.replace(/#.*$/, '')));
}

describe('the documentation', () => {
  it('has no link that leads nowhere', () => {
    const broken = pages.flatMap((page) =>
      targetsOf(page)
        .filter((target) => !existsSync(target))
        .map((target) => `${page} -> ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it('has no page that no link leads to', () => {
    const linked = new Set(pages.flatMap((page) => targetsOf(page)));
    const alone = pages.filter((page) => page.startsWith('docs/') && !linked.has(page));
    assert.deepEqual(alone, []);
  });

  it('leads from what is packaged only to what is packaged', () => {
    const outside = pages
      .filter((page) => page !== 'README.md' && belongsInPackage(page))
      .flatMap((page) =>
        targetsOf(page)
          .filter((target) => !belongsInPackage(target))
          .map((target) => `${page} -> ${target}`),
      );
    assert.deepEqual(outside, []);
  });

  it('shows how a rule is made with a code that is free', () => {
    const shown = new Set(readFileSync('CONTRIBUTING.md', 'utf8').match(/\bCG\d{3}/gi));
    const taken = catalog.map(({ code }) => code).filter((code) => shown.has(code));
    assert.ok(shown.size > 0);
    assert.deepEqual(taken, []);
  });

  it('is packaged with a README whose words stand without the repository', () => {
    const readme = readmeForPackage(readFileSync('README.md', 'utf8'));
    assert.deepEqual(targetsOf('README.md', readme), []);
    assert.doesNotMatch(readme, /npm (?:start|test)|repository:/);
    assert.match(readme, /^# Changegate\n\n\S[^]*See docs\/policy\.md\.[^]*MIT license\.\n$/);
  });
});
