import { strict as assert } from 'node:assert';
import { chg, cr, isApproved } from './reading';

/** What a record says to a field: the values of the options chosen, else the words. */
function said(record: ReturnType<typeof cr>, key: string): string | undefined {
  const answer = record.answer(key);
  if (!answer?.filled) return undefined;
  return answer.chosen.length > 0
    ? answer.chosen.map(({ option, text }) => option?.value ?? `?${text}`).join('+')
    : answer.text;
}

describe('forms of a title (reading 4)', () => {
  const forms: [string, string][] = [
    [
      '# Change Request: CR-2026-02-09-001\n\n## Basic Information\n\n**Title**: Raise the upload limit\n',
      'Raise the upload limit',
    ],
    ['# CR-2026-02-09-001: Raise the upload limit\n', 'Raise the upload limit'],
    ['# CR-2026-02-09-001 – Raise the upload limit\n', 'Raise the upload limit'],
    ['# Raise the upload limit (CR-2026-02-09-001)\n', 'Raise the upload limit'],
    ['# Change Request: CR-2026-02-09-001\n\n## Title\n\nRaise the upload limit\n', 'Raise the upload limit'],
    [
      '# Change Request: CR-2026-02-09-001\n\n| Field | Value |\n|---|---|\n| Title | Raise the upload limit |\n',
      'Raise the upload limit',
    ],
  ];
  for (const [text, title] of forms) {
    it(`reads ${JSON.stringify(text.slice(0, 60))}`, () => {
      assert.equal(cr(text).title?.text, title);
    });
  }

  it('finds the ID in the heading in each of them, and a placeholder is none (reading 9)', () => {
    for (const [text] of forms) assert.equal(cr(text).headingId?.id?.text, 'CR-2026-02-09-001');
    assert.equal(cr('# Change Request: CR-YYYY-MM-DD-XXX\n').headingId, undefined);
  });

  for (const ending of ['\n', '\r\n', '\r']) {
    it(`is the first paragraph of a description whose lines end with ${JSON.stringify(ending)}`, () => {
      const text = '**Change ID**: CHG-20260209-001\n\n**Description**:\nRaise the\nlimit\n\n- More of it\n';
      assert.equal(chg(text.replaceAll('\n', ending)).title?.text, 'Raise the limit');
    });
  }

  it('knows the template title as not filled', () => {
    assert.equal(
      cr(
        '# Change Request: CR-2026-02-09-001\n\n## Basic Information\n\n**Title**: [Brief description of the change]\n',
      ).title?.filled,
      false,
    );
  });
});

describe('forms of a field (reading 12)', () => {
  const forms: [string, string][] = [
    ['**Requestor**: Ana Ruiz', 'outside the bold'],
    ['**Requestor:** Ana Ruiz', 'inside the bold'],
    ['**Requestor** (team Storage): Ana Ruiz', 'with a note'],
    ['- **Requestor**: Ana Ruiz', 'as a list item'],
    ['* **requestor**: Ana Ruiz', 'in lower case'],
    ['**Requestor**: Ana Ruiz  ', 'with a hard break'],
    ['**Requestor**: Ana Ruiz\\', 'with a backslash break'],
    ['**Requestor**:\nAna Ruiz', 'on the next line'],
    ['**Requestor**:\n\nAna Ruiz', 'in the next paragraph'],
    ['| Requestor | Ana Ruiz |\n|---|---|', 'in a table'],
    ['### Requestor\n\nAna Ruiz', 'as a heading'],
    ['**Requester**: Ana Ruiz', 'under its other name'],
  ];
  for (const [lines, form] of forms) {
    it(`reads a label ${form}`, () => {
      const record = cr(`# Change Request: CR-2026-02-09-001\n\n## Basic Information\n\n${lines}\n`);
      assert.equal(said(record, 'requestor'), 'Ana Ruiz');
    });
  }

  it('gives the exact range of the value, with CRLF too', () => {
    const text =
      '# CR-2026-02-09-001\r\n\r\n## Basic Information\r\n\r\n**Title**: A b  \r\n**Requestor**: Ana Ruiz\r\n';
    const answer = cr(text).answer('requestor');
    assert.equal(answer && text.slice(answer.span.start, answer.span.end), 'Ana Ruiz');
  });

  it('reads two fields of one paragraph line by line (reading 11)', () => {
    const record = cr(
      '# CR-2026-02-09-001\n\n**Status**: DRAFT\n\n**Created**: 2026-02-09 10:00:00 UTC\n**Last Updated**: 2026-02-10 11:00:00 UTC\n',
    );
    assert.deepEqual([record.answer('created')?.date?.day, record.answer('last-updated')?.date?.day], [9, 10]);
  });

  it('keeps a label to its section: the dates of the plan are not those of the record (reading 13)', () => {
    const record = cr(
      '# CR-2026-02-09-001\n\n**Created**: 2026-02-09\n\n## Implementation Plan\n\n**Created**: 2026-02-12\n',
    );
    assert.deepEqual([record.answer('created')?.date?.day, record.answer('plan-created')?.date?.day], [9, 12]);
  });

  it('hides what stands in fences, comments and indented code (reading 16)', () => {
    const record = cr(
      '# CR-2026-02-09-001\n\n````markdown\n```\n**Status**: APPROVED\n```\n````\n\n<!-- **Status**: APPROVED -->\n\n    **Status**: APPROVED\n',
    );
    assert.equal(record.status, undefined);
  });

  it('finds a field that was put into another section, if no other goes by its name', () => {
    assert.equal(said(cr('# CR-2026-02-09-001\n\n**Requestor**: Ana Ruiz\n'), 'requestor'), 'Ana Ruiz');
  });
});

describe('fields in a row (reading 12)', () => {
  const of = (row: string, section = ''): ReturnType<typeof cr> =>
    cr(`# CR-2026-02-09-001: Raise the upload limit\n\n${row}\n\n${section}`);

  it('are read one by one where each label is one of the process', () => {
    const record = of('**Status**: DRAFT | **Created**: 2026-02-09 · **Last Updated**: 2026-02-10 14:30 UTC');
    assert.equal(record.status?.text, 'DRAFT');
    assert.equal(said(record, 'created'), '2026-02-09');
    assert.equal(record.answer('last-updated')?.date?.day, 10);
  });

  it('keep what stands below for the last of them', () => {
    const record = of(
      '',
      '## Basic Information\n\n**Category**: BUG | **Priority**:\n- [x] P1 - HIGH\n- [ ] P2 - MEDIUM\n',
    );
    assert.deepEqual([said(record, 'category'), said(record, 'priority')], ['BUG', 'P1']);
  });

  it("end where the next label in bold begins, also one of somebody's own", () => {
    const record = of('', '## Basic Information\n\n**Requestor**: Ada | **Phone**: 555 | **Category**: BUG\n');
    assert.deepEqual([said(record, 'requestor'), said(record, 'category')], ['Ada', 'BUG']);
    assert.equal(said(of('**Status**: DRAFT | **Approver**'), 'created'), undefined);
    assert.equal(said(of('**Status**: DRAFT|**Created**: 2026-02-09'), 'created'), undefined);
  });
});

describe('forms of the status', () => {
  const forms: [string, string, boolean][] = [
    ['**Status**: IN_PROGRESS', 'IN_PROGRESS', false],
    ['**Status**: in progress', 'IN_PROGRESS', true],
    ['**Status**: In-Progress', 'IN_PROGRESS', true],
    ['**Status**: ✅ APPROVED', 'APPROVED', true],
    ['**Status**: APPROVED (by phone)', 'APPROVED', true],
    ['**Status**: **APPROVED**', 'APPROVED', true],
    ['## Status\n\nPROPOSED', 'PROPOSED', false],
    ['| Status | DRAFT |\n|---|---|', 'DRAFT', false],
  ];
  for (const [lines, id, drifted] of forms) {
    it(`reads ${JSON.stringify(lines)}`, () => {
      const { status } = cr(`# Change Request: CR-2026-02-09-001\n\n${lines}\n`);
      assert.deepEqual([status?.value?.id, status?.drifted], [id, drifted]);
    });
  }

  it('knows the word with marks of its own in front of a remark', () => {
    for (const status of [
      '**APPROVED** (by phone)',
      '✅ **Approved** – 2026-02-10',
      '`APPROVED`: by phone',
      'Approved.',
    ])
      assert.equal(cr(`# CR-2026-02-09-001\n\n**Status**: ${status}\n`).status?.value?.id, 'APPROVED', status);
    assert.equal(cr('# CR-2026-02-09-001\n\n**Status**: not **APPROVED** yet\n').status?.value, undefined);
  });

  it('knows the list of the template as a placeholder, and an unknown word as unknown', () => {
    const list = cr(
      '# CR-2026-02-09-001\n\n**Status**: [DRAFT | PROPOSED | APPROVED | IN_PROGRESS | COMPLETED | REJECTED | CANCELLED]\n',
    );
    assert.deepEqual([list.status?.value, list.status?.placeholder], [undefined, true]);
    const unknown = cr('# CR-2026-02-09-001\n\n**Status**: ON HOLD\n');
    assert.deepEqual([unknown.status?.value, unknown.status?.placeholder], [undefined, false]);
  });

  it('does not take a status of another section for the record (reading 13)', () => {
    assert.equal(cr('# CR-2026-02-09-001\n\n## Stakeholders\n\n**Status**: APPROVED\n').status, undefined);
  });

  it('finds a status given twice', () => {
    const record = cr('# CR-2026-02-09-001\n\n**Status**: DRAFT\n**Status**: APPROVED\n');
    assert.deepEqual(
      record.repeated.map(({ first, again }) => [first.text, again.text]),
      [['DRAFT', 'APPROVED']],
    );
  });
});

describe('forms of a choice (readings 21, 23, 25)', () => {
  const priorities: [string, string | undefined][] = [
    [
      '**Priority**: \n- [ ] P0 - CRITICAL (System down, security breach)\n- [x] P1 - HIGH (Major feature, significant bug)',
      'P1',
    ],
    ['**Priority**:\n- [ ] P0\n- [X] P2 - MEDIUM', 'P2'],
    ['**Priority**: P2 - MEDIUM', 'P2'],
    ['**Priority**: P2-MEDIUM', 'P2'],
    ['**Priority**: P2', 'P2'],
    ['### Priority\n\nP2 - MEDIUM', 'P2'],
    [
      '**Priority**: \n- [ ] P0 - CRITICAL (System down, security breach)\n- [ ] P1 - HIGH (Major feature, significant bug)',
      undefined,
    ],
    ['**Priority**: [P0 | P1 | P2 | P3]', undefined],
  ];
  for (const [lines, value] of priorities) {
    it(`reads ${JSON.stringify(lines.slice(0, 70))} as ${String(value)}`, () => {
      assert.equal(said(cr(`# CR-2026-02-09-001\n\n## Basic Information\n\n${lines}\n`), 'priority'), value);
    });
  }

  const categories: [string, string | undefined][] = [
    ['FEATURE', 'FEATURE'],
    ['feature', 'FEATURE'],
    ['FEATURE (performance)', 'FEATURE'],
    ['DOCUMENTATION | INFRASTRUCTURE', 'DOCUMENTATION+INFRASTRUCTURE'],
    ['FEATRUE', '?FEATRUE'],
    ['[FEATURE | BUG | REFACTOR | SECURITY | PERFORMANCE | DOCUMENTATION | INFRASTRUCTURE]', undefined],
  ];
  for (const [text, value] of categories) {
    it(`reads category ${JSON.stringify(text)} as ${String(value)}`, () => {
      assert.equal(
        said(cr(`# CR-2026-02-09-001\n\n## Basic Information\n\n**Category**: ${text}\n`), 'category'),
        value,
      );
    });
  }
});

describe('numbers, tables and notes in headings (reading 15)', () => {
  for (const heading of [
    '### 1. Code Impact',
    '### 1) Code Impact',
    '### Code Impact',
    '#### 1. CODE IMPACT (draft)',
  ]) {
    it(`knows ${heading}`, () => {
      const record = cr(
        `# CR-2026-02-09-001\n\n## Impact Assessment (IA)\n\n${heading}\n\n**Complexity Estimate**: High\n`,
      );
      assert.equal(said(record, 'complexity')?.toUpperCase(), 'HIGH');
      assert.ok(record.parts.find(({ id }) => id === 'impact-assessment')?.section);
    });
  }
});

describe('change records (readings 43–45)', () => {
  const text = `**Change ID**: CHG-20260209-001
**Type**: Normal
**Priority**: P2
**Requester**: Ana Ruiz
**Date**: 2026-02-09

**Description**:
Moves the image cache to the new cluster,
because the old one is full.

**Impact Assessment**:
- Systems affected: image cache
- Users affected: None
- Downtime required: No
- Risk level: Medium

**Rollback Plan**:
1. Point the alias back
2. Restart the workers
`;
  const record = chg(text);

  it('reads blocks of labels without any heading', () => {
    assert.deepEqual([record.type, record.priority], ['normal', 'P2']);
    assert.equal(said(record, 'requestor'), 'Ana Ruiz');
    assert.match(said(record, 'description') ?? '', /^Moves the image cache[\s\S]*full\.$/);
    assert.equal(said(record, 'systems-affected'), 'image cache');
    assert.equal(said(record, 'overall-risk'), 'MEDIUM');
    assert.match(said(record, 'rollback-plan') ?? '', /^1\. Point[\s\S]*workers$/);
  });

  it('records no status and no approval that nobody wrote', () => {
    assert.deepEqual([record.status, isApproved(record)], [undefined, false]);
  });

  it('takes Standard as pre-approved and nothing else', () => {
    assert.equal(isApproved(chg(text.replace('Normal', 'Standard'))), true);
    assert.equal(isApproved(chg(text.replace('Normal', 'Emergency'))), false);
  });

  it('takes the approver and the day of a normal change for its approval', () => {
    assert.equal(
      isApproved(chg(text.replace('**Type**', '**Approver**: Dana Field\n**Approved**: 2026-02-09\n**Type**'))),
      true,
    );
  });
});

describe('the manner of agents and of forms', () => {
  const head = '# 🚀 CR-2026-02-09-001: Upload limit\n\n**Status**: ✅ **APPROVED**\n\n';

  it('reads headings, labels and options with pictures around them', () => {
    const record = cr(
      `${head}## 📋 Basic Information\n\n- 🚦 **Priority**: 🟠 **P1 - HIGH**\n\n## 🕓 Change History\n\n## 7️⃣ Risk Assessment\n`,
    );
    assert.equal(said(record, 'priority'), 'P1');
    assert.deepEqual(
      record.document.sections.map(({ definition }) => definition?.key),
      ['basic-information', 'change-history', 'risk-assessment'],
    );
  });

  it('reads a label in bold alone on its line, with what stands below it', () => {
    const record = cr(
      `${head}## Affected Components\n\n- **Systems**\n  - [x] Database\n  - [ ] Web Application\n- **Files**\n  - src/a.ts\n\n## Description\n\n**Problem Statement**\n\nIt is slow.\n\n**Proposed Solution**\n\nA cache.\n`,
    );
    assert.equal(said(record, 'systems'), 'Database');
    assert.equal(said(record, 'files'), '- src/a.ts');
    assert.equal(said(record, 'problem-statement'), 'It is slow.');
    assert.equal(said(record, 'proposed-solution'), 'A cache.');
  });

  it('takes words in bold that are no label for what they are', () => {
    const record = cr(`${head}## Description\n\n**Problem Statement**: It is\n\n**slow**\n\nand has been.\n`);
    assert.match(said(record, 'problem-statement') ?? '', /It is\n\n\*\*slow\*\*\n\nand has been\./);
  });

  it('reads the boxes of a form on one line', () => {
    const record = chg('**Type**: [ ] Standard [x] Normal [ ] Emergency\n**Priority**: [ ] P0 [ ] P1 [ ] P2\n');
    assert.equal(said(record, 'type'), 'normal');
    assert.equal(said(record, 'priority'), undefined);
    const boxes = record
      .answer('type')
      ?.choices.map(({ box }) => box && record.document.text.slice(box.start, box.end));
    assert.deepEqual(boxes, ['[ ]', '[x]', '[ ]']);
  });

  it('does not choose what a mark says does not apply', () => {
    const record = cr(`${head}## Affected Components\n\n**Systems**:\n- ✅ Database\n- ❌ Cache Layer\n`);
    assert.equal(said(record, 'systems'), 'Database');
  });

  it('takes <br> at the end of a line for a line break', () => {
    assert.equal(
      cr('# CR-2026-02-09-001\n\n**Status**: PROPOSED<br>\n**Created**: 2026-02-09<br/>\n').status?.value?.id,
      'PROPOSED',
    );
  });
});

describe('forms of a history', () => {
  const told = (table: string): string[] =>
    cr(`# CR-2026-02-09-001\n\n## Change History\n\n${table}`).history.map(
      ({ date, status, notes }) => `${date.text} ${status.value?.id ?? '?'} "${notes.text}"`,
    );

  it('has its columns by their names', () => {
    const table = '| Status | Notes | Date |\n|---|---|---|\n| DRAFT | new | 2026-02-09 |\n';
    assert.deepEqual(told(table), ['2026-02-09 DRAFT "new"']);
  });

  it('has its columns by what stands in them where their names say nothing', () => {
    const rows = '|---|---|---|\n| COMPLETED | 2026-02-11 | Ana |\n| DRAFT | 2026-02-09 | Ana |\n';
    assert.deepEqual(told(`| Status | When | By |\n${rows}`), ['2026-02-11 COMPLETED "Ana"', '2026-02-09 DRAFT "Ana"']);
    const numbered = '| # | When | State |\n|---|---|---|\n| 1 | 2026-02-09 | DRAFT |\n';
    assert.deepEqual(told(numbered), ['2026-02-09 DRAFT ""']);
    const words = '| When | What | Why |\n|---|---|---|\n| YYYY-MM-DD | DRAFT | – |\n| 2026-02-09 | begun | – |\n';
    assert.deepEqual(told(words), ['2026-02-09 ? "–"']);
  });
});

describe('forms of the list of risks', () => {
  const list = '1. **Risk**: A\n   - **Probability**: Low\n   - **Impact**: High\n';
  const count = (text: string): number => cr(`# CR-2026-02-09-001\n\n${text}`).risks.length;

  it('stands under a heading of its own name as well, and is read once', () => {
    assert.equal(count(`## Identified Risks\n\n${list}`), 1);
    assert.equal(count(`## Risk Assessment\n\n### Identified Risks\n\n${list}`), 1);
    assert.equal(count(`## Impact Assessment\n\n### Identified Risks\n\n${list}`), 1);
    assert.equal(count('## Identified Risks\n\n### Risk 1: A\n**Probability**: Low\n**Impact**: High\n'), 1);
    assert.equal(count(`## Other\n\n${list}`), 0);
  });
});

describe('forms of a level (reading 41)', () => {
  const level = (text: string): number | undefined =>
    cr(
      `# CR-2026-02-09-001\n\n## Risk Assessment\n\n| Risk | Probability | Impact |\n|---|---|---|\n| A | ${text} | High |\n`,
    ).riskTable[0]?.probability?.value;

  it('is the first word, with whatever stands behind it', () => {
    const forms = [
      'Low (rare)',
      'L',
      'low-ish',
      'LOW – high availability stays',
      'Low/rare',
      'low to none',
      'Low: 10/year',
    ];
    assert.deepEqual(
      forms.map(level),
      forms.map(() => 1),
    );
  });

  it('is none where two are named: nobody can tell which', () => {
    for (const text of ['Low/Medium', 'H/M', 'M-H', 'low–medium', 'Medium to High', 'low or high'])
      assert.equal(level(text), undefined, text);
    assert.equal(level('High/H'), 3);
  });
});
