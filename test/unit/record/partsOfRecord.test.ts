import { strict as assert } from 'node:assert';
import { cr } from './reading';

describe('change history (reading 34)', () => {
  const table = (...rows: string[]): string =>
    `# CR-2026-02-09-001\n\n## Change History\n\n| Date | Status | Notes |\n|------|--------|-------|\n${rows.join('\n')}\n`;

  it('leaves out the rows of the template whose date is a placeholder', () => {
    const { history } = cr(
      table('| 2026-02-09 | DRAFT | CR created |', '| YYYY-MM-DD | PROPOSED | CR submitted for approval |'),
    );
    assert.deepEqual(
      history.map(({ date, status, notes }) => [date.text, status.value?.id, notes.text]),
      [['2026-02-09', 'DRAFT', 'CR created']],
    );
  });

  it('reads drifted statuses and other orders of columns', () => {
    const { history } = cr(
      '# CR-2026-02-09-001\n\n## Change History\n\n| Status | Date | Notes |\n|---|---|---|\n| in progress | 2026-02-11 | started |\n',
    );
    assert.deepEqual(
      history.map(({ date, status }) => [date.date?.day, status.value?.id]),
      [[11, 'IN_PROGRESS']],
    );
  });

  it('reads a history that is kept as a list', () => {
    const { history } = cr(
      '# CR-2026-02-09-001\n\n## Change History\n\n- 2026-02-09: DRAFT – created\n- 2026-02-10: PROPOSED\n',
    );
    assert.deepEqual(
      history.map(({ status, notes }) => [status.value?.id, notes.text]),
      [
        ['DRAFT', 'created'],
        ['PROPOSED', ''],
      ],
    );
  });

  it('reads who it was by, and takes no sentence for a status', () => {
    const { history } = cr(
      '# CR-2026-02-09-001\n\n## Change History\n\n- 2026-02-09: APPROVED by Dana Field\n- 2026-02-10: in progress (Sam)\n- 2026-02-11: Approved the budget\n- 2026-02-12: Completed, after a week\n',
    );
    assert.deepEqual(
      history.map(({ status, notes }) => [status.value?.id, notes.text]),
      [
        ['APPROVED', 'by Dana Field'],
        ['IN_PROGRESS', '(Sam)'],
        ['COMPLETED', 'after a week'],
      ],
    );
  });
});

describe('risks (readings 39 and 41)', () => {
  const text = `# CR-2026-02-09-001

## Impact Assessment

### 7. Risk Assessment

**Overall Risk Level**: MEDIUM

**Identified Risks**:

1. **Risk**: The queue fills up
   - **Probability**: Low (rare)
   - **Impact**: H
   - **Mitigation**: Alert at 80 %
   - **Contingency**: Drop old jobs

2. **Risk**: [Description]
   - **Probability**: [Low | Medium | High]
   - **Impact**: [Low | Medium | High]
   - **Mitigation**: [How to mitigate]
   - **Contingency**: [What to do if risk occurs]

**Risk Matrix**:

| Risk | Probability | Impact | Risk Score | Mitigation |
|------|-------------|--------|------------|------------|
| The queue fills up | L | High | 3 (MEDIUM) | Alert at 80 % |
| [Risk 1] | [L/M/H] | [L/M/H] | [Calc] | [Plan] |
`;

  it('reads list and table, letters and words alike', () => {
    const { risks, riskTable } = cr(text);
    assert.deepEqual(
      [risks[0]?.probability?.value, risks[0]?.impact?.value, risks[0]?.description.text],
      [1, 3, 'The queue fills up'],
    );
    assert.deepEqual(
      [riskTable[0]?.probability?.value, riskTable[0]?.impact?.value, riskTable[0]?.score?.value],
      [1, 3, 3],
    );
    assert.equal(riskTable.length, 1);
  });

  it('knows a risk that is still the template', () => {
    const { risks } = cr(text);
    assert.deepEqual([risks[1]?.probability?.placeholder, risks[1]?.probability?.value], [true, undefined]);
  });

  it('reads the score that a calculation ends with', () => {
    assert.equal(cr(text.replace('3 (MEDIUM)', '1 × 3 = 3')).riskTable[0]?.score?.value, 3);
  });
});

describe('impact assessment and plan (reading 14)', () => {
  const part = (text: string, companions: Parameters<typeof cr>[1] = []) =>
    cr(text, companions).parts.find(({ id }) => id === 'impact-assessment');

  it('is a section', () => {
    assert.ok(part('# CR-2026-02-09-001\n\n## Impact Assessment\n\n**Assessed By**: Ana\n')?.section);
  });

  it('is a companion file', () => {
    const companion = {
      path: 'docs/processes/change-requests/CR-2026-02-09-001-IMPACT-ASSESSMENT.md',
      text: '# Impact Assessment\n\n**Assessed By**: Ana\n\n## 2. Security Impact\n\n**Security Assessment**: HIGH\n',
    };
    const found = part('# CR-2026-02-09-001\n', [companion]);
    assert.equal(found?.companions.length, 1);
    const record = cr('# CR-2026-02-09-001\n', [companion]);
    assert.equal(record.answer('assessed-by')?.text, 'Ana');
    assert.equal(record.answer('security-assessment')?.document.path, companion.path);
  });

  it('is a link to one', () => {
    assert.ok(
      part(
        '# CR-2026-02-09-001\n\n## Impact Assessment\n\nSee [the assessment](./CR-2026-02-09-001-IMPACT-ASSESSMENT.md).\n',
      )?.link,
    );
    assert.ok(
      part('# CR-2026-02-09-001\n\n**Impact Assessment**: [file](CR-2026-02-09-001-IMPACT-ASSESSMENT.md)\n')?.present,
    );
  });

  it('is missing', () => {
    assert.equal(part('# CR-2026-02-09-001\n')?.present, false);
  });
});

describe('progress (reading 24)', () => {
  it('counts the boxes of the plan and nothing else', () => {
    const { progress } = cr(
      '# CR-2026-02-09-001\n\n## Affected Components\n\n**Systems**:\n- [x] Database\n\n## Implementation Plan\n\n#### Phase 1: Preparation (TDD Red)\n\n1. **Write Failing Tests**\n   - [x] Unit tests\n   - [ ] E2E tests\n',
    );
    assert.deepEqual(progress, { done: 1, total: 2 });
  });
});

describe('front matter (reading 17)', () => {
  it('answers where the body does not, and the body wins where both do', () => {
    const record = cr(
      '---\ntitle: From above\nstatus: APPROVED\n---\n# Change Request: CR-2026-02-09-001\n\n**Status**: DRAFT\n',
    );
    assert.equal(record.title?.text, 'From above');
    assert.equal(record.status?.value?.id, 'DRAFT');
    assert.deepEqual(
      record.frontMatterConflicts.map(({ front, body }) => [front.text, body.text]),
      [['APPROVED', 'DRAFT']],
    );
  });

  it('takes YAML values as text: no, 1e3', () => {
    assert.equal(cr('---\nstatus: no\n---\n# CR-2026-02-09-001\n').status?.text, 'no');
  });

  for (const [name, yaml] of [
    ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]'],
    ['__proto__', '__proto__:\n  polluted: yes'],
    ['duplicate keys', 'status: DRAFT\nstatus: APPROVED'],
    ['a custom tag', 'status: !!js/function "function () {}"'],
    ['several documents', 'a: 1\n--- \nb: 2'],
  ] as const) {
    it(`stands ${name}`, () => {
      cr(`---\n${yaml}\n---\n# CR-2026-02-09-001\n`);
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    });
  }
});
