import { strict as assert } from 'node:assert';
import { formatDate } from '../../../src/core/text/calendarDate';
import { isNobody, stateVerdict, verdictOf } from '../../../src/core/record/approvalWords';
import type { ChangeRecord } from '../../../src/core/record/record';
import { chg, cr, isApproved } from './reading';

const inSection = (lines: string, heading = 'Approval Status'): ChangeRecord =>
  cr(`# CR-2026-02-09-001\n\n**Status**: APPROVED\n\n## ${heading}\n\n${lines}\n`);

const told = ({ approval }: ChangeRecord): string[] =>
  approval.roles.map(({ role, roleText, name, state, date }) =>
    [role?.label ?? (roleText === '' ? '?' : roleText), name ?? '-', state, date ? formatDate(date) : '-'].join(' | '),
  );

const table = (head: string, ...rows: string[]): string =>
  [head, head.replace(/[^|]+/g, '---'), ...rows].map((line) => `|${line}|`).join('\n');

describe('approvals in tables', () => {
  const tables: [string, string[]][] = [
    [
      table(
        'Role|Name|Status|Date',
        'Technical Lead|Dana Field|✅ Approved|2026-02-11',
        'Security Review|Required|⏳ Pending|-',
      ),
      ['Technical Lead | Dana Field | approved | 2026-02-11', 'Security Team | - | pending | -'],
    ],
    [
      table('When|Decision|Who|Stakeholder', '11.02.2026|APPROVED|Dana Field|Tech Lead', '|no|Omar Haddad|Security'),
      ['Technical Lead | Dana Field | approved | 2026-02-11', 'Security Team | Omar Haddad | pending | -'],
    ],
    [
      table('Approver|Role|Approved?|Signed', 'Dana Field|Technical Lead|[x]|Feb 11, 2026', 'Kim Vale|Legal|[ ]|'),
      ['Technical Lead | Dana Field | approved | 2026-02-11', 'Legal | Kim Vale | pending | -'],
    ],
    [
      table('Role|Approver|Approved', 'Technical Lead|Dana Field|2026-02-11', 'Product Owner|Lena Holt|'),
      ['Technical Lead | Dana Field | approved | 2026-02-11', 'Product Owner | Lena Holt | pending | -'],
    ],
    [
      table('Approver|Decision|Date', 'Dana Field (Tech Lead)|☑ Approved ☐ Rejected|27/02/2026', 'Technical Lead|☐|'),
      ['Technical Lead | Dana Field | approved | 2026-02-27', 'Technical Lead | - | pending | -'],
    ],
    [
      table('Role|Name|Status|Date', 'Technical Lead|CI|Approved|2026-02-11', 'Product Owner|TBD|rejected|'),
      ['Technical Lead | - | unanswered | 2026-02-11', 'Product Owner | - | rejected | -'],
    ],
    [table('Approved by|Dana Field (Technical Lead), 2026-02-11'), []],
    [
      table('Field|Value', 'Approved by|Dana Field (Technical Lead), 2026-02-11', 'Reason|none'),
      ['Technical Lead | Dana Field | approved | 2026-02-11'],
    ],
  ];
  for (const [text, expected] of tables)
    it(`reads ${JSON.stringify(text.split('\n')[0])}`, () => {
      for (const heading of ['Approval Status', 'Approvals', 'Sign-off'])
        assert.deepEqual(told(inSection(text, heading)), expected, heading);
    });

  it('reads tables in other languages', () => {
    for (const head of ['Rolle|Name|Entscheidung|Datum', 'Rol|Nombre|Estado|Fecha', '角色|姓名|状态|日期'])
      assert.deepEqual(told(inSection(table(head, 'Tech Lead|Dana Field|✅|11.02.2026'))), [
        'Technical Lead | Dana Field | approved | 2026-02-11',
      ]);
  });

  it('finds a table of approvals in another section, and takes no other table for one', () => {
    const rows = 'Technical Lead|Dana Field|Approved|2026-02-11';
    assert.equal(told(inSection(table('Role|Name|Approval|Date', rows), 'Who agreed')).length, 1);
    assert.deepEqual(told(inSection(table('Role|Name|Status|Date', rows), 'Team')), []);
    assert.deepEqual(
      told(inSection(table('Date|Version|Approved by', '2026-02-11|1.0|Dana Field'), 'Revision history')),
      [],
    );
  });
});

describe('approvals in sentences', () => {
  const lines: [string, string[]][] = [
    [
      'Approved by Jo (tech lead) on 2026-02-11 in #changes ("go ahead")',
      ['Technical Lead | Jo | approved | 2026-02-11'],
    ],
    [
      'Approved by Dana Field, Technical Lead, 11 February 2026',
      ['Technical Lead | Dana Field | approved | 2026-02-11'],
    ],
    ['- **Approved by**: Dana Field on 2026-02-11', ['Technical Lead | Dana Field | approved | 2026-02-11']],
    ['Approved By: dfield (2026-02-11)', ['Technical Lead | dfield | approved | 2026-02-11']],
    ['Signed off by @dana on Feb 11, 2026', ['Technical Lead | @dana | approved | 2026-02-11']],
    ['Genehmigt von Dana Field am 11.02.2026', ['Technical Lead | Dana Field | approved | 2026-02-11']],
    [
      'Approved by: Dana Field (Technical Lead), Omar Haddad (Security Team) on 2026-02-11',
      ['Technical Lead | Dana Field | approved | 2026-02-11', 'Security Team | Omar Haddad | approved | 2026-02-11'],
    ],
    ['> Approved by Dana Field (technical lead), 2026-02-11', ['Technical Lead | Dana Field | approved | 2026-02-11']],
    [
      '**Approved By (Technical Lead):** Dana Field, 2026-02-11',
      ['Technical Lead | Dana Field | approved | 2026-02-11'],
    ],
    ['**Approved By:**\nDana Field, 2026-02-11', ['Technical Lead | Dana Field | approved | 2026-02-11']],
    ['批准人：周宁（技术负责人），2026-02-11', ['Technical Lead | 周宁 | approved | 2026-02-11']],
    ['承認者：小野（技術責任者）、2026-02-11', ['Technical Lead | 小野 | approved | 2026-02-11']],
    ['- [x] Approved on: 2026-02-11', ['? | - | approved | 2026-02-11']],
    ['- [ ] Approved on: 2026-02-11', []],
    ['**Status**: Pending approval', ['? | - | pending | -']],
    ['**Status**: In Progress', []],
    ['Approved by: ____ (Pending client review)', ['? | - | pending | -']],
    ['Approved by dana@example.com on 2026-02-11', ['Technical Lead | dana@example.com | approved | 2026-02-11']],
    ['Approved by Kim Vale (CFO) on 2026-02-11', ['CFO | Kim Vale | approved | 2026-02-11']],
    ['Approved by the Technical Lead on 2026-02-11', ['Technical Lead | - | approved | 2026-02-11']],
    ['Decision: ✅ APPROVED', ['? | - | approved | -']],
    ['**Decision**: Rejected (2026-02-11)', ['? | - | rejected | 2026-02-11']],
    ['- [ ] Approved by Dana Field on 2026-02-11', []],
    ['Approved by: [Pending]', []],
    ['Approved by: TBD', []],
    ['Approved by: Automated', ['? | - | unanswered | -']],
    ['Approved by: dependabot[bot] on 2026-02-11', ['? | - | unanswered | -']],
    ['Approved by Dana Field if the tests pass', ['Technical Lead | Dana Field | pending | -']],
    [
      'Approved by Dana Field on 2026-02-11, withdrawn on 2026-02-12',
      ['Technical Lead | Dana Field | pending | 2026-02-11'],
    ],
    ['~~Approved by Dana Field on 2026-02-11~~', []],
    ['Approved by everybody who matters', []],
    ['It was approved by Dana Field on 2026-02-11', []],
    ['To be approved by Dana Field on 2026-02-11', []],
  ];
  for (const [line, expected] of lines)
    it(`reads ${JSON.stringify(line)}`, () => {
      assert.deepEqual(told(inSection(line)), expected);
    });

  it('reads who approves beside a label, and takes it for no approval', () => {
    const read = (text: string): string[] => told(cr(`# CR-2026-02-09-001\n\n**Approver(s)**: ${text}\n`));
    assert.deepEqual(read('Dana Field (Technical Lead)'), ['Technical Lead | Dana Field | unanswered | -']);
    assert.deepEqual(read('Dana Field (Technical Lead) - approved on 2026-02-11'), [
      'Technical Lead | Dana Field | approved | 2026-02-11',
    ]);
  });

  it('reads one in the status', () => {
    assert.deepEqual(told(cr('# CR-2026-02-09-001\n\n**Status**: ✅ Approved by Dana Field on 2026-02-11\n')), [
      'Technical Lead | Dana Field | approved | 2026-02-11',
    ]);
    assert.deepEqual(told(cr('# CR-2026-02-09-001\n\n**Status**: Approved\n')), []);
  });

  it('reads one in front matter', () => {
    const text =
      '---\napproved_by: Dana Field (technical lead)\napproval_date: 2026-02-11\n---\n\n# CR-2026-02-09-001\n';
    assert.deepEqual(told(cr(text)), ['Technical Lead | Dana Field | approved | -']);
    assert.equal(cr(text).approval.date?.date?.day, 11);
  });

  it('reads one before the first heading, and none in a section of something else', () => {
    const line = 'Approved by Dana Field (Technical Lead) on 2026-02-11';
    assert.equal(told(cr(`# CR-2026-02-09-001\n\n${line}\n`)).length, 1);
    assert.equal(told(inSection(line, 'Description')).length, 0);
    assert.equal(told(inSection(`\`\`\`\n${line}\n\`\`\``)).length, 0);
  });
});

describe('roles in the section for approvals', () => {
  const lines: [string, string][] = [
    ['- [x] Technical Lead: Dana Field (2026-02-11)', 'approved'],
    ['☑ Technical Lead: Dana Field', 'approved'],
    ['- ☐ Technical Lead: Dana Field (2026-02-11)', 'pending'],
    ['Technical Lead: Dana Field, 11.02.2026', 'approved'],
    ['- [x] Dana Field (Technical Lead), 2026-02-11', 'approved'],
    ['- Dana Field - Technical Lead - approved', 'approved'],
    ['- [x] Tech Lead Approval: Dana Field', 'approved'],
    ['- ✅ Technical Lead – Dana Field – 2026-02-11', 'approved'],
    ['- ⏳ Technical Lead – Dana Field', 'pending'],
    ['- ❌ Technical Lead: Dana Field (2026-02-11)', 'pending'],
    ['- [ ] Technical Lead: Dana Field approved on 2026-02-11', 'pending'],
    ['- [ ] Technical Lead: ask Dana by 2026-03-01', 'pending'],
    ['- [x] Technical Lead: Dana Field (Date: 2026-02-11) withdrawn', 'pending'],
    ['- [x] Technical Lead: not yet', 'pending'],
    ['- [x] Technical Lead: ~~Dana Field (2026-02-11)~~', 'unanswered'],
    ['- [x] Technical Lead: github-actions', 'unanswered'],
    ['- [x] Technical Lead: renovate[bot] (Date: 2026-02-11)', 'unanswered'],
    ['- [x] Technical Lead: TBD (2026-02-11)', 'unanswered'],
    ['- [x] Technical Lead: yes (2026-02-11)', 'approved'],
    ['- [x] Technical Lead: Dana Field (2026-02-11, no objections)', 'approved'],
    ['- Technical Lead: Dana Field (due 2026-03-01)', 'pending'],
    ['- [x] Technical Lead: Dana Field (3 May 2026) [if security-related]', 'approved'],
  ];
  for (const [line, state] of lines)
    it(`reads ${JSON.stringify(line)} as ${state}`, () => {
      const [first] = inSection(line).approval.roles;
      assert.deepEqual([first?.role?.label, first?.state], ['Technical Lead', state]);
    });
});

describe('the words of an approval', () => {
  const verdicts: [string, ReturnType<typeof verdictOf>][] = [
    ['approved', 'approved'],
    ['Approved without conditions', 'approved'],
    ['✅', 'approved'],
    ['genehmigt', 'approved'],
    ['已批准', 'approved'],
    ['not approved', 'rejected'],
    ['Not yet approved', 'pending'],
    ['never approved', 'pending'],
    ['Approved?', 'pending'],
    ['approved once CR-1 is done', 'pending'],
    ['to be approved', 'pending'],
    ['approval requested', 'pending'],
    ['approved and rejected', 'rejected'],
    ['~~Approved~~', undefined],
    ['未批准', 'pending'],
    ['noch nicht genehmigt', 'pending'],
    ['Not required', undefined],
    ['Dana Field', undefined],
  ];
  for (const [text, verdict] of verdicts)
    it(`says ${verdict ?? 'nothing'} in "${text}"`, () => {
      assert.equal(verdictOf(text), verdict);
    });

  const cells: [string, ReturnType<typeof stateVerdict>][] = [
    ['Yes', 'approved'],
    ['no', 'pending'],
    ['[x]', 'approved'],
    ['[ ]', 'pending'],
    ['[x] Approved [ ] Rejected', 'approved'],
    ['[ ] Approved [x] Rejected', 'rejected'],
    ['[x] Approved [x] Rejected', 'pending'],
    ['☐ Approved', 'pending'],
    ['Approved / Rejected / Deferred', undefined],
    ['Yes/No', undefined],
    ['[Approved | Rejected]', undefined],
    ['Approved or Declined', undefined],
    ['Approved / 2026-02-11', 'approved'],
    ['❌', 'pending'],
    ['', undefined],
    ['-', undefined],
  ];
  for (const [cell, verdict] of cells)
    it(`says ${verdict ?? 'nothing'} in a cell "${cell}"`, () => {
      assert.equal(stateVerdict(cell), verdict);
    });

  for (const name of [
    'TBD',
    'Automated',
    'automatically',
    'CI',
    'CI/CD pipeline',
    'github-actions[bot]',
    'renovate-bot',
    'Dependabot',
    'N/A',
    'to be named',
    'AI Code Assistant',
    'GitHub Copilot AI Assistant',
  ])
    it(`takes ${name} for nobody`, () => {
      assert.ok(isNobody(name));
    });
  for (const name of ['Dana Field', 'Robot Smith Jones', 'Cindy', 'Otto Auto', '@dana', 'Toni Boot'])
    it(`takes ${name} for somebody`, () => {
      assert.ok(!isNobody(name));
    });
});

describe('the date of an approval', () => {
  const dates: [string, string | undefined][] = [
    ['**Approval Token Received**: ATP (2026-02-11)', '2026-02-11'],
    ['**Approval Token Received**: ATP (11.02.2026)', '2026-02-11'],
    ['**Approval Token Received**: ATP on Feb 11, 2026', '2026-02-11'],
    ['**Approval Token Received**: ATP by Dana Field on 2026-02-11', '2026-02-11'],
    ['**Approval Token Received**: ATP (2026-02-11)\n**Approval Date**: YYYY-MM-DD', '2026-02-11'],
    ['**Approval Token Received**: ATP (2026-02-11)\n**Approval Date**: 12/02/2026', undefined],
    ['**Approval Token Received**: ATP\n**Approval Date**: Feb 12, 2026', '2026-02-12'],
    ['**Approval Token Received**: ATP\n\n- [x] Technical Lead: Dana Field (13.02.2026)', '2026-02-13'],
    ['**Approval Token Received**: PENDING (2026-02-11)', undefined],
    ['**Approval Date**: 2026-02-11, withdrawn', undefined],
  ];
  for (const [lines, date] of dates)
    it(`is ${date ?? 'none'} in ${JSON.stringify(lines)}`, () => {
      const read = inSection(lines).approval.date?.date;
      assert.equal(read && formatDate(read), date);
    });

  it('is there where nobody knows which number is the month', () => {
    const lines = '- [x] Technical Lead: Dana Field\n\n**Approval Token Received**: ATP\n**Approval Date**: 05/06/2026';
    assert.ok(isApproved(inSection(lines)));
  });
});

describe('the approver of a change record', () => {
  const record = (lines: string): ChangeRecord => chg(`**Change ID**: CHG-20260209-001\n**Type**: Normal\n${lines}\n`);
  const approvers: [string, boolean][] = [
    ['**Approver**: Lena Holt\n**Approved**: 10.02.2026', true],
    ['**Approver**: Lena Holt (2026-02-10)', true],
    ['Approved by Lena Holt on 2026-02-10', true],
    ['**Approver**: Automated\n**Approved**: 2026-02-10', false],
    ['**Approver**: ~~Lena Holt~~\n**Approved**: 2026-02-10', false],
    ['**Approver**: to be named\n**Approved**: 2026-02-10', false],
    ['**Approver**: Lena Holt - rejected\n**Approved**: 2026-02-10', false],
    ['**Approver**: not approved by Lena Holt\n**Approved**: 2026-02-10', false],
    ['**Approver**: Lena Holt\n**Approved**: tomorrow', false],
    ['**Approver**: Lena Holt\n**Approved**: 2026-02-10 withdrawn', false],
  ];
  for (const [lines, approved] of approvers)
    it(`${approved ? 'is read' : 'is none'} in ${JSON.stringify(lines)}`, () => {
      assert.equal(isApproved(record(lines)), approved);
    });
});
