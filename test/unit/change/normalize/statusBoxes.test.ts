import { strict as assert } from 'node:assert';
import { normalised, request } from './normalised';

const withStatus = (status: string): string => request('**Title**: x', status);
const boxes = '**Status**:\n- [x] DRAFT\n- [ ] PROPOSED\n- [ ] In progress\n';

describe('normalising a status of boxes', () => {
  it('writes the one that is ticked as the word of the template', () => {
    assert.equal(normalised(withStatus(boxes)), withStatus('**Status**: DRAFT\n'));
    assert.equal(normalised(withStatus(boxes.replace(':\n', ':\n\n'))), withStatus('**Status**: DRAFT\n'));
    const windows = withStatus(boxes).replaceAll('\n', '\r\n');
    assert.equal(normalised(windows), withStatus('**Status**: DRAFT\n').replaceAll('\n', '\r\n'));
  });

  for (const [what, status] of [
    ['none is ticked', boxes.replace('[x]', '[ ]')],
    ['two are ticked', boxes.replace('[ ]', '[x]')],
    ['a word is no status', boxes.replace('In progress', 'Waiting for Ana')],
    ['a box has a remark', boxes.replace('DRAFT', 'DRAFT (until Monday)')],
    ['something else stands among them', boxes.replace('- [ ] PROPOSED', '- soon\n- [ ] PROPOSED')],
  ] as const)
    it(`leaves them where ${what}`, () => {
      assert.equal(normalised(withStatus(status)), withStatus(status));
    });
});
