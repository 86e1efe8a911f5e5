import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { changeRecordTemplate } from '../../../src/core/process/changeRecordTemplate';
import { changeRequestTemplate } from '../../../src/core/process/changeRequestTemplate';
import { impactAssessmentTemplate } from '../../../src/core/process/impactAssessmentTemplate';
import { implementationPlanTemplate } from '../../../src/core/process/implementationPlanTemplate';

/** The contents of the fences that a process document prints its templates in. */
function fencedIn(name: string): string[] {
  const text = readFileSync(`test/fixtures/seeds/${name}`, 'utf8');
  return [...text.matchAll(/^```markdown\n(.*?)^```$/gms)].map((match) => match[1] ?? '');
}

describe('the built-in templates', () => {
  it('are those of the change management process, byte for byte', () => {
    const printed = fencedIn('change-management-process.md');
    assert.deepEqual([changeRequestTemplate, impactAssessmentTemplate, implementationPlanTemplate], printed);
  });

  it('are that of the change record process, byte for byte', () => {
    assert.deepEqual([changeRecordTemplate], fencedIn('claude-enhancer-change-management.md'));
  });
});
