import { strict as assert } from 'node:assert';
import { transition } from '../../../src/core/actions/transition';
import { textAfter } from '../../../src/core/change/change';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { applyFix } from '../../rules/fixes';
import { cr } from '../record/reading';

const now = { year: 2026, month: 3, day: 1, minutes: 615 };
const today = { ...now, minutes: undefined };

/** The text after a fix of a rule. */
function fixed(text: string, code: string, title: string): string {
  const record = cr(text);
  const fix = lintRecord(record, { today, now: () => now })
    .filter((finding) => finding.code === code)
    .flatMap(({ fixes }) => fixes)
    .find((each) => each.title === title);
  return applyFix(record.path, text, fix ?? assert.fail(`${code} offers no "${title}"`));
}

/** The text after the command and `changegate move`, which are the same function. */
function moved(text: string, status: string, reason: string): string {
  const record = cr(text);
  const target = record.process.status(status) ?? assert.fail(status);
  const result = transition(record, target, { now, today, reason, insist: true });
  return result.kind === 'change' ? textAfter(result.change, record.path, text) : assert.fail(result.kind);
}

const head = (status: string): string =>
  `# Change Request: CR-2026-02-09-001\n\n${status}\n**Created**: 2026-02-09\n**Last Updated**: 2026-02-10 08:00:00 UTC\n`;
const line = head('**Status**: APPROVED');
const boxes = head('**Status**:\n- [ ] PROPOSED\n- [x] APPROVED\n- [ ] IN_PROGRESS\n');
const inTable =
  '# Change Request: CR-2026-02-09-001\n\n| Field | Value |\n|---|---|\n| Status | APPROVED |\n| Created | 2026-02-09 |\n| Last Updated | 2026-02-10 |\n';
const table = (header: string, ...rows: string[]): string =>
  `\n## Change History\n\n${[header, header.replace(/[^|]+/g, '---'), ...rows].join('\n')}\n`;

const records: Readonly<Record<string, string>> = {
  'three columns':
    line + table('| Date | Status | Notes |', '| 2026-02-09 | DRAFT | Made |', '| 2026-02-10 | APPROVED | Ok |'),
  'four columns':
    line +
    table(
      '| Date | Status | Who | Notes |',
      '| 2026-02-09 | DRAFT | Ana | Made |',
      '| 2026-02-10 | APPROVED | Ben | Ok |',
    ),
  'reordered columns':
    line + table('| Status | Notes | Date |', '| DRAFT | Made | 2026-02-09 |', '| APPROVED | Ok | 2026-02-10 |'),
  'two columns': line + table('| Status | Date |', '| DRAFT | 2026-02-09 |', '| APPROVED | 2026-02-10 |'),
  'the newest row on top':
    line + table('| Date | Status | Notes |', '| 2026-02-10 | APPROVED | Ok |', '| 2026-02-09 | DRAFT | Made |'),
  'a row that is prepared':
    line + table('| Date | Status | Notes |', '| 2026-02-10 | APPROVED | Ok |', '| YYYY-MM-DD | PROPOSED | [Reason] |'),
  'a list': `${line}\n## Change History\n\n- 2026-02-09: DRAFT – made\n- 2026-02-10: APPROVED\n  by Ben\n`,
  'no history': line,
  'a status of boxes': boxes + table('| Date | Status | Notes |', '| 2026-02-10 | APPROVED | Ok |'),
  'a table of fields': inTable + table('| Date | Status | Notes |', '| 2026-02-10 | APPROVED | Ok |'),
  'front matter that says the same': `---\nstatus: APPROVED\n---\n\n${line}`,
};

describe('a move that a fix makes and one that a person makes', () => {
  for (const [name, text] of Object.entries(records)) {
    for (const ending of ['\n', '\r\n']) {
      it(`write the same bytes into a record with ${name}, with lines that end in ${JSON.stringify(ending)}`, () => {
        const before = text.replaceAll('\n', ending);
        const after = fixed(before, 'CG301', 'Move back to PROPOSED');
        assert.equal(after, moved(before, 'PROPOSED', 'Back to wait for approval'));
        assert.notEqual(after, before);
        const record = cr(after);
        assert.equal(record.status?.value?.id, 'PROPOSED');
        assert.equal(record.history.length, cr(before).history.length + 1);
        assert.equal(after.replaceAll(ending, '').search(/[\r\n]/), -1);
      });
    }
  }
});
