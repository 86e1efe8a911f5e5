import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import {
  dateOfId,
  formatRecordId,
  formOfIds,
  idDatePattern,
  readFormOfIds,
  readRecordId,
  type RecordIdFormat,
} from '../../../src/core/process/recordId';

const cr: RecordIdFormat = { prefix: 'CR', dashedDate: true, digits: 3 };
const chg: RecordIdFormat = { prefix: 'CHG', dashedDate: false, digits: 3 };

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
      const format = readFormOfIds(form);
      assert.ok(format);
      assert.equal(formOfIds(format), form);
      const result = readRecordId(id.toLowerCase(), format);
      assert.deepEqual(result.kind === 'id' && result.id, { text: id, prefix: format.prefix, date, sequence: 1 });
      assert.equal(formatRecordId(format, { year: 2026, month: 2, day: 9 }, 1), id);
      assert.deepEqual(dateOfId(format, { year: 2026, month: date.month, day: date.day }), date);
      assert.match(id, new RegExp(`^${format.prefix}-${idDatePattern(format)}-?\\d+$`));
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
      assert.equal(readFormOfIds(form), undefined);
    });
});
