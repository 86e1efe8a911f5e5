import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { severityWords } from '../../src/core/present/report/ruleCatalog';
import { catalog } from '../../src/core/rules/engine/registry';

/** How many readings the design notes have. */
const readings = 53;

describe('the table of coverage', () => {
  const page = readFileSync(join('docs', 'rules', 'coverage.md'), 'utf8');
  const named = new Set(page.match(/CG\d{3}/g));

  it('has every rule', () => {
    assert.deepEqual(
      catalog.map(({ code }) => code).filter((code) => !named.has(code)),
      [],
    );
  });

  it('names no rule that there is not', () => {
    const codes = new Set<string>(catalog.map(({ code }) => code));
    assert.deepEqual(
      [...named].filter((code) => !codes.has(code)),
      [],
    );
  });

  it('has every reading once, each with its rules or the reason why there is none', () => {
    const part = page.slice(page.indexOf('\n## Readings'), page.indexOf('\n## Of our own'));
    const rows = [...part.matchAll(/^\| (\d+) [^|]*(?:\\\|[^|]*)*\|([^|]*)\|([^|]*)\|$/gm)];
    assert.deepEqual(
      rows.map((row) => Number(row[1])),
      Array.from({ length: readings }, (_, index) => index + 1),
    );
    for (const [row, , rules = '', why = ''] of rows) {
      assert.ok(/CG\d{3}/.test(rules) || why.trim() !== '', row);
    }
  });

  it('has in every row a rule or a reason', () => {
    const rows = page.split('\n').filter((line) => /^\| (?!Clause|Reading|What)/.test(line));
    assert.ok(rows.length > 100);
    for (const row of rows) assert.match(row, /CG\d{3}|Completeness|\| – \| \S/);
  });
});

describe('the table of severities', () => {
  const page = readFileSync(join('docs', 'rules', 'severity.md'), 'utf8').replaceAll('\r\n', '\n');
  const rows = page.split('\n').filter((line) => /^\| \[?CG\d/.test(line));

  it('says of every rule what its findings weigh now', () => {
    for (const rule of catalog) {
      const row = rows.find((line) => line.startsWith(`| [${rule.code}](${rule.code}.md) ${rule.name} |`));
      assert.ok(row, rule.code);
      const now = row.split(' | ')[2];
      assert.equal(now, severityWords(rule), rule.code);
    }
  });

  it('gives a reason for each that changed', () => {
    for (const row of rows) {
      const [, before, now, why = ''] = row.split(' | ');
      if (before !== now) assert.match(why, /\p{L}.*\. \|$/u, row);
    }
  });
});
