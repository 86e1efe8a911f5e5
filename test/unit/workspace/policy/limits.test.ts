import { strict as assert } from 'node:assert';
import { defaultPolicy, type Policy } from '../../../../src/core/workspace/policy/policy';
import { readPeriod } from '../../../../src/core/process/period';
import { complaints, found, policyIn, processIn, read } from './readMeasured';

const withLimits = (id: string, limits: string): Policy =>
  policyIn(`version: 1\nprocesses:\n  ${id}:\n    limits: ${limits}\n`);

describe('the limits of a process', () => {
  it('are those of the process documents where nothing is said', () => {
    const { limits } = processIn(defaultPolicy, 'change-record');
    const { coverage, neutral, systems, monitoring, windowGrace, notification } = limits;
    assert.deepEqual([coverage, neutral, systems], [80, 10, 3]);
    assert.deepEqual(
      [monitoring, windowGrace, notification].map(({ words }) => words),
      ['24 hours', '24 hours', 'an hour'],
    );
    assert.deepEqual(
      [...limits.review, ...limits.approval].map(([type, { words }]) => `${type} ${words}`),
      ['emergency 24 hours', 'normal one week', 'normal 4 hours'],
    );
  });

  it('are what the rules measure with', () => {
    const covered = `# Change Request: CR-2026-02-09-001

**Status**: PROPOSED

## Impact Assessment

### 4. Testing Impact

**Test Coverage**:
- New Code Coverage Target: 85%
`;
    const strict = withLimits('change-request', '{ coverage: 90 }');
    assert.deepEqual(found(defaultPolicy, read(defaultPolicy, covered), 'CG514'), []);
    assert.match(found(strict, read(strict, covered), 'CG514')[0] ?? '', /asks for 90 % or more/);

    const watched = `# Change Request: CR-2026-02-09-001

**Status**: COMPLETED

## Implementation Tracking

**Deployed**: 2026-02-10 10:00 UTC

## Closure

**Monitored Until**: 2026-02-12 09:00 UTC
`;
    const long = withLimits('change-request', '{ monitoring: 2 days }');
    assert.deepEqual(found(defaultPolicy, read(defaultPolicy, watched), 'CG603'), []);
    assert.match(found(long, read(long, watched), 'CG603')[0] ?? '', /less than 2 days after the deployment/);
  });

  it('are by type, and one type can be let off', () => {
    const emergency = `**Change ID**: CHG-20260209-001
**Type**: Emergency
**Implemented**: 2026-02-10 03:00 UTC
**Notified**: 2026-02-10 05:30 UTC
**Reviewed**: 2026-02-12 03:00 UTC
`;
    const told = (policy: Policy) => found(policy, read(policy, emergency, 'change-record'), 'CG802', 'CG803').length;
    assert.equal(told(defaultPolicy), 2);
    assert.equal(told(withLimits('change-record', '{ review: { emergency: 3 days }, notification: 3 hours }')), 0);
    const off = withLimits('change-record', '{ review: { emergency: none } }');
    assert.equal(told(off), 1);
    assert.equal(processIn(off, 'change-record').limits.review.get('normal')?.words, 'one week');
  });

  it('count the hours of business where they say so', () => {
    const overnight = `**Change ID**: CHG-20260209-001
**Type**: Normal
**Date**: 2026-02-09 15:30 UTC
**Status**: APPROVED
**Approver**: Lena Holt
**Approved**: 2026-02-10 10:30 UTC
`;
    const told = (policy: Policy) => found(policy, read(policy, overnight, 'change-record'), 'CG812').length;
    const text = 'processes:\n  change-record:\n    limits: { approval: { normal: 4 business hours } }\n';
    assert.equal(told(defaultPolicy), 1);
    assert.equal(told(policyIn(`version: 1\n${text}`)), 0);
    // In Berlin the day of the request has half an hour left, the next one begins at 8:00 UTC.
    assert.equal(told(policyIn(`version: 1\nzone: Europe/Berlin\n${text}`)), 0);
    assert.equal(told(policyIn(`version: 1\nbusiness-hours: { from: 00:00, to: 24:00 }\n${text}`)), 1);
  });

  it('have ranges, periods and types that there are', () => {
    const limits = (text: string) => complaints(`version: 1\nprocesses:\n  change-record:\n    limits: ${text}\n`);
    const period = 'A period such as 24 hours, 1 week or 4 business hours is expected, at most a year.';
    assert.deepEqual(limits('{ coverage: 101 }'), ['101: A coverage is a whole number from 0 to 100.']);
    assert.deepEqual(limits('{ monitoring: 24 }'), [`24: ${period}`]);
    assert.deepEqual(limits('{ review: { normal: 2 business days } }'), [`2 business days: ${period}`]);
    assert.deepEqual(limits('{ review: { urgent: 2 days } }'), [
      'urgent: "limits" names the type "urgent", which is none of standard, normal, emergency.',
    ]);
    assert.deepEqual(limits('{ overage: 90 }'), ['overage: The policy has no key "overage". Did you mean "coverage"?']);
  });

  it('are periods of one number and one unit', () => {
    assert.deepEqual(readPeriod('4 business hours'), { minutes: 240, clock: 'business', words: '4 business hours' });
    assert.equal(readPeriod('1 hour')?.words, 'an hour');
    assert.equal(readPeriod('1 business hour')?.words, 'one business hour');
    for (const text of ['', '0 hours', '-1 hours', '1.5 hours', 'a week', '53 weeks', '1 day 2 hours', '999999 hours'])
      assert.equal(readPeriod(text), undefined, text);
  });
});
