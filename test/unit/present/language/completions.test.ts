import { strict as assert } from 'node:assert';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import { renderTemplate } from '../../../../src/core/process/renderTemplate';
import { at } from './atCursor';

const head = '# Change Request: CR-2026-02-09-001\n\n';

describe('completions of the status', () => {
  it('begin with where it may go next, and tell what each means', async () => {
    const offered = await at(`${head}**Status**: PROPOSED‸\n`);
    assert.deepEqual(offered.labels, [
      'APPROVED',
      'REJECTED',
      'DRAFT',
      'CANCELLED',
      'PROPOSED',
      'IN_PROGRESS',
      'COMPLETED',
    ]);
    assert.equal(offered.item('APPROVED').detail, 'next after PROPOSED');
    assert.equal(offered.item('COMPLETED').detail, 'not from PROPOSED');
    assert.match(offered.item('APPROVED').documentation, /implementation may begin.*From here to/s);
    assert.equal(offered.with('APPROVED'), `${head}**Status**: APPROVED\n`);
  });

  it('go by the history while a word is being typed', async () => {
    const history = '\n## Change History\n\n| Date | Status | Notes |\n|---|---|---|\n| 2026-02-09 | APPROVED | x |\n';
    const offered = await at(`${head}**Status**: IN‸${history}`);
    assert.equal(offered.labels[0], 'IN_PROGRESS');
    assert.equal(offered.item('IN_PROGRESS').detail, 'next after APPROVED');
    assert.equal(offered.item('IN_PROGRESS').filter, 'IN_PROGRESS');
  });

  it('write over the list of the template, wherever the cursor stands in it', async () => {
    for (const marked of ['‸[DRAFT | PROPOSED]', '[DRAFT | ‸PROPOSED]', '[DRAFT | PROPOSED]‸']) {
      const offered = await at(`${head}**Status**: ${marked}\n`);
      assert.equal(offered.with('PROPOSED'), `${head}**Status**: PROPOSED\n`);
    }
  });

  it('are offered in an empty field, with the blank that it needs', async () => {
    assert.equal((await at(`${head}**Status**: ‸\n`)).with('DRAFT'), `${head}**Status**: DRAFT\n`);
    assert.equal((await at(`${head}**Status**:‸\n`)).with('DRAFT'), `${head}**Status**: DRAFT\n`);
    assert.equal((await at(`${head}**Status:**‸\n`)).with('DRAFT'), `${head}**Status:** DRAFT\n`);
  });

  it('are offered in the rows of the history, in a table of fields and below a heading', async () => {
    const history = '## Change History\n\n| Date | Status | Notes |\n|---|---|---|\n| 2026-02-09 | ‸ | x |\n';
    assert.match((await at(`${head}${history}`)).with('DRAFT'), /\| 2026-02-09 \| DRAFT \| x \|/);
    const table = '| Field | Value |\n|---|---|\n| Status | PRO‸ |\n';
    assert.match((await at(`${head}${table}`)).with('PROPOSED'), /\| Status \| PROPOSED \|/);
    assert.match(
      (await at(`${head}## Status\n\nDRAFT‸\n\n## Description\n`)).with('PROPOSED'),
      /## Status\n\nPROPOSED\n/,
    );
  });

  it('are offered nowhere else', async () => {
    for (const marked of [
      `${head}The status is PRO‸`,
      `${head}**Status**: DRAFT\n\n**Created**: 2026-02-09\n\nPRO‸\n`,
      `${head}\`\`\`\n**Status**: ‸\n\`\`\`\n`,
      `${head}<!-- **Status**: ‸ -->\n`,
      `---\nstatus: ‸\n---\n${head}`,
      `${head}    **Status**: ‸\n`,
    ])
      assert.deepEqual((await at(marked)).labels, [], marked);
  });

  it('keep CRLF', async () => {
    const offered = await at(`# CR-2026-02-09-001\r\n\r\n**Status**: D‸\r\n**Created**: 2026-02-09\r\n`);
    assert.equal(offered.with('DRAFT'), '# CR-2026-02-09-001\r\n\r\n**Status**: DRAFT\r\n**Created**: 2026-02-09\r\n');
  });

  it('know which way a type of change record may go', async () => {
    const path = 'docs/processes/change-records/CHG-20260303-001.md';
    const emergency = await at('**Type**: Emergency\n**Status**: DRAFT‸\n', { path });
    assert.equal(emergency.item('IN_PROGRESS').detail, 'next after DRAFT');
    const normal = await at('**Type**: Normal\n**Status**: DRAFT‸\n', { path });
    assert.equal(normal.item('IN_PROGRESS').detail, 'not from DRAFT');
  });
});

describe('completions of a choice', () => {
  const basics = `${head}## Basic Information\n\n`;

  it('are its options as words', async () => {
    const offered = await at(`${basics}**Category**: FEA‸\n`);
    assert.equal(offered.labels.length, 7);
    assert.equal(offered.with('FEATURE'), `${basics}**Category**: FEATURE\n`);
  });

  it('leave the remark of the writer alone', async () => {
    const offered = await at(`${basics}**Category**: FEAT‸URE (performance)\n`);
    assert.equal(offered.with('BUG'), `${basics}**Category**: BUG (performance)\n`);
    assert.deepEqual((await at(`${basics}**Category**: FEATURE (perf‸)\n`)).labels, []);
  });

  it('replace one of many', async () => {
    const testing = `${head}## Impact Assessment\n\n### 4. Testing Impact\n\n`;
    const offered = await at(`${testing}**Test Strategy**: Unit, Int‸\n`);
    assert.equal(offered.with('Integration'), `${testing}**Test Strategy**: Unit, Integration\n`);
  });

  it('are boxes below the label, ticked, without those that are there', async () => {
    const offered = await at(`${basics}**Priority**:\n- [ ] P0 - CRITICAL (System down, security breach)\n- ‸\n`);
    assert.deepEqual(
      offered.labels.map((label) => label.slice(0, 6)),
      ['[x] P1', '[x] P2', '[x] P3'],
    );
    assert.match(
      offered.with('[x] P3 - LOW (Enhancement, minor issue)'),
      /breach\)\n- \[x\] P3 - LOW \(Enhancement, minor issue\)\n$/,
    );
  });

  it('are boxes from the first dash on, which makes a heading of the label until more is typed', async () => {
    for (const typed of ['-‸', '- ‸', '- [‸', '- [ ] P3‸', '- [x‸', '* ‸'])
      assert.equal(
        (await at(`${basics}**Priority**:\n${typed}\n`)).with('[x] P3 - LOW (Enhancement, minor issue)'),
        `${basics}**Priority**:\n${typed.startsWith('*') ? '*' : '-'} [x] P3 - LOW (Enhancement, minor issue)\n`,
        typed,
      );
  });

  it('come unticked where boxes are ticked off as things are done', async () => {
    const path = 'docs/processes/change-records/CHG-20260303-001.md';
    const offered = await at('**Testing Plan**:\n- ‸\n', { path });
    assert.ok(offered.labels.includes('[ ] Unit tests'));
  });

  it('are words behind the label where there are no boxes below it, and nothing where there are', async () => {
    assert.equal((await at(`${basics}**Priority**: ‸\n`)).with('P2 - MEDIUM'), `${basics}**Priority**: P2 - MEDIUM\n`);
    assert.deepEqual((await at(`${basics}**Priority**: ‸\n- [ ] P0 - CRITICAL (x)\n`)).labels, []);
  });

  it('are the levels of a risk, in its list and in its table', async () => {
    const risks = `${head}## Impact Assessment\n\n### 7. Risk Assessment\n\n**Identified Risks**:\n\n1. **Risk**: It breaks\n`;
    const listed = await at(`${risks}   - **Probability**: [Low | Medium‸ | High]\n`);
    assert.deepEqual(listed.labels, ['Low', 'Medium', 'High']);
    assert.match(listed.with('High'), /\*\*Probability\*\*: High\n$/);
    const table = '\n| Risk | Probability | Impact |\n|---|---|---|\n| It breaks | ‸ | L |\n';
    assert.deepEqual((await at(risks + table)).labels, ['Low', 'Medium', 'High']);
  });
});

describe('completions of the approval', () => {
  const approval = `${head}**Status**: PROPOSED\n\n## Approval Status\n\n`;

  it('never begin with a token, and say that approval is the act of a person', async () => {
    const offered = await at(`${approval}**Approval Token Received**: ‸\n`);
    assert.deepEqual(offered.labels, [
      'PENDING',
      'Approved to Proceed',
      'ATP',
      'Go Ahead',
      'Implement',
      'LGTM, start implementation',
    ]);
    assert.match(offered.item('ATP').detail, /act of a person/);
  });

  it('name people on the lines of the roles, those in the role first', async () => {
    const offered = await at(`${approval}**Approved by**:\n- [ ] Technical Lead: ____‸________ (Date: ______)\n`);
    assert.equal(offered.labels[0], 'Dana Field');
    assert.match(offered.with('Dana Field'), /- \[ \] Technical Lead: Dana Field \(Date: ______\)\n$/);
  });

  it('give the day in the brackets of a role', async () => {
    const offered = await at(`${approval}**Approved by**:\n- [ ] Technical Lead: Dana Field (Date: ___‸___)\n`);
    assert.match(offered.with('2026-03-13'), /Dana Field \(Date: 2026-03-13\)\n$/);
  });
});

describe('completions of people', () => {
  const people = `${head}## Stakeholders\n\n`;

  it('bring the role along where the line is new', async () => {
    const offered = await at(`${people}**Approver(s)**:\n- Da‸\n`);
    assert.match(offered.with('Dana Field'), /- Dana Field - Technical Lead\n$/);
    assert.match(offered.with('@parcel/platform'), /- @parcel\/platform\n$/);
  });

  it('replace the placeholder of the template alone', async () => {
    const offered = await at(`${people}**Approver(s)**:\n- [Na‸me] - [Role] - [Approval Status]\n`);
    assert.match(offered.with('Dana Field'), /- Dana Field - \[Role\] - \[Approval Status\]\n$/);
  });

  it('are roles behind the name, and what was decided behind the role', async () => {
    const roles = await at(`${people}**Approver(s)**:\n- Dana Field - ‸\n`);
    assert.deepEqual(roles.labels.slice(0, 3), ['Technical Lead', 'Security Team', 'Product Owner']);
    assert.match(roles.with('Security Team'), /- Dana Field - Security Team\n$/);
    const states = await at(`${people}**Approver(s)**:\n- Dana Field - Technical Lead - ‸\n`);
    assert.deepEqual(states.labels, ['Pending', 'Approved', 'Rejected']);
    const without = await at(`${people}**Reviewers**:\n- Dana Field - Technical Lead - ‸\n`);
    assert.deepEqual(without.labels, []);
  });

  it('are code owners as well, those of the files of the record first', async () => {
    const files = `${head}## Affected Components\n\n**Files** (Estimated):\n- /src/db/001.sql\n\n`;
    const offered = await at(`${files}## Stakeholders\n\n**Reviewers**:\n- ‸\n`);
    assert.deepEqual(offered.labels, ['Dana Field', 'Tom Becker', '@parcel/data', '@parcel/platform']);
  });

  it('are those of the record at hand as well, in fields of one name', async () => {
    const text = `${people}**Implementer(s)**:\n- Priya Nair - Platform Engineer\n\n## Impact Assessment\n\n**Assessed By**: ‸\n`;
    assert.match((await at(text)).with('Priya Nair'), /\*\*Assessed By\*\*: Priya Nair\n$/);
  });
});

describe('completions of dates', () => {
  it('are today, and now where a time is asked for', async () => {
    assert.deepEqual((await at(`${head}**Created**: ‸\n`)).labels, ['2026-03-13 14:05:09 UTC', '2026-03-13']);
    const tracking = `${head}## Implementation Tracking\n\n`;
    const offered = await at(`${tracking}**Implementation Start**: YYYY-‸MM-DD\n`);
    assert.equal(offered.with('2026-03-13'), `${tracking}**Implementation Start**: 2026-03-13\n`);
  });

  it('are offered in the history', async () => {
    const history = '## Change History\n\n| Date | Status | Notes |\n|---|---|---|\n| 2026-02-09 | DRAFT | x |\n| ‸\n';
    assert.match((await at(`${head}${history}`)).with('2026-03-13'), /\n\| 2026-03-13\n$/);
  });
});

describe('completions of IDs', () => {
  it('are offered anywhere in Markdown behind the letters of an ID, with title and status', async () => {
    const offered = await at('See CR-‸ for this.\n', { path: 'docs/notes.md', plain: true });
    assert.deepEqual(offered.labels, ['CR-2026-02-16-001', 'CR-2026-02-09-001', 'CR-2025-12-01-001']);
    assert.equal(offered.item('CR-2026-02-16-001').detail, 'Sign links');
    assert.match(offered.item('CR-2026-02-16-001').documentation, /^In progress/);
    assert.equal(offered.with('CR-2026-02-16-001'), 'See CR-2026-02-16-001 for this.\n');
  });

  it('replace all of the ID that is there', async () => {
    const offered = await at('See cr-2026-‸02-09-001.\n', { path: 'docs/notes.md', plain: true });
    assert.equal(offered.with('CR-2026-02-16-001'), 'See CR-2026-02-16-001.\n');
    const other = await at('chg-‸', { path: 'docs/notes.md', plain: true });
    assert.deepEqual(other.labels, ['CHG-20260303-001']);
    const requirement = await at('REQ-0‸', { path: 'docs/notes.md', plain: true });
    assert.equal(requirement.with('REQ-014'), 'REQ-014');
  });

  it('are offered for a list of dependencies, without the record itself', async () => {
    const list = `${head}## Dependencies\n\n**Upstream Dependencies** (must complete before this CR):\n`;
    const offered = await at(`${list}- [CR-XX‸XX: Description]\n`);
    assert.ok(!offered.labels.includes('CR-2026-02-09-001'));
    assert.equal(offered.with('CR-2026-02-16-001'), `${list}- CR-2026-02-16-001: Sign links\n`);
    const empty = await at(`${list}- ‸\n`);
    assert.equal(empty.with('CHG-20260303-001'), `${list}- CHG-20260303-001: Renew the certificate\n`);
  });

  it('are offered neither in code nor in a comment, nor within a word', async () => {
    for (const marked of [
      '```\nCR-‸\n```\n',
      '<!-- CR-‸ -->\n',
      '---\nrelated: CR-‸\n---\n',
      'XCR-‸',
      'non-CR-‸',
      'CR‸',
    ])
      assert.deepEqual((await at(marked, { path: 'docs/notes.md', plain: true })).labels, [], marked);
  });
});

describe('completions of files', () => {
  const files = `${head}## Affected Components\n\n**Files** (Estimated):\n`;

  it('go folder by folder', async () => {
    const offered = await at(`${files}- ‸\n`);
    assert.deepEqual(offered.labels, ['src/', 'package.json']);
    assert.equal(offered.item('src/').continues, true);
    assert.equal((await at(`${files}- src/up‸\n`)).with('upload.ts'), `${files}- src/upload.ts\n`);
    assert.equal((await at(`${files}- /src/up‸load.md\n`)).with('upload.ts'), `${files}- /src/upload.ts\n`);
    assert.equal((await at(`${files}- s‸/upload.ts\n`)).with('src/'), `${files}- src/upload.ts\n`);
    assert.equal((await at(`${files}- [List key ‸files]\n`)).with('src/'), `${files}- src/\n`);
    assert.equal((await at(`${files}- \`src/‸\`\n`)).with('links/'), `${files}- \`src/links/\`\n`);
  });

  it('are offered in the lists of the assessment and in the table of the plan', async () => {
    const code = `${head}## Impact Assessment\n\n### 1. Code Impact\n\n**Scope**:\n- **Files to Create**: 1 files\n  - src/‸\n`;
    assert.deepEqual((await at(code)).labels, ['links/', 'upload.ts']);
    const plan = `${head}## Implementation Plan\n\n### Files to Modify\n\n| File Path | Type |\n|---|---|\n| src/u‸ | Modify |\n`;
    assert.match((await at(plan)).with('upload.ts'), /\| src\/upload\.ts \| Modify \|/);
  });

  it('never lead out of the workspace, and end where prose begins', async () => {
    assert.deepEqual((await at(`${files}- ../‸\n`)).labels, []);
    assert.deepEqual((await at(`${files}- src/upload.ts: raise s‸\n`)).labels, []);
  });
});

describe('completions of sections', () => {
  const [process] = builtInProcesses();
  const template = process ? renderTemplate(process, 'record', { id: 'CR-2026-02-09-001' }).text : '';

  it('are the headings that are missing, each with all of its section', async () => {
    const without = template.replace(/## Dependencies\n[^]*?(?=## Stakeholders)/, '##‸\n\n');
    const offered = await at(without);
    assert.ok(offered.labels.includes('## Dependencies'));
    assert.ok(!offered.labels.includes('## Stakeholders'));
    const text = offered.with('## Dependencies');
    assert.match(
      text,
      /---\n\n## Dependencies\n\n\*\*Upstream Dependencies\*\*[^]*\[Vendor coordination required\]\n\n## Stakeholders/,
    );
  });

  it('are those that are due first', async () => {
    const offered = await at(template.replace(/^\*\*Status\*\*: .*$/m, '**Status**: PROPOSED') + '\n# ‸');
    assert.deepEqual(offered.labels, ['## Impact Assessment', '## Implementation Plan', '## Closure']);
    assert.deepEqual(
      offered.items.map(({ detail }) => detail),
      ['missing', 'missing', 'section of the template'],
    );
  });

  it('are those of the section that the cursor stands in', async () => {
    const offered = await at(`${head}## Description\n\n### Problem Statement\n\nx\n\n### ‸\n\n## Stakeholders\n`);
    assert.ok(offered.labels.includes('### Proposed Solution'));
    assert.ok(!offered.labels.includes('### Problem Statement'));
    assert.ok(!offered.labels.includes('### 1. Code Impact'));
    const beside = await at(`${head}## Description\n\nx\n\n## Stakeholders\n\n### ‸\n`);
    assert.ok(!beside.labels.includes('### Proposed Solution'));
  });

  it('are those of its document in a companion', async () => {
    const offered = await at('# Impact Assessment\n\n### ‸\n', {
      path: 'docs/processes/change-requests/CR-2026-02-09-001-IMPACT-ASSESSMENT.md',
      companionOf: template,
    });
    assert.equal(offered.labels[0], '## 1. Code Impact');
    assert.ok(!offered.labels.includes('## Dependencies'));
    const inRecord = await at(`${template}\n## ‸`);
    assert.ok(inRecord.labels.includes('## Impact Assessment'));
  });
});

describe('completions that nobody asked for', () => {
  it('come where a character begins something, and never in prose', async () => {
    const quiet: [string, string][] = [
      [`${head}Some words ‸`, ' '],
      [`${head}**Status**: DRAFT ‸`, ' '],
      [`${head}A list of well-‸`, '-'],
      [`${head}a/‸`, '/'],
      [`${head}see [‸`, '['],
      [`${head}issue #‸`, '#'],
    ];
    for (const [marked, trigger] of quiet) assert.deepEqual((await at(marked, { trigger })).labels, [], marked);
    const wanted: [string, string][] = [
      [`${head}**Status**: ‸`, ' '],
      [`${head}See CR-‸`, '-'],
      [`${head}## Basic Information\n\n**Priority**:\n- [‸`, '['],
      [`${head}## Affected Components\n\n**Files** (Estimated):\n- src/‸`, '/'],
      [`${head}##‸`, '#'],
    ];
    for (const [marked, trigger] of wanted) assert.notEqual((await at(marked, { trigger })).labels.length, 0, marked);
  });
});
