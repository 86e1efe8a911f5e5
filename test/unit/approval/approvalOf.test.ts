import { strict as assert } from 'node:assert';
import { approvalOf, gapSentence, gapWords, recordedApproval } from '../../../src/core/approval/approvalOf';
import { termsOf } from '../../../src/core/approval/approvalTerms';
import { moveTo } from '../../../src/core/lifecycle/moves';
import { explorerRow } from '../../../src/core/present/explorer';
import { statusHover } from '../../../src/core/present/language/statusHover';
import { recordLenses } from '../../../src/core/present/lenses';
import { recordPanelOf } from '../../../src/core/present/panel/recordPanelOf';
import { recordText } from '../../../src/core/present/report/recordText';
import type { ChangeRecord } from '../../../src/core/record/record';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { summarize } from '../../../src/core/workspace/summarize';
import { chg, cr } from '../record/reading';

const today = { year: 2026, month: 3, day: 20, minutes: undefined };

interface Sample {
  readonly kind: string;
  /** The one gap, in words that go on from "…, but ". */
  readonly words: string;
  /** Whom or what the explorer says it waits for. */
  readonly waitsFor: string;
  /** Undefined where no rule speaks of it. */
  readonly rule: string | undefined;
  readonly record: (status: string) => ChangeRecord;
}

const lead = '- [x] Technical Lead: Dana Field (Date: 2026-03-10)\n';
const request = ({ boxes = lead, token = 'ATP', date = '2026-03-10', category = 'REFACTOR', more = '' }) => {
  return (status: string): ChangeRecord =>
    cr(
      `# Change Request: CR-2026-02-09-001\n\n**Status**: ${status}\n\n## Basic Information\n\n**Category**: ${category}\n\n## Approval Status\n\n**Approved by**:\n${boxes}\n${token && `**Approval Token Received**: ${token}\n`}**Approval Date**: ${date}\n${more}`,
    );
};
const change = (fields: string) => {
  return (status: string): ChangeRecord => chg(`# CHG-20260209-001\n\n**Status**: ${status}\n${fields}`);
};
const rows =
  '\n## Change History\n\n| Date | Status | Notes |\n|---|---|---|\n| 2026-03-09 | PROPOSED | x |\n| 2026-03-10 | APPROVED | x |\n| 2026-03-12 | PROPOSED | x |\n';

const samples: readonly Sample[] = [
  {
    kind: 'no-token',
    words: 'no approval token is recorded',
    waitsFor: 'the approval token',
    rule: 'CG301',
    record: request({ token: '' }),
  },
  {
    kind: 'no-token',
    words: 'no approval token has been entered',
    waitsFor: 'the approval token',
    rule: 'CG301',
    record: request({ token: '[ATP | Approved to Proceed | Yes/No]' }),
  },
  {
    kind: 'token-unclear',
    words: 'the approval token is PENDING',
    waitsFor: 'the approval token',
    rule: 'CG301',
    record: request({ token: 'PENDING' }),
  },
  {
    kind: 'token-unclear',
    words: 'the approval token says only "Yes"',
    waitsFor: 'the approval token',
    rule: 'CG301',
    record: request({ token: 'Yes' }),
  },
  {
    kind: 'token-unclear',
    words: '"fine with me" is no approval token',
    waitsFor: 'the approval token',
    rule: 'CG301',
    record: request({ token: 'fine with me' }),
  },
  {
    kind: 'no-date',
    words: 'the approval has no date',
    waitsFor: 'the approval date',
    rule: 'CG302',
    record: request({ date: 'YYYY-MM-DD' }),
  },
  {
    kind: 'role-open',
    words: 'the Technical Lead has not approved it',
    waitsFor: 'Technical Lead',
    rule: 'CG303',
    record: request({ boxes: '- [ ] Technical Lead: ____ (Date: ____)\n' }),
  },
  {
    kind: 'role-refused',
    words: 'the Security Team has rejected it',
    waitsFor: 'Security Team',
    rule: 'CG402',
    record: request({ category: 'SECURITY', boxes: `${lead}- Security Team: rejected (Sam Poe, 2026-03-10)\n` }),
  },
  {
    kind: 'role-open',
    words: 'the Product Owner has not approved it',
    waitsFor: 'Product Owner',
    rule: 'CG403',
    record: request({ category: 'FEATURE', boxes: `${lead}- [ ] Product Owner: ____ (Date: ____)\n` }),
  },
  {
    kind: 'outdated',
    words: 'the approval of 2026-03-10 is from before the record was proposed again on 2026-03-12',
    waitsFor: 'a new approval',
    rule: undefined,
    record: request({ more: rows }),
  },
  {
    kind: 'no-approver',
    words: 'no approver is recorded',
    waitsFor: 'Engineering Manager',
    rule: 'CG301',
    record: change('**Type**: Normal\n**Approver**: ____\n**Approved**: 2026-03-10\n'),
  },
  {
    kind: 'no-date',
    words: 'the approval has no date',
    waitsFor: 'Engineering Manager',
    rule: 'CG302',
    record: change('**Type**: Normal\n**Approver**: Dana Field\n**Approved**: YYYY-MM-DD\n'),
  },
  {
    kind: 'no-terms',
    words: 'the approval is not complete',
    waitsFor: 'approval',
    rule: undefined,
    record: change('**Approver**: Dana Field\n**Approved**: 2026-03-10\n'),
  },
];

describe('what an approval lacks', () => {
  for (const { kind, words, waitsFor, rule, record } of samples) {
    it(`is the same in every face: ${words}`, () => {
      const proposed = record('PROPOSED');
      const { gaps } = recordedApproval(proposed);
      assert.deepEqual(
        gaps.map((gap) => [gap.kind, gapWords(gap)]),
        [[kind, words]],
      );
      const sentence = gaps.map(gapSentence).join('');
      assert.equal(sentence.toLowerCase(), `${words}.`.toLowerCase());

      const lens = recordLenses(proposed, 0).find(({ id }) => id === 'approval');
      assert.equal(lens?.title, sentence);

      const summary = summarize(proposed, [], []);
      assert.deepEqual(summary.approval.gaps, [words]);
      assert.match(explorerRow(summary, today).description, new RegExp(`waits for ${waitsFor}\\b`));

      const panel = recordPanelOf(proposed, {
        today,
        findings: [],
        links: { upstream: [], downstream: [], files: [] },
        others: [],
      });
      assert.deepEqual(
        panel.approvals.missing.map(({ message }) => message),
        [sentence],
      );
      assert.ok(recordText(panel).includes(`  - ${sentence}\n`));

      const hover = statusHover(proposed, proposed.document, proposed.status?.span.start ?? -1);
      const items = hover?.lines.flatMap((line) => (line.kind === 'items' ? line.items : [])) ?? [];
      assert.ok(items.some(({ text }) => text === sentence));

      const approved = proposed.process.statusWith('approved');
      assert.ok(approved);
      const move = moveTo(proposed, approved, {});
      const guards = move.kind === 'illegal' ? [] : move.guards;
      assert.deepEqual(
        guards.filter((guard) => guard.kind === 'approval').map(({ message, place }) => [message, place]),
        [[sentence, gaps[0]?.place]],
      );

      const told = lintRecord(record('APPROVED'), { today }).filter(({ message }) => message.includes(`but ${words}`));
      assert.deepEqual(
        told.map(({ code }) => code),
        rule === undefined ? [] : [rule],
      );
    });
  }

  it('is nothing where it is complete, or nobody has to approve', () => {
    assert.deepEqual(recordedApproval(request({})('APPROVED')), { state: 'approved', gaps: [] });
    assert.deepEqual(recordedApproval(change('**Type**: Standard\n')('PROPOSED')), { state: 'pre-approved', gaps: [] });
  });

  it('goes by the evidence and the terms that it is given', () => {
    const record = request({ token: '' })('PROPOSED');
    const { approval: words } = request({})('PROPOSED');
    assert.equal(approvalOf(record, { words }, termsOf(record)).state, 'approved');
    const terms = { ...termsOf(record), roles: record.process.roles };
    assert.deepEqual(
      approvalOf(record, { words }, terms).gaps.map(gapWords),
      record.process.roles.slice(1).map(({ label }) => `the ${label} has not approved it`),
    );
  });
});
