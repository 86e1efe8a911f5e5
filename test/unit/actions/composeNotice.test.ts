import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { composeNotice, type Notice } from '../../../src/core/actions/composeNotice';
import { chg, cr } from '../record/reading';

function request(status: string, more = ''): Notice {
  return composeNotice(
    cr(`# Change Request: CR-2026-02-09-001

**Status**: ${status}

## Basic Information

**Title**: Raise the upload limit
**Requestor**: Ana Ruiz <ana@example.com>
**Category**: [FEATURE]

## Description

### Problem Statement

Files above 20 MB are refused.

## Stakeholders

**Approver(s)**:
- Tom Berg (tom@example.com) - Technical Lead - Approved
- Dana Field <dana@example.com> - Product Owner - Pending

**Implementer(s)**:
- Ivo Lang - Developer

**Reviewers**:
- [Name] - [Role]

**Notified Parties**:
- Support <support@example.com>
- N/A
${more}`),
  );
}

const names = ({ to }: Notice): string[] => to.map(({ name }) => name);

describe('a notice', () => {
  it('asks those for approval who have not given it yet, and tells the notified parties', () => {
    const notice = request('PROPOSED');
    assert.deepEqual(names(notice), ['Dana Field', 'Support']);
    assert.equal(notice.subject, 'CR-2026-02-09-001: Raise the upload limit – your decision is asked for');
    assert.match(notice.body, /^Files above 20 MB are refused\.$/m);
    assert.match(
      notice.body,
      /^The approval of the Product Owner is missing\. It is given in the record, with one of "Approved to Proceed", /m,
    );
    assert.match(notice.body, /^Record: docs\/processes\/change-requests\/CR-2026-02-09-001\.md$/m);
  });

  it('names a person once who stands there with an address and without one, and two of one name twice', () => {
    const namesOf = (more: string): string[] =>
      request('APPROVED', more)
        .to.filter(({ name }) => name === 'Ana Ruiz')
        .map(({ address }) => address ?? '');
    assert.deepEqual(namesOf('- Ana Ruiz\n'), ['ana@example.com']);
    assert.deepEqual(namesOf('- Ana Ruiz <other@example.com>\n'), ['ana@example.com', 'other@example.com']);
  });

  it('names the role where nobody stands for it', () => {
    const { to } = composeNotice(cr('# Change Request: CR-2026-02-09-001\n\n**Status**: PROPOSED\n'));
    assert.deepEqual(to, [{ name: 'Technical Lead', address: undefined, as: 'approval missing' }]);
  });

  it('goes to those who are concerned by the state', () => {
    assert.deepEqual(names(request('APPROVED')), ['Ana Ruiz', 'Ivo Lang', 'Support']);
    assert.deepEqual(names(request('COMPLETED')), ['Ana Ruiz', 'Tom Berg', 'Dana Field', 'Ivo Lang', 'Support']);
    assert.deepEqual(names(request('REJECTED')), ['Ana Ruiz', 'Ivo Lang']);
    assert.deepEqual(names(request('DRAFT')), []);
  });

  it('tells the reason of a refusal', () => {
    const history =
      '\n## Change History\n\n| Date | Status | Notes |\n|---|---|---|\n| 2026-02-12 | REJECTED | Too dear |\n';
    assert.match(request('REJECTED', history).body, /^Reason: Too dear$/m);
  });

  it('of a change record names the role that approves its type', () => {
    const notice = composeNotice(
      chg(
        '**Change ID**: CHG-20260209-001\n**Type**: Normal\n**Status**: PROPOSED\n**Requester**: Ana Ruiz\n**Description**: Rotate the keys\n',
      ),
    );
    assert.deepEqual(names(notice), ['Engineering Manager']);
    assert.match(notice.body, /^Rotate the keys$/m);
  });

  it('is a link with every address, subject and text encoded, lines ended by CRLF', () => {
    const { mailto, subject } = request('APPROVED');
    const link = new URL(mailto);
    assert.equal(link.pathname, 'ana@example.com,support@example.com');
    assert.equal(link.searchParams.get('subject'), subject);
    assert.match(link.searchParams.get('body') ?? '', /may begin\.\r\n/);
  });

  it('whatever a record holds, the link is a mailto link of at most 2000 characters, and nothing steers', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        'x@y.zz?bcc=evil@example.com',
        'a@b.cc&cc=d@e.ff',
        '\r\nBcc: evil@example.com',
        'é'.repeat(300),
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(any, any, any, (person, title, words) => {
        const notice = composeNotice(
          cr(
            `# Change Request: CR-2026-02-09-001\n\n**Status**: APPROVED\n**Title**: ${title}\n**Requestor**: ${person}\n\n## Description\n\n### Problem Statement\n\n${words}\n\n## Stakeholders\n\n**Notified Parties**:\n${`- ${person}\n`.repeat(40)}`,
          ),
        );
        assert.match(notice.mailto, /^mailto:[\w.+@,%-]*\?subject=[^&?\s]*&body=[^&?\s]*$/);
        assert.ok(notice.mailto.length <= 2000);
        assert.doesNotMatch(notice.subject + notice.body.replaceAll('\n', ''), /\p{Cc}/u);
        assert.ok(notice.to.length <= 20);
      }),
      { numRuns: 300 },
    );
  });
});
