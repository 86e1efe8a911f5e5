import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { idForm, readIdForm, type RecordIdFormat } from '../../../src/core/process/idForm';
import {
  dateOfId,
  firstSequence,
  formatRecordId,
  formOfIds,
  idsIn,
  idSource,
  leadingId,
  mendedId,
  readRecordId,
  rewritten,
} from '../../../src/core/process/recordId';

const cr = idForm('CR-YYYY-MM-DD-XXX');
const chg = idForm('CHG-YYYYMMDD-NNN');

describe('record IDs (reading 2)', () => {
  it('reads both forms, in any case', () => {
    const result = readRecordId('cr-2026-02-09-001', cr);
    assert.equal(result.kind === 'id' && result.id.text, 'CR-2026-02-09-001');
    const other = readRecordId('CHG-20260209-012', chg);
    assert.equal(other.kind === 'id' && other.id.sequence, 12);
  });

  const problems: [string, RecordIdFormat, string][] = [
    ['CR-2026-02-30-001', cr, 'date'],
    ['CR-2026-13-01-001', cr, 'date'],
    ['CR-2025-02-29-001', cr, 'date'],
    ['CR-2026-02-09-000', cr, 'zero'],
    ['CR-2026-02-09-1', cr, 'form'],
    ['CR-2026-2-9-001', cr, 'form'],
    ['CR-20260209-001', cr, 'form'],
    ['CHG-2026-02-09-001', chg, 'form'],
    ['CHG-20260230-001', chg, 'date'],
    ['\u0421R-2026-02-09-001', cr, 'look-alike'],
    ['CR-\uff12026-02-09-001', cr, 'look-alike'],
    ['CR-2026-02-09-00\u200b1', cr, 'look-alike'],
    ['CR-2026\u201102-09-001', cr, 'look-alike'],
  ];
  for (const [text, format, problem] of problems) {
    it(`says what is wrong with ${JSON.stringify(text)}: ${problem}`, () => {
      assert.deepEqual(readRecordId(text, format), { kind: 'malformed', problem });
    });
  }

  for (const text of ['CR-YYYY-MM-DD-XXX', 'CR-XXXX', 'REQ-001', 'README', 'CR-', 'CRITICAL', 'CR-template']) {
    it(`takes ${text} for no ID at all (reading 9)`, () => {
      assert.deepEqual(readRecordId(text, cr), { kind: 'none' });
    });
  }

  it('reads a sequence of four digits and tells how many there were', () => {
    const result = readRecordId('CR-2026-02-09-1000', cr);
    assert.deepEqual(result.kind === 'id' && [result.id.sequence, result.digits], [1000, 4]);
  });

  it('reads 010 as ten, not as eight', () => {
    const result = readRecordId('CR-2026-02-09-010', cr);
    assert.equal(result.kind === 'id' && result.id.sequence, 10);
  });

  it('reads back what it writes', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 9999 }), fc.constantFrom(cr, chg), (day, sequence, format) => {
        const date = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
        const text = formatRecordId(format, date, sequence);
        const result = readRecordId(text, format);
        assert.deepEqual(result.kind === 'id' && result.id, { text, prefix: format.prefix, date, sequence });
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readRecordId(`CR-${text}`, cr)));
  });

  for (const [form, id, date] of [
    ['CR-YYYY-MM-DD-XXX', 'CR-2026-02-09-001', { year: 2026, month: 2, day: 9 }],
    ['CHG-YYYYMMDD-NNN', 'CHG-20260209-001', { year: 2026, month: 2, day: 9 }],
    ['RFC-YYYY-MM-XX', 'RFC-2026-02-01', { year: 2026, month: 2, day: 1 }],
    ['RFC-YYYYMM-NN', 'RFC-202602-01', { year: 2026, month: 2, day: 1 }],
    ['CR-YYYY-XXX', 'CR-2026-001', { year: 2026, month: 1, day: 1 }],
    ['ADR-XXXX', 'ADR-0001', { year: 1, month: 1, day: 1 }],
  ] as const) {
    it(`reads IDs in the form ${form} of a team`, () => {
      const format = idForm(form);
      assert.equal(formOfIds(format), form);
      const result = readRecordId(id.toLowerCase(), format);
      assert.deepEqual(result.kind === 'id' && result.id, { text: id, prefix: format.prefix, date, sequence: 1 });
      assert.equal(formatRecordId(format, { year: 2026, month: 2, day: 9 }, 1), id);
      assert.deepEqual(dateOfId(format, { year: 2026, month: date.month, day: date.day }), date);
      assert.match(id, new RegExp(`^${idSource(format)}$`));
      assert.deepEqual(readRecordId(form, format), { kind: 'none' });
    });
  }

  for (const form of [
    '',
    'CR',
    'CR-',
    'cr-YYYY-XXX',
    'CR-YY-XXX',
    'CR-YYYY-DD-XXX',
    'CR-YYYY-MM-DD',
    'CR-XXXXXXX',
    'C R-XXX',
  ])
    it(`takes ${JSON.stringify(form)} for no form of IDs`, () => {
      assert.equal(readIdForm(form).kind, 'wrong');
    });

  const braced: [string, string, string, string][] = [
    ['ZV2-CR-{number:3}', 'ZV2-CR-001', 'ZV2-CR', 'ZV2-CR-NNN'],
    ['CR-{yy}-{number:3}', 'CR-26-001', 'CR', 'CR-YY-NNN'],
    ['CHG-{yyyy}-{mmdd}-{number:3}', 'CHG-2026-0209-001', 'CHG', 'CHG-YYYY-MMDD-NNN'],
    ['CR-{yyyymmdd}-{hhmm}', 'CR-20260209-0000', 'CR', 'CR-YYYYMMDD-HHMM'],
    ['CR-{yyyymmdd}T{hhmmss}', 'CR-20260209T000000', 'CR', 'CR-YYYYMMDDTHHMMSS'],
    ['RFC{number:4}', 'RFC0001', 'RFC', 'RFCNNNN'],
    ['CR_{yyyy}_{number}', 'CR_2026_001', 'CR', 'CR_YYYY_NNN'],
    ['CR-{number:3}-PROD', 'CR-001-PROD', 'CR', 'CR-NNN-PROD'],
  ];
  for (const [source, id, prefix, form] of braced) {
    it(`reads IDs in the form ${source}`, () => {
      const format = idForm(source);
      assert.deepEqual([format.prefix, formOfIds(format), format.source], [prefix, form, source]);
      const read = readRecordId(id.toLowerCase(), format);
      assert.equal(read.kind === 'id' && read.id.text, id);
      assert.equal(read.kind === 'id' && read.id.sequence, 1);
      assert.equal(formatRecordId(format, { year: 2026, month: 2, day: 9 }, 1), id);
      assert.deepEqual(readRecordId(form, format), { kind: 'none' });
      assert.deepEqual(idsIn(`feat/${id.toLowerCase()}-upload`, [cr, format]), [id]);
    });
  }

  for (const [source, problem] of [
    ['CR-{num}', '"{num}" is no part of an ID.'],
    ['CR-{yyymmdd}-{number}', '"{yyymmdd}" is no part of an ID. Did you mean "yyyymmdd"?'],
    ['CR-{numbr:3}', '"{numbr:3}" is no part of an ID. Did you mean "number:3"?'],
    ['cr-{number}', '"cr-" in the form of the IDs is not understood'],
    ['{yyyy}-{number}', 'An ID begins with a prefix in capital letters'],
    ['CR-{yyyy}', 'An ID has one "{number}"'],
    ['CR-{hhmm}', 'An ID has one "{number}"'],
    ['CR-{number}-{number}', 'Each part stands in an ID once.'],
    ['CR-{dd}-{number}', 'A day stands in an ID with its month'],
    ['CR-{number}{yyyy}', 'No digits stand directly behind the number'],
    ['CR-{number', '"{" in the form of the IDs is not understood'],
  ] as const)
    it(`says what is wrong with the form ${source}`, () => {
      const reading = readIdForm(source);
      assert.ok(reading.kind === 'wrong' && reading.problem.startsWith(problem), JSON.stringify(reading));
      assert.throws(() => idForm(source), RangeError);
    });

  it('counts by the minute where IDs hold the time of day', () => {
    const format = idForm('CR-{yyyymmdd}-{hhmm}');
    const read = readRecordId('CR-20260207-1430', format);
    assert.equal(read.kind === 'id' && read.id.sequence, firstSequence(format, 14 * 60 + 30));
    assert.equal(
      formatRecordId(format, { year: 2026, month: 2, day: 7 }, firstSequence(format, 14 * 60 + 31)),
      'CR-20260207-1431',
    );
    assert.deepEqual(readRecordId('CR-20260207-2460', format), { kind: 'malformed', problem: 'date' });
    assert.equal(firstSequence(cr, 870), 1);
  });

  it('finds the ID that a text begins with, and where the word goes on none', () => {
    const found = leadingId('cr-2026-02-09-001-upload', cr);
    assert.deepEqual([found?.length, found?.read.kind], [17, 'id']);
    assert.equal(leadingId('CR-2026-02-09-001draft', cr), undefined);
    assert.equal(leadingId('CHG-20260302-web', chg), undefined);
    assert.deepEqual(leadingId('CR-2026-02-30-001-upload', cr)?.read, { kind: 'malformed', problem: 'date' });
  });

  for (const [name, format, id, rest] of [
    ['CR-2026-2-9-1', cr, 'CR-2026-02-09-001', ''],
    ['CR_2026_02_09_001', cr, 'CR-2026-02-09-001', ''],
    ['cr 2026-02-09 1 upload', cr, 'CR-2026-02-09-001', ' upload'],
    ['CR-20260209-001-upload', cr, 'CR-2026-02-09-001', '-upload'],
    ['CHG-2026-02-09-1', chg, 'CHG-20260209-001', ''],
    ['CR-1', idForm('CR-NNN'), 'CR-001', ''],
    ['cr-26-7-limit', idForm('CR-{yy}-{number:3}'), 'CR-26-007', '-limit'],
  ] as const)
    it(`sees which ID the digits of ${name} make`, () => {
      const mended = mendedId(name, format);
      assert.deepEqual([mended?.id.text, mended?.rest], [id, rest]);
    });

  for (const [name, format] of [
    ['CR-2026111-001', cr],
    ['CR-2026-02-09-1-2', cr],
    ['CR-2026-02-30-1', cr],
    ['CR-2026-02-09-000', cr],
    ['CHG-20260302-web', chg],
    ['CHG-20262-09-01', chg],
    ['CR-2026-001', idForm('CR-{yy}-{number:3}')],
  ] as const)
    it(`does not guess which ID ${name} is`, () => {
      assert.equal(mendedId(name, format), undefined);
    });

  it('writes another number into an ID and keeps how it was written', () => {
    const number = (format: RecordIdFormat, sequence: number) => {
      const date = dateOfId(format, { year: 2026, month: 2, day: 9 });
      return { text: formatRecordId(format, date, sequence), prefix: format.prefix, date, sequence };
    };
    for (const [source, written, expected] of [
      ['CR-YYYY-MM-DD-XXX', 'cr-2026-02-09-001', 'cr-2026-02-09-012'],
      ['CR-YYYY-MM-DD-XXX', 'IP-2026-02-09-0001', 'IP-2026-02-09-0012'],
      ['ZV2-CR-{number:3}', 'zv2-cr-001', 'zv2-cr-012'],
      ['CR-{number:3}-PROD', 'cr-001-prod', 'cr-012-prod'],
      ['CR-{yyyymmdd}-{hhmm}', 'CR-20260209-0000', 'CR-20260209-0011'],
    ] as const) {
      const format = idForm(source);
      assert.equal(rewritten(written, number(format, 1), number(format, 12), format), expected);
      assert.equal(rewritten(expected, number(format, 12), number(format, 1), format), written);
    }
  });
});
