import { strict as assert } from 'node:assert';
import { normalised, request } from './normalised';

const withStatus = (status: string): string => request('**Title**: x', `**Status**: ${status}\n`);

describe('normalising the status', () => {
  for (const status of ['draft', 'Draft', '✅ Draft', '**DRAFT**', '`draft`'])
    it(`writes ${status} as the process does`, () => {
      assert.equal(normalised(withStatus(status)), withStatus('DRAFT'));
    });

  it('keeps a remark', () => {
    assert.equal(normalised(withStatus('✅ Draft (until Monday)')), withStatus('DRAFT (until Monday)'));
    assert.equal(normalised(withStatus('In progress')), withStatus('IN_PROGRESS'));
  });

  for (const status of ['Submitted', 'APROVED', '[DRAFT | PROPOSED]', 'CANCELLED (by Ana)'])
    it(`leaves ${status}`, () => {
      assert.equal(normalised(withStatus(status)), withStatus(status));
    });
});
