import { strict as assert } from 'node:assert';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { holds, stageAtLeast, transitionsFrom } from '../../../src/core/process/condition';
import { stages } from '../../../src/core/process/processDefinition';

const [requests, records] = builtInProcesses();

/** Answers of a record by field key. */
function saying(values: Readonly<Record<string, readonly string[]>>) {
  return (key: string): readonly string[] => values[key] ?? [];
}

describe('a condition', () => {
  it('holds if one of the values is one of those asked for, without case', () => {
    const condition = { field: 'category', is: ['FEATURE', 'BUG'] };
    assert.equal(holds(condition, saying({ category: ['SECURITY', 'feature'] })), true);
    assert.equal(holds(condition, saying({ category: ['SECURITY'] })), false);
    assert.equal(holds(condition, saying({})), false);
  });

  it('is put together with any and all', () => {
    const a = { field: 'a', is: ['1'] };
    const b = { field: 'b', is: ['1'] };
    const one = saying({ a: ['1'] });
    assert.equal(holds({ any: [a, b] }, one), true);
    assert.equal(holds({ all: [a, b] }, one), false);
    assert.equal(holds({ all: [] }, one), true);
    assert.equal(holds({ any: [] }, one), false);
  });
});

describe('the stages of a record', () => {
  it('come one after the other', () => {
    for (const [index, stage] of stages.entries()) {
      for (const [other, from] of stages.entries()) assert.equal(stageAtLeast(stage, from), index >= other);
    }
  });
});

describe('the ways from one status to the next (reading 28)', () => {
  const next = (process: typeof requests, status: string, type?: string) => {
    assert.ok(process);
    return transitionsFrom(process, status, saying(type === undefined ? {} : { type: [type] })).map(({ id }) => id);
  };

  it('are those of a change request', () => {
    assert.deepEqual(
      ['DRAFT', 'PROPOSED', 'APPROVED', 'IN_PROGRESS', 'COMPLETED', 'REJECTED', 'CANCELLED'].map((status) =>
        next(requests, status),
      ),
      [
        ['PROPOSED', 'CANCELLED'],
        ['APPROVED', 'REJECTED', 'DRAFT', 'CANCELLED'],
        ['IN_PROGRESS', 'PROPOSED', 'CANCELLED'],
        ['COMPLETED', 'PROPOSED', 'CANCELLED'],
        [],
        ['DRAFT'],
        [],
      ],
    );
  });

  it('let a standard or emergency change start without a stop at APPROVED, and an emergency at once', () => {
    assert.ok(!next(records, 'PROPOSED', 'normal').includes('IN_PROGRESS'));
    assert.ok(!next(records, 'PROPOSED').includes('IN_PROGRESS'));
    assert.ok(next(records, 'PROPOSED', 'standard').includes('IN_PROGRESS'));
    assert.ok(next(records, 'PROPOSED', 'emergency').includes('IN_PROGRESS'));
    assert.ok(next(records, 'DRAFT', 'emergency').includes('IN_PROGRESS'));
    assert.ok(!next(records, 'DRAFT', 'standard').includes('IN_PROGRESS'));
  });

  it('lead nowhere from a status that nobody knows', () => {
    assert.deepEqual(next(requests, 'PENDING'), []);
  });

  it('lead nowhere from a final status, and somewhere from all others', () => {
    for (const process of builtInProcesses()) {
      for (const { id, final } of process.statuses) {
        assert.equal(
          process.transitions.some(({ from }) => from === id),
          !final,
          id,
        );
      }
    }
  });
});

describe('who approves', () => {
  const required = (process: typeof requests, values: Readonly<Record<string, readonly string[]>>) =>
    process?.roles
      .filter(({ requiredWhen }) => requiredWhen === undefined || holds(requiredWhen, saying(values)))
      .map(({ label }) => label);

  it('is decided by category, security assessment and security review (reading 26)', () => {
    assert.deepEqual(required(requests, {}), ['Technical Lead']);
    assert.deepEqual(required(requests, { category: ['FEATURE'] }), ['Technical Lead', 'Product Owner']);
    for (const values of [
      { category: ['SECURITY'] },
      { 'security-assessment': ['HIGH'] },
      { 'security-assessment': ['CRITICAL'] },
      { 'security-review-required': ['YES'] },
    ]) {
      assert.deepEqual(required(requests, values), ['Technical Lead', 'Security Team']);
    }
    assert.deepEqual(required(requests, { 'security-assessment': ['MEDIUM'] }), ['Technical Lead']);
  });

  it('is decided by the type of a change record', () => {
    assert.deepEqual(required(records, { type: ['standard'] }), []);
    assert.deepEqual(required(records, { type: ['normal'] }), ['Engineering Manager']);
    assert.deepEqual(required(records, { type: ['emergency'] }), ['CTO']);
  });
});
