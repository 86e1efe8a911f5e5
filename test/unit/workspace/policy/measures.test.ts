import { strict as assert } from 'node:assert';
import { defaultPolicy, policyOf, type Policy } from '../../../../src/core/workspace/policy/policy';
import { policyCompletions, policyHover } from '../../../../src/core/workspace/policy/policyLanguage';
import { printPolicy } from '../../../../src/core/workspace/policy/printPolicy';
import { complaints, policyIn } from './readMeasured';

describe('what else the policy measures with', () => {
  it('is reported where it cannot be', () => {
    const hours = (text: string) => complaints(`version: 1\nbusiness-hours: ${text}\n`);
    assert.deepEqual(hours('{ from: 09:00, to: 17:30, days: [Mon, Sun], holidays: [2026-12-25] }'), []);
    assert.deepEqual(hours('{ from: 9:00 }'), ['9:00: A time of day is written as 09:00.']);
    assert.deepEqual(hours('{ holidays: [2026-02-30] }'), ['2026-02-30: A day is written as 2026-12-25.']);
    assert.deepEqual(hours('{ from: 18:00 }'), [
      '{ from: 18:00 }: A business day has at least an hour, from before to.',
    ]);
    assert.deepEqual(hours('{ days: [Monday] }'), ['Monday: One of Mon, Tue, Wed, Thu, Fri, Sat, Sun is expected.']);
    assert.deepEqual(complaints('version: 1\npaths: { fre: [] }\n'), [
      'fre: The policy has no key "fre". Did you mean "free"?',
    ]);
    assert.deepEqual(complaints('version: 1\nshared-files: [/etc/hosts]\n'), [
      '/etc/hosts: A pattern is relative to the workspace and begins with a name or a star.',
    ]);
  });

  it('lets the severity of a companion without its record be changed', () => {
    assert.equal(policyIn('version: 1\nrules: { companion-without-record: error }\n').severities.size, 1);
  });

  it('is completed and explained', () => {
    const labels = (text: string) => policyCompletions(text, text.length).map(({ label }) => label);
    assert.deepEqual(labels('version: 1\nbusiness-hours:\n  '), ['days', 'from', 'to', 'holidays']);
    assert.deepEqual(labels('version: 1\npaths:\n  '), ['free', 'governed', 'protected']);
    const limits = 'version: 1\nprocesses:\n  change-request:\n    limits:\n      ';
    assert.ok(labels(limits).includes('window-grace'));
    const text = `${limits}coverage: 80\n`;
    assert.match(policyHover(text, text.indexOf('coverage') + 2)?.paragraphs[0] ?? '', /CG514/);
    assert.ok(labels('version: 1\nrules:\n  ').includes('CG709'));
  });

  it('is printed, and read again as the same', () => {
    const policy = policyIn(`version: 1
processes:
  change-request:
    risk:
      levels: { Very Low: 1, Low: 2, Medium: 3, High: 4, Very High: 5 }
      bands: { LOW: 1, MEDIUM: 5, HIGH: 10, VERY HIGH: 20 }
    limits: { coverage: 90, monitoring: 2 days }
  change-record:
    limits: { approval: { normal: 4 business hours }, review: { normal: none } }
zone: Europe/Berlin
business-hours: { days: [Mon, Tue], from: 08:30, to: 24:00, holidays: [2026-12-25] }
paths: { free: ["assets/**"] }
shared-files: [src/routes.ts]
requirements: docs/rtm.md
untouched: { PROPOSED: 14 }
`);
    const printed = printPolicy(policy, policy.processes ?? []);
    const again = policyIn(printed);
    assert.equal(printPolicy(again, again.processes ?? []), printed);
    const plain = ({ processes, ...rest }: Policy) => ({ ...rest, processes: processes?.map(({ source }) => source) });
    assert.deepEqual(plain(again), plain(policy));
    assert.deepEqual(policyOf({ version: 1 }), defaultPolicy);
  });
});
