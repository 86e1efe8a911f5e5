import { strict as assert } from 'node:assert';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import type { ChangeRecord } from '../../../src/core/record/record';
import { chg, cr } from './reading';

const today = { year: 2026, month: 3, day: 1, minutes: undefined };

/** The codes of the findings about the ID of a record, with the words that they stand at. */
function found(record: ChangeRecord): string[] {
  return lintRecord(record, { today })
    .filter(({ code }) => code === 'CG205' || code === 'CG209')
    .map(({ code, span }) => (code === 'CG209' ? code : `${code} ${record.document.text.slice(span.start, span.end)}`));
}

describe('the ID that a record calls itself (reading 3)', () => {
  const forms: readonly ((id: string) => string)[] = [
    (id) => `# ${id}\n`,
    (id) => `# Change Request \`${id}\`\n`,
    (id) => `# ${id}-upload-limit\n`,
    (id) => `# [${id}](https://example.com): Limits\n`,
    (id) => `# Limits\n\n**CR Number**: ${id}\n`,
    (id) => `# Limits\n\n**CR ID:** \`${id}\`\n`,
    (id) => `# Limits\n\n**CR-ID:** ${id}\n`,
    (id) => `# Limits\n\nRFC-N°: ${id}\nStatus: DRAFT\n`,
    (id) => `# Limits\n\nchange_request_id: ${id}\n`,
    (id) => `# Limits\n\n**变更编号**：${id}\n`,
    (id) => `# Limits\n\n**Change Request ID** (internal): ${id}\n`,
    (id) => `# Limits\n\nChange Number: ${id}\nStatus: DRAFT\n`,
    (id) => `# Limits\n\n- CR No.: ${id}\n- Status: DRAFT\n`,
    (id) => `# Limits\n\n* **RFC No.** : ${id}\n`,
    (id) => `# Limits\n\n> **RFC ID:** ${id}\n`,
    (id) => `# Limits\n\n**Status:** DRAFT | **Change ID:** ${id}\n`,
    (id) => `# Limits\n\n| Field | Value |\n|---|---|\n| CR # | ${id} |\n`,
    (id) => `# Limits\n\n| CR Number | Owner |\n|---|---|\n| ${id} | Ana Ruiz |\n`,
    (id) => `# Limits\n\n**CR Number**:\n${id}\n`,
    (id) => `# Limits\n\n## CR Number\n\n${id}\n`,
    (id) => `# Limits\n\n## Document Control\n\n**Ticket**: ${id}\n`,
    (id) => `# Limits\n\nCR Number：${id}\n`,
    (id) => `# Change Request Form\n\n## ${id}\n`,
    (id) => `# Change Request Form\n\n## ${id}: Limits\n`,
    (id) => `# Change Request Form\n\n### Change Request ${id}\n`,
    (id) => `**${id}: Limits**\n\n**Status**: DRAFT\n`,
    (id) => `---\ncr_number: ${id}\n---\n\n# Limits\n`,
    (id) => `---\nrfc-no: ${id}\n---\n\n# Limits\n`,
  ];
  for (const form of forms) {
    it(`is its own, or is found to differ, in ${JSON.stringify(form('…'))}`, () => {
      assert.deepEqual(found(cr(form('CR-2026-02-09-001'))), []);
      assert.deepEqual(found(cr(form('cr-2026-02-09-001'))), []);
      assert.deepEqual(found(cr(form('CR-2026-02-09-002'))), ['CG205 CR-2026-02-09-002']);
      assert.equal(cr(form('CR-2026-02-09-002')).headingId?.text, 'CR-2026-02-09-002');
    });
  }

  for (const text of [
    '**Change Number**: CHG-20260209-001\n**Type**: Normal\n',
    '**CHG**: CHG-20260209-001\n',
    '# Limits\n\n**Record ID**: CHG-20260209-001\n',
  ])
    it(`is that of a change record in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(chg(text)), []);
      assert.deepEqual(found(chg(text.replace('-001', '-002'))), ['CG205 CHG-20260209-002']);
    });

  for (const [what, text] of [
    ['of a record that it depends on', '## Dependencies\n\n- CR ID: CR-2026-01-05-002\n'],
    ['of related records', '## Related Changes\n\n### CR-2026-01-05-002\n\nTicket: CR-2026-01-05-003\n'],
    ['in the history', '## Change History\n\n- Ticket: CR-2026-01-05-002\n'],
    ['in a table of several', '| CR ID | Title |\n|---|---|\n| CR-2026-01-05-002 | a |\n| CR-2026-01-05-003 | b |\n'],
    ['in a fence', '```\nCR ID: CR-2026-01-05-002\n```\n'],
    ['of a ticket of another tool', '**Ticket**: CHG0031234\n'],
    ['of another process', '**Ticket**: CHG-20260101-001\n'],
    ['behind a label that is about another record', '**Parent CR ID**: CR-2026-01-05-002\n'],
    ['in a heading of prose', '## What CR-2026-01-05-002 left open\n'],
  ] as const)
    it(`is not ${what}`, () => {
      assert.deepEqual(found(cr(`# CR-2026-02-09-001: Limits\n\n**Status**: DRAFT\n\n${text}`)), []);
    });

  it('is its own where another record is told of in the heading, or where it is written in another form', () => {
    assert.deepEqual(found(cr('# Rollback of CR-2026-01-05-002\n\nCR ID: CR-2026-02-09-001\n')), []);
    assert.deepEqual(found(cr('# CR-2026-01-05-002\n\nCR ID: CR-2026-02-09-001\n')), ['CG205 CR-2026-01-05-002']);
    const [finding] = lintRecord(cr('# CR-20260209-1\n'), { today }).filter(({ code }) => code === 'CG205');
    assert.equal(finding?.severity, 'information');
  });

  it('is not asked for where it stands in other words, or another one in its place', () => {
    assert.deepEqual(found(cr('# Limits\n\nThis is CR-2026-02-09-001.\n')), []);
    assert.deepEqual(found(cr('# Limits\n\n## Notes\n\n---\n\n**CR ID**: CR-2026-02-09-001\n')), []);
    assert.deepEqual(found(cr('# Limits\n\n## Plan of CR-2026-02-09-001\n')), []);
    assert.deepEqual(found(cr('# RFC-0042: Limits\n')), []);
    assert.deepEqual(found(cr('# Limits\n\n**Ticket**: JIRA-12\n')), ['CG209']);
  });
});
