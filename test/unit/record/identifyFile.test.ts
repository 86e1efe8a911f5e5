import { strict as assert } from 'node:assert';
import { identifyFile } from '../../../src/core/record/identifyFile';

const processes = [
  { id: 'change-request', identity: { prefix: 'CR', dashedDate: true, digits: 3 } },
  { id: 'change-record', identity: { prefix: 'CHG', dashedDate: false, digits: 3 } },
];
const folder = 'docs/processes/change-requests';

describe('what the name of a file says', () => {
  it('is a record when the name is an ID, in any case and any subfolder (reading 1)', () => {
    const identity = identifyFile(`${folder}/2026/cr-2026-02-09-001.md`, processes);
    assert.equal(identity.kind === 'record' && identity.id?.text, 'CR-2026-02-09-001');
    const change = identifyFile('x/CHG-20260209-002.MD', processes);
    assert.equal(change.kind === 'record' && change.processId, 'change-record');
  });

  it('sees through a doubled prefix and says so (reading 1)', () => {
    const identity = identifyFile(`${folder}/CR-CR-2026-02-09-001.md`, processes);
    assert.deepEqual(identity.kind === 'record' && [identity.id?.text, identity.doubledPrefix], [
      'CR-2026-02-09-001',
      true,
    ]);
  });

  it('is still a record when the ID is malformed', () => {
    const identity = identifyFile(`${folder}/CR-2026-02-30-001.md`, processes);
    assert.deepEqual(identity.kind === 'record' && [identity.id, identity.problem], [undefined, 'date']);
  });

  for (const name of [
    'README.md',
    'cr-template.md',
    'CR-YYYY-MM-DD-XXX.md',
    'change-management-process.md',
    'CR-2026-02-09-001.txt',
  ]) {
    it(`leaves ${name} alone (reading 6)`, () => {
      assert.deepEqual(identifyFile(`${folder}/${name}`, processes), { kind: 'other' });
    });
  }

  const companions: [string, string, string][] = [
    ['CR-2026-02-09-001-IMPACT-ASSESSMENT.md', 'CR-2026-02-09-001', 'impact-assessment'],
    ['cr-2026-02-09-001-implementation-plan.md', 'CR-2026-02-09-001', 'implementation-plan'],
    ['IMPL-CR-2026-02-09-001.md', 'CR-2026-02-09-001', 'implementation-plan'],
    ['IP-2026-02-09-001-upload-limit.md', 'CR-2026-02-09-001', 'implementation-plan'],
    ['CHG-20260209-001-IMPACT-ASSESSMENT.md', 'CHG-20260209-001', 'impact-assessment'],
    ['CR-2026-02-09-001-notes.md', 'CR-2026-02-09-001', 'attachment'],
  ];
  for (const [name, id, part] of companions) {
    it(`knows ${name} as a companion that takes no number (reading 7)`, () => {
      const identity = identifyFile(`${folder}/${name}`, processes);
      assert.deepEqual(identity.kind === 'companion' && [identity.id.text, identity.part], [id, part]);
    });
  }

  it('takes a slug as part of a record name where the policy says so', () => {
    const identity = identifyFile(`${folder}/CR-2026-02-09-001-upload-limit.md`, processes, [
      '{id}.md',
      '{id}-{slug}.md',
    ]);
    assert.equal(identity.kind === 'record' && identity.id?.text, 'CR-2026-02-09-001');
  });
});
