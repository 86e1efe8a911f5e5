import { strict as assert } from 'node:assert';
import { addDocument, type AddedDocumentId, type DocumentForm } from '../../../src/core/actions/addDocument';
import { textAfter, type Change } from '../../../src/core/change/change';
import type { DocumentFacts } from '../../../src/core/actions/documentFacts';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { renderTemplate } from '../../../src/core/process/renderTemplate';
import { readRecord, type SourceText } from '../../../src/core/record/readRecord';
import type { ChangeRecord } from '../../../src/core/record/record';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';

const path = 'docs/processes/change-requests/CR-2026-02-09-001.md';
const today = { year: 2026, month: 2, day: 10, minutes: undefined };
const nothing: DocumentFacts = { today, files: [] };
const facts: DocumentFacts = {
  today,
  branch: 'feat/REQ-12-uploads',
  assessor: 'Ana Ruiz',
  files: [
    { path: 'src/limits.ts', kind: 'modified', added: 12, removed: 3 },
    { path: 'src/__init__.py', kind: 'added', added: 40, removed: 0 },
    { path: 'old.ts', kind: 'deleted', added: 0, removed: 7 },
  ],
};

function template(): string {
  const [process] = builtInProcesses();
  assert.ok(process);
  return renderTemplate(process, 'record', {
    id: 'CR-2026-02-09-001',
    status: 'DRAFT',
    requestor: 'Bo Lind <bo@example.com>',
    systems: ['API Backend', 'Other: Kiosk'],
    modules: ['upload-service'],
  }).text;
}

function read(text: string, companions: readonly SourceText[] = []): ChangeRecord {
  const [process] = builtInProcesses();
  assert.ok(process);
  return readRecord({ process, path, text, companions });
}

function changeOf(record: ChangeRecord, id: AddedDocumentId, as: DocumentForm, known = facts): Change {
  const result = addDocument(record, id, { as, facts: known });
  assert.equal(result.kind, 'change', result.kind === 'refused' ? result.reason : '');
  return result.kind === 'change' ? result.change : assert.fail();
}

/** The record after a change, with the companions that it made. */
function recordAfter(record: ChangeRecord, change: Change): ChangeRecord {
  const made = change.steps.flatMap((step) => (step.kind === 'create' ? [{ path: step.path, text: step.text }] : []));
  return read(textAfter(change, path, record.document.text), made);
}

const documents = ['impact-assessment', 'implementation-plan'] as const;

describe('adding a document to a record', () => {
  for (const id of documents) {
    for (const as of ['section', 'companion'] as const) {
      it(`adds a complete ${id} as a ${as}, in which the lint misses nothing but answers`, () => {
        const record = read(template().replace('DRAFT', 'PROPOSED'));
        const after = recordAfter(record, changeOf(record, id, as));
        const part = after.parts.find((each) => each.id === id);
        assert.equal(part?.present, true);
        assert.equal(as === 'section' ? part.section !== undefined : part.companions.length === 1, true);
        const found = lintRecord(after, { today, known: new Map(), severities: new Map() });
        const inserts = found
          .filter(({ code }) => code === 'CG101')
          .flatMap(({ fixes }) => fixes.map(({ title }) => title))
          .filter((title) => title.startsWith('Insert') && !/Impact Assessment|Implementation Plan/.test(title));
        assert.deepEqual(inserts, []);
        assert.deepEqual(
          found.filter(({ code }) => ['CG104', 'CG115'].includes(code)),
          [],
        );
        const again = addDocument(after, id, { as, facts });
        assert.equal(again.kind, 'exists');
      });
    }
  }

  it('fills in what is known: dates, systems, files and who assesses', () => {
    const record = read(template());
    const text = textAfter(changeOf(record, 'impact-assessment', 'section'), path, record.document.text);
    assert.match(text, /\*\*Assessment Date\*\*: 2026-02-10\n\*\*Assessed By\*\*: Ana Ruiz\n/);
    assert.match(text, /- \*\*Files to Create\*\*: 1 file\n {2}- `\/src\/__init__.py`\n/);
    assert.match(
      text,
      /- \*\*Files to Modify\*\*: 1 file\n {2}- \/src\/limits.ts\n- \*\*Files to Delete\*\*: 1 file\n/,
    );
    assert.match(text, /\*\*Affected Systems\*\*: API Backend, Kiosk, upload-service\n/);
  });

  it('takes the requestor where nobody is known at the keyboard, and leaves the template where nothing is known', () => {
    const record = read(template());
    const change = changeOf(record, 'impact-assessment', 'section', nothing);
    const text = textAfter(change, path, record.document.text);
    assert.match(text, /\*\*Assessed By\*\*: Bo Lind\n/);
    assert.match(text, /- \*\*Files to Create\*\*: N files\n {2}- \[List key files\]\n/);
  });

  it('fills in the plan: branch, files with their lines, and the sum; it ticks nothing', () => {
    const record = read(template());
    const text = textAfter(changeOf(record, 'implementation-plan', 'section'), path, record.document.text);
    assert.match(text, /- \[ \] Branch created: feat\/REQ-12-uploads\n/);
    assert.match(text, /\| \/src\/limits.ts \| Modify \| \[Description\] \| \+12 -3 \|\n/);
    assert.match(text, /\| `\/src\/__init__.py` \| Create \| \[Description\] \| \+40 \|\n\| \/old.ts \| Delete \|/);
    assert.match(text, /\*\*Total Estimated Changes\*\*: \+52 -10 lines across 3 files/);
    const plan = text.slice(text.indexOf('## Implementation Plan'));
    assert.doesNotMatch(plan, /\[x\]/i);
  });

  it('puts the assessment before a plan that is there, and both behind the history', () => {
    const record = read(template());
    const withPlan = recordAfter(record, changeOf(record, 'implementation-plan', 'section'));
    const both = recordAfter(withPlan, changeOf(withPlan, 'impact-assessment', 'section'));
    const titles = both.document.sections.filter(({ level }) => level === 2).map(({ title }) => title);
    assert.deepEqual(titles.slice(-3), ['Change History', 'Impact Assessment', 'Implementation Plan']);
  });

  it('gives the sections the level of the others in the record', () => {
    const record = read(template().replace(/^(#{2,5} )/gm, '#$1'));
    const after = recordAfter(record, changeOf(record, 'impact-assessment', 'section'));
    const part = after.parts.find(({ id }) => id === 'impact-assessment');
    assert.equal(part?.section?.level, 3);
    assert.equal(part.section.children[0]?.level, 4);
  });

  it('names a companion after the record, one heading level up, and links it', () => {
    const record = read(template());
    const change = changeOf(record, 'impact-assessment', 'companion');
    const [create] = change.steps;
    assert.ok(create?.kind === 'create');
    assert.equal(create.path, 'docs/processes/change-requests/CR-2026-02-09-001-IMPACT-ASSESSMENT.md');
    assert.match(create.text, /^# Impact Assessment: CR-2026-02-09-001\n\n\*\*Assessment Date\*\*: 2026-02-10\n/);
    assert.match(create.text, /\n## 1\. Code Impact\n/);
    assert.match(
      textAfter(change, path, record.document.text),
      /\n---\n\n## Impact Assessment\n\n\[CR-2026-02-09-001-IMPACT-ASSESSMENT\]\(CR-2026-02-09-001-IMPACT-ASSESSMENT\.md\)\n$/,
    );
  });

  for (const as of ['section', 'companion'] as const) {
    for (const ending of ['\n', '\r\n']) {
      it(`leads to the first blank of a ${as}, with ${JSON.stringify(ending)} at the end of every line`, () => {
        const record = read(template().replaceAll('\n', ending));
        const change = changeOf(record, 'implementation-plan', as);
        const target = change.reveal ?? assert.fail();
        const text = textAfter(change, target.path, target.path === path ? record.document.text : '');
        assert.equal(text.slice(target.span.start, target.span.end), '[component X]');
        assert.equal(text.split('\n').length, text.split(ending).length);
        assert.equal(
          textAfter(change, path, record.document.text)
            .split('\n')
            .every((line, at, all) => ending === '\n' || at === all.length - 1 || line.endsWith('\r')),
          true,
        );
      });
    }
  }

  it('goes to a link that is there instead of adding a second one', () => {
    const record = read(`${template()}\n**Implementation Plan**: [the plan](plans/upload.md)\n`);
    const result = addDocument(record, 'implementation-plan', { as: 'section', facts });
    assert.ok(result.kind === 'exists');
    assert.equal(
      record.document.text.slice(result.place.span.start, result.place.span.end),
      '[the plan](plans/upload.md)',
    );
  });

  it('refuses to write where a fence that is not closed would hide it', () => {
    const result = addDocument(read(`${template()}\n\`\`\`sh\nmake\n`), 'impact-assessment', { as: 'section', facts });
    assert.equal(result.kind, 'refused');
  });

  it('knows that a change record has them as fields', () => {
    const process = builtInProcesses()[1] ?? assert.fail();
    const at = 'docs/processes/change-records/CHG-20260210-001.md';
    const text = '**Change ID**: CHG-20260210-001\n\n**Impact Assessment**:\n- Systems affected: API\n';
    const record = readRecord({ process, path: at, text });
    const there = addDocument(record, 'impact-assessment', { as: 'section', facts });
    assert.ok(there.kind === 'exists');
    assert.equal(text.slice(there.place.span.start, there.place.span.end), 'Impact Assessment');
    const missing = addDocument(record, 'implementation-plan', { as: 'section', facts });
    assert.deepEqual(missing, { kind: 'refused', reason: 'A change record has no implementation plan of its own.' });
  });

  it('writes no more than the first forty of a great many files', () => {
    const files = Array.from({ length: 1000 }, (_, at) => ({
      path: `src/file${String(at)}.ts`,
      kind: 'added' as const,
      added: 1,
      removed: 0,
    }));
    const record = read(template());
    const text = textAfter(
      changeOf(record, 'impact-assessment', 'section', { ...facts, files }),
      path,
      record.document.text,
    );
    assert.match(text, /: 1000 files\n/);
    assert.match(text, /\n {2}- and 960 more\n/);
  });
});
