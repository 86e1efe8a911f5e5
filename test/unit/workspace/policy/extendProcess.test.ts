import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { builtInSources, extendProcess, printedProcess } from '../../../../src/core/workspace/policy/extendProcess';
import { processSchema } from '../../../../src/core/workspace/policy/processSchema';
import { compileProcess, ProcessDefinitionError } from '../../../../src/core/process/compileProcess';
import type { ProcessSource } from '../../../../src/core/process/processDefinition';
import { readRecord } from '../../../../src/core/record/readRecord';

const extended = (id: string, entry: unknown): ProcessSource => {
  const result = extendProcess(id, v.parse(processSchema, entry));
  assert.equal(result.kind, 'process', JSON.stringify(result));
  return result.kind === 'process' ? result.source : assert.fail();
};
const problems = (id: string, entry: unknown): readonly string[] => {
  const result = extendProcess(id, v.parse(processSchema, entry));
  return result.kind === 'incomplete' ? result.problems : [];
};

describe('a process in the policy', () => {
  for (const source of Object.values(builtInSources)) {
    it(`can be the whole of ${source.id}, as it is printed`, () => {
      const printed = JSON.parse(JSON.stringify(printedProcess(source))) as unknown;
      assert.deepEqual(extended(source.id, printed), source);
    });
  }

  it('extends the built-in one of its name, and changes nothing where it says nothing', () => {
    assert.deepEqual(extended('change-request', {}), builtInSources['change-request']);
  });

  it('adds other names to those that a thing has, and takes them from whatever had them', () => {
    const process = compileProcess(
      extended('change-request', {
        statuses: [{ id: 'APPROVED', aliases: ['Greenlit', 'Done'] }],
        sections: [{ path: 'Approval Status', aliases: ['Vote'] }],
      }),
    );
    assert.deepEqual(
      ['Greenlit', 'Accepted', 'done', 'Implemented'].map((word) => process.status(word)?.id),
      ['APPROVED', 'APPROVED', 'APPROVED', 'COMPLETED'],
    );
    const names = process.sections.find(({ key }) => key === 'approval-status')?.names ?? [];
    assert.ok(['approval status', 'sign-off', 'vote'].every((name) => names.includes(name)));
  });

  it('adds and changes entries of lists by their names, key by key', () => {
    const source = extended('change-request', {
      roles: [
        { id: 'technical-lead', aliases: ['Principal Engineer'] },
        {
          id: 'dpo',
          label: 'Data Protection Officer',
          'required-when': { field: 'compliance', is: ['GDPR considerations'] },
        },
      ],
      statuses: [{ id: 'ON_HOLD', meaning: 'Paused.', stage: 'approved', 'needs-approval': true }],
      transitions: [
        { from: 'IN_PROGRESS', to: 'ON_HOLD', guards: [{ kind: 'reason' }] },
        { from: 'ON_HOLD', to: 'IN_PROGRESS' },
        { from: 'REJECTED', to: 'DRAFT', remove: true },
      ],
      tokens: ['Ship it'],
      fields: [{ path: 'Basic Information / Title', 'required-from': 'draft' }],
      ids: 'CR-YYYY-NNN',
    });
    const process = compileProcess(source);
    assert.deepEqual(process.roles[0]?.label, 'Technical Lead');
    assert.ok(['Tech Lead', 'Principal Engineer'].every((name) => process.roles[0]?.aliases?.includes(name)));
    assert.deepEqual(process.roles.at(-1)?.requiredWhen, { field: 'compliance', is: ['GDPR considerations'] });
    assert.equal(process.status('on hold')?.final, false);
    assert.ok(!process.transitions.some(({ from }) => from === 'REJECTED'));
    assert.equal(process.field('title')?.requiredFrom, 'draft');
    const record = readRecord({
      process,
      path: 'CR-2026-007.md',
      text: '# Change Request: CR-2026-007\n\n**Status**: ON HOLD\n\n## Approval Status\n\n**Approval Token**: ship it\n',
    });
    assert.equal(record.status?.value?.id, 'ON_HOLD');
    assert.equal(record.approval.token?.kind, 'token');
    assert.equal(record.id?.text, 'CR-2026-007');
  });

  it('can stand for itself, with documents of its own', () => {
    const process = compileProcess(
      extended('decision', {
        extends: 'nothing',
        name: 'Decision',
        kind: 'change-record',
        ids: 'ADR-XXXX',
        statuses: [{ id: 'OPEN', meaning: 'Open.', stage: 'draft' }],
        documents: [
          { id: 'record', template: '# ADR-XXXX: [Title]\n\n**Status**: [OPEN | SETTLED]\n\n## Context\n\n[Why?]\n' },
        ],
        fields: [{ path: 'Status', key: 'status', answer: 'choice' }],
      }),
    );
    assert.deepEqual(
      process.sections.map(({ heading }) => heading),
      ['Context'],
    );
  });

  it('says what is missing', () => {
    assert.deepEqual(problems('decision', {}), [
      '"decision" is no built-in process; "extends" says what it inherits from, or "nothing".',
    ]);
    assert.deepEqual(problems('change-request', { roles: [{ id: 'dpo' }], statuses: [{ id: 'ON_HOLD' }] }), [
      'The status "ON_HOLD" of "change-request" has no "meaning".',
      'The status "ON_HOLD" of "change-request" has no "stage".',
      'The role "dpo" of "change-request" has no "label".',
    ]);
  });

  it('is refused where it contradicts itself', () => {
    const source = extended('change-request', { transitions: [{ from: 'DRAFT', to: 'NOWHERE' }] });
    assert.throws(() => compileProcess(source), ProcessDefinitionError);
  });

  for (const entry of [
    { statuses: [{ id: 'draft' }] },
    { ids: 'CR-YY' },
    { rolez: [] },
    { roles: [{ id: 'x', 'required-when': { field: 'a' } }] },
    { tokens: 'ATP' },
    { fields: [{ path: 'x', answer: 'essay' }] },
  ]) {
    it(`is refused by the schema: ${JSON.stringify(entry)}`, () => {
      assert.equal(v.safeParse(processSchema, entry).success, false);
    });
  }
});
