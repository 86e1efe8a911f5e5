import { strict as assert } from 'node:assert';
import { becomes, normalized, request, stays } from './normalized';

describe('normalizing fields that are headings', () => {
  it('makes a line of a heading with its value below', () => {
    becomes('### Title\n\nx\n\n### Requestor\n\nAna', '**Title**: x\n\n**Requestor**: Ana');
  });

  it('does so with the status of a record', () => {
    assert.equal(normalized(request('**Title**: x', '## Status\n\nDRAFT\n')), request('**Title**: x'));
  });

  it('takes the boxes with it', () => {
    becomes(
      '### Urgency\n\n- [ ] HIGH (Within 1 week)\n- [x] LOW (Next sprint/release)',
      '**Urgency**:\n- [ ] HIGH (Within 1 week)\n- [x] LOW (Next sprint/release)',
    );
  });

  it('leaves a value of two paragraphs, and headings that the template has', () => {
    stays('### Title\n\nx\n\nAnd more of it.');
    stays('## Description\n\n### Problem Statement\n\nIt fails.');
  });
});
