import { strict as assert } from 'node:assert';
import { textAfter } from '../../../src/core/change/change';
import { isChanging, type Finding } from '../../../src/core/findings/finding';
import { matchBaseline, entriesFor } from '../../../src/core/findings/baseline';
import { readBaseline } from '../../../src/core/findings/readBaseline';
import { staleFindings } from '../../../src/core/findings/staleFindings';
import { baselineText } from '../../../src/core/findings/writeBaseline';
import { completeness } from '../../../src/core/lifecycle/completeness';
import { missingSentence } from '../../../src/core/lifecycle/missingAnswers';
import { changeRequest } from '../../../src/core/process/changeRequest';
import { compileProcess } from '../../../src/core/process/compileProcess';
import { recordLenses } from '../../../src/core/present/lenses';
import type { ChangeRecord } from '../../../src/core/record/record';
import { readRecord } from '../../../src/core/record/readRecord';
import { checkRecord, lintRecord, type LintOptions } from '../../../src/core/rules/engine/lintRecord';
import { ruleNamed } from '../../../src/core/rules/engine/registry';
import { retiredRules } from '../../../src/core/rules/engine/retiredRules';
import { readPolicy } from '../../../src/core/workspace/policy/readPolicy';

const process = compileProcess(changeRequest);
const options: LintOptions = { today: { year: 2026, month: 3, day: 1, minutes: undefined } };
const usual = 'docs/processes/change-requests/CR-2026-02-09-001.md';

function read(text: string, path = usual): ChangeRecord {
  return readRecord({ process, path, text });
}

function short(status: string): string {
  return `# CR-2026-02-09-001: Raise the upload limit\n\n**Status**: ${status}\n\n**Priority**: P1\n\n**Requestor**: Ana Ruiz\n\n## Stakeholders\n\n**Approver(s)**:\n- TBD\n`;
}

function ofCompleteness(record: ChangeRecord, more: Partial<LintOptions> = {}): readonly Finding[] {
  return lintRecord(record, { ...options, ...more }).filter(({ code }) => code === 'CG101');
}

function withPolicy(rules: string): Partial<LintOptions> {
  const { policy, isReadable, findings } = readPolicy(`version: 1\nrules:\n${rules}`);
  assert.ok(isReadable, findings.map(({ message }) => message).join());
  return { severities: policy.severities, answers: policy.answers };
}

function only(findings: readonly Finding[]): Finding {
  assert.equal(findings.length, 1);
  return findings[0] ?? assert.fail();
}

describe('what is missing in a record', () => {
  it('is one warning, whatever and however much it is', () => {
    for (const status of ['PROPOSED', 'APPROVED', 'IN_PROGRESS'])
      assert.equal(only(ofCompleteness(read(short(status)))).severity, 'warning', status);
  });

  it('is nothing in a draft, which says how many answers are missing', () => {
    assert.deepEqual(ofCompleteness(read(short('DRAFT'))), []);
    const [draft] = lintRecord(read(short('DRAFT')), options).filter(({ code }) => code === 'CG109');
    assert.match(draft?.message ?? '', /^Draft: \d+ of 29 required answers are missing\.$/);
  });

  it('is a line of information once the record is over, whatever the policy says', () => {
    for (const status of ['COMPLETED', 'REJECTED', 'CANCELLED'])
      for (const more of [{}, withPolicy('  completeness: error\n')])
        assert.equal(only(ofCompleteness(read(short(status)), more)).severity, 'information', status);
    const archived = read(short('PROPOSED'), 'docs/processes/change-requests/_archive/CR-2026-02-09-001.md');
    assert.equal(only(ofCompleteness(archived)).severity, 'information');
  });

  it('is counted and named in the same words by the finding and by the lens', () => {
    const proposed = read(short('PROPOSED'));
    const words = missingSentence(completeness(proposed));
    assert.equal(only(ofCompleteness(proposed)).message, `${words}.`);
    const [count] = words.split(':');
    const lens = recordLenses(read(short('DRAFT')), 0).find(({ id }) => id === 'answers');
    assert.equal(lens?.title, count);
  });

  it('has a place and a fix for each, and one fix for all that can be inserted', () => {
    const record = read(short('PROPOSED'));
    const { fixes, related } = only(ofCompleteness(record));
    const titles = fixes.map(({ title }) => title);
    assert.equal(titles[0], 'Insert all');
    assert.ok(titles.includes('Go to Approver(s)') && titles.includes('Insert Implementation Plan'), titles.join());
    assert.equal(new Set(titles).size, titles.length);
    assert.ok(related.some(({ message }) => message === 'Approver(s) is "- TBD"' || message.startsWith('Approver(s)')));
  });

  it('leaves nothing to be inserted when all of it was', () => {
    for (const text of [
      short('PROPOSED'),
      '# CR-2026-02-09-001: x\n\n**Status**: PROPOSED\n\n## Description\n\n## Stakeholders\n',
    ]) {
      const record = read(text);
      const fix = only(ofCompleteness(record)).fixes.find(({ title }) => title === 'Insert all');
      assert.ok(fix && isChanging(fix));
      const after = read(textAfter(fix.change(), record.path, record.document.text));
      const left = completeness(after).open.filter(({ kind }) => kind !== 'answer');
      assert.deepEqual(
        left.map((point) => point.kind),
        [],
      );
      assert.equal(after.status?.value?.id, 'PROPOSED');
    }
  });

  it('stands at the section where all of it is missing in one', () => {
    const record = read(`${short('PROPOSED')}\n## Implementation Plan\n\nSee the board.\n`);
    assert.equal(only(ofCompleteness(record)).span.start, 2, 'the title');
    const ofPlan = withPolicy('  completeness:\n    severity: off\n    implementation-plan: warning\n');
    const { span } = only(ofCompleteness(record, ofPlan));
    assert.equal(record.document.text.slice(span.start, span.end), 'Implementation Plan');
  });
});

describe('a policy', () => {
  const record = read(short('PROPOSED'));

  it('raises what is missing as a whole', () => {
    assert.equal(only(ofCompleteness(record, withPolicy('  completeness: error\n'))).severity, 'error');
    assert.deepEqual(ofCompleteness(record, withPolicy('  CG101: off\n')), []);
  });

  it('raises it for a field, a section or a document, by name, heading or key', () => {
    for (const name of [
      'Urgency',
      'urgency',
      'Approver(s)',
      'Affected Components',
      'implementation-plan',
      'Implementation Plan',
      'rollback-plan',
    ])
      assert.equal(
        only(ofCompleteness(record, withPolicy(`  completeness:\n    ${name}: error\n`))).severity,
        'error',
        name,
      );
    const others = withPolicy('  completeness:\n    Priority: error\n    Requestor: error\n');
    assert.equal(only(ofCompleteness(record, others)).severity, 'warning', 'both are answered');
  });

  it('takes single answers out, and asks for single ones alone', () => {
    const all = only(ofCompleteness(record));
    const less = only(ofCompleteness(record, withPolicy('  completeness:\n    Urgency: off\n')));
    assert.ok(all.fixes.some(({ title }) => title === 'Insert Urgency'));
    assert.ok(!less.fixes.some(({ title }) => title === 'Insert Urgency'));
    const alone = withPolicy('  completeness:\n    severity: off\n    Urgency: error\n');
    const { severity, message } = only(ofCompleteness(record, alone));
    assert.deepEqual([severity, message], ['error', '1 of 4 required answers is missing: Urgency.']);
  });

  it('is told of a name that is none, and what may be meant', () => {
    const { isReadable, findings } = readPolicy('version: 1\nrules:\n  completeness:\n    Urgncy: error\n');
    assert.equal(isReadable, false);
    assert.equal(findings[0]?.message, 'No process has a field or section "Urgncy". Did you mean "Urgency"?');
  });

  it('goes on with the codes and names of before, and a note says what they are now', () => {
    for (const old of ['CG102', 'CG103', 'required-section', 'unanswered-field', 'missing-field']) {
      const { policy, isReadable, findings } = readPolicy(`version: 1\nrules:\n  ${old}: error\n`);
      assert.ok(isReadable, old);
      assert.deepEqual(
        findings.map(({ severity, message }) => [severity, message]),
        [['information', `"${old}" is now CG101 completeness, and is read as such.`]],
      );
      assert.equal(policy.severities.get('CG101'), 'error', old);
    }
    const both = readPolicy('version: 1\nrules:\n  CG102: off\n  CG103: warning\n').policy;
    assert.equal(both.severities.get('CG101'), 'warning', 'the gravest of them holds');
    const present = readPolicy('version: 1\nrules:\n  CG101: hint\n  CG103: error\n').policy;
    assert.equal(present.severities.get('CG101'), 'hint', 'the present code decides');
  });
});

describe('a rule that there is no more', () => {
  it('may stay in a policy, and a note says so', () => {
    for (const name of retiredRules.flatMap((rule) => [rule.code, rule.name])) {
      const { isReadable, findings } = readPolicy(`version: 1\nrules:\n  ${name}: error\n`);
      assert.ok(isReadable);
      assert.deepEqual(
        findings.map(({ severity, message }) => [severity, message]),
        [['information', `"${name}" is a rule that there is no more; nothing is asked for by it.`]],
      );
    }
  });

  it('has a code and a name that no other has', () => {
    for (const { code, name } of retiredRules) assert.equal(ruleNamed(code) ?? ruleNamed(name), undefined);
  });
});

describe('a comment with an old code', () => {
  it('keeps what is missing quiet for the whole text, and says once what the code is now', () => {
    const text = `${short('PROPOSED')}\n<!-- changegate-disable-next-line CG102 the board knows -->\n\n<!-- changegate-disable-next-line missing-field the board knows -->\n`;
    const { findings, suppressed } = checkRecord(read(text), options);
    assert.deepEqual(
      suppressed.map(({ code }) => code),
      ['CG101'],
    );
    assert.deepEqual(
      findings.filter(({ code }) => code === 'CG907').map(({ severity, message }) => [severity, message]),
      [['information', 'CG102 is now CG101 completeness; the comment keeps it quiet for the whole text.']],
    );
  });
});

describe('a baseline', () => {
  const record = read(short('PROPOSED'));
  const before = ofCompleteness(record);

  it('keeps it quiet while no more is missing, and loud when more is', () => {
    const baseline = readBaseline('.changegate/baseline.json', baselineText(entriesFor(before, record)));
    assert.deepEqual(matchBaseline(before, record, baseline).findings, []);
    const better = read(short('PROPOSED').replace('- TBD', '- Dana Field - Technical Lead'));
    const less = matchBaseline(ofCompleteness(better), better, baseline);
    assert.deepEqual([less.findings, less.stale.length], [[], 1]);
    const worse = read(short('PROPOSED').replace('**Priority**: P1\n', ''));
    assert.equal(matchBaseline(ofCompleteness(worse), worse, baseline).findings.length, 1);
  });

  it('goes on with entries of old codes, and says once what they are now', () => {
    const old = ['CG101', 'CG102', 'CG103'].map((code) => ({
      path: usual,
      code,
      hash: '0123456789abcd',
      count: 1,
      message: '',
    }));
    const baseline = readBaseline('.changegate/baseline.json', baselineText(old));
    const { findings, stale } = checkRecord(record, { ...options, baseline });
    assert.deepEqual(
      findings.filter(({ code }) => code === 'CG101'),
      [],
    );
    assert.deepEqual(
      staleFindings(baseline, stale).map(({ severity, message }) => [severity, message]),
      [
        [
          'information',
          'CG102 is now CG101 completeness, and the entries of the baseline are read as such; "changegate baseline write" writes them again.',
        ],
      ],
    );
  });
});
