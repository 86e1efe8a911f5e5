import { strict as assert } from 'node:assert';
import { resolve } from 'node:path';
import { validate } from '../../../src/core/actions/validate';
import type { ValidateReport } from '../../../src/core/actions/validateReport';
import { NodeWorkspace } from '../../../src/node/nodeWorkspace';
import { unpacked } from '../../rules/unpacked';

/** What each record of the sample workspace must yield; what is not listed must yield nothing. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'change-records/CHG-20260210-001.md': [],
  'change-records/CHG-20260224-001.md': [],
  'change-records/CHG-20260303-001.md': [],
  'change-records/CHG-20260305-001.md': [],
  'change-records/CHG-20260312-001.md': ['CG301'],
  'change-requests/2026/CR-2026-01-12-001.md': ['CG109', 'CG207'],
  'change-requests/CR-2026-02-09-001.md': [],
  'change-requests/CR-2026-02-16-001.md': ['CG707'],
  'change-requests/CR-2026-02-20-001.md': ['CG101'],
  'change-requests/CR-2026-02-23-001.md': ['CG101'],
  'change-requests/CR-2026-03-02-001.md': [],
  'change-requests/CR-2026-03-03-001.md': ['CG116', 'CG312'],
  'change-requests/CR-2026-03-04-001.md': ['CG308'],
  'change-requests/CR-2026-03-05-001-IMPACT-ASSESSMENT.md': [],
  'change-requests/CR-2026-03-05-001-IMPLEMENTATION-PLAN.md': [],
  'change-requests/CR-2026-03-05-001.md': [],
  'change-requests/CR-2026-03-06-001.md': ['CG301', 'CG306'],
  'change-requests/CR-2026-03-09-001.md': ['CG109'],
  'change-requests/CR-2026-03-09-002.md': ['CG109'],
  'change-requests/CR-2026-03-10-001.md': ['CG501', 'CG502', 'CG503', 'CG504'],
  'change-requests/CR-2026-03-11-001.md': ['CG107', 'CG110', 'CG111', 'CG112', 'CG707'],
  'change-requests/CR-2026-03-12-001.md': ['CG105', 'CG109', 'CG114', 'CG205'],
  'change-requests/_archive/CR-2026-01-12-001.md': ['CG207'],
};

describe('the sample workspace', () => {
  let report: ValidateReport;

  before(async () => {
    const clock = { now: () => Date.UTC(2026, 2, 13) };
    const result = await validate({ workspace: new NodeWorkspace(resolve('examples')), clock });
    assert.equal(result.kind, 'report');
    report = result.kind === 'report' ? unpacked(result.report) : assert.fail();
  });

  it('has exactly the records of the table', () => {
    assert.deepEqual(report.files.map(({ path }) => path.replace('docs/processes/', '')), Object.keys(expected));
  });

  for (const [path, codes] of Object.entries(expected)) {
    it(`${path}: ${codes.length === 0 ? 'nothing' : codes.join(', ')}`, () => {
      const file = report.files.find((each) => each.path === `docs/processes/${path}`);
      assert.deepEqual(file?.findings.map(({ code }) => code).sort(), codes);
    });
  }
});
