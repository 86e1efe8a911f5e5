import { strict as assert } from 'node:assert';
import { awaitsApproval, hasGivenUp, isToBeMade } from '../../../src/core/lifecycle/standing';
import { changeRequest } from '../../../src/core/process/changeRequest';
import type { StatusDefinition } from '../../../src/core/process/processDefinition';

/** The statuses of a process for which something holds. */
function those(
  holds: typeof hasGivenUp,
  statuses: readonly StatusDefinition[] = changeRequest.statuses,
): readonly string[] {
  const place = { document: undefined as never, span: { start: 0, end: 0 } };
  return statuses
    .filter((value) => {
      const status = { ...place, text: value.id, value, placeholder: false, drifted: false };
      return holds({ status });
    })
    .map(({ id }) => id);
}

describe('where a record stands', () => {
  it('is decided by what its process says of the status', () => {
    assert.deepEqual(those(hasGivenUp), ['REJECTED', 'CANCELLED']);
    assert.deepEqual(those(awaitsApproval), ['DRAFT', 'PROPOSED']);
    assert.deepEqual(those(isToBeMade), ['DRAFT', 'PROPOSED', 'APPROVED']);
  });

  it('has nothing to do with the names of the statuses', () => {
    const renamed = changeRequest.statuses.map((status, at) => ({ ...status, id: `S${String(at)}`, aliases: [] }));
    assert.deepEqual(those(hasGivenUp, renamed), ['S5', 'S6']);
    assert.deepEqual(those(awaitsApproval, renamed), ['S0', 'S1']);
    assert.deepEqual(those(isToBeMade, renamed), ['S0', 'S1', 'S2']);
  });

  it('is nowhere without a status', () => {
    for (const holds of [hasGivenUp, awaitsApproval, isToBeMade]) assert.equal(holds({ status: undefined }), false);
  });
});
