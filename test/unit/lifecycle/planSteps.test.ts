import { strict as assert } from 'node:assert';
import { textAfter } from '../../../src/core/change/change';
import { tickSteps, toggleSteps } from '../../../src/core/actions/tickStep';
import { nextOpenStep, planSteps, stepAt, stepNamed } from '../../../src/core/lifecycle/planSteps';
import { cr } from '../record/reading';

const path = 'docs/processes/change-requests/CR-2026-02-09-001.md';
const planPath = 'docs/processes/change-requests/CR-2026-02-09-001-IMPLEMENTATION-PLAN.md';
const text = `# CR-2026-02-09-001: Raise the limit

**Status**: IN_PROGRESS

**Priority**:
- [ ] P1 - HIGH
- [x] P2 - MEDIUM

## Implementation Plan

### Phase 1: Preparation

- [x] Branch created: \`feat/upload\`
- [ ] **Review** the plan
  with the team

### Phase 2: Work

1. [ ] Raise the limit
2. [X] Write a test

\`\`\`
- [ ] not a step
\`\`\`
`;
const record = cr(text);
const steps = planSteps(record);
const offsetOf = (words: string): number => text.indexOf(words);

describe('the steps of a record', () => {
  it('are the boxes of its plan with their phase; priorities and code are none', () => {
    assert.deepEqual(
      steps.map(({ number, text: words, phase, checked }) => [number, words, phase, checked]),
      [
        [1, 'Branch created: feat/upload', 'Phase 1: Preparation', true],
        [2, 'Review the plan', 'Phase 1: Preparation', false],
        [3, 'Raise the limit', 'Phase 2: Work', false],
        [4, 'Write a test', 'Phase 2: Work', true],
      ],
    );
    assert.deepEqual(record.progress, { done: 2, total: 4 });
  });

  it('go on in companions', () => {
    const plan = { path: planPath, text: '# Plan\n\n- [ ] Switch over\n' };
    const whole = planSteps(cr(text, [plan]));
    assert.deepEqual(
      whole.slice(-1).map(({ number, text: words, box }) => [number, words, box.document.path]),
      [[5, 'Switch over', planPath]],
    );
  });

  it('are found from any of their lines, and from no other', () => {
    const at = (words: string): number | undefined => stepAt(steps, path, offsetOf(words))?.number;
    assert.deepEqual(
      ['- [ ] **Review', 'Review**', 'with the team', '1. [ ] Raise', 'P1 - HIGH', '### Phase 2', 'not a step'].map(at),
      [2, 2, 2, 3, undefined, undefined, undefined],
    );
    assert.equal(stepAt(steps, planPath, 0), undefined);
    assert.equal(stepAt([], path, 0), undefined);
  });

  it('are found again by number and words when the text moved', () => {
    const moved = planSteps(cr(text.replace('- [x] Branch', '- [ ] Ask\n- [x] Branch')));
    assert.equal(stepNamed(moved, { number: 3, text: 'Raise the limit' })?.number, 4);
    assert.equal(stepNamed(moved, { number: 3, text: 'Review the plan' })?.number, 3);
    assert.equal(stepNamed(moved, { number: 1, text: 'Gone' }), undefined);
  });

  it('have a next one that is open, behind the cursor and then from the beginning', () => {
    const after = (words: string): number | undefined => nextOpenStep(steps, { path, offset: offsetOf(words) })?.number;
    assert.equal(nextOpenStep(steps)?.number, 2);
    assert.equal(after('# CR'), 2);
    assert.equal(after('with the team'), 3);
    assert.equal(after('2. [X]'), 2);
    assert.equal(nextOpenStep(steps, { path: 'elsewhere.md', offset: 99 })?.number, 2);
    assert.equal(nextOpenStep(steps.filter(({ checked }) => checked)), undefined);
  });
});

describe('ticking steps', () => {
  const after = (change: ReturnType<typeof toggleSteps>): string => (change ? textAfter(change, path, text) : text);
  const [created, review, raise, test] = steps;

  it('writes one character and nothing else', () => {
    assert.ok(raise);
    const change = tickSteps([raise], true);
    assert.equal(change?.title, 'Tick off "Raise the limit"');
    assert.equal(after(change), text.replace('1. [ ] Raise', '1. [x] Raise'));
  });

  it('and opening them again leads back', () => {
    assert.ok(test);
    const change = tickSteps([test], false);
    assert.equal(change?.title, 'Open again "Write a test"');
    assert.equal(after(change), text.replace('[X] Write', '[ ] Write'));
  });

  it('that are as they are wanted changes nothing', () => {
    assert.ok(created && test);
    assert.equal(tickSteps([created, test], true), undefined);
    assert.equal(tickSteps([], true), undefined);
    assert.equal(toggleSteps([]), undefined);
  });

  it('several at once ticks all of them while one is open, and opens all of them when none is', () => {
    assert.ok(created && review && raise && test);
    const ticked = toggleSteps([created, review, raise, raise]);
    assert.equal(ticked?.title, 'Tick off 2 steps');
    assert.equal(after(ticked), text.replace('[ ] **Review', '[x] **Review').replace('[ ] Raise', '[x] Raise'));
    assert.equal(
      after(toggleSteps([created, test])),
      text.replace('[x] Branch', '[ ] Branch').replace('[X] Write', '[ ] Write'),
    );
  });

  it('of several files edits each of them', () => {
    const whole = planSteps(cr(text, [{ path: planPath, text: '- [ ] Switch over\n' }]));
    const change = tickSteps(whole, true);
    assert.deepEqual(
      change?.steps.map((step) => step.kind === 'edit' && [step.path, step.edits.length]),
      [
        [path, 2],
        [planPath, 1],
      ],
    );
  });

  it('keeps a long title short', () => {
    const [long] = planSteps(cr(`# CR-2026-02-09-001\n\n## Implementation Plan\n\n- [ ] ${'word '.repeat(40)}\n`));
    assert.ok(long);
    assert.ok((tickSteps([long], true)?.title.length ?? 0) < 80);
  });
});
