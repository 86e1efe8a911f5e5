import { strict as assert } from 'node:assert';
import { builtInProcesses } from '../../src/core/process/builtInProcesses';
import { readRecord } from '../../src/core/record/readRecord';
import type { ChangeRecord } from '../../src/core/record/record';
import { lintRecord } from '../../src/core/rules/engine/lintRecord';
import { severityOf } from '../../src/core/rules/engine/ruleSelection';
import { locateFindings } from '../../src/core/findings/locateFindings';
import { at, titlePlace } from '../../src/core/record/places';
import { defineRule, type Rule } from '../../src/core/rules/rule';
import { finding } from '../../src/core/findings/draftFinding';

const today = { year: 2026, month: 3, day: 1, minutes: undefined };

function read(text: string): ChangeRecord {
  const [process] = builtInProcesses();
  assert.ok(process);
  return readRecord({ process, path: 'docs/CR-2026-02-09-001.md', text });
}

function rule(changes: Partial<Rule>): Rule {
  return defineRule({
    code: 'CG999',
    name: 'for-the-test',
    severity: 'warning',
    summary: 'Something holds.',
    source: 'The suite',
    fix: { noneBecause: 'It is a test.' },
    *check({ record }) {
      yield finding(titlePlace(record), 'It does not hold.');
    },
    ...changes,
  });
}

describe('linting a record', () => {
  const record = read('# Change Request: CR-2026-02-09-001\n\n**Status**: APPROVED\n');

  it('takes the severity of the stage, or of the nearest stage before it', () => {
    const growing = rule({ severity: { draft: 'off', proposed: 'information', 'in-progress': 'error' } });
    const words = (['draft', 'proposed', 'approved', 'in-progress', 'completed'] as const).map((stage) =>
      severityOf(growing, { stage, ending: 'open' }),
    );
    assert.deepEqual(words, ['off', 'information', 'information', 'error', 'error']);
  });

  it('lets a policy change a severity by code or name, but not ask for what a stage does not owe', () => {
    const growing = rule({ severity: { draft: 'off', proposed: 'error' } });
    assert.equal(severityOf(growing, { stage: 'proposed', ending: 'open' }, new Map([['CG999', 'hint']])), 'hint');
    assert.equal(severityOf(growing, { stage: 'proposed', ending: 'open' }, new Map([['for-the-test', 'off']])), 'off');
    assert.equal(severityOf(growing, { stage: 'draft', ending: 'open' }, new Map([['CG999', 'error']])), 'off');
  });

  it('lets the policy decide also where a finding has a severity of its own', () => {
    const own = rule({
      *check({ record: { document } }) {
        yield finding(at(document, { start: 0, end: 1 }), 'It does not hold.').as('error');
      },
    });
    const severities = (policy: ReadonlyMap<string, 'hint'>) =>
      lintRecord(record, { today, rules: [own], severities: policy }).map(({ severity }) => severity);
    assert.deepEqual(severities(new Map()), ['error']);
    assert.deepEqual(severities(new Map([['CG999', 'hint']])), ['hint']);
  });

  it('goes on when a rule fails, tells of it, and believes nothing that it said', () => {
    const broken = rule({
      code: 'CG998',
      name: 'broken',
      *check({ record: each }) {
        yield finding(titlePlace(each), 'Half of it.');
        throw new Error('the other half');
      },
    });
    const told: string[] = [];
    const found = lintRecord(record, {
      today,
      rules: [broken, rule({})],
      onRuleError: ({ code }, error) => told.push(`${code} ${String(error)}`),
    });
    assert.deepEqual(
      found.map(({ code }) => code),
      ['CG999'],
    );
    assert.deepEqual(told, ['CG998 Error: the other half']);
  });

  it('asks only the rules of its process, and tells the same thing once', () => {
    const twice = rule({
      *check({ record: each }) {
        yield finding(titlePlace(each), 'It does not hold.');
        yield finding(titlePlace(each), 'It does not hold.');
      },
    });
    assert.equal(lintRecord(record, { today, rules: [twice] }).length, 1);
    assert.equal(lintRecord(record, { today, rules: [rule({ appliesTo: ['change-record'] })] }).length, 0);
  });

  it('gives every finding and every other place its range in UTF-16, whatever the line endings', () => {
    const text = '# 🚚 CR-2026-02-09-001\r\n\r\n**Status**: DRAFT\r\n**Status**: APPROVED\r\n';
    const emoji = read(text);
    const found = lintRecord(emoji, { today }).filter(({ code }) => code === 'CG108');
    const [located] = locateFindings(found, new Map([[emoji.path, emoji.document.scan.lines]]));
    assert.deepEqual(located?.range, { start: { line: 3, character: 2 }, end: { line: 3, character: 8 } });
    assert.deepEqual(located.relatedRanges, [{ start: { line: 2, character: 2 }, end: { line: 2, character: 8 } }]);
  });

  it('spells out characters that nobody sees, so that a message can be understood', () => {
    const found = lintRecord(read('# CR-2026-02-09-001\n\n**Status**: APPRO\u200bVED\n'), { today });
    assert.match(found.find(({ code }) => code === 'CG310')?.message ?? '', /"APPRO\\u\{200b\}VED"/);
  });
});
