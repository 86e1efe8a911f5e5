import { strict as assert } from 'node:assert';
import { idForm } from '../../../src/core/process/idForm';
import { identifyFile } from '../../../src/core/record/identifyFile';

const processes = [
  { id: 'change-request', identity: idForm('CR-YYYY-MM-DD-XXX') },
  { id: 'change-record', identity: idForm('CHG-YYYYMMDD-NNN') },
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
    'CR-TEMPLATE-v2.md',
    'chg_template.md',
    'CR-YYYY-MM-DD-XXX.md',
    'CR-YYYY-MM-DD-XXX-short-title.md',
    'CR-XXXX.md',
    'CHG-[ID].md',
    'CR-README.md',
    'CR-index.md',
    'cr-process-guide.md',
    'CHG-HOW-TO-WRITE.md',
    'change-management-process.md',
    'CHANGELOG.md',
    'credits.md',
    'CR.md',
    'CR-2026-02-09-001.txt',
    '2026-02-09-upload-limit.md',
  ]) {
    it(`leaves ${name} alone (reading 6)`, () => {
      assert.deepEqual(identifyFile(`${folder}/${name}`, processes), { kind: 'other' });
    });
  }

  for (const [name, problem, processId] of [
    ['CR-2026-3-2-1.md', 'form', 'change-request'],
    ['CR_2026_03_02_001.md', 'form', 'change-request'],
    ['cr 2026-03-02-001.md', 'form', 'change-request'],
    ['CR-2026-03-02-001draft.md', 'form', 'change-request'],
    ['CR-2026-03-02-upload.md', 'form', 'change-request'],
    ['cr-upload-limit.md', 'form', 'change-request'],
    ['CHG-20260302-web-quick-payment.md', 'form', 'change-record'],
    ['CHG.20260302.001.md', 'form', 'change-record'],
    ['chg20260302001.md', 'form', 'change-record'],
    ['CR-2026-02-30-001-upload.md', 'date', 'change-request'],
    ['CR-2026-03-02-000-upload.md', 'zero', 'change-request'],
    ['\u0421R-2026-02-09-001-upload.md', 'look-alike', 'change-request'],
    ['CR\u20132026\u201302\u201309\u2013001.md', 'look-alike', 'change-request'],
  ] as const) {
    it(`lists ${name}, which begins like an ID and is none: ${problem} (reading 6)`, () => {
      const identity = identifyFile(`${folder}/${name}`, processes);
      assert.deepEqual(identity.kind === 'record' && [identity.id, identity.problem, identity.processId], [
        undefined,
        problem,
        processId,
      ]);
    });
  }

  for (const [name, id, rest] of [
    ['CR-2026-02-09-001-upload-limit.md', 'CR-2026-02-09-001', '-upload-limit'],
    ['cr-2026-02-09-001_v2.md', 'CR-2026-02-09-001', '_v2'],
    ['CR-2026-02-09-001 \u2013 Upload limit.md', 'CR-2026-02-09-001', ' \u2013 Upload limit'],
    ['CR-2026-02-09-001\u2013Upload.md', 'CR-2026-02-09-001', '\u2013Upload'],
    ['CR-2026-02-09-001 .md', 'CR-2026-02-09-001', ' '],
    ['CR-CR-2026-02-09-001-upload.md', 'CR-2026-02-09-001', '-upload'],
    ['CR-2026-02-09-001.draft.md', 'CR-2026-02-09-001', '.draft'],
    ['CR-2026-02-09-001-review-process.md', 'CR-2026-02-09-001', '-review-process'],
    ['CR-2026-02-09-001-notes-app.md', 'CR-2026-02-09-001', '-notes-app'],
    ['CR-2026-02-09-001-plan-b.md', 'CR-2026-02-09-001', '-plan-b'],
    ['CHG-20260209-0012-web.md', 'CHG-20260209-012', '-web'],
    ['CR-2026-02-09-001.markdown', 'CR-2026-02-09-001', ''],
  ] as const) {
    it(`reads ${name} as a record with words behind its ID (reading 6)`, () => {
      const identity = identifyFile(`${folder}/${name}`, processes);
      assert.deepEqual(identity.kind === 'record' && [identity.id?.text, identity.rest], [id, rest]);
    });
  }

  for (const words of [
    '-addendum',
    '-Addendum-2',
    '_notes',
    '.review1',
    '-AMENDMENT-01',
    ' appendix a',
    '-appendix-3',
    '-review-notes',
    '-amendments',
  ]) {
    it(`takes "${words}" behind an ID for an addendum, which is no record`, () => {
      const identity = identifyFile(`${folder}/CR-2026-02-09-001${words}.md`, processes);
      assert.deepEqual(identity.kind === 'companion' && [identity.id.text, identity.part], [
        'CR-2026-02-09-001',
        'attachment',
      ]);
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

  it('takes words behind an ID for an attachment where the policy asks for the ID alone', () => {
    const identity = identifyFile(`${folder}/CR-2026-02-09-001-upload-limit.md`, processes, ['{id}.md']);
    assert.equal(identity.kind === 'companion' && identity.part, 'attachment');
  });

  it('knows files of a team that writes its IDs otherwise', () => {
    const own = [
      ...processes,
      { id: 'security', identity: idForm('CR-SEC-{number:3}') },
      { id: 'rollout', identity: idForm('RO-{yyyymmdd}-{hhmm}') },
    ];
    const told = (name: string) => {
      const identity = identifyFile(`${folder}/${name}`, own);
      return identity.kind === 'record' ? [identity.processId, identity.id?.text ?? identity.problem] : identity.kind;
    };
    assert.deepEqual(told('cr-sec-007-tokens.md'), ['security', 'CR-SEC-007']);
    assert.deepEqual(told('CR-SEC-7.md'), ['security', 'form']);
    assert.deepEqual(told('RO-20260207-1430-web.md'), ['rollout', 'RO-20260207-1430']);
    assert.deepEqual(told('RO-20260207-2570.md'), ['rollout', 'date']);
    assert.deepEqual(told('CR-2026-02-09-001-web.md'), ['change-request', 'CR-2026-02-09-001']);
    assert.equal(told('IMPL-CR-SEC-007.md'), 'companion');
  });
});
