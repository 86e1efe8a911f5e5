import { strict as assert } from 'node:assert';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { changeRecordTemplate } from '../../../src/core/process/changeRecordTemplate';
import { changeRequestTemplate } from '../../../src/core/process/changeRequestTemplate';
import { initialAnswers } from '../../../src/core/process/initialAnswers';
import type { Process } from '../../../src/core/process/process';
import {
  fieldText,
  renderTemplate,
  sectionText,
  UnknownDocumentError,
  UnknownFieldError,
  UnknownOptionError,
  type RenderedTemplate,
} from '../../../src/core/process/renderTemplate';
import { readRecord } from '../../../src/core/record/readRecord';
import { slice } from '../../../src/core/text/span';
import { recordedApproval } from '../../../src/core/approval/approvalOf';

const [requests, records] = builtInProcesses() as [Process, Process];
const now = { year: 2026, month: 2, day: 9, minutes: 14 * 60 + 5 };

/** What was changed in a text: pairs of lines, before and after; lines that were added or taken away stand alone. */
function changes(before: string, after: string): [string | undefined, string | undefined][] {
  const [old, young] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && old[head] === young[head]) head++;
  let tail = 0;
  while (tail < old.length - head && old.at(-1 - tail) === young.at(-1 - tail)) tail++;
  const [left, right] = [old.slice(head, old.length - tail), young.slice(head, young.length - tail)];
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, line) => [left[line], right[line]] as [string, string],
  ).filter(([a, b]) => a !== b);
}

const firstBlank = ({ text, firstBlank }: RenderedTemplate) => firstBlank && slice(text, firstBlank);

describe('a new change request', () => {
  const rendered = renderTemplate(requests, 'record', {
    ...initialAnswers(requests, 'record', { id: 'CR-2026-02-09-001', now }),
    title: 'Raise the upload limit',
    requestor: 'Ana Ruiz <ana@example.org>',
    category: 'FEATURE',
    priority: 'P2',
    urgency: 'NORMAL',
  });

  it('has its ID, dates, status, answers and one row of history, and every other line as the template has it', () => {
    assert.deepEqual(
      changes(changeRequestTemplate, rendered.text.replace(/(\| 2026-02-09 \| DRAFT.*\n)/, '$1\n\n\n\n')).slice(0, 10),
      [
        ['# Change Request: CR-YYYY-MM-DD-XXX', '# Change Request: CR-2026-02-09-001'],
        [
          '**Status**: [DRAFT | PROPOSED | APPROVED | IN_PROGRESS | COMPLETED | REJECTED | CANCELLED]',
          '**Status**: DRAFT',
        ],
        ['**Created**: YYYY-MM-DD HH:MM:SS UTC', '**Created**: 2026-02-09 14:05:00 UTC'],
        ['**Last Updated**: YYYY-MM-DD HH:MM:SS UTC', '**Last Updated**: 2026-02-09 14:05:00 UTC'],
        ['**Title**: [Brief description of the change]', '**Title**: Raise the upload limit'],
        ['**Requestor**: [Name/Email of person requesting change]', '**Requestor**: Ana Ruiz <ana@example.org>'],
        [
          '**Category**: [FEATURE | BUG | REFACTOR | SECURITY | PERFORMANCE | DOCUMENTATION | INFRASTRUCTURE]',
          '**Category**: FEATURE',
        ],
        ['- [ ] P2 - MEDIUM (Minor feature, moderate bug)', '- [x] P2 - MEDIUM (Minor feature, moderate bug)'],
        ['- [ ] NORMAL (Within 2 weeks)', '- [x] NORMAL (Within 2 weeks)'],
        ['| YYYY-MM-DD | DRAFT | CR created |', '| 2026-02-09 | DRAFT | CR created |'],
      ],
    );
    assert.ok(rendered.text.endsWith('|------|--------|-------|\n| 2026-02-09 | DRAFT | CR created |\n'));
  });

  it('begins for the writer at the problem statement', () => {
    assert.equal(firstBlank(rendered), '[What problem are we solving? What is the current pain point?]');
  });

  it('leaves the other blanks in order, without those of options that were not chosen', () => {
    const blanks = rendered.blanks.map((span) => slice(rendered.text, span));
    assert.deepEqual(blanks.slice(0, 6), [
      '[What problem are we solving? What is the current pain point?]',
      '[What is the proposed change? How will it solve the problem?]',
      '[Why is this change needed? What value does it provide?]',
      '[What other approaches were considered? Why were they rejected?]',
      '[List specific modules or services affected]',
      '[List key files that will be modified]',
    ]);
    assert.ok(!blanks.includes('_______'));
    assert.ok(blanks.includes('feat/REQ-XXX-description or fix/Issue-NNN-description'));
  });

  it('is read back as what was written', () => {
    const record = readRecord({
      process: requests,
      path: 'docs/processes/change-requests/CR-2026-02-09-001.md',
      text: rendered.text,
    });
    assert.equal(record.status?.value?.id, 'DRAFT');
    assert.equal(record.headingId?.id?.text, 'CR-2026-02-09-001');
    assert.equal(record.title?.text, 'Raise the upload limit');
    assert.equal(record.priority, 'P2');
    assert.equal(record.history.length, 1);
    assert.equal(recordedApproval(record).state, 'not-asked');
  });
});

describe('a new change record', () => {
  const rendered = renderTemplate(records, 'record', {
    ...initialAnswers(records, 'record', { id: 'CHG-20260209-001', now }),
    type: 'emergency',
    priority: 'P0',
    requestor: 'Ana Ruiz',
  });

  it('has its status behind its date (reading 44), and every other line as the template has it', () => {
    assert.deepEqual(rendered.text.split('\n').slice(0, 9), [
      '**Change ID**: CHG-20260209-001',
      '**Type**: Emergency',
      '**Priority**: P0',
      '**Requester**: Ana Ruiz',
      '**Date**: 2026-02-09',
      '**Status**: DRAFT',
      '',
      '**Description**:',
      '[What is changing and why]',
    ]);
    assert.equal(rendered.text.split('\n').slice(7).join('\n'), changeRecordTemplate.split('\n').slice(6).join('\n'));
  });

  it('begins for the writer at the description', () => {
    assert.equal(firstBlank(rendered), '[What is changing and why]');
  });

  it('writes other fields of ours in their order, wherever they are given', () => {
    const { text } = renderTemplate(records, 'record', {
      reviewed: '2026-02-10',
      approver: 'Dana Field',
      status: 'APPROVED',
    });
    assert.ok(
      text.includes(
        '**Date**: [YYYY-MM-DD]\n**Status**: APPROVED\n**Approver**: Dana Field\n**Reviewed**: 2026-02-10\n\n**Description**',
      ),
    );
  });
});

describe('a rendered template', () => {
  it('without values is the template', () => {
    for (const process of [requests, records]) {
      for (const { id, template } of process.documents) assert.equal(renderTemplate(process, id, {}).text, template);
    }
  });

  it('without values and read again has nothing filled in', () => {
    for (const process of [requests, records]) {
      const text = process.documents.map(({ id }) => renderTemplate(process, id, {}).text).join('\n---\n\n');
      const record = readRecord({ process, path: 'docs/a/CR-2026-02-09-001.md', text });
      const given = record.answers.filter(({ filled, field }) => filled && field.key !== 'plan-version');
      assert.deepEqual(
        given.map(({ field, text: value }) => [field.key, value]),
        [],
      );
      assert.deepEqual(
        record.risks.filter(({ probability }) => probability?.placeholder === false),
        [],
      );
      assert.deepEqual([record.history, record.headingId, record.status?.value], [[], undefined, undefined]);
    }
  });

  it('ticks boxes, several where several apply, and writes the words of an open one', () => {
    const { text } = renderTemplate(requests, 'record', {
      systems: ['database', 'CI/CD Pipeline', 'Other: Kiosk firmware', 'Database'],
    });
    assert.deepEqual(changes(changeRequestTemplate, text), [
      ['- [ ] Database', '- [x] Database'],
      ['- [ ] CI/CD Pipeline', '- [x] CI/CD Pipeline'],
      ['- [ ] Other: _______', '- [x] Other: Kiosk firmware'],
    ]);
  });

  it('takes an option by its value, its label or any of its names', () => {
    for (const priority of ['P1', 'p1', 'HIGH', 'P1 - HIGH', 'P1 - HIGH (Major feature, significant bug)']) {
      assert.ok(renderTemplate(requests, 'record', { priority }).text.includes('- [x] P1 - HIGH'), priority);
    }
    const { text } = renderTemplate(requests, 'impact-assessment', {
      'risk-acceptance': 'requires mitigation',
      'overall-risk': 'M',
    });
    assert.ok(text.includes('**Risk Acceptance**: REQUIRES_MITIGATION\n'));
    assert.ok(text.includes('**Overall Risk Level**: MEDIUM\n'));
  });

  it('writes lists as the template does', () => {
    const { text } = renderTemplate(records, 'record', {
      'rollback-plan': ['Turn the flag off', 'Purge the cache\nof both sites'],
    });
    assert.ok(
      text.includes(
        '**Rollback Plan**:\n1. Turn the flag off\n2. Purge the cache\n   of both sites\n\n**Testing Plan**',
      ),
    );
    const other = renderTemplate(requests, 'record', {
      files: 'src/upload.ts',
      approvers: ['Dana Field - Technical Lead - Pending'],
    });
    assert.ok(other.text.includes('**Files** (Estimated):\n- src/upload.ts\n\n---'));
    assert.ok(other.text.includes('**Approver(s)**:\n- Dana Field - Technical Lead - Pending\n\n**Implementer(s)**'));
  });

  it('writes prose below its heading, and rows below the head of a table', () => {
    const { text } = renderTemplate(requests, 'record', { 'problem-statement': 'Large scans fail.\n\nThree of ten.' });
    assert.ok(text.includes('### Problem Statement\nLarge scans fail.\n\nThree of ten.\n\n### Proposed Solution'));
    const plan = renderTemplate(requests, 'implementation-plan', {
      'plan-files': ['src/a.ts | Modify | Limit | +3 -1', 'b | Create | x | +9'],
    });
    assert.ok(
      plan.text.includes(
        '| Estimated LOC |\n|-----------|------|-------------------|---------------|\n| src/a.ts | Modify | Limit | +3 -1 |\n| b | Create | x | +9 |\n\n**Total Estimated Changes**: +XXX',
      ),
    );
  });

  it('keeps a value on its line', () => {
    const { text } = renderTemplate(requests, 'record', { title: '  Raise\n\n## the limit\r\n ' });
    assert.deepEqual(changes(changeRequestTemplate, text), [
      ['**Title**: [Brief description of the change]', '**Title**: Raise ## the limit'],
    ]);
  });

  it('takes an empty value as none', () => {
    const values = { title: ' ', category: [], systems: [''], files: undefined, id: '' };
    assert.equal(renderTemplate(requests, 'record', values).text, changeRequestTemplate);
  });

  it('has nothing left to fill once all is filled', () => {
    const left = renderTemplate(requests, 'closure', {
      'monitored-until': '2026-02-12 09:00:00 UTC',
      'final-metrics': 'Error rate 0.1 %',
      outcomes: 'Uploads of 50 MB work',
      incidents: 'None',
      'lessons-learned': 'Measure first',
    });
    assert.deepEqual([left.firstBlank, left.blanks], [undefined, []]);
  });

  it('refuses what it does not know, by name', () => {
    assert.throws(() => renderTemplate(requests, 'record', { titel: 'x' }), UnknownFieldError);
    assert.throws(() => renderTemplate(requests, 'record', { 'rollback-plan': 'x' }), UnknownFieldError);
    assert.throws(() => renderTemplate(requests, 'record', { constructor: 'x' }), UnknownFieldError);
    assert.throws(() => renderTemplate(requests, 'record', { category: 'MAGIC' }), UnknownOptionError);
    assert.throws(() => renderTemplate(requests, 'record', { priority: 'P9' }), UnknownOptionError);
    assert.throws(() => renderTemplate(records, 'closure', {}), UnknownDocumentError);
  });
});

describe('what a new document says by itself', () => {
  it('is its ID, the first status and the dates', () => {
    assert.deepEqual(initialAnswers(requests, 'record', { id: 'CR-2026-02-09-001', now }), {
      id: 'CR-2026-02-09-001',
      status: 'DRAFT',
      created: '2026-02-09 14:05:00 UTC',
      'last-updated': '2026-02-09 14:05:00 UTC',
      history: '2026-02-09 | DRAFT | CR created',
    });
    assert.deepEqual(initialAnswers(records, 'record', { id: 'CHG-20260209-001', now }), {
      id: 'CHG-20260209-001',
      'change-id': 'CHG-20260209-001',
      created: '2026-02-09',
      status: 'DRAFT',
    });
    assert.deepEqual(initialAnswers(requests, 'impact-assessment', { now }), { 'assessment-date': '2026-02-09' });
  });

  it('is no time where only the day is known, and no ID where there is none', () => {
    const day = { year: 2026, month: 2, day: 9, minutes: undefined };
    assert.equal(initialAnswers(requests, 'record', { now: day })['created'], '2026-02-09');
    assert.deepEqual(initialAnswers(records, 'record', { now: day }), { created: '2026-02-09', status: 'DRAFT' });
  });

  it('can be rendered for every document', () => {
    for (const process of [requests, records]) {
      for (const { id } of process.documents) {
        renderTemplate(process, id, initialAnswers(process, id, { id: 'CR-2026-02-09-001', now }));
      }
    }
  });
});

describe('the text of a part', () => {
  it('is that of the template, whole lines, without what separates it from the next', () => {
    for (const process of [requests, records]) {
      for (const section of process.sections) {
        const text = sectionText(process, section);
        assert.ok(text.startsWith('#'.repeat(section.level)) && text.includes(section.heading), section.key);
        assert.ok(!/(?:^|\n)---\s*$|\s$/.test(text), section.key);
        for (const child of section.children) assert.ok(text.includes(sectionText(process, child)), child.key);
      }
      for (const field of process.fields) {
        const text = fieldText(field);
        assert.ok(text.includes(field.label) && text.trim() === text, field.key);
        assert.ok(field.template?.text.includes(text));
      }
    }
  });
});
