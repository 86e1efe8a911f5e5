// A change record (CHG) in which nothing contradicts anything.
import { day, moment } from './dates.mjs';
import { capital, Prose } from './prose.mjs';

/**
 * @param {{ id: string, created: number, random: import('./random.mjs').Random }} options `created` is a day
 */
export function changeRecord({ id, created, random }) {
  const prose = new Prose(random);
  const type = random.pick(['Standard', 'Normal', 'Normal', 'Emergency']);
  const status = random.pick(['COMPLETED', 'COMPLETED', 'COMPLETED', 'APPROVED', 'PROPOSED']);
  const [requester = '', approver = ''] = prose.people(2);
  const isDone = status === 'COMPLETED' || type !== 'Normal';
  const made = created + (type === 'Normal' ? random.int(1, 3) : 0);
  const box = (/** @type {string} */ line) => `- [${isDone ? 'x' : ' '}] ${line}\n`;
  /** @type {string[]} */
  const tracked = [];
  if (type === 'Standard') tracked.push('**Status**: COMPLETED', `**Implemented**: ${moment(made, random)}`);
  if (type === 'Normal') {
    tracked.push(`**Status**: ${status}`);
    if (status !== 'PROPOSED')
      tracked.push(
        `**Approver**: ${approver} (Engineering Manager)`,
        `**Approved**: ${day(created)}`,
        `**Scheduled**: ${moment(made, random, 6)}`,
      );
    if (isDone)
      tracked.push(
        `**Implemented**: ${moment(made, random, 8)}`,
        `**Reviewed**: ${moment(made + random.int(1, 4), random)}`,
      );
  }
  if (type === 'Emergency')
    tracked.push(
      '**Status**: COMPLETED',
      `**Approver**: ${approver} (CTO)`,
      `**Approved**: ${day(made)}`,
      `**Implemented**: ${day(made)} 02:4${String(random.int(0, 9))}:00 UTC`,
      `**Notified**: ${day(made)} 02:5${String(random.int(0, 9))}:00 UTC`,
      `**Reviewed**: ${day(made)} 1${String(random.int(0, 9))}:15:00 UTC`,
    );
  const priority = type === 'Emergency' ? random.int(0, 1) : random.int(1, 3);
  const risk = type === 'Standard' ? 'Low' : random.pick(['Low', 'Medium', 'High']);
  const text = `**Change ID**: ${id}
**Type**: ${type}
**Priority**: P${String(priority)}
**Requester**: ${requester}
**Date**: ${day(created)}
${tracked.join('\n')}

**Description**:
${prose.paragraph(2, 6)}

**Impact Assessment**:
- Systems affected: ${prose.service}, ${prose.makeService()}
- Users affected: ${random.pick(['All', 'None', String(random.int(10, 90_000))])}
- Downtime required: ${random.chance(0.7) ? 'No' : `Yes - ${String(random.int(2, 55))} minutes`}
- Risk level: ${risk}

**Implementation Plan**:
${random.list(random.int(2, 6), (index) => `${String(index + 1)}. ${prose.remedy()}\n`).join('')}
**Rollback Plan**:
1. Go back if the error rate is above ${String(random.int(1, 5))} % for ${String(random.int(2, 15))} minutes
${random.list(random.int(1, 3), (index) => `${String(index + 2)}. ${prose.remedy()}\n`).join('')}
**Testing Plan**:
${['Unit tests', 'Integration tests', 'BDD scenarios', `Manual testing of ${prose.noun()}`].map(box).join('')}
**Success Criteria**:
${['All tests pass', 'SLOs maintained', `${capital(prose.noun())} without errors in the logs`].map(box).join('')}`;
  return { text, type, isDone };
}
