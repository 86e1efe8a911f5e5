import { strict as assert } from 'node:assert';
import { normalized, request } from './normalized';

const withStatus = (status: string): string => request('**Title**: x', `**Status**: ${status}\n`);

describe('normalizing the status', () => {
  for (const status of ['draft', 'Draft', '✅ Draft', '**DRAFT**', '`draft`'])
    it(`writes ${status} as the process does`, () => {
      assert.equal(normalized(withStatus(status)), withStatus('DRAFT'));
    });

  it('keeps a remark', () => {
    assert.equal(normalized(withStatus('✅ Draft (until Monday)')), withStatus('DRAFT (until Monday)'));
    assert.equal(normalized(withStatus('In progress')), withStatus('IN_PROGRESS'));
  });

  for (const status of ['Submitted', 'APROVED', '[DRAFT | PROPOSED]', 'CANCELLED (by Ana)'])
    it(`leaves ${status}`, () => {
      assert.equal(normalized(withStatus(status)), withStatus(status));
    });
});
