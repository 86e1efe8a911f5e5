import { strict as assert } from 'node:assert';
import { termsOf } from '../../../src/core/approval/approvalTerms';
import { cr, isApproved } from './reading';

function withApproval({
  token = 'ATP',
  date = '2026-02-10',
  lead = '- [x] Technical Lead: Dana Field (Date: 2026-02-10)',
  more = '',
}): string {
  return `# Change Request: CR-2026-02-09-001

**Status**: APPROVED

## Basic Information

**Category**: REFACTOR

## Approval Status

**Approved by**:
${lead}
${more}
**Approval Token Received**: ${token}
**Approval Date**: ${date}
`;
}

describe('the approval token (reading 32)', () => {
  const kinds: [string, string][] = [
    ['Approved to Proceed', 'token'],
    ['ATP', 'token'],
    [' atp ', 'token'],
    ['"Go Ahead"', 'token'],
    ['Implement', 'token'],
    ['LGTM, start implementation', 'token'],
    ['ATP (2026-02-10)', 'token'],
    ['ATP, 2026-02-10', 'token'],
    ['**ATP** (given in the stand-up)', 'token'],
    ['Go Ahead – R. Lindt, 2026-03-04', 'token'],
    ['ATP, Dana Field 2026-02-10', 'token'],
    ['Yes', 'affirmative'],
    ['Yes (Dana)', 'affirmative'],
    ['No', 'negative'],
    ['PENDING', 'negative'],
    ['Not yet', 'negative'],
    ['ausstehend', 'negative'],
    ['noch nicht erteilt', 'negative'],
    ['En attente', 'negative'],
    ['offenbar ATP', 'unknown'],
    ['[ATP | Approved to Proceed | Yes/No]', 'placeholder'],
    ['do not implement', 'unknown'],
    ['Implement after the audit', 'unknown'],
    ['ATP?', 'unknown'],
    ['ATP (not before the audit)', 'unknown'],
    ['ATP (requested 2026-02-10)', 'unknown'],
    ['ATP – Requested Monday, 2026-02-10', 'unknown'],
    ['ATP – Dana Field', 'unknown'],
    ['Implement – After Audit, 2026-02-10', 'unknown'],
    ['lgtm', 'unknown'],
    ['ATPX', 'unknown'],
    ['\u0410TP', 'unknown'],
  ];
  for (const [token, kind] of kinds) {
    it(`reads ${JSON.stringify(token)} as ${kind}`, () => {
      assert.equal(cr(withApproval({ token })).approval.token?.kind, kind);
    });
  }

  it('never takes an unticked box for a token', () => {
    const { approval } = cr(withApproval({ token: '\n- [ ] ATP\n- [ ] Go Ahead' }));
    assert.notEqual(approval.token?.kind, 'token');
  });

  it('never finds a token in prose', () => {
    assert.equal(
      cr('# CR-2026-02-09-001\n\n## Description\n\n### Problem Statement\n\nATP\n').approval.token,
      undefined,
    );
  });
});

describe('who approved (reading 31)', () => {
  const leads: [string, boolean][] = [
    ['- [x] Technical Lead: Dana Field (Date: 2026-02-10)', true],
    ['- Technical Lead: Approved (Date: 2026-02-10)', true],
    ['- **Technical Lead**: Dana Field, approved 2026-02-10', true],
    ['- [x] Technical Lead (Dana Field, 2026-02-10)', true],
    ['- Technical Lead: Approved (Dana Field, 2026-02-10)', true],
    ['- Technical Lead (Dana Field)', false],
    ['- ✅ Technical Lead: Dana Field (Date: 2026-02-10)', true],
    ['| Role | Name | Date |\n|---|---|---|\n| Technical Lead | Dana Field | 2026-02-10 |\n', true],
    ['- [ ] Technical Lead: ____________ (Date: ______)', false],
    ['- [ ] Technical Lead: Dana Field (Date: ______)', false],
    ['- Technical Lead: Pending', false],
    ['- [ ] Technical Lead: rejected (Date: 2026-02-10)', false],
  ];
  for (const [lead, valid] of leads) {
    it(`takes ${JSON.stringify(lead.slice(0, 60))} ${valid ? 'as' : 'not as'} an approval`, () => {
      assert.equal(isApproved(cr(withApproval({ lead }))), valid);
    });
  }

  it('asks for a real date', () => {
    assert.equal(isApproved(cr(withApproval({ date: 'YYYY-MM-DD' }))), false);
    assert.equal(isApproved(cr(withApproval({ date: '2026-02-30' }))), false);
  });

  it('finds the name in brackets, and no name where they hold none', () => {
    const named = (lead: string): (string | undefined)[] =>
      cr(withApproval({ lead })).approval.roles.map(({ name }) => name);
    assert.deepEqual(named('- Technical Lead: Approved (Dana Field, 2026-02-10)'), ['Dana Field']);
    assert.deepEqual(named('- [x] Technical Lead (Dr. Dana Field, 2026-02-10)'), ['Dr. Dana Field']);
    assert.deepEqual(named('- [x] Technical Lead: (Date: 2026-02-10)'), [undefined]);
    assert.deepEqual(named('- Technical Lead: Approved (by mail)'), [undefined]);
    assert.deepEqual(named('- Technical Lead: Approved by Dana Field (2026-02-10)'), ['Dana Field']);
  });

  it('takes "N/A" as security approval for no word of the Security Team', () => {
    const text = '# CR-2026-02-09-001\n\n## Impact Assessment\n\n### 2. Security Impact\n\n**Security Approval**: ';
    assert.deepEqual(cr(`${text}N/A\n`).approval.roles, []);
    assert.equal(cr(`${text}APPROVED\n`).approval.roles[0]?.state, 'approved');
  });

  it('reads the approver lines of the stakeholders', () => {
    const { approval } = cr(
      '# CR-2026-02-09-001\n\n## Stakeholders\n\n**Approver(s)**:\n- Dana Field - Technical Lead - Approved\n- Sam Poe - Security Team - Pending\n',
    );
    assert.deepEqual(
      approval.roles.map(({ name, role, state }) => [name, role?.label, state]),
      [
        ['Dana Field', 'Technical Lead', 'approved'],
        ['Sam Poe', 'Security Team', 'pending'],
      ],
    );
  });
});

describe('which roles have to approve (reading 26)', () => {
  const required = (text: string): string[] => termsOf(cr(text)).roles.map(({ label }) => label);

  it('is always the Technical Lead', () => {
    assert.deepEqual(required('# CR-2026-02-09-001\n'), ['Technical Lead']);
  });

  it('is the Product Owner for a feature', () => {
    assert.deepEqual(required('# CR-2026-02-09-001\n\n## Basic Information\n\n**Category**: FEATURE\n'), [
      'Technical Lead',
      'Product Owner',
    ]);
  });

  for (const lines of [
    '## Basic Information\n\n**Category**: SECURITY',
    '## Impact Assessment\n\n### 2. Security Impact\n\n**Security Assessment**: HIGH',
    '## Impact Assessment\n\n### 2. Security Impact\n\n**Security Assessment**: CRITICAL',
    '## Impact Assessment\n\n### 2. Security Impact\n\n**Security Review Required**: YES',
  ]) {
    it(`is the Security Team where it says ${JSON.stringify(lines.slice(-35))}`, () => {
      assert.deepEqual(required(`# CR-2026-02-09-001\n\n${lines}\n`), ['Technical Lead', 'Security Team']);
    });
  }
});
