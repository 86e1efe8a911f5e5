import { strict as assert } from 'node:assert';
import { inlayHints } from '../../../../src/core/present/language/inlayHints';
import { riskHover } from '../../../../src/core/present/language/riskHover';
import { readThreshold } from '../../../../src/core/process/riskScale';
import { recordLenses } from '../../../../src/core/present/lenses';
import { editsOf } from '../../../rules/fixes';
import { complaints, findings, found, policyIn, processIn, read } from './readMeasured';

const fiveSteps = `version: 1
processes:
  change-request:
    risk:
      levels: { Very Low: 1, Low: 2, Medium: 3, High: 4, Very High: 5 }
      synonyms: { Very Low: [Rare], Very High: [Almost certain] }
      bands: { LOW: 1, MEDIUM: 5, HIGH: 10, VERY HIGH: 20 }
`;

function risky(probability: string, impact: string, rest = ''): string {
  return `# Change Request: CR-2026-02-09-001

**Status**: PROPOSED

## Impact Assessment

### 7. Risk Assessment

**Identified Risks**:

1. **Risk**: The key leaks
   - **Probability**: ${probability}
   - **Impact**: ${impact}

${rest}`;
}

describe('a scale of risks with five steps', () => {
  const policy = policyIn(fiveSteps);

  it('is read in words, letters and synonyms, of which the longest counts', () => {
    const levels = ['Very Low', 'low (seldom)', 'M', 'High', 'VH', 'very-high', 'Rare', 'Almost certain, now', 'Mega'];
    assert.deepEqual(
      levels.map((level) => read(policy, risky(level, 'High')).risks[0]?.probability?.value),
      [1, 2, 3, 4, 5, 5, 1, 5, undefined],
    );
  });

  it('decides the scores and bands that rules tell of', () => {
    const text = risky(
      'Very High',
      'High',
      `**Overall Risk Level**: MEDIUM

| Risk | Probability | Impact | Risk Score | Mitigation |
|---|---|---|---|---|
| The key leaks | VL | High | 5 | Rotation |

**Acceptable Risk Threshold**: HIGH
**Current Risk Score**: HIGH
**Risk Acceptance**: ACCEPTED
`,
    );
    const codes = ['CG501', 'CG502', 'CG503', 'CG504', 'CG505', 'CG507'];
    assert.deepEqual(found(policy, read(policy, text), ...codes), [
      'CG503 The overall risk is MEDIUM, but "The key leaks" scores 20, which is VERY HIGH.',
      'CG502 The matrix gives "The key leaks" the probability VL, but the list of risks gives it Very High.',
      'CG501 The risk score is 5, but VL × High makes 4.',
      'CG507 The current risk score is HIGH, but "The key leaks" makes it VERY HIGH.',
      'CG504 The risk is ACCEPTED, but its score 20 is above the threshold HIGH.',
    ]);
  });

  it('writes letters where the matrix has letters, and takes its bands as overall risk', () => {
    const matrix = '| Risk | Probability | Impact |\n|---|---|---|\n| The key leaks | L | High |\n';
    const record = read(policy, risky('Very High', 'High', `**Overall Risk Level**: VERY HIGH\n\n${matrix}`));
    const [differs] = findings(policy, record, 'CG502');
    assert.deepEqual(
      differs?.fixes.flatMap(editsOf).map(({ edit }) => edit.newText),
      ['VH'],
    );
    assert.equal(record.answer('overall-risk')?.chosen[0]?.option?.value, 'VERY HIGH');
    assert.deepEqual(found(policy, record, 'CG503', 'CG107'), []);
  });

  it('is what thresholds are read by', () => {
    const { risk } = processIn(policy, 'change-request');
    assert.deepEqual(readThreshold(risk, 'up to 16'), { score: 16, name: '16' });
    assert.deepEqual(readThreshold(risk, 'HIGH, agreed on 2026-02-12'), { score: 16, name: 'HIGH' });
    assert.deepEqual(readThreshold(risk, 'very high'), { score: 25, name: 'VERY HIGH' });
    assert.equal(readThreshold(risk, 'HIGH or VERY HIGH'), undefined);
    assert.equal(readThreshold(risk, 'highly unlikely'), undefined);
    assert.equal(readThreshold(risk, '26'), undefined);
    const text = risky('Very High', 'High', '**Acceptable Risk Threshold**: what the board says\n');
    assert.deepEqual(found(policy, read(policy, text), 'CG505'), [
      'CG505 The threshold "what the board says" cannot be checked; a score from 1 to 25 or one of LOW, MEDIUM, HIGH and VERY HIGH can.',
    ]);
  });

  it('is what hints, hovers and lenses tell of', () => {
    const record = read(policy, risky('Very High', 'Medium'));
    const { path, text } = record.document;
    const hints = inlayHints(record, path, { start: 0, end: text.length });
    assert.deepEqual(
      hints.map((hint) => hint.text),
      ['highest 15 HIGH', '= 15 HIGH'],
    );
    assert.equal(hints[1]?.tooltip, 'Probability Very High (5) × impact Medium (3) = 15 HIGH');
    const last = riskHover(record, record.document, text.indexOf('Very High'))?.lines.at(-1);
    assert.equal(
      last?.kind === 'text' ? last.text : '',
      'Score = probability × impact. Very Low 1, Low 2, Medium 3, High 4, Very High 5. 1–4 LOW, 5–9 MEDIUM, 10–16 HIGH, 20–25 VERY HIGH.',
    );
    assert.equal(recordLenses(record, 0).find(({ id }) => id === 'risk')?.title, '15 HIGH, the only risk');
  });

  it('says which risks are high', () => {
    assert.deepEqual(found(policy, read(policy, risky('Medium', 'Medium')), 'CG519'), []);
    assert.deepEqual(found(policy, read(policy, risky('Medium', 'High')), 'CG519'), [
      'CG519 "The key leaks" scores 12, which is HIGH, but has no mitigation.',
    ]);
    const stricter = policyIn(`${fiveSteps}      high: MEDIUM\n`);
    assert.equal(found(stricter, read(stricter, risky('Medium', 'Medium')), 'CG519').length, 1);
  });
});

describe('a scale of risks that contradicts itself', () => {
  const risk = (text: string) => complaints(`version: 1\nprocesses:\n  change-request:\n    risk: ${text}\n`);

  it('is reported', () => {
    assert.deepEqual(risk('{ levels: { Low: 1, High: 5 } }'), [
      'levels: "risk" has other "levels" and no "bands", which say from which score on each begins.',
    ]);
    assert.deepEqual(risk('{ levels: { Low: 1, Middle: 1, High: 3 } }'), [
      'change-request: Two levels of risk have the value 1.',
    ]);
    assert.deepEqual(risk('{ bands: { LOW: 2, HIGH: 100 }, high: TALL }'), [
      'change-request: The lowest score is 1, but the band LOW begins at 2.',
      'change-request: No score is as high as the band HIGH; the highest is 9.',
      'TALL: "high" names "TALL", which is no band of risk.',
    ]);
    assert.deepEqual(risk('{ synonyms: { Medium: [Low] } }'), ['change-request: "low" stands for two levels of risk.']);
    assert.deepEqual(risk('{ levels: { Low: 0, High: 3 } }'), ['0: A level is a whole number from 1 to 100.']);
  });
});
