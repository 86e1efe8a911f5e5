import { strict as assert } from 'node:assert';
import { composeNotice } from '../../src/core/actions/composeNotice';
import { summarize } from '../../src/core/workspace/summarize';
import { builtInProcesses } from '../../src/core/process/builtInProcesses';
import { readRecord } from '../../src/core/record/readRecord';
import { lintRecord } from '../../src/core/rules/engine/lintRecord';

const today = { year: 2026, month: 3, day: 1, minutes: undefined };

/** Texts of the size that is read at most, made so that whatever takes the square of its input does not come back. */
const bombs: Readonly<Record<string, string>> = {
  'one long heading': `# CR-${'1-'.repeat(15_000)}\n`,
  'one long status': `**Status**: ${'A-'.repeat(15_000)}\n`,
  'one long date': `**Created**: ${'January '.repeat(4_000)}\n`,
  'a name with a gap': `**Requestor**: Dana${' '.repeat(200_000)}x\n`,
  'an approver with a gap': `## Stakeholders\n**Approver(s)**:\n- Dana${' '.repeat(200_000)}x - y\n`,
  'a status with a gap': `**Status**: DRAFT${' '.repeat(200_000)}x\n`,
  'a value of one mark': `**Title**: x${'*'.repeat(200_000)}x\n`,
  'a word full of stops': `**Title**: x${'.'.repeat(200_000)}x\n`,
  'brackets that are never closed': `## Dependencies\n**Upstream Dependencies**:\n- ${'[ '.repeat(100_000)}\n`,
  'a field again and again': '**Status**: DRAFT\n'.repeat(20_000),
  'a section again and again': '## Description\n'.repeat(20_000),
  'a choice with 20,000 boxes': `**Priority**:\n${'- [x] P1\n'.repeat(20_000)}`,
  'a box that excludes 20,000 others': `**API Surface Changes**:\n${'- [x] No API changes\n'.repeat(20_000)}`,
  'separators below sentences': 'A sentence.\n---\n'.repeat(20_000),
  'fences that open in every item': '- ```\n'.repeat(20_000),
  'an open fence over 20,000 fields': `# CR\n\`\`\`\n${'**Status**: x\n'.repeat(20_000)}`,
  'a history of 15,000 rows': `## Change History\n| Date | Status | Notes |\n|---|---|---|\n${Array.from(
    { length: 15_000 },
    (_, row) => `| 20${String(10 + (row % 90))}-02-09 | ${row % 2 === 0 ? 'DRAFT' : 'COMPLETED'} | x |\n`,
  ).join('')}`,
  '5,000 risks in list and table': `## Impact Assessment\n### Risk Assessment\n${Array.from(
    { length: 5_000 },
    (_, row) => `${String(row + 1)}. **Risk**: r${String(row)}\n   - **Probability**: Low\n   - **Impact**: High\n`,
  ).join('')}\n| Risk | Probability | Impact | Score |\n|---|---|---|---|\n${Array.from(
    { length: 5_000 },
    (_, row) => `| r${String(row)} | H | H | 3 |\n`,
  ).join('')}`,
};

describe('texts that are made to take long', function () {
  // Whatever takes the square of its input takes longer on any machine, and what is linear a tenth of it.
  this.timeout(20_000);

  for (const [name, text] of Object.entries(bombs)) {
    it(`${name}: read, linted and summed up, and no message or fix grows with it`, () => {
      for (const [index, process] of builtInProcesses().entries()) {
        const path = index === 0 ? 'docs/CR-2026-02-09-001.md' : 'docs/CHG-20260209-001.md';
        const record = readRecord({ process, path, text });
        const found = lintRecord(record, {
          today,
          onRuleError: (_, error) => {
            throw error;
          },
        });
        summarize(record, found, []);
        composeNotice(record);
        assert.ok(found.every(({ message, related }) => message.length < 1_000 && related.length < 50));
      }
    });
  }
});
