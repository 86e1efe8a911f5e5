import { strict as assert } from 'node:assert';
import { normalize } from '../../../../src/core/actions/normalize';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import { readRecord } from '../../../../src/core/record/readRecord';
import { renderTemplate } from '../../../../src/core/process/renderTemplate';
import { initialAnswers } from '../../../../src/core/process/initialAnswers';

const today = { year: 2026, month: 3, day: 1, minutes: undefined };
const [process] = builtInProcesses();
assert.ok(process);
const path = 'docs/CR-2026-02-09-001.md';
const kindOf = (text: string): string => normalize(readRecord({ process, path, text }), { today }).kind;

describe('normalizing a record', () => {
  it('has nothing to do with what the templates print', () => {
    const text = process.documents
      .map(({ id }) => {
        const values = initialAnswers(process, id, { id: 'CR-2026-02-09-001', now: { ...today, minutes: 0 } });
        return renderTemplate(process, id, values).text;
      })
      .join('\n---\n\n');
    assert.equal(kindOf(text), 'already-normal');
    assert.equal(kindOf(''), 'already-normal');
  });

  it('refuses a text that is no record any more, and says why', () => {
    const text = `# Change Request: CR-2026-02-09-001\n\n**Status:** draft\n${'words '.repeat(11_000)}\n`;
    const result = normalize(readRecord({ process, path, text }), { today });
    assert.deepEqual(result, {
      kind: 'refused',
      reason: `${path} is longer than 64 KiB, which no record should be; it was left as it is.`,
    });
  });

  it('takes its companions along, each as a step of one change', () => {
    const companion = {
      path: 'docs/CR-2026-02-09-001-IMPLEMENTATION-PLAN.md',
      text: '# Plan\n\n**Plan Version:** 1\n',
    };
    const text = '# Change Request: CR-2026-02-09-001\n\n**Status:** DRAFT\n';
    const result = normalize(readRecord({ process, path, text, companions: [companion] }), { today });
    assert.equal(result.kind, 'change');
    assert.deepEqual(result.kind === 'change' && result.change.steps.map((step) => step.kind === 'edit' && step.path), [
      path,
      companion.path,
    ]);
  });
});
