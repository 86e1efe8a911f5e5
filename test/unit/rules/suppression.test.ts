import { strict as assert } from 'node:assert';
import { safeEdits } from '../../../src/core/actions/applyFixes';
import { checkRecord, lintRecord, type LintOptions } from '../../../src/core/rules/engine/lintRecord';
import { applyEdits } from '../../../src/core/text/textEdit';
import { cr } from '../record/reading';

const options: LintOptions = { today: { year: 2026, month: 3, day: 1, minutes: undefined } };
const head = '# Change Request: CR-2026-02-09-001\n\n';
const approved = '**Status**: approved';

/** The codes that are found, in the order of the text, without those of the structure. */
function codes(text: string, more: Partial<LintOptions> = {}): string[] {
  return lintRecord(cr(text), { ...options, ...more })
    .map(({ code }) => code)
    .filter((code) => !code.startsWith('CG1'));
}

function messages(text: string, code: string): string[] {
  return lintRecord(cr(text), options)
    .filter((finding) => finding.code === code)
    .map(({ message }) => message);
}

describe('a suppression', () => {
  it('keeps a finding of the next line quiet, by code or by name', () => {
    assert.deepEqual(codes(`${head}${approved}\n`), ['CG301', 'CG312']);
    for (const name of ['CG301', 'cg301', 'status-without-approval'])
      assert.deepEqual(codes(`${head}<!-- changegate-disable-next-line ${name} approved by phone -->\n${approved}\n`), [
        'CG312',
      ]);
  });

  it('names several rules, with or without commas', () => {
    for (const names of ['CG301 CG312', 'CG301, CG312', 'CG301,status-form:'])
      assert.deepEqual(codes(`${head}<!-- changegate-disable-next-line ${names} by phone -->\n${approved}\n`), []);
  });

  it('may stand behind the value, which it is no part of', () => {
    const text = `${head}${approved} <!-- changegate-disable-line CG301 CG312 by phone -->\n`;
    assert.deepEqual(codes(text), []);
    assert.equal(cr(text).status?.text, 'approved');
    const title = '# Change Request: CR-2026-02-09-002 <!-- changegate-disable-line CG205 renumbered on Friday -->\n';
    assert.deepEqual(codes(`${title}\n**Status**: CANCELLED\n`), []);
  });

  it('counts from here to the end, or to where it ends', () => {
    const both = `${head}<!-- changegate-disable CG301 CG312 by phone -->\n\n${approved}\n`;
    assert.deepEqual(codes(both), []);
    const ended = `${head}<!-- changegate-disable CG301 CG312 x y -->\n<!-- changegate-enable CG301 -->\n\n${approved}\n`;
    assert.deepEqual(codes(ended), ['CG907', 'CG301']);
    const all = `${head}<!-- changegate-disable CG301 CG312 x y -->\n<!-- changegate-enable -->\n\n${approved}\n`;
    assert.deepEqual(codes(all), ['CG907', 'CG907', 'CG301', 'CG312']);
  });

  it('may be one of several above a line, with a blank line between', () => {
    const text = `${head}<!-- changegate-disable-next-line CG301 a b -->\n<!-- changegate-disable-next-line CG312 a b -->\n\n${approved}\n`;
    assert.deepEqual(codes(text), []);
  });

  it('is counted', () => {
    const { suppressed } = checkRecord(
      cr(`${head}<!-- changegate-disable-next-line CG301 CG312 by phone -->\n${approved}\n`),
      options,
    );
    assert.deepEqual(suppressed.map(({ code }) => code).sort(), ['CG301', 'CG312']);
  });

  it('counts in the text that it stands in, not in its companions', () => {
    const path = 'docs/processes/change-requests/CR-2026-02-09-001-IMPLEMENTATION-PLAN.md';
    const text = '<!-- changegate-disable CG301 CG312 by phone -->\n# Implementation Plan: CR-2026-02-09-001\n';
    const record = cr(`${head}${approved}\n`, [{ path, text }]);
    const found = lintRecord(record, options).map(({ code }) => code);
    assert.ok(found.includes('CG301') && found.includes('CG907'));
  });

  it('is only a comment that a reader of Markdown takes for one', () => {
    const hidden = '<!-- changegate-disable CG301 CG312 by phone -->';
    for (const text of [
      `\`\`\`html\n${hidden}\n\`\`\`\n`,
      `> ${hidden}\n`,
      `    ${hidden}\n`,
      `Write \`${hidden}\` above it.\n`,
      `<!-- for example ${hidden.slice(0, -4)}-->\n`,
    ])
      assert.deepEqual(codes(`${head}${text}\n${approved}\n`), ['CG301', 'CG312'], text);
  });

  it('has no effect where the policy does not let it', () => {
    const text = `${head}<!-- changegate-disable-next-line CG301 CG312 by phone -->\n${approved}\n`;
    assert.deepEqual(codes(text, { suppressions: 'deny' }), ['CG907', 'CG301', 'CG312']);
  });

  it('cannot keep quiet what is said of suppressions and of files', () => {
    const text = `${head}<!-- changegate-disable CG907 CG901 we know -->\n\n**Status**: CANCELLED\n`;
    assert.deepEqual(messages(text, 'CG907'), [
      'CG907 unused-suppression cannot be suppressed in the text.',
      'CG901 unreadable-file cannot be suppressed in the text.',
    ]);
  });

  it('leaves a placeholder what it is', () => {
    const text = `${head}**Status**: PROPOSED\n\n## Description\n\n### Problem Statement\n\n[What problem are we solving? What is the current pain point?]\n\n<!-- changegate-disable-next-line CG301 a b -->\n`;
    assert.equal(cr(text).answer('problem-statement')?.filled, false);
  });
});

describe('a suppression that is good for nothing', () => {
  it('is reported, with the name that was meant', () => {
    const said = (words: string): string[] =>
      messages(`${head}<!-- changegate-${words} -->\n\n**Status**: CANCELLED\n`, 'CG907');
    assert.deepEqual(said('disable-next-line CG301 by phone'), [
      'CG301 status-without-approval finds nothing on the next line; the suppression has no use.',
    ]);
    assert.deepEqual(said('disable CG3O1 by phone'), ['There is no rule "CG3O1". Did you mean CG301?']);
    assert.deepEqual(said('disable status-without-aproval by phone'), [
      'There is no rule "status-without-aproval". Did you mean status-without-approval?',
    ]);
    assert.deepEqual(said('disable-nextline CG301 by phone'), [
      'There is no changegate-disable-nextline. Did you mean changegate-disable-next-line?',
    ]);
    assert.deepEqual(said('disable because of the long-running migration'), [
      'The suppression names no rule; a code such as CG503 or a name is expected, then the reason.',
    ]);
    assert.deepEqual(said('enable CG301'), [
      'CG301 status-without-approval is not suppressed here; this ends nothing.',
    ]);
  });

  it('is not reported for a rule that is not asked at this stage, or that the policy switches off', () => {
    const text = `${head}<!-- changegate-disable-next-line CG101 soon -->\n\n**Status**: DRAFT\n`;
    assert.deepEqual(messages(text, 'CG907'), []);
    const off = `${head}<!-- changegate-disable-next-line CG301 soon -->\n**Status**: DRAFT\n`;
    const found = lintRecord(cr(off), { ...options, severities: new Map([['CG301', 'off']]) });
    assert.ok(found.every(({ code }) => code !== 'CG907'));
  });

  it('goes with its line, and of several rules only the one that has no use', () => {
    const fixed = (text: string): string => applyEdits(text, safeEdits(lintRecord(cr(text), options), cr(text).path));
    assert.equal(
      fixed(`${head}<!-- changegate-disable-next-line CG301 x -->\n**Status**: CANCELLED\n`),
      `${head}**Status**: CANCELLED\n`,
    );
    assert.equal(
      fixed(`${head}<!-- changegate-disable-next-line CG301 x -->\n\n**Status**: CANCELLED\n`),
      `${head}**Status**: CANCELLED\n`,
    );
    assert.equal(
      fixed(`${head}**Status**: CANCELLED <!-- changegate-disable-line CG301 x -->\n`),
      `${head}**Status**: CANCELLED\n`,
    );
    assert.equal(
      fixed(`${head}<!-- changegate-disable-next-line CG308, CG301, CG312 by phone -->\n${approved}\n`),
      `${head}<!-- changegate-disable-next-line CG301, CG312 by phone -->\n${approved}\n`,
    );
    assert.equal(
      fixed(
        `${head}<!-- changegate-disable CG301 x -->\n\n**Status**: CANCELLED\n\n<!-- changegate-enable CG301 -->\n`,
      ),
      `${head}**Status**: CANCELLED\n`,
    );
  });

  it('that gives no reason is a warning', () => {
    for (const reason of ['', 'reason', '– todo'])
      assert.deepEqual(
        messages(`${head}<!-- changegate-disable-next-line CG301 ${reason} -->\n${approved}\n`, 'CG908'),
        ['The suppression of CG301 gives no reason; one is expected.'],
      );
  });
});

describe('a great many findings of one rule in one file', () => {
  it('are shown up to the fiftieth, then counted', () => {
    const text = `${head}**Status**: CANCELLED\n${'**Created**: 2026-02-09\n'.repeat(81)}`;
    const found = lintRecord(cr(text), options).filter(({ code }) => code === 'CG108');
    assert.equal(found.length, 51);
    assert.equal(found[50]?.message, '30 more findings of CG108 repeated-field are in this file.');
  });
});
