import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/core/rules/engine/registry';
import { isRight, measure, precision, precisionTable, recall, type Measurement } from './measure';

describe('the labeled corpus', () => {
  let measured: Measurement;

  before(async function () {
    this.timeout(60_000);
    measured = await measure(join('test', 'corpus'));
    console.log(printed(measured));
  });

  it('has a label for every file that is checked', () => {
    assert.deepEqual(measured.unpaired, []);
  });

  it('holds at least 60 records, a third of them clean', () => {
    assert.ok(measured.records >= 60, String(measured.records));
    assert.ok(measured.clean * 3 >= measured.files.length, String(measured.clean));
  });

  it('has no finding at warning or above in a clean record', () => {
    assert.deepEqual(measured.loud, []);
  });

  it('is found with a precision and a recall of 1.0 for every rule', () => {
    assert.deepEqual(measured.differences, []);
    assert.deepEqual(
      measured.counts.filter((count) => !isRight(count)),
      [],
    );
  });

  it('exercises at least three of four rules for records', () => {
    assert.ok(measured.unexercised.length * 4 <= rules.length, measured.unexercised.join(' '));
  });

  it('is what the page on precision tells', () => {
    const page = readFileSync(join('docs', 'rules', 'precision.md'), 'utf8').replaceAll('\r\n', '\n');
    assert.ok(page.includes(precisionTable(measured)), 'The table is out of date: npm run generate writes it.');
  });
});

function printed({ counts, unexercised, differences }: Measurement): string {
  return [
    'rule   found  wrong  missed  precision  recall',
    ...counts.map((count) =>
      [
        count.code,
        String(count.right).padStart(6),
        String(count.wrong).padStart(6),
        String(count.missed).padStart(7),
        precision(count).toFixed(2).padStart(10),
        recall(count).toFixed(2).padStart(7),
      ].join(' '),
    ),
    `not exercised: ${unexercised.join(' ')}`,
    ...differences,
  ].join('\n');
}
