import { strict as assert } from 'node:assert';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { isPlaceholder, placeholders } from '../../../src/core/process/placeholder';
import { slice } from '../../../src/core/text/span';

const found = (text: string): string[] => placeholders(text).map((span) => slice(text, span));

describe('what counts as not filled in (readings 19 to 21)', () => {
  const unfilled = [
    '',
    '  \n ',
    '-',
    '- ',
    '- [ ] ',
    '—',
    '?',
    '[Brief description of the change]',
    '  [Brief\n   description]  ',
    '[Name/Email of person requesting change]',
    '[DRAFT | PROPOSED | APPROVED]',
    '[P0/P1/P2/P3]',
    '[Yes/No - Duration]',
    '[YYYY-MM-DD]',
    'YYYY-MM-DD',
    'yyyy-mm-dd',
    'DD.MM.YYYY',
    'HH:MM',
    'YYYY-MM-DD HH:MM:SS UTC',
    'YYYY-MM-DDTHH:MM:SSZ',
    'N files',
    'N tests',
    'XX%',
    'XX ms',
    'XX req/s',
    'XX seconds',
    '+/- XX ms',
    '+/- XX%',
    '[+/- XX ms or N/A]',
    '+XX -YY',
    '+XX',
    '____',
    '\\_\\_\\_\\_',
    '**____**',
    '____________ (Date: ______)',
    '____________ (Date: ______) [if security-related]',
    '#NNN',
    'feat/REQ-XXX-description or fix/Issue-NNN-description',
    'feat/REQ-XXX-description',
    'CR-XXXX',
    'REQ-XXX',
    'CR-YYYY-MM-DD-XXX',
    'CHG-YYYYMMDD-NNN',
    '/src/xxx.py',
    '...',
    '…',
    '- ...',
    'TBD',
    'tbd',
    '**TBD**',
    'TODO',
    'TODO:',
    'PENDING',
    '- TBD\n- TBD',
    '- [Name] - [Role] - [Approval Status]',
    '[Name] - [Role]',
    '1. [Step 1]\n2. [Step 2]\n...',
    '- [CR-XXXX: Description]\n- [REQ-XXX: Description]',
    '- [Library/Service X]: [Impact description]',
    '[File: /docs/xxx.md]: [Description of update]',
    '\\[Name\\]',
    '[outer [inner] words]',
    '<!-- Describe the problem -->',
    '<!-- never closed',
    '<!-- why --> [Name]',
    '`[branch-name]`',
    '**[X hours/days]**',
  ];
  for (const text of unfilled) {
    it(`takes ${JSON.stringify(text)} as unfilled`, () => {
      assert.equal(isPlaceholder(text), true);
    });
  }

  const answers = [
    'N/A',
    'n/a',
    'None',
    '[N/A]',
    'Ana Ruiz',
    'A',
    '5',
    '0',
    '2026-02-09',
    '[2026-02-09]',
    '[x]',
    '[X] Technical Lead',
    '[1]',
    'see TODO.md',
    'TODO.md',
    'TBD by the vendor',
    'Approval is pending',
    'fix [sic] the thing',
    '[WIP] Raise the limit',
    'Raise the limit to 5 MB ...',
    'DOCUMENTATION | INFRASTRUCTURE',
    'FEATURE (performance)',
    '[the plan](plan.md)',
    '[the plan][1]',
    '![picture](a.png)',
    '[^1]',
    '[docs]: https://example.org',
    'feat/REQ-042-upload',
    '#42',
    'CR-2026-02-09-001',
    '15 files',
    '20%',
    '+3 -2',
    '__init__.py',
    'snake__case',
    'Dana Field (Date: ______)',
    '✅',
    'X',
    'X marks the spot',
    'N of them',
    'Series XX is affected',
    'Approved <!-- by phone -->',
    '中文',
    '[unclosed text',
    'closed] only',
  ];
  for (const text of answers) {
    it(`takes ${JSON.stringify(text)} as an answer`, () => {
      assert.equal(isPlaceholder(text), false);
    });
  }

  it('takes the template’s own value as unfilled, however it is wrapped', () => {
    const template = 'Describe what happens\nif it is turned back.';
    assert.equal(isPlaceholder(template, template), true);
    assert.equal(isPlaceholder('Describe what\n  happens if it is   turned back.', template), true);
    assert.equal(isPlaceholder('Turn the flag off.', template), false);
    assert.equal(isPlaceholder('1.0', '1.0'), true);
    assert.equal(isPlaceholder('1.1', '1.0'), false);
  });

  it('lets the template’s own words stand between placeholders, and no others', () => {
    const template =
      '[Describe how to rollback]\n- Step 1: [Action]\n- Step 2: [Action]\n- Time to rollback: [Estimated duration]';
    assert.equal(isPlaceholder('- Step 1: [Action]', template), true);
    assert.equal(isPlaceholder('- Step 1: [Action]'), false);
    assert.equal(isPlaceholder('- Step 1: Turn the flag off', template), false);
    assert.equal(isPlaceholder('Time to rollback', template), false);
    assert.equal(isPlaceholder('[Describe how to rollback]\n- Step 1: revert', template), false);
  });

  it('does not take an option of a choice for its placeholder', () => {
    assert.equal(isPlaceholder('FEATURE', '[FEATURE | BUG]'), false);
    assert.equal(isPlaceholder('FEATURE | BUG', '[FEATURE | BUG]'), false);
    assert.equal(isPlaceholder('No', '[Yes/No - Duration]'), false);
  });

  it('takes every value of every built-in template as unfilled', () => {
    for (const { fields } of builtInProcesses()) {
      for (const { key, placeholder } of fields) {
        assert.ok(isPlaceholder(placeholder, placeholder), `${key}: ${JSON.stringify(placeholder)}`);
      }
    }
  });

  it('takes every value that a built-in template asks a line for as unfilled, even without the template', () => {
    const own = new Set(['plan-version', 'total-estimated-changes']); // "1.0", "lines across": words, not placeholders
    for (const { fields } of builtInProcesses()) {
      for (const { key, placeholder, written, template, answer } of fields) {
        if (own.has(key) || written !== 'line' || answer === 'risks' || answer === 'table') continue;
        if (!template || template.text.slice(template.span.start, template.value.start).includes('\n')) continue;
        assert.ok(isPlaceholder(placeholder), `${key}: ${JSON.stringify(placeholder)}`);
      }
    }
  });
});

describe('the placeholders of a text', () => {
  it('are found one by one, as one writes over them', () => {
    assert.deepEqual(found('- [Name] - [Role] - [Approval Status]'), ['[Name]', '[Role]', '[Approval Status]']);
    assert.deepEqual(found('**Created**: YYYY-MM-DD HH:MM:SS UTC\n**By**: [Name]'), [
      'YYYY-MM-DD HH:MM:SS UTC',
      '[Name]',
    ]);
    assert.deepEqual(found('- [ ] Lead: ____________ (Date: ______) [if feature]'), ['____________', '______']);
    assert.deepEqual(found('feat/REQ-XXX-description or fix/Issue-NNN-description'), [
      'feat/REQ-XXX-description or fix/Issue-NNN-description',
    ]);
    assert.deepEqual(found('- Current P50 latency: XX ms'), ['XX ms']);
    assert.deepEqual(found('| /src/xxx.py | Modify | [Description] | +XX -YY |'), [
      '/src/xxx.py',
      '[Description]',
      '+XX',
      '-YY',
    ]);
    assert.deepEqual(found('# Change Request: CR-YYYY-MM-DD-XXX'), ['CR-YYYY-MM-DD-XXX']);
    assert.deepEqual(found('1. [Step 1]\n...'), ['[Step 1]', '...']);
    assert.deepEqual(found('[What problem\nare we solving?]'), ['[What problem\nare we solving?]']);
  });

  it('leave boxes, links, footnotes and prose alone', () => {
    assert.deepEqual(found('- [x] a [link](b.md), a [reference][1], a note [^1] and three dots ... at 20%'), []);
    assert.deepEqual(found('[docs]: https://example.org\nWe wait; the decision is pending.'), []);
  });

  it('do not reach over an empty line', () => {
    assert.deepEqual(found('an open [bracket\n\nand its ] end'), []);
  });

  it('count "TBD" only as the whole text', () => {
    assert.deepEqual(found(' TBD '), ['TBD']);
    assert.deepEqual(found('TBD by the vendor'), []);
  });
});
