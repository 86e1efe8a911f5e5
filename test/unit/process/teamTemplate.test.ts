import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { scan } from '../../../src/core/markdown/scan';
import { parseTree } from '../../../src/core/markdown/tree';
import { hasPlainHeadings, readTeamTemplate } from '../../../src/core/process/teamTemplate';
import { createRecord } from '../../../src/core/actions/createRecord';
import { defaultPolicy } from '../../../src/core/workspace/policy/policy';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { readProcesses } from '../../../src/core/workspace/loadProcesses';
import { changeRequestTemplate } from '../../../src/core/process/changeRequestTemplate';
import { impactAssessmentTemplate } from '../../../src/core/process/impactAssessmentTemplate';
import { implementationPlanTemplate } from '../../../src/core/process/implementationPlanTemplate';
import type { Process } from '../../../src/core/process/process';
import { initialAnswers } from '../../../src/core/process/initialAnswers';
import { renderTemplate } from '../../../src/core/process/renderTemplate';
import { readRecord, type SourceText } from '../../../src/core/record/readRecord';
import type { ChangeRecord } from '../../../src/core/record/record';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { MemoryWorkspace } from '../../rules/memoryWorkspace';

const folder = 'docs/processes/templates';
const names = {
  record: 'cr-template.md',
  'impact-assessment': 'ia-checklist.md',
  'implementation-plan': 'impl-plan-template.md',
} as const;
type Templates = Partial<Record<keyof typeof names, string | Uint8Array>>;

async function load(templates: Templates): Promise<{ process: Process; problems: string[] }> {
  const files = Object.entries(templates).map(
    ([id, text]) =>
      [
        `${folder}/${names[id as keyof typeof names]}`,
        { bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text },
      ] as const,
  );
  const { processes, findings } = await readProcesses(new MemoryWorkspace(new Map(files)), defaultPolicy);
  const process = processes.find(({ kind }) => kind === 'change-request') ?? assert.fail();
  return {
    process,
    problems: findings.map(({ path, message, range }) => `${path}:${String(range.start.line + 1)} ${message}`),
  };
}

/** The process with templates that can be used. */
async function adopted(templates: Templates): Promise<Process> {
  const { process, problems } = await load(templates);
  assert.deepEqual(problems, []);
  return process;
}

const builtIn = (): Process => builtInProcesses()[0] ?? assert.fail();
const today = { year: 2026, month: 3, day: 10, minutes: 600 };

function made(process: Process, values: Record<string, string> = {}): string {
  return renderTemplate(process, 'record', {
    ...initialAnswers(process, 'record', { id: 'CR-2026-03-10-001', now: today }),
    ...values,
  }).text;
}

function read(process: Process, text: string, id = 'CR-2026-03-10-001', companions: SourceText[] = []): ChangeRecord {
  return readRecord({ process, path: `docs/processes/change-requests/${id}.md`, text, companions });
}

/** What the lint misses in a record, by the fixes that it offers: "Insert …" and "Go to …". */
function missing(process: Process, text: string, id?: string, companions?: SourceText[]): string[] {
  return lintRecord(read(process, text, id, companions), { today, known: new Map(), severities: new Map() })
    .filter(({ code }) => code === 'CG101')
    .flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

/** The keys of a process with what each asks for. */
function shape(process: Process): unknown {
  return {
    sections: process.sections.map(({ key, level, requiredFrom }) => [key, level, requiredFrom]),
    fields: process.fields.map(({ key, answer, requiredFrom, options, written, section, placeholder }) => [
      key,
      answer,
      requiredFrom,
      options.map(({ value }) => value),
      written,
      section?.key,
      placeholder,
    ]),
  };
}

const teamSections = '\n## Data Protection\n\n**Data Owner**: [Name]\n\n### Retention\n\n[How long is it kept?]\n';

describe('the templates of a team', () => {
  it('change nothing where they are those of the process', async () => {
    const process = await adopted({
      // One remark more, so that they are read at all.
      record: `<!-- ours -->\n\n${changeRequestTemplate}`,
      'impact-assessment': `<!-- ours -->\n\n${impactAssessmentTemplate}`,
      'implementation-plan': `<!-- ours -->\n\n${implementationPlanTemplate}`,
    });
    assert.deepEqual(shape(process), shape(builtIn()));
    assert.equal(made(process), `<!-- ours -->\n\n${made(builtIn())}`);
  });

  it('are read with CRLF and a byte order mark alike', async () => {
    const process = await adopted({ record: `\ufeff${changeRequestTemplate.replaceAll('\n', '\r\n')}` });
    assert.deepEqual(shape(process), shape(builtIn()));
  });

  it('are what a new record is written with', async () => {
    const process = await adopted({ record: changeRequestTemplate + teamSections });
    assert.match(made(process), /\n## Data Protection\n\n\*\*Data Owner\*\*: \[Name\]\n/);
    assert.match(made(process), /^# Change Request: CR-2026-03-10-001\n\n\*\*Status\*\*: DRAFT\n/);
  });

  describe('that add a section', () => {
    const asked = (process: Process, status: string, id?: string): string[] =>
      missing(process, made(builtIn()).replace('DRAFT', status), id).filter((each) => each.includes('Data Protection'));

    it('ask for it in a proposal that does not have it', async () => {
      const process = await adopted({ record: changeRequestTemplate + teamSections });
      assert.deepEqual(asked(process, 'PROPOSED'), ['Insert Data Protection']);
      const unanswered = missing(process, made(process).replace('DRAFT', 'PROPOSED'));
      assert.ok(unanswered.includes('Go to Data Owner') && unanswered.includes('Go to Retention'));
    });

    it('ask for nothing in records that went past the proposal before it', async () => {
      const process = await adopted({ record: changeRequestTemplate + teamSections });
      for (const status of ['APPROVED', 'IN_PROGRESS', 'COMPLETED', 'REJECTED', 'CANCELLED', 'DRAFT'])
        assert.deepEqual(asked(process, status), [], status);
    });

    it('ask from the day on that the template names, whatever became of the record, and not before', async () => {
      const process = await adopted({
        record: `---\nsince: 2026-03-10\n---\n\n${changeRequestTemplate}${teamSections}`,
      });
      for (const status of ['PROPOSED', 'APPROVED', 'COMPLETED']) {
        assert.equal(asked(process, status, 'CR-2026-03-10-001').length, 1, status);
        assert.equal(asked(process, status, 'CR-2026-03-09-004').length, 0, status);
      }
      assert.ok(made(process).startsWith('# Change Request: CR-2026-03-10-001\n'));
    });

    it('ask for none that is called optional', async () => {
      const process = await adopted({
        record: `${changeRequestTemplate}\n## Notes (optional)\n\n[Notes]\n\n**Cost** (optional): [EUR]\n`,
      });
      assert.deepEqual(
        missing(process, made(process).replace('DRAFT', 'PROPOSED')).filter((each) => /Notes|Cost/.test(each)),
        [],
      );
    });

    it('ask for it in the assessment and in the plan as well', async () => {
      const process = await adopted({
        'impact-assessment': `${impactAssessmentTemplate}### 9. Energy\n\n**Power Draw**: [kW]\n`,
        'implementation-plan': `${implementationPlanTemplate}\n### Communication\n\n- [ ] Blog post\n`,
      });
      const text = `${made(process).replace('DRAFT', 'PROPOSED')}\n${impactAssessmentTemplate}\n${implementationPlanTemplate}`;
      const found = missing(process, text).filter((each) => /Energy|Power|Communication/.test(each));
      assert.deepEqual(found, ['Insert Energy', 'Insert Communication']);
    });
  });

  it('may hold the assessment and the plan in the template of the record: every new record begins with them', async () => {
    const process = await adopted({
      record: `${changeRequestTemplate}\n---\n\n${impactAssessmentTemplate}### 9. Energy\n\n**Power Draw**: [kW]\n\n---\n\n${implementationPlanTemplate}`,
    });
    assert.deepEqual(
      process.sections.filter(({ parent }) => parent === undefined).map(({ key }) => key),
      builtIn()
        .sections.filter(({ parent }) => parent === undefined)
        .map(({ key }) => key),
    );
    assert.equal(process.field('power-draw')?.document, 'impact-assessment');
    const workspace = new MemoryWorkspace(new Map());
    const { text } = await createRecord(
      { process, answers: { title: 'Raise the limit' } },
      {
        workspace,
        policy: defaultPolicy,
        processes: [process],
        clock: { now: () => Date.UTC(2026, 2, 10, 10) },
        git: {
          pathsOnAllBranches: () => Promise.resolve(new Set()),
          currentBranch: () => Promise.resolve(undefined),
          changedFiles: () => Promise.resolve([]),
          filesOnOtherBranches: () => Promise.resolve([]),
          listFiles: () => Promise.resolve(undefined),
        },
      },
    );
    const { parts } = read(process, text);
    assert.deepEqual(
      parts.map(({ id, section }) => [id, section !== undefined]),
      [
        ['impact-assessment', true],
        ['implementation-plan', true],
        ['closure', false],
      ],
    );
    assert.match(
      text,
      /\n\| 2026-03-10 \| DRAFT \| CR created \|\n\n---\n\n## Impact Assessment\n\n\*\*Assessment Date\*\*: 2026-03-10\n/,
    );
  });

  describe('that leave something out', () => {
    const lean = changeRequestTemplate
      .replace(/\*\*Urgency\*\*:\n(?:- .*\n)+/, '')
      .replace(/## Stakeholders\n[\s\S]*?---\n\n/, '');

    it('ask for it no more', async () => {
      const process = await adopted({ record: lean });
      const found = missing(process, made(process).replace('DRAFT', 'PROPOSED'));
      assert.deepEqual(
        found.filter((each) => /Urgency|Stakeholders|Approver|Implementer/.test(each)),
        [],
      );
    });

    it('understand it in records that have it', async () => {
      const process = await adopted({ record: lean });
      const text = made(builtIn()).replace('- [ ] HIGH (Within', '- [x] HIGH (Within');
      const urgency = read(process, text).answer('urgency');
      assert.deepEqual(
        urgency?.chosen.map(({ option }) => option?.value),
        ['HIGH'],
      );
      assert.equal(read(process, text).answer('approvers')?.field.key, 'approvers');
    });
  });

  it('keep the keys of what they call otherwise or put elsewhere', async () => {
    const process = await adopted({
      record: `# CR-XXXX: [Title]

## Summary

**Requested By**: [Name]
**Category**: [FEATURE | BUG | TOOLING]
**Priority**: [P0 | P1 | P2 | P3]

## Approval

**Token**: [ATP | Yes/No]
**Approved On**: YYYY-MM-DD

## History

| When | Who | Status | Comment |
|------|-----|--------|---------|
| YYYY-MM-DD | [Name] | DRAFT | ... |
`,
    });
    const text = made(process, { requestor: 'Ana Ruiz', category: 'TOOLING', priority: 'P1' });
    assert.match(text, /^# CR-2026-03-10-001: \[Title\]\n\n\*\*Status\*\*: DRAFT\n/);
    assert.match(text, /\*\*Requested By\*\*: Ana Ruiz\n\*\*Category\*\*: TOOLING\n\*\*Priority\*\*: P1\n/);
    assert.match(text, /\n\| 2026-03-10 \|\s+\| DRAFT \| CR created \|\n$/);
    const record = read(process, text.replace('[ATP | Yes/No]', 'ATP').replace('YYYY-MM-DD', '2026-03-11'));
    assert.equal(record.status?.value?.id, 'DRAFT');
    assert.equal(record.approval.token?.kind, 'token');
    assert.equal(record.answer('approval-date')?.date?.day, 11);
    assert.deepEqual(
      record.history.map(({ status }) => status.value?.id),
      ['DRAFT'],
    );
    assert.equal(process.field('category')?.options.length, 3);
  });

  it('take free words where they list no options, and defaults for answers', async () => {
    const process = await adopted({
      record: changeRequestTemplate
        .replace(/\*\*Category\*\*: .*/, '**Category**: [your category]')
        .replace('**Requestor**: [Name/Email of person requesting change]', '**Requestor**: Platform Team'),
    });
    assert.equal(process.field('category')?.answer, 'text');
    const found = missing(process, made(process, { category: 'TOOLING' }).replace('DRAFT', 'PROPOSED'));
    assert.deepEqual(
      found.filter((each) => /Category|Requestor/.test(each)),
      [],
    );
  });

  it('keep the statuses of the process, whatever stands in their place', async () => {
    for (const value of ['DRAFT', '', '[Open | Closed]', '[status]']) {
      const process = await adopted({
        record: changeRequestTemplate.replace(/\*\*Status\*\*: .*/, `**Status**: ${value}`),
      });
      assert.match(made(process), /\*\*Status\*\*: DRAFT\n/, value);
      assert.equal(process.field('status')?.options.length, 7, value);
    }
  });

  it('give the assessment one section of its own, whatever its headings are', async () => {
    const sections = '## 1. Code Impact\n\n**Breaking Changes**: [YES | NO]\n\n## Energy\n\n[Power draw]\n';
    for (const start of ['# Impact Assessment Checklist: CR-YYYY-MM-DD-XXX\n\n', '', 'Fill this in.\n\n']) {
      const process = await adopted({ 'impact-assessment': start + sections });
      const document = process.documents.find(({ id }) => id === 'impact-assessment');
      assert.equal(document?.sections.length, 1, start);
      assert.deepEqual(
        process.sections.filter((each) => each.document === 'impact-assessment').map(({ level }) => level),
        [2, 3, 3],
      );
      const breaking = process.field('breaking-changes');
      assert.equal(breaking?.section?.key, 'code-impact');
      const record = read(process, made(process), undefined, [
        {
          path: 'docs/processes/change-requests/CR-2026-03-10-001-IMPACT-ASSESSMENT.md',
          text: '# Impact Assessment: CR-2026-03-10-001\n\n## Code Impact\n\n**Breaking Changes**: NO\n',
        },
      ]);
      assert.equal(record.answer('breaking-changes')?.filled, true);
    }
  });

  describe('that cannot be used', () => {
    const broken: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      [
        'is binary',
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 0xff, 0xfe]),
        /cr-template\.md:1 .*\. The built-in template holds instead\.$/,
      ],
      ['is empty', '', /neither headings nor labels/],
      ['is prose', 'Just write down what you do.\n', /neither headings nor labels/],
      ['has no sections', '# Change Request\n\n**Title**: [Title]\n', /no heading of the second level/],
      [
        'has 20,000 headings',
        '## A\n'.repeat(20_000).slice(0, 60_000),
        /:401 The template has \d+ headings; at most 400 are read/,
      ],
      ['is far too long', '## Long\n'.repeat(100_000), /longer than 64 KiB/],
      ['hides all in a fence', '# CR\n\n## A\n\n```md\n## B\n', /:5 The code block that begins here is not closed/],
      ['hides all in a comment', '# CR\n\n<!-- \n## A\n', /:3 The comment that begins here is not closed/],
      [
        'has front matter without an end',
        '---\nsince: 2026-01-01\n# CR\n\n## A\n',
        /:1 The front matter is not closed/,
      ],
      ['begins on no day', '---\nowner: x\nsince: next week\n---\n# CR\n\n## A\n', /:3 "since" is no day/],
      ['begins on a day that there is not', '---\nsince: 2026-02-30\n---\n# CR\n\n## A\n', /:2 "since" is no day/],
      ['is made to take long', `## A\n\n- # b\n\n${'*a_ '.repeat(5000)}\n`, /too many marks/],
    ];
    for (const [what, text, expected] of broken) {
      it(`leave the built-in one in force: a template that ${what}`, async () => {
        const { process, problems } = await load({ record: text });
        assert.equal(problems.length, 1);
        assert.match(problems[0] ?? '', expected);
        assert.deepEqual(shape(process), shape(builtIn()));
      });
    }

    it('leave the others in force', async () => {
      const { process, problems } = await load({ record: '', 'impact-assessment': '## IA\n\n### Energy\n\n[kW]\n' });
      assert.equal(problems.length, 1);
      assert.ok(process.field('energy'));
      assert.ok(process.field('title'));
    });
  });

  it('are read whatever headings and labels they hold', async () => {
    const odd = [
      '## A\n## A\n## A\n### A\n',
      '## Build / Deploy\n\n**Go / No go**: [Yes]\n',
      '## **\n\n****: x\n\n## [x](y)\n',
      '## Constructor\n\n**__proto__**: [x]\n**toString**: [y]\n\n## __proto__\n\n[z]\n',
      '## 1.\n## 2.\n## (a)\n',
      '## Basic Information\n## Basic Information\n\n**Title**: [a]\n**Title**: [b]\n',
      '###### Deep\n\n## Less\n',
      'Setext\n------\n\n**A**: [b]\n',
      '## Impact Assessment\n\n## Implementation Plan\n',
      '## T\n\n| a | b |\n|---|---|\n| **Label**: x | y |\n',
    ];
    for (const text of odd)
      for (const id of ['record', 'impact-assessment', 'implementation-plan'] as const) {
        const { process, problems } = await load({ [id]: text });
        if (problems.length === 0) read(process, made(process));
        assert.ok(problems.length <= 1, text);
      }
  });
});

describe('a template of a team that is filled in later', () => {
  const later = `${changeRequestTemplate}
## Lessons Learned

[To be filled after completion]

**What went well**:
-

**What could be improved**:
-

## Follow-up

[Complete this once the change was deployed]

**Tickets**: [Links]

## Communication

**Announced to**: [Names]
`;

  it('asks for it no earlier than the process or the template does', async () => {
    const process = await adopted({ record: later });
    const asked = missing(process, made(builtIn()).replace('DRAFT', 'PROPOSED'));
    assert.ok(asked.includes('Insert Communication'), asked.join());
    assert.ok(!asked.some((each) => /Lessons|well|improved|Follow|Tickets/.test(each)), asked.join());
    const stageOf = (name: string) => process.sections.find(({ heading }) => heading === name)?.requiredFrom;
    assert.deepEqual(['Lessons Learned', 'Follow-up', 'Communication'].map(stageOf), [
      'completed',
      'completed',
      'proposed',
    ]);
  });

  it('has labels and no headings above a dash alone, with a blank line between in what is made of it', async () => {
    const process = await adopted({ record: later });
    assert.ok(process.sections.every(({ heading }) => !heading.includes('*')));
    assert.match(made(process), /\n\*\*What went well\*\*:\n\n-\n/);
    const labels = read(process, made(process)).answers.map(({ field }) => field.label);
    assert.ok(!labels.some((label) => label.includes('*')), labels.join());
  });

  it('reports what is wrong with it at the line where it stands', async () => {
    const broken = `${later}\n\`\`\`\nopen\n`;
    const reading = await readTeamTemplate(broken, 'record', builtIn());
    const line = broken.split('\n').indexOf('```');
    assert.deepEqual(reading.kind === 'problem' && reading.line, line);
  });
});

describe('a section that a template of a team renames', () => {
  it('is the same section where its name begins or goes on like the one of the process', async () => {
    for (const [now, before] of [
      ['Approval', 'Approval Status'],
      ['Stakeholders and Roles', 'Stakeholders'],
      ['Description of the Change', 'Description'],
    ] as const) {
      const process = await adopted({ record: changeRequestTemplate.replace(`## ${before}\n`, `## ${now}\n`) });
      const key = builtIn().sections.find(({ heading }) => heading === before)?.key;
      assert.equal(process.sections.find(({ heading }) => heading === now)?.key, key, now);
      const asked = missing(process, made(builtIn()).replace('DRAFT', 'PROPOSED'));
      assert.ok(!asked.includes(`Insert ${now}`), asked.join());
    }
  });

  it('is one of its own where two may be meant', async () => {
    const process = await adopted({
      record: `${changeRequestTemplate.replace('## Approval Status\n', '## Approval of the Board\n')}\n## Approval of the Team\n\n[Names]\n`,
    });
    const names = process.sections.map(({ heading }) => heading);
    assert.ok(names.includes('Approval of the Board') && names.includes('Approval of the Team'));
  });
});

describe('a template of a team with plain headings', () => {
  it('is read without the witness; one with anything that may hide a heading is not', () => {
    assert.ok(hasPlainHeadings(changeRequestTemplate));
    assert.ok(hasPlainHeadings('# A\n\ntext\n## B\n- item\n## C\n\n---\n\n| a | b |\n|---|---|\n'));
    for (const text of [
      '```\n# A\n```\n',
      '<div>\n# A\n',
      'A\n===\n',
      'A\n-\n',
      '- # A\n',
      '  # A\n',
      '> # A\n',
      '1. # A\n',
    ])
      assert.ok(!hasPlainHeadings(text), text);
  });

  it('has the headings that Markdown itself sees', () => {
    const lines = fc.constantFrom(
      '# A',
      '## B',
      '',
      'text',
      '- item',
      '1. item',
      '> quote',
      '    code',
      '---',
      '  - deep',
      '| a |',
      '\ttab',
      '#no',
      '#',
      '\\# c',
      '[a]: b',
      '***',
      '* * *',
      '-',
      '=',
      '~~~',
      '<b>',
      ' # x',
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), (some) => {
        const text = some.join('\n');
        if (!hasPlainHeadings(text)) return;
        const own = scan(text).blocks.flatMap((block) => (block.kind === 'heading' ? [[block.level, block.line]] : []));
        const tree = parseTree(text);
        assert.ok(tree.kind !== 'refused');
        const seen = tree.root.children.flatMap((node) =>
          node.type === 'heading' ? [[node.depth, (node.position?.start.line ?? 1) - 1]] : [],
        );
        assert.deepEqual(own, seen);
      }),
      { numRuns: 500 },
    );
  });
});
