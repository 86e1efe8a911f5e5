// The implementation plan of a change request.
import { day } from './dates.mjs';
import { boxes } from './lists.mjs';
import { capital } from './prose.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./changeRequest.mjs').Facts} Facts */

/** Headings of the phases, and their names in the timeline. */
export const phases = /** @type {const} */ ([
  ['Phase 1: Preparation (TDD Red)', 'Preparation'],
  ['Phase 2: Implementation (TDD Green)', 'Implementation'],
  ['Phase 3: Quality (TDD Refactor)', 'Quality'],
  ['Phase 4: Validation', 'Validation'],
  ['Phase 5: Documentation & Review', 'Documentation & Review'],
  ['Phase 6: Deployment', 'Deployment'],
]);

/** What the template proposes to do in each phase; a record has some of it. */
const usualSteps = [
  [
    'Break CR into atomic REQ-IDs',
    'Update RTM with new requirements',
    'Link REQ-IDs to CR',
    'Verify tests fail for right reason',
    'Run security scan (current state)',
    'Document baseline metrics',
  ],
  ['Make unit tests pass', 'Make integration tests pass', 'Make E2E tests pass'],
  [
    'Eliminate duplication',
    'Improve naming and structure',
    'Add structured logging',
    'Add metrics/counters',
    'Update README if needed',
    'Update API docs if needed',
  ],
  [
    'All unit tests pass',
    'All integration tests pass',
    'Coverage ≥ 80%',
    'Linter passes (zero warnings)',
    'Security scan passes (no new vulnerabilities)',
    'Dependency audit clean',
    'Within SLO targets',
  ],
  [
    'All docs updated and reviewed',
    'Change history updated',
    'PR description complete',
    'Reviewers assigned',
    'Feedback addressed',
  ],
  [
    'Deployment checklist complete',
    'Stakeholders notified',
    'Merge to main',
    'Deploy to staging',
    'Deploy to production',
    'Monitor logs for errors',
    'Verify SLOs are met',
  ],
];

/** @param {Facts} facts @param {Random} random */
export function implementationPlan(facts, random) {
  const { prose, files, timeline } = facts;
  const reached = facts.isClosed ? Infinity : facts.status === 'IN_PROGRESS' ? random.int(1, 12) : 0;
  let number = 0;
  const steps = phases.map(([heading], phase) => {
    const usual = usualSteps[phase] ?? [];
    const sections = random.list(random.int(2, 4), () => {
      number++;
      const mark = `[${number <= reached ? 'x' : ' '}]`;
      const indent = ' '.repeat(String(number).length + 2);
      const own = random.list(random.int(1, 3), () => {
        const file = random.pick(files).path;
        const thing = prose.noun();
        return random.pick([
          `Write down what ${thing} does today`,
          `${prose.remedy()}, in ${file}`,
          `Look at ${thing} together with ${prose.group()}`,
          prose.remedy(),
        ]);
      });
      const lines = [...own, ...random.some(usual, random.int(1, 4))]
        .map((line) => `${indent}- ${mark} ${line}\n`)
        .join('');
      return `${String(number)}. **${capital(prose.noun())}**\n${lines}`;
    });
    return `#### ${heading}\n\n${sections.join('\n')}`;
  });
  const total = timeline.reduce((sum, { days }) => sum + days, 0);
  const days = (/** @type {number} */ count) => `${String(count)} ${count === 1 ? 'day' : 'days'}`;
  const lines = files.map(({ path, type, added, removed, what }) => {
    const loc =
      type === 'Create'
        ? `+${String(added)}`
        : type === 'Delete'
          ? `-${String(removed)}`
          : `+${String(added)} -${String(removed)}`;
    return `| ${path} | ${type} | ${what} | ${loc} |\n`;
  });
  const sum = (/** @type {'added' | 'removed'} */ key, /** @type {string} */ except) =>
    String(files.filter(({ type }) => type !== except).reduce((all, file) => all + file[key], 0));
  const ready = facts.isStarted ? ['CR', 'Branch', 'Development', 'Required', 'Dependencies', 'Test'] : [];
  return `## Implementation Plan

**Plan Version**: ${random.pick(['1.0', '1.1', '1.2', '2.0'])}
**Created**: ${day(facts.created)}
**Last Updated**: ${day(facts.proposed)}

---

### Prerequisites

**Before Starting Implementation**:
${boxes(
  [
    'CR approved and ATP token received',
    `Branch created: ${facts.isStarted ? facts.branch : '[branch-name]'}`,
    'Development environment setup',
    'Required tools installed',
    'Dependencies updated',
    'Test data prepared',
  ],
  ready,
)}
---

### Step-by-Step Execution Plan

${steps.join('\n---\n\n')}
---

### Estimated Timeline

| Phase | Duration | Start | End |
|-------|----------|-------|-----|
${timeline.map(({ name, days: count, start, end }) => `| ${name} | ${days(count)} | ${day(start)} | ${day(end)} |\n`).join('')}| **Total** | **${days(total)}** | ${day(timeline[0]?.start ?? 0)} | ${day(timeline.at(-1)?.end ?? 0)} |

---

### Files to Modify

| File Path | Type | Change Description | Estimated LOC |
|-----------|------|-------------------|---------------|
${lines.join('')}
**Total Estimated Changes**: +${sum('added', 'Delete')} -${sum('removed', 'Create')} lines across ${String(files.length)} files
`;
}
