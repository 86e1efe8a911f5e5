import { strict as assert } from 'node:assert';
import { printable } from '../../../../src/core/text/printable';
import { jsonReport } from '../../../../src/core/present/report/jsonReport';
import { textReport as inParts, type TextStyle } from '../../../../src/core/present/report/textReport';
import type { ReportedFile, ReportedFinding, ValidateReport } from '../../../../src/core/actions/validateReport';

const finding = (given: Partial<ReportedFinding> = {}): ReportedFinding => ({
  code: 'CG301',
  name: 'a-rule',
  severity: 'error',
  message: 'Something is wrong.',
  range: { start: { line: 2, character: 4 }, end: { line: 2, character: 8 } },
  related: [],
  fixes: [],
  ...given,
});

const file = (given: Partial<ReportedFile> = {}): ReportedFile => ({
  path: 'docs/CR-2026-02-09-001.md',
  record: {
    kind: 'change-request',
    id: 'CR-2026-02-09-001',
    title: 'Raise the limit',
    status: 'PROPOSED',
    type: null,
    priority: null,
  },
  findings: [finding()],
  ...given,
});

const report = (files: readonly ReportedFile[], summary: Partial<ValidateReport['summary']> = {}): ValidateReport => ({
  version: 1,
  files,
  summary: {
    files: files.length,
    records: files.length,
    errors: 1,
    warnings: 0,
    information: 0,
    hints: 0,
    suppressed: 0,
    baselined: 0,
    ...summary,
  },
});

const escape = '\u001b';

function textReport(written: ValidateReport, style: TextStyle): string {
  return [...inParts(written, style)].join('');
}

describe('the report as text', () => {
  it('is a block a file and a line a finding, with places that count from one and stand in a column', () => {
    const far = finding({
      severity: 'hint',
      range: { start: { line: 119, character: 0 }, end: { line: 119, character: 0 } },
    });
    assert.equal(
      textReport(report([file({ findings: [finding(), far] })], { hints: 1 }), { color: false }),
      [
        'docs/CR-2026-02-09-001.md  PROPOSED · Raise the limit',
        '    3:5  error        Something is wrong.  CG301 a-rule',
        '  120:1  hint         Something is wrong.  CG301 a-rule',
        '',
        '1 record checked: 1 error, 0 warnings, 1 hint.',
        '',
      ].join('\n'),
    );
  });

  it('leaves out files that have nothing, and sums up all the same', () => {
    assert.equal(
      textReport(report([file({ findings: [] }), file({ findings: [] })], { errors: 0 }), { color: false }),
      '2 records checked: 0 errors, 0 warnings.\n',
    );
  });

  it('tells a file that is no record by its path alone, and a record without title and status by words', () => {
    assert.match(textReport(report([file({ record: null })]), { color: false }), /^docs\/CR-2026-02-09-001\.md\n/);
    const record = { ...(file().record ?? assert.fail()), title: null, status: null };
    assert.match(textReport(report([file({ record })]), { color: false }), /\.md {2}not recorded\n/);
  });

  it('paints where it may', () => {
    assert.ok(textReport(report([file()]), { color: true }).includes(`${escape}[31merror`));
    assert.ok(!textReport(report([file()]), { color: false }).includes(escape));
  });

  it('lets no text of a record steer a terminal', () => {
    const evil = `a${escape}[2J${escape}]8;;http://x${escape}\\b\r\n\u009b31mc\u202ed\u2066e\u200ff\u007f\u0000`;
    const hostile = file({
      path: evil,
      record: { ...(file().record ?? assert.fail()), title: evil },
      findings: [finding({ message: evil })],
    });
    const text = textReport(report([hostile]), { color: false });
    assert.equal(text.split('\n').length, 5);

    assert.doesNotMatch(
      text.replaceAll('\n', ''),
      /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
    );
  });

  it('keeps every letter that is one', () => {
    assert.equal(printable('Grüße 👩‍👩‍👧 日本語 <b>'), 'Grüße 👩‍👩‍👧 日本語 <b>');
  });
});

describe('the report as JSON', () => {
  it('is laid out as JSON.stringify does it, whatever it holds', () => {
    const strange = file({ path: 'a\nb.md', record: null, findings: [finding({ message: '"\n",\u2028' }), finding()] });
    for (const files of [[], [file()], [file({ findings: [] }), strange]]) {
      const written = report(files);
      const json = [...jsonReport(written)].join('');
      assert.equal(json, `${JSON.stringify(written, null, 2).replaceAll('\u2028', '\\u2028')}\n`);
      assert.deepEqual(JSON.parse(json), written);
    }
  });
});
