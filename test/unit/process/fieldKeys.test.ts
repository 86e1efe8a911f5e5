import { strict as assert } from 'node:assert';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { keys } from '../../../src/core/process/fieldKeys';

describe('the keys of fields', () => {
  it('are fields of a built-in process, each under its own name', () => {
    const known = new Set(builtInProcesses().flatMap(({ fields }) => fields.map(({ key }) => key)));
    assert.deepEqual(
      Object.values(keys).filter((key) => !known.has(key)),
      [],
    );
    assert.equal(new Set(Object.values(keys)).size, Object.keys(keys).length);
  });
});
