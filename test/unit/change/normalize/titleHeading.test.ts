import { strict as assert } from 'node:assert';
import { normalized, request } from './normalized';

const withHeading = (heading: string, basics: string): string => request(basics).replace(/^# .*$/m, `# ${heading}`);

describe('normalizing the H1', () => {
  for (const heading of ['CR-2026-02-09-001', 'change request – CR-2026-02-09-001'])
    it(`writes ${heading} as the template does`, () => {
      assert.equal(normalized(withHeading(heading, '**Title**: x')), request('**Title**: x'));
    });

  for (const heading of ['CR-2026-02-09-001: Raise it', 'CR-2026-02-09-001 – Raise it', 'Raise it (CR-2026-02-09-001)'])
    it(`moves the title of ${heading} to its field`, () => {
      const after = request('**Title**: Raise it\n\n**Requestor**: Ana');
      const placeholder = '**Title**: [Brief description of the change]\n\n**Requestor**: Ana';
      assert.equal(normalized(withHeading(heading, placeholder)), after);
      assert.equal(normalized(withHeading(heading, '**Title**:\n\n**Requestor**: Ana')), after);
    });

  it('writes the field where there is none', () => {
    assert.match(
      normalized(withHeading('CR-2026-02-09-001: Raise it', '**Requestor**: Ana')),
      /^\*\*Title\*\*: Raise it$/m,
    );
  });

  it('leaves a title that stands in both places, one that is to be decided, and one that has no other place', () => {
    for (const text of [
      withHeading('CR-2026-02-09-001: Raise it', '**Title**: Raise the limit'),
      withHeading('CR-2026-02-09-001: Raise it', '**Title**: TBD'),
      '# CR-2026-02-09-001: Raise it\n\n**Status**: DRAFT\n',
    ])
      assert.equal(normalized(text), text);
  });
});
