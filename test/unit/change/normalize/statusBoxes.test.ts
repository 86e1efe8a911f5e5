import { strict as assert } from 'node:assert';
import { normalized, request } from './normalized';

const withStatus = (status: string): string => request('**Title**: x', status);
const boxes = '**Status**:\n- [x] DRAFT\n- [ ] PROPOSED\n- [ ] In progress\n';

describe('normalizing a status of boxes', () => {
  it('writes the one that is ticked as the word of the template', () => {
    assert.equal(normalized(withStatus(boxes)), withStatus('**Status**: DRAFT\n'));
    assert.equal(normalized(withStatus(boxes.replace(':\n', ':\n\n'))), withStatus('**Status**: DRAFT\n'));
    const windows = withStatus(boxes).replaceAll('\n', '\r\n');
    assert.equal(normalized(windows), withStatus('**Status**: DRAFT\n').replaceAll('\n', '\r\n'));
  });

  for (const [what, status] of [
    ['none is ticked', boxes.replace('[x]', '[ ]')],
    ['two are ticked', boxes.replace('[ ]', '[x]')],
    ['a word is no status', boxes.replace('In progress', 'Waiting for Ana')],
    ['a box has a remark', boxes.replace('DRAFT', 'DRAFT (until Monday)')],
    ['something else stands among them', boxes.replace('- [ ] PROPOSED', '- soon\n- [ ] PROPOSED')],
  ] as const)
    it(`leaves them where ${what}`, () => {
      assert.equal(normalized(withStatus(status)), withStatus(status));
    });
});
