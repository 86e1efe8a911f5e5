import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleTable, rulePageHead } from '../../src/core/present/report/ruleCatalog';
import { catalog, rules } from '../../src/core/rules/engine/registry';
import { readRulePage, type DocumentedExample, type ExpectedFinding } from './documentedExample';
import { fileFindingsIn, findingsIn, findingsThatStay, fixedExample } from './runExample';

const folder = join('docs', 'rules');
const pages = new Map(
  catalog.map(({ code }) => {
    const file = join(folder, `${code}.md`);
    return [code, existsSync(file) ? readFileSync(file, 'utf8') : ''];
  }),
);

/** Findings as the page lists them, one a line, so that a difference reads like the page. */
function list(findings: readonly ExpectedFinding[]): string[] {
  return findings.map(({ file, line, covered, message }) => {
    const tick = covered.includes('`') ? '``' : '`';
    const quoted =
      covered === '' ? '(empty)' : tick === '``' ? `${tick} ${covered} ${tick}` : `${tick}${covered}${tick}`;
    return `${file === undefined ? '' : `\`${file}\`, `}line ${String(line)}, ${quoted}: ${message}`;
  });
}

describe('the pages of the rules', () => {
  for (const rule of catalog) {
    const { code, name } = rule;
    const page = pages.get(code) ?? '';

    describe(`${code} ${name}`, () => {
      const { found, notFound, problems } = readRulePage(page);

      it('has a page whose head says what the rule says', () => {
        assert.ok(
          page.includes(`<!-- rule:begin -->\n${rulePageHead(rule)}<!-- rule:end -->`),
          `docs/rules/${code}.md`,
        );
      });

      it('shows what it finds and what it leaves alone', () => {
        assert.deepEqual(problems, []);
        assert.ok(found.length > 0, 'an example below "Found"');
        assert.ok(notFound.length > 0, 'an example below "Not found"');
        assert.ok(
          found.every(({ expected }) => expected.length > 0),
          'every example below "Found" lists its findings',
        );
      });

      for (const [index, example] of [...found, ...notFound].entries()) {
        it(`finds in example ${String(index + 1)}, ${example.title}, exactly what the page lists`, async () => {
          assert.deepEqual(list(await actual(code, example)), list(example.expected));
        });

        const checked = rules.find((each) => each.code === code);
        if (!checked) continue;
        it(`every fix in example ${String(index + 1)} removes its finding`, () => {
          assert.deepEqual(findingsThatStay(example, checked), []);
        });
        if (!example.fixed) continue;
        const { file, text } = example.fixed;
        it(`the fixes of example ${String(index + 1)} give the text that the page shows`, () => {
          const { file: fixedFile, text: fixedText } = fixedExample(example, checked);
          assert.deepEqual([fixedFile, fixedText], [file, text]);
        });
      }
    });
  }

  it('are of rules that there are', () => {
    const files = readdirSync(folder).filter(
      (file) => !['README.md', 'coverage.md', 'precision.md', 'severity.md'].includes(file),
    );
    assert.deepEqual(
      files.filter((file) => !pages.has(file.replace(/\.md$/, '') as never)),
      [],
    );
  });

  it('are listed in one table', () => {
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    assert.ok(index.includes(ruleTable(catalog, '')));
  });
});

async function actual(code: string, example: DocumentedExample): Promise<ExpectedFinding[]> {
  const rule = rules.find((each) => each.code === code);
  return rule ? findingsIn(example, rule) : fileFindingsIn(example, code);
}

describe('the catalog', () => {
  it('has every code and every name once', () => {
    const names = catalog.flatMap(({ code, name }): string[] => [code, name]);
    assert.equal(new Set(names).size, names.length);
  });

  it('has at least 25 rules, each with a fix or a reason why there is none', () => {
    assert.ok(catalog.length >= 25);
    for (const { fix } of catalog) assert.match('what' in fix ? fix.what : fix.noneBecause, /^\p{Lu}.*\.$/u);
  });

  it('comes by code, with names of lower-case words and one sentence of what holds', () => {
    assert.deepEqual(
      [...catalog].sort((a, b) => (a.code < b.code ? -1 : 1)),
      catalog,
    );
    for (const { name, summary, source } of catalog) {
      assert.match(name, /^[a-z]+(?:-[a-z]+)*$/);
      assert.match(summary, /^\p{Lu}.*[^.]\.$/u);
      assert.notEqual(source, '');
    }
  });

  it('registers every file that holds a rule', () => {
    const files = readdirSync(join('src', 'core', 'rules'), { recursive: true, encoding: 'utf8' });
    const codes = files.flatMap((file) => /[\\/]cg(\d{3})[A-Z]\w*\.ts$/.exec(file)?.[1] ?? []);
    assert.deepEqual(codes.map((code) => `CG${code}`).sort(), rules.map(({ code }) => code).sort());
  });
});
