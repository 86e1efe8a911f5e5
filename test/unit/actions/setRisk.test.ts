import { strict as assert } from 'node:assert';
import { textAfter } from '../../../src/core/change/change';
import { setRisk, type RiskSetting } from '../../../src/core/actions/setRisk';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { cr } from '../record/reading';

const today = { year: 2026, month: 3, day: 5, minutes: undefined };

const list = `1. **Risk**: The import doubles shipments
   - **Probability**: Medium
   - **Impact**: High
   - **Mitigation**: A dry run

2. **Risk**: The key is not picked up
   - **Probability**: low (rare)
   - **Impact**: HIGH (3)
`;
const table = `| Risk | Probability | Impact | Risk Score | Mitigation |
|------|-------------|--------|------------|------------|
| The import doubles shipments | M | H | 6 (HIGH) | A dry run |
| The key is not picked up | L | H | 1 × 3 = 3 | A check |
`;

function text(...parts: string[]): string {
  return `# Change Request: CR-2026-02-09-001\n\n**Status**: DRAFT\n\n## Impact Assessment\n\n### 7. Risk Assessment\n\n${parts.join('\n')}`;
}

function after(before: string, index: number, setting: RiskSetting): string {
  const record = cr(before);
  const risk = [...record.risks, ...record.riskTable][index];
  assert.ok(risk);
  const result = setRisk(record, risk, setting);
  assert.ok(result.kind === 'change', JSON.stringify(result));
  assert.equal(result.change.steps.length, 1);
  return textAfter(result.change, record.path, before);
}

/** The lines that differ, as they are after the change. */
function changes(before: string, index: number, setting: RiskSetting): string[] {
  const old = before.split(/\r\n|\r|\n/);
  return after(before, index, setting)
    .split(/\r\n|\r|\n/)
    .filter((line, at) => line !== old[at])
    .map((line) => line.trim());
}

describe('giving a risk another place', () => {
  it('changes the list and the row of the matrix together, with the score that comes out', () => {
    assert.deepEqual(changes(text(list, table), 0, { probability: 1, impact: 2 }), [
      '- **Probability**: Low',
      '- **Impact**: Medium',
      '| The import doubles shipments | L | M | 2 (LOW) | A dry run |',
    ]);
  });

  it('keeps letters, case, numbers and words in brackets as they are written', () => {
    assert.deepEqual(changes(text(list, table), 1, { probability: 3, impact: 2 }), [
      '- **Probability**: high (rare)',
      '- **Impact**: MEDIUM (2)',
      '| The key is not picked up | H | M | 3 × 2 = 6 | A check |',
    ]);
  });

  it('leaves what is not given as it is', () => {
    assert.deepEqual(changes(text(list, table), 0, { impact: 1 }), [
      '- **Impact**: Low',
      '| The import doubles shipments | M | L | 2 (LOW) | A dry run |',
    ]);
  });

  it('leaves no contradiction between list, matrix and score', () => {
    const before = text(list, table);
    for (const index of [0, 1])
      for (const probability of [1, 2, 3])
        for (const impact of [1, 2, 3]) {
          const record = cr(before);
          const result = setRisk(record, record.risks[index]!, { probability, impact });
          const written = result.kind === 'change' ? textAfter(result.change, record.path, before) : before;
          const moved = cr(written);
          assert.deepEqual(
            [moved.risks[index]!.probability?.value, moved.risks[index]!.impact?.value],
            [probability, impact],
          );
          const codes = lintRecord(moved, { today }).map(({ code }) => code);
          assert.deepEqual(
            codes.filter((code) => code === 'CG501' || code === 'CG502'),
            [],
          );
        }
  });

  it('writes over placeholders and over words that are no level', () => {
    const open =
      '1. **Risk**: The key is lost\n   - **Probability**: [Low | Medium | High]\n   - **Impact**: Terrible\n';
    assert.deepEqual(changes(text(open), 0, { probability: 2, impact: 3 }), [
      '- **Probability**: Medium',
      '- **Impact**: High',
    ]);
  });

  it('changes a risk that stands in the matrix alone', () => {
    assert.deepEqual(changes(text(table), 1, { probability: 2 }), [
      '| The key is not picked up | M | H | 2 × 3 = 6 | A check |',
    ]);
  });

  it('keeps the line endings of the text', () => {
    const before = text(list, table).replaceAll('\n', '\r\n');
    const written = after(before, 0, { probability: 3 });
    assert.equal(written.replaceAll('\r\n', '').includes('\n'), false);
  });

  it('has nothing to do where the risk lies there already', () => {
    const record = cr(text(list, table));
    assert.deepEqual(setRisk(record, record.risks[0]!, { probability: 2, impact: 3 }), { kind: 'unchanged' });
  });

  it('corrects a score that is wrong where the risk is said to stay', () => {
    assert.deepEqual(changes(text(list, table.replace('6 (HIGH)', '4')), 0, { probability: 2 }), [
      '| The import doubles shipments | M | H | 6 | A dry run |',
    ]);
  });

  it('adds the line that a risk of the list does not have, in the form of the other one', () => {
    for (const ending of ['\n', '\r\n']) {
      const before = (lines: string): string => text(`1. **Risk**: The key is lost\n${lines}`).replaceAll('\n', ending);
      const written = (lines: string, setting: RiskSetting): string => after(before(lines), 0, setting);
      assert.equal(
        written('   - **Impact**: High\n   - **Mitigation**: A copy\n', { probability: 2 }),
        before('   - **Probability**: Medium\n   - **Impact**: High\n   - **Mitigation**: A copy\n'),
      );
      assert.equal(
        written('   - likelihood: low (rare)\n   - Mitigation: A copy\n', { probability: 2, impact: 3 }),
        before('   - likelihood: medium (rare)\n   - impact: High\n   - Mitigation: A copy\n'),
      );
      assert.equal(written('**Probability:** L', { impact: 1 }), before('**Probability:** L\n**Impact:** Low'));
    }
    const row = table.replace('| M | H | 6 (HIGH) | A dry run |', '| M |');
    const { riskTable } = cr(text(row));
    assert.equal(setRisk(cr(text(row)), riskTable[0]!, { impact: 1 }).kind, 'impossible');
  });

  it('changes what a risk tells, and invents nothing for what it does not', () => {
    const before = text('1. **Risk**: The key is lost\n   - **Impact**: High\n');
    assert.equal(after(before, 0, { impact: 1 }), before.replace('High', 'Low'));
  });

  it('refuses what the scale does not have, and a risk without a place for the value', () => {
    const record = cr(text('1. **Risk**: The key is lost\n   - **Probability** (guessed): Low\n'));
    const risk = record.risks[0]!;
    assert.deepEqual(setRisk(record, risk, { probability: 4 }), {
      kind: 'impossible',
      reason: 'The scale of risks has no level of the value 4.',
    });
    assert.deepEqual(setRisk(record, risk, { impact: 2 }), {
      kind: 'impossible',
      reason: 'The risk has no impact in the text; add a line for it, then set it here.',
    });
  });

  it('says in its title what is done', () => {
    const record = cr(text(list, table));
    const result = setRisk(record, record.risks[0]!, { probability: 3, impact: 1 });
    assert.equal(
      result.kind === 'change' && result.change.title,
      'Set "The import doubles shipments" of CR-2026-02-09-001 to probability High and impact Low',
    );
  });
});
