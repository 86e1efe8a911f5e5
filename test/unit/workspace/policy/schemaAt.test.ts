import { strict as assert } from 'node:assert';
import { policySchema } from '../../../../src/core/workspace/policy/policySchema';
import { schemaAt } from '../../../../src/core/workspace/policy/schemaAt';

describe('the schema of the policy at a place', () => {
  it('knows the keys of the file and what they mean', () => {
    const { keys } = schemaAt(policySchema, []) ?? assert.fail();
    assert.ok(keys.includes('folders') && keys.includes('processes'), keys.join());
    const folders = schemaAt(policySchema, ['folders']);
    assert.deepEqual(folders?.keys, ['change-requests', 'change-records']);
    assert.match(folders.description ?? '', /folders that hold records/);
  });

  it('knows the values of a choice, behind a key of any name and in both forms', () => {
    const rule = schemaAt(policySchema, ['rules', 'CG101']);
    assert.deepEqual(rule?.values, ['error', 'warning', 'information', 'hint', 'off']);
    assert.deepEqual(rule.keys, ['severity', 'reason']);
    assert.deepEqual(schemaAt(policySchema, ['rules', 'CG101', 'severity'])?.values, rule.values);
  });

  it('goes into lists, and into conditions as deep as they go', () => {
    const roles = schemaAt(policySchema, ['processes', 'change-request', 'roles']);
    assert.equal(roles?.isList, true);
    assert.ok(roles.keys.includes('required-when'));
    const deep = ['processes', 'change-request', 'roles', '0', 'required-when', 'any', '1', 'all', '0'];
    assert.deepEqual(schemaAt(policySchema, deep)?.keys, ['field', 'is', 'any', 'all']);
  });

  it('knows nothing of what it does not have', () => {
    assert.equal(schemaAt(policySchema, ['nonsense']), undefined);
    assert.equal(schemaAt(policySchema, ['zone', 'deeper']), undefined);
    assert.equal(schemaAt(policySchema, ['__proto__']), undefined);
  });
});
