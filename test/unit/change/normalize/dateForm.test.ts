import { strict as assert } from 'node:assert';
import { normalized, request } from './normalized';

const created = (date: string): string => request('**Title**: x', `**Status**: DRAFT\n**Created**: ${date}\n`);
const approved = (date: string): string =>
  request(
    `**Title**: x\n\n## Approval Status\n\n**Approved by**:\n- [x] Technical Lead: Dana Field (Date: 2026-02-10)\n\n**Approval Token Received**: ATP\n**Approval Date**: ${date}`,
  );

describe('normalizing dates', () => {
  for (const date of ['9 February 2026', 'Feb 9, 2026', '2026/02/09', '2026-2-9', '09.02.2026'])
    it(`writes ${date} as the process does`, () => {
      assert.equal(normalized(created(date)), created('2026-02-09'));
    });

  it('keeps what stands behind a date', () => {
    assert.equal(normalized(created('9 February 2026 (kick-off)')), created('2026-02-09 (kick-off)'));
  });

  for (const date of ['02/03/2026', '2026-02-30', 'next week'])
    it(`leaves ${date}, of which nobody knows what day it is`, () => {
      assert.equal(normalized(created(date)), created(date));
    });

  it('writes the date of an approval, which is the same in either form', () => {
    assert.equal(normalized(approved('10 February 2026')), approved('2026-02-10'));
  });

  it('leaves the date of an approval that nobody can read: it would give one that nobody gave', () => {
    assert.equal(normalized(approved('02/03/2026')), approved('02/03/2026'));
  });

  it('writes a date that contradicts another one: it does so in either form', () => {
    const text = (date: string): string =>
      request('**Title**: x', `**Status**: DRAFT\n**Created**: ${date}\n**Last Updated**: 2026-02-10\n`);
    assert.equal(normalized(text('20 February 2026')), text('2026-02-20'));
  });

  it('leaves a time that could not be read behind the form of the process', () => {
    assert.equal(normalized(created('09.02.2026, 14:30')), created('09.02.2026, 14:30'));
  });
});
