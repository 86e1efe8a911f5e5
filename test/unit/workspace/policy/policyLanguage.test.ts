import { strict as assert } from 'node:assert';
import { policyCompletions, policyHover } from '../../../../src/core/workspace/policy/policyLanguage';
import { readPolicy } from '../../../../src/core/workspace/policy/readPolicy';

const completions = (marked: string) => policyCompletions(marked.replace('¦', ''), marked.indexOf('¦'));
const labels = (marked: string) => completions(marked).map(({ label }) => label);
const hover = (marked: string) => policyHover(marked.replace('¦', ''), marked.indexOf('¦'));

describe('writing a policy', () => {
  it('offers the keys that are not there yet', () => {
    assert.ok(labels('¦').includes('version'));
    const offered = labels('version: 1\n¦');
    assert.ok(offered.includes('folders') && !offered.includes('version'), offered.join());
    assert.deepEqual(labels('folders:\n  ¦\n  change-records: [a]'), ['change-requests']);
  });

  it('offers rules by their codes, with their names', () => {
    const offered = completions('rules:\n  CG312: off\n  ¦');
    assert.ok(offered.some(({ label, detail }) => label === 'CG101' && detail === 'completeness'));
    assert.ok(!offered.some(({ label }) => label === 'CG312'));
  });

  it('offers the answers that can have a severity of their own, and takes each of them', () => {
    const offered = labels('rules:\n  completeness:\n    ¦');
    assert.ok(
      ['severity', 'Urgency', 'Approver(s)', 'Risk Assessment'].every((name) => offered.includes(name)),
      offered.join(),
    );
    for (const name of offered.filter((each) => each !== 'reason' && each !== 'severity'))
      assert.deepEqual(readPolicy(`version: 1\nrules:\n  completeness:\n    ${name}: error\n`).findings, [], name);
    assert.deepEqual(labels('rules:\n  completeness:\n    Urgency: ¦'), [
      'error',
      'warning',
      'information',
      'hint',
      'off',
    ]);
    assert.equal(hover('rules:\n  CG1¦02: off')?.title, 'CG101 completeness');
  });

  it('offers values where they are few', () => {
    assert.deepEqual(labels('rules:\n  CG101: ¦'), ['error', 'warning', 'information', 'hint', 'off']);
    assert.deepEqual(labels('zone: ¦'), []);
  });

  it('writes a key with its colon, and replaces one that has it', () => {
    assert.equal(completions('version: 1\nzo¦').find(({ label }) => label === 'zone')?.insert, 'zone: ');
    assert.equal(completions('version: 1\nzo¦: UTC').find(({ label }) => label === 'zone')?.insert, 'zone');
  });

  it('offers nothing that the policy would not take', () => {
    const text = 'version: 1\nrules:\n  CG101: ';
    for (const { insert } of policyCompletions(text, text.length))
      assert.deepEqual(readPolicy(`${text}${insert}\n`).findings, []);
  });

  it('tells what a key, a value and a rule mean', () => {
    assert.match(hover('zo¦ne: UTC')?.paragraphs.join() ?? '', /^The time zone of "today"/);
    assert.equal(hover('rules:\n  CG¦308: off')?.title, 'CG308 implementation-before-approval');
    assert.match(hover('rules:\n  CG308: of¦f')?.paragraphs.join() ?? '', /never|not|before/i);
    assert.equal(hover('nonsense¦: 1'), undefined);
    assert.equal(hover('# zone¦'), undefined);
  });
});
