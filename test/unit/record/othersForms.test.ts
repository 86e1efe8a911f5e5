import { strict as assert } from 'node:assert';
import { readBox } from '../../../src/core/markdown/lineText';
import { boxEdit } from '../../../src/core/change/boxEdit';
import { planSteps } from '../../../src/core/lifecycle/planSteps';
import type { ChangeRecord } from '../../../src/core/record/record';
import { chg, cr } from './reading';

const head = '# CR-2026-02-09-001: Raise the upload limit\n\n';

function said(record: ChangeRecord, key: string): string | undefined {
  const answer = record.answer(key);
  if (answer?.filled !== true) return undefined;
  return answer.chosen.length > 0
    ? answer.chosen.map(({ option, text }) => option?.value ?? `?${text}`).join('+')
    : answer.text;
}

describe('the status as other teams write it (reading 13)', () => {
  const places: [string, string][] = [
    ['Status: APPROVED\nPriority: P1\n', 'a plain line'],
    ['- Status: APPROVED\n- Owner: Kim\n', 'a plain item'],
    ['> **Status:** APPROVED\n> **Owner:** Kim\n', 'a quote'],
    ['> Status: APPROVED | Owner: Kim\n', 'a row in a quote'],
    ['## Status\n\nAPPROVED\n', 'a heading'],
    ['#### Status\n\nAPPROVED\n', 'a deep heading'],
    ['## Status: APPROVED\n', 'a heading with its value'],
    ['## Status\n\n**Current Status:** APPROVED\n**Release:** v1.1\n', 'a label below a heading'],
    ['| Status | Owner |\n|---|---|\n| APPROVED | Kim |\n', 'a header above one row'],
    ['| Status | APPROVED | Priority | P1 |\n|---|---|---|---|\n| Owner | Kim | Title | x |\n', 'two pairs in a row'],
    ['| Field | Value | Notes |\n|---|---|---|\n| Status | APPROVED | by phone |\n', 'a table with notes'],
    ['**Status**：APPROVED\n', 'a full-width colon'],
    ['状态：已批准\n', 'Chinese'],
    ['**Team**: Docks · **Status:** APPROVED (v2) · **Phone**: 12\n', 'a row with labels of their own'],
    ['## Metadata\n\n- Status: APPROVED\n\n## Change History\n\nText.\n', 'a section of their own'],
    ['## Notes\n\nText.\n\n---\n\n**Status**: APPROVED\n', 'the end of the record'],
    ['## Change History\n\nText.\n\n---\n\n**Status**: APPROVED\n', 'the end, behind the history'],
    ['## 6. Implementation & Closure\n\n- **Status:** Approved\n', 'a late section of their own'],
  ];
  for (const [text, place] of places) {
    it(`is read in ${place}`, () => {
      assert.equal(cr(head + text).status?.value?.id, 'APPROVED');
    });
  }

  it('is none that belongs to a part of the record', () => {
    for (const text of [
      '## Approval\n\n**Status**: APPROVED\n',
      '## Phases\n\n### One\n\n**Status**: Done\n\n### Two\n\n**Status**: Open\n',
      '## Tests\n\n| Test | Owner | Status |\n|---|---|---|\n| a | Kim | Done |\n',
      '## Notes\n\nThey wrote:\n\n> Status: APPROVED\n',
      '~~~\nStatus: APPROVED\n~~~\n',
    ])
      assert.equal(cr(head + text).status, undefined, text);
  });

  const words: [string, string | undefined][] = [
    ['Implemented', 'COMPLETED'],
    ['Implemented & Deployed', 'COMPLETED'],
    ['Implemented / Closed', 'COMPLETED'],
    ['APPROVED AND IMPLEMENTED – 2026-03-29', 'COMPLETED'],
    ['Approved and then withdrawn', undefined],
    ['Approved / Rejected', undefined],
    ['Completed on 2026-03-29', 'COMPLETED'],
    ['Merged to main', 'COMPLETED'],
    ['Deployed to staging', undefined],
    ['Partially implemented', undefined],
    ['Not started', undefined],
    ['Requested', 'PROPOSED'],
    ['Pending approval', 'PROPOSED'],
    ['Under review', 'PROPOSED'],
    ['Proposed — not pushed', 'PROPOSED'],
    ['In Progress. The job is installed.', 'IN_PROGRESS'],
    ['Accepted', 'APPROVED'],
    ['Approved for execution', 'APPROVED'],
    ['~~DRAFT~~ APPROVED', 'APPROVED'],
    ['~~APPROVED~~', undefined],
    ['Declined', 'REJECTED'],
    ['Not approved', 'REJECTED'],
    ['Superseded by CR-2026-03-01-002', 'CANCELLED'],
    ['✅ Approved', 'APPROVED'],
    ['Abgeschlossen', 'COMPLETED'],
    ['Approuvée', 'APPROVED'],
    ['APPROUVEE', 'APPROVED'],
    ['En revisión', 'PROPOSED'],
    ['Concluído', 'COMPLETED'],
    ['承認済み', 'APPROVED'],
    ['Draft / Under Review / Approved / Rejected', undefined],
    ['On hold', undefined],
  ];
  for (const [word, id] of words) {
    it(`${id === undefined ? 'is not understood' : `is ${id}`} where it is ${JSON.stringify(word)}`, () => {
      assert.equal(cr(`${head}**Status**: ${word}\n`).status?.value?.id, id);
    });
  }
});

describe('labels without bold (reading 12)', () => {
  it('are read in a record that has no bold and no heading', () => {
    const record = chg('Type: EMERGENCY\nPrio: P0\nRequested by: Sam\nStatus: done\n');
    assert.deepEqual([record.type, record.priority, record.status?.value?.id], ['emergency', 'P0', 'COMPLETED']);
    assert.equal(said(record, 'requestor'), 'Sam');
  });

  it('are prose in the middle of a paragraph, unless their value answers the field', () => {
    const record = cr(`${head}## Notes\n\nWe looked into it.\nPriority: whatever the boss says\nStarted: 2026-02-10\n`);
    assert.equal(record.answer('priority'), undefined);
    assert.equal(record.answer('implementation-start')?.date?.day, 10);
  });

  it('are the value of an empty label that they stand below', () => {
    const record = chg('**Type**: Normal\n**Description**:\nStatus: APPROVED\n**Status**: DRAFT\n');
    assert.equal(record.status?.value?.id, 'DRAFT');
    assert.equal(said(record, 'description'), 'Status: APPROVED');
  });

  it('under another name of a field are its answer only where they answer it', () => {
    const record = chg('**Risk:** Temporary downtime during restart\n');
    assert.equal(record.answer('overall-risk'), undefined);
    assert.equal(said(chg('**Risk:** High (no way back)\n'), 'overall-risk'), 'HIGH');
    assert.equal(cr(`${head}- Type: architecture\n`).answer('category'), undefined);
  });
});

describe('sections and labels under the names that people use', () => {
  const names: [string, string, string][] = [
    ['## Why\n\nIt is slow.\n', 'problem-statement', 'It is slow.'],
    ['## What\n\nA cache.\n', 'proposed-solution', 'A cache.'],
    ['## Description\n\nA cache.\n', 'proposed-solution', 'A cache.'],
    ['## Rollback\n\nRevert the commit.\n', 'rollback-plan', 'Revert the commit.'],
    ['## Backout plan\n\nRevert the commit.\n', 'rollback-plan', 'Revert the commit.'],
    ['Raised by: Kim\n', 'requestor', 'Kim'],
    ['Owner: Kim\n', 'implementers', 'Kim'],
    ['PR: #12\n', 'pull-request', '#12'],
    ['Breaking changes? no\n', 'breaking-changes', 'NO'],
    ['## 9. Dates\n\nStart: 2026-02-10\n', 'implementation-start', '2026-02-10'],
  ];
  for (const [text, key, answer] of names) {
    it(`gives ${key} in ${JSON.stringify(text)}`, () => {
      assert.equal(said(cr(head + text), key), answer);
    });
  }

  const sections: [string, string][] = [
    ['# Impact', 'impact-assessment'],
    ['## Plan', 'implementation-plan'],
    ['## Tasks', 'implementation-plan'],
    ['#### 7. Implementation Plan', 'implementation-plan'],
    ['## Risk register', 'risk-assessment'],
    ['## Sign-off', 'approval-status'],
    ['## Log', 'change-history'],
  ];
  for (const [heading, key] of sections) {
    it(`knows ${heading} as ${key}`, () => {
      const { document } = cr(`${head}${heading}\n\nText.\n`);
      assert.equal(document.sections.at(-1)?.definition?.key, key);
    });
  }

  it('leaves a local name alone elsewhere', () => {
    assert.equal(cr(`${head}## Notes\n\nStart: 2026-02-10\n`).answer('implementation-start'), undefined);
  });
});

describe('choices as other teams make them (readings 21 and 23)', () => {
  it('are none where all options still stand, whatever is between them', () => {
    for (const left of [
      'Standard / Normal / Emergency',
      'Standard | Normal | Emergency',
      'Standard, Normal, Emergency',
    ]) {
      const record = chg(`**Type**: ${left}\n`);
      assert.deepEqual([record.type, record.answer('type')?.filled], [undefined, false], left);
    }
    const inCell = chg('| Type | Standard \\| Normal \\| Emergency |\n|---|---|\n');
    assert.equal(inCell.type, undefined);
    assert.equal(chg('---\ntype: Standard / Normal / Emergency\n---\n').type, undefined);
  });

  const marked: [string, string][] = [
    ['☐ Standard ☑ Normal ☐ Emergency', 'normal'],
    ['Standard ☐ Normal ☑ Emergency ☐', 'normal'],
    ['❌ Standard ✅ Normal ❌ Emergency', 'normal'],
    ['[ ] Standard / [x] Normal / [ ] Emergency', 'normal'],
    ['[] Standard [x] Normal [] Emergency', 'normal'],
  ];
  for (const [line, type] of marked) {
    it(`are read in ${line}`, () => {
      assert.equal(chg(`**Type**: ${line}\n`).type, type);
      assert.equal(chg(`| Type | ${line} |\n|---|---|\n`).type, type);
    });
  }

  it('may be followed by their reasons in a list', () => {
    const record = cr(
      `${head}## Impact Assessment\n\n### Code Impact\n\n#### Complexity Estimate\n**MEDIUM**\n- Two services\n`,
    );
    assert.equal(said(record, 'complexity'), 'Medium');
  });
});

describe('boxes as people tick them (reading 24)', () => {
  const boxes: [string, string][] = [
    ['[ ] a', 'open'],
    ['[] a', 'open'],
    ['[~] a', 'open'],
    ['[/] a', 'open'],
    ['[>] a', 'open'],
    ['☐ a', 'open'],
    ['[x] a', 'done'],
    ['[x]a', 'done'],
    ['[✓] a', 'done'],
    ['☑ a', 'done'],
    ['✅ a', 'done'],
    ['[-] a', 'dropped'],
    ['[a] a', 'none'],
    ['[x](y)', 'none'],
    ['[x]: y', 'none'],
    ['[]', 'none'],
  ];
  for (const [text, state] of boxes) {
    it(`${text} is ${state}`, () => {
      const box = readBox(text, 0, text.length);
      assert.equal(box ? (box.dropped ? 'dropped' : box.checked ? 'done' : 'open') : 'none', state);
    });
  }

  it('are ticked and opened again in their own manner', () => {
    for (const [open, done] of [
      ['[ ]', '[x]'],
      ['[~]', '[x]'],
      ['[]', '[x]'],
      ['☐', '☑'],
      ['⬜', '✅'],
    ] as const) {
      const { document } = cr(`${head}- ${open} a\n`);
      const start = document.text.indexOf(open);
      const { edit } = boxEdit({ document, span: { start, end: start + open.length } }, true);
      const text = document.text.slice(0, edit.span.start) + edit.newText + document.text.slice(edit.span.end);
      assert.ok(text.endsWith(`- ${done} a\n`), text);
    }
  });

  it('that were dropped are no open steps', () => {
    const record = cr(`${head}## Plan\n\n- [x] a\n- [~] b\n- [-] c\n`);
    assert.deepEqual(
      planSteps(record).map(({ checked, struck }) => [checked, struck]),
      [
        [true, false],
        [false, false],
        [false, true],
      ],
    );
  });
});
