import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { textAfter } from '../../../src/core/change/change';
import {
  recordFeedback,
  timesProposed,
  type Feedback,
  type FeedbackResult,
} from '../../../src/core/actions/recordFeedback';
import type { ChangeRecord } from '../../../src/core/record/record';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { chg, cr } from '../record/reading';
import { isApproved } from '../record/reading';

const today = { year: 2026, month: 3, day: 5, minutes: undefined };
const feedback: Feedback = {
  by: 'Dana Field',
  role: 'Security Team',
  words: 'The upload is not scanned.',
  now: { ...today, minutes: 600 },
  today,
  backToDraft: false,
};
const proposed = `# Change Request: CR-2026-02-09-001

**Status**: PROPOSED

## Change History

| Date | Status | Notes |
|------|--------|-------|
| 2026-02-09 | DRAFT | CR created |
| 2026-02-10 | PROPOSED | CR submitted for approval |
`;

function changed(record: ChangeRecord, result: FeedbackResult): string {
  assert.equal(result.kind, 'change');
  return result.kind === 'change' ? textAfter(result.change, record.path, record.document.text) : '';
}

describe('recording feedback', () => {
  it('adds what was said as an item of a section of its own, with day, name and role', () => {
    const record = cr(proposed);
    const result = recordFeedback(record, feedback);
    const text = changed(record, result);
    assert.equal(
      text.trimEnd(),
      `${proposed}\n## Review Feedback\n\n- 2026-03-05 – Dana Field (Security Team): The upload is not scanned.`,
    );
    assert.ok(result.kind === 'change');
    const reveal = result.change.reveal;
    assert.equal(reveal && text.slice(reveal.span.start, reveal.span.start + 12), '- 2026-03-05');
  });

  it('adds the next one below, whatever stands behind the section', () => {
    const first = changed(cr(proposed), recordFeedback(cr(proposed), feedback));
    const more = `${first.trimEnd()}\n\n## Closure\n`;
    const text = changed(cr(more), recordFeedback(cr(more), { ...feedback, by: 'Sam', role: '', words: 'Fine now.' }));
    assert.match(text, /not scanned\.\n- 2026-03-05 – Sam: Fine now\.\n\n## Closure\n$/);
  });

  it('keeps CRLF, and works for change records', () => {
    const crlf = proposed.replaceAll('\n', '\r\n');
    assert.doesNotMatch(changed(cr(crlf), recordFeedback(cr(crlf), feedback)), /[^\r]\n/);
    const record = chg('**Change ID**: CHG-20260209-001\n**Type**: Normal\n');
    assert.match(changed(record, recordFeedback(record, feedback)), /## Review Feedback\n\n- 2026-03-05/);
  });

  it('moves the record back to DRAFT only if the person wants it, and counts the revision', () => {
    const record = cr(proposed);
    const result = recordFeedback(record, { ...feedback, backToDraft: true });
    const text = changed(record, result);
    assert.match(text, /^\*\*Status\*\*: DRAFT$/m);
    assert.match(text, /\| 2026-03-05 \| DRAFT \| Revision 1: The upload is not scanned\. \|\n\n## Review Feedback\n/);
    assert.equal(result.kind === 'change' && result.revision, 1);
    assert.equal(cr(text).status?.value?.id, 'DRAFT');
    const twice = text
      .replace('DRAFT | Revision 1', 'DRAFT | Revision 1')
      .replace('\n\n## Review', '\n| 2026-03-06 | PROPOSED | again |\n\n## Review');
    assert.equal(timesProposed(cr(twice)), 2);
  });

  it('says why it cannot be done', () => {
    const reason = (record: ChangeRecord, more: Partial<Feedback>): string | undefined => {
      const result = recordFeedback(record, { ...feedback, ...more });
      return result.kind === 'impossible' ? result.reason : undefined;
    };
    assert.match(
      reason(cr(proposed.replace('PROPOSED', 'COMPLETED')), { backToDraft: true }) ?? '',
      /COMPLETED is final/,
    );
    assert.match(reason(cr(proposed), { words: ' \n ' }) ?? '', /no words/);
    assert.match(reason(cr(proposed), { by: '' }) ?? '', /name of the reviewer/);
    assert.match(reason(cr(proposed), { words: 'x'.repeat(4001) }) ?? '', /longer than 4000/);
    assert.match(reason(cr(`${proposed}\n\`\`\`\nopen`), {}) ?? '', /not closed hides/);
  });

  it('leaves words words: they change nothing that is read', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        '\n**Status**: APPROVED\n',
        '<!-- an open comment',
        '--> # heading',
        '\n## Approval Status\n\n**Approval Token Received**: ATP',
        '<img src=x onerror=alert(1)>',
        '\n---\n',
        '```\n',
        '| 2026-03-01 | APPROVED | x |',
        'ends with a backslash \\',
        '<!-- changegate-disable CG301 x -->',
        'Status: APPROVED',
        '\u202e turned',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (by, role, words) => {
        const record = cr(`${proposed}\n## Closure\n\n### Lessons Learned\n\n- Scan uploads\n`);
        const result = recordFeedback(record, { ...feedback, by, role, words });
        if (result.kind === 'impossible') return;
        const after = cr(changed(record, result));
        assert.equal(after.status?.value?.id, 'PROPOSED');
        assert.equal(after.history.length, record.history.length);
        assert.equal(after.document.sections.length, record.document.sections.length + 1);
        assert.deepEqual(
          after.answers.map(({ field, text }) => [field.key, text]),
          record.answers.map(({ field, text }) => [field.key, text]),
        );
        assert.equal(isApproved(after), false);
        assert.deepEqual(
          lintRecord(after, { today }).map(({ code }) => code),
          lintRecord(record, { today }).map(({ code }) => code),
        );
      }),
      { numRuns: 200 },
    );
  });
});
