import { strict as assert } from 'node:assert';
import { normalized, request } from './normalized';

const body = request('**Title**: [Brief description of the change]\n\n**Requestor**: Ana');

describe('normalizing values of the front matter', () => {
  it('moves those that the body has no place for yet, and the front matter goes when it is empty', () => {
    const text = `---\ncreated: 2026-02-09\n---\n\n${body}`;
    const after = normalized(text);
    assert.match(after, /^# Change Request/);
    assert.match(after, /^\*\*Created\*\*: 2026-02-09$/m);
    assert.equal(after.replace(/\n+\*\*Created\*\*: 2026-02-09/, ''), body);
  });

  it('keeps other values, remarks and what the body says already', () => {
    const text = `---\ntags: upload\nrequestor: Ana\ncategory: BUG # for now\n---\n\n${body}`;
    assert.equal(normalized(text), text);
  });
});
