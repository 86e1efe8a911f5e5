import { isExcused, planSteps } from '../../lifecycle/planSteps';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const completedWithOpenSteps = defineRule({
  code: 'CG602',
  name: 'completed-with-open-steps',
  severity: 'warning',
  summary: 'A completed record has no open step in its plan.',
  source: 'Phase 6: Validation and Closure; readings 24 and 36',
  fix: { noneBecause: 'Whether a step was done only the people who did it know.' },
  *check({ record }) {
    const { status, progress } = record;
    if (status?.value?.role !== 'completed' || progress.done === progress.total) return;
    const open = planSteps(record).filter((step) => !step.checked && !isExcused(step)).length;
    if (open === 0) return;
    yield finding(
      status,
      `Status is ${status.value.id}, but ${String(open)} of ${String(progress.total)} steps are not ticked off.`,
    );
  },
});
