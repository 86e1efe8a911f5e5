import { strict as assert } from 'node:assert';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { cr } from './reading';

const today = { year: 2026, month: 3, day: 1, minutes: undefined };

function repeated(text: string): string[] {
  return lintRecord(cr(`# Change Request: CR-2026-02-09-001\n\n${text}`), { today })
    .filter(({ code }) => code === 'CG108')
    .map(({ severity, message }) => `${severity}: ${message}`);
}

describe('a status that stands in a line and under a heading', () => {
  it('is a contradiction where the two differ', () => {
    assert.deepEqual(repeated('**Status**: DRAFT\n\n## Status\n\nAPPROVED\n'), [
      'error: Status stands twice: "DRAFT" and "APPROVED"; the first is read.',
    ]);
    assert.deepEqual(repeated('## Status\n\nDRAFT\n\n## Status\n\nAPPROVED\n'), [
      'error: Status stands twice: "DRAFT" and "APPROVED"; the first is read.',
    ]);
  });

  it('is none where they say the same, in whatever form, or where one says nothing', () => {
    assert.deepEqual(repeated('**Status**: DRAFT\n\n## Status\n\nDraft\n'), []);
    assert.deepEqual(repeated('**Status**: DRAFT\n\n## Status\n'), []);
    assert.deepEqual(
      repeated('**Status**: DRAFT\n\n## Status\n\n[DRAFT | PROPOSED | APPROVED | IN_PROGRESS | COMPLETED]\n'),
      [],
    );
  });

  it('is none of the parts of a record, of which each has its own', () => {
    assert.deepEqual(
      repeated('**Status**: DRAFT\n\n## Rollout\n\n- **Status:** Done\n- two\n\nThen:\n\n- **Status:** Pending\n'),
      [],
    );
    assert.deepEqual(repeated('**Status**: DRAFT\n\n## Notes\n\n**Status**: ✅ DEPLOYED\n').length, 1);
  });

  it('is none of another section', () => {
    assert.deepEqual(repeated('**Status**: DRAFT\n\n## Approval Status\n\n### Status\n\nAPPROVED\n'), []);
  });
});
