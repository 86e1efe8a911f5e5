import { strict as assert } from 'node:assert';
import { changeRecord } from '../../../src/core/process/changeRecord';
import { changeRequest } from '../../../src/core/process/changeRequest';
import { idForm } from '../../../src/core/process/idForm';
import { compileProcess, ProcessDefinitionError } from '../../../src/core/process/compileProcess';
import type { Process } from '../../../src/core/process/process';
import type { ProcessSource } from '../../../src/core/process/processDefinition';
import { fieldText, sectionText } from '../../../src/core/process/renderTemplate';

const requests = compileProcess(changeRequest);
const records = compileProcess(changeRecord);

/** A small process, to be changed in one place. */
function small(change: Partial<ProcessSource> = {}): ProcessSource {
  return {
    id: 'small',
    name: 'Small Change',
    kind: 'change-request',
    identity: idForm('SC-YYYY-MM-DD-XXX'),
    statuses: [
      {
        id: 'OPEN',
        role: 'draft',
        meaning: 'Open.',
        stage: 'draft',
        final: false,
        needsApproval: false,
        aliases: ['NEW'],
      },
      { id: 'DONE_WITH', role: 'completed', meaning: 'Done.', stage: 'completed', final: true, needsApproval: false },
    ],
    transitions: [{ from: 'OPEN', to: 'DONE_WITH' }],
    roles: [],
    tokens: [],
    documents: [
      {
        id: 'record',
        template: [
          '# Small Change: SC-YYYY-MM-DD-XXX',
          '',
          '**Status**: [OPEN | DONE_WITH]',
          '**Day**: YYYY-MM-DD',
          '',
          '## 1. What (and why)',
          '',
          '**Kind** (one): [A | B | C]',
          '**Level**: [low/high]',
          '**Name/Role**: [Name/Role]',
          '',
          '**Where**:',
          '- [ ] Here (the near place)',
          '- [ ] There: ____',
          '',
          '**Numbers**:',
          '- **Count**: N files',
          '  - [List them]',
          '- Weight: [Weight]',
          '',
          '---',
          '',
          '### Story',
          '[Tell it]',
          '',
          '---',
          '',
          '## Log',
          '',
          '| Day | What |',
          '|-----|------|',
          '| YYYY-MM-DD | opened |',
          '',
          '**Total**: XX',
          '',
        ].join('\n'),
      },
    ],
    sections: [],
    fields: [],
    ...change,
  };
}

function problemsOf(change: Partial<ProcessSource>): readonly string[] {
  try {
    compileProcess(small(change));
  } catch (error) {
    assert.ok(error instanceof ProcessDefinitionError);
    for (const problem of error.problems) assert.ok(error.message.includes(problem));
    return error.problems;
  }
  return [];
}

function field(process: Process, key: string) {
  const found = process.field(key);
  assert.ok(found, key);
  return found;
}

describe('a template is the definition', () => {
  const process = compileProcess(small());

  it('gives sections with their headings, levels and parents, without numbers and notes where they are compared', () => {
    assert.deepEqual(
      process.sections.map(({ key, heading, names, level, parent }) => [key, heading, names[0], level, parent?.key]),
      [
        ['what', '1. What (and why)', 'what', 2, undefined],
        ['story', 'Story', 'story', 3, 'what'],
        ['log', 'Log', 'log', 2, undefined],
      ],
    );
    const [document] = process.documents;
    assert.deepEqual(
      document?.sections.map(({ key, children }) => [key, children.map((child) => child.key)]),
      [
        ['what', ['story']],
        ['log', []],
      ],
    );
  });

  it('gives each section its own lines, and its text without the break behind it', () => {
    const [what, story] = process.sections;
    assert.ok(what && story);
    assert.equal(story.body, '[Tell it]');
    assert.equal(sectionText(process, story), '### Story\n[Tell it]');
    assert.ok(sectionText(process, what).startsWith('## 1. What (and why)\n\n**Kind**'));
    assert.ok(sectionText(process, what).endsWith('### Story\n[Tell it]'));
    assert.ok(what.body.endsWith('- Weight: [Weight]'));
  });

  it('gives fields from its labels, in order, each with its section and group', () => {
    assert.deepEqual(
      process.fields.map(({ key, section, group, answer, written }) => [key, section?.key, group, answer, written]),
      [
        ['status', undefined, undefined, 'choice', 'line'],
        ['day', undefined, undefined, 'date', 'line'],
        ['kind', 'what', undefined, 'choice', 'line'],
        ['level', 'what', undefined, 'text', 'line'],
        ['name-role', 'what', undefined, 'text', 'line'],
        ['where', 'what', undefined, 'choices', 'boxes'],
        ['numbers', 'what', undefined, 'text', 'line'],
        ['count', 'what', 'numbers', 'list', 'line'],
        ['story', 'story', undefined, 'text', 'prose'],
        ['total', 'log', undefined, 'text', 'line'],
      ],
    );
  });

  it('gives options from lists and boxes', () => {
    assert.deepEqual(
      field(process, 'kind').options.map(({ value }) => value),
      ['A', 'B', 'C'],
    );
    assert.deepEqual(
      field(process, 'where').options.map(({ label, value, names, open }) => [label, value, names, open]),
      [
        ['Here (the near place)', 'Here', ['here', 'here (the near place)', 'the near place'], false],
        ['There: ____', 'There', ['there', 'there: ____'], true],
      ],
    );
  });

  it('gives the lines that ask for a field', () => {
    assert.equal(fieldText(field(process, 'kind')), '**Kind** (one): [A | B | C]');
    assert.equal(fieldText(field(process, 'where')), '**Where**:\n- [ ] Here (the near place)\n- [ ] There: ____');
    assert.equal(fieldText(field(process, 'count')), '- **Count**: N files\n  - [List them]');
    assert.equal(field(process, 'count').placeholder, 'N files');
  });

  it('reads a slash as a list of options only where a choice is asked for', () => {
    const choice = compileProcess(small({ fields: [{ path: 'What / Level', key: 'level', answer: 'choice' }] }));
    assert.deepEqual(
      field(choice, 'level').options.map(({ label }) => label),
      ['low', 'high'],
    );
  });

  it('makes a field of a heading, and of a label without bold, where a rule says so', () => {
    const more = compileProcess(
      small({
        fields: [
          { path: 'What / Story', key: 'tale', answer: 'text', requiredFrom: 'proposed' },
          { path: 'What / Numbers / Weight', key: 'weight' },
          { path: 'Log', key: 'log', answer: 'table' },
        ],
      }),
    );
    const tale = field(more, 'tale');
    assert.deepEqual(
      [tale.label, tale.section?.key, tale.written, tale.placeholder],
      ['Story', 'story', 'prose', '[Tell it]'],
    );
    assert.equal(fieldText(tale), '### Story\n[Tell it]');
    assert.deepEqual([field(more, 'weight').group, field(more, 'weight').placeholder], ['numbers', '[Weight]']);
    assert.ok(fieldText(field(more, 'log')).endsWith('| YYYY-MM-DD | opened |'));
    assert.deepEqual(
      more.sections.find(({ key }) => key === 'log')?.fields.map(({ key }) => key),
      ['log', 'total'],
    );
  });

  it('adds fields of ours behind those of the template', () => {
    const ours = compileProcess(
      small({
        fields: [
          {
            path: 'Mood',
            key: 'mood',
            optional: true,
            answer: 'choice',
            template: '**Mood**: [good | bad]',
            after: 'day',
          },
          { path: 'What / Story / Moral', key: 'moral', optional: true },
        ],
      }),
    );
    assert.deepEqual(
      ours.fields
        .slice(-2)
        .map(({ key, section, placeholder, options }) => [key, section?.key, placeholder, options.length]),
      [
        ['mood', undefined, '[good | bad]', 2],
        ['moral', 'story', '', 0],
      ],
    );
  });

  it('knows a status by its other names, without case, blanks, hyphens and underscores', () => {
    for (const name of ['DONE_WITH', 'done with', 'Done-With', 'DoneWith'])
      assert.equal(process.status(name)?.id, 'DONE_WITH');
    assert.equal(process.status('new')?.id, 'OPEN');
    assert.equal(process.status('done'), undefined);
    assert.equal(process.status(''), undefined);
  });

  it('gives the same process again from the same source', () => {
    const again = compileProcess(small());
    assert.deepEqual(JSON.stringify(again.fields, withoutLoops), JSON.stringify(process.fields, withoutLoops));
    assert.deepEqual(JSON.stringify(again.sections, withoutLoops), JSON.stringify(process.sections, withoutLoops));
  });

  it('keeps keys apart that would be the same', () => {
    const twice = compileProcess(
      small({
        documents: [
          {
            id: 'record',
            template: '## A\n\n**Note**: [x y]\n\n### More\n\n## B\n\n**Note**: [x y]\n**Note**: [z z]\n\n### More\n',
          },
        ],
      }),
    );
    assert.deepEqual(
      twice.fields.map(({ key }) => key),
      ['note', 'b-note', 'note-2'],
    );
    assert.deepEqual(
      twice.sections.map(({ key }) => key),
      ['a', 'more', 'b', 'b-more'],
    );
  });
});

/** Sections name their parents and fields their sections; a key says enough. */
function withoutLoops(name: string, value: unknown): unknown {
  return ['parent', 'section', 'fields', 'children'].includes(name) &&
    typeof value === 'object' &&
    value !== null &&
    'key' in value
    ? value.key
    : value;
}

describe('a process that contradicts itself', () => {
  it('names every rule that fits nothing', () => {
    assert.deepEqual(
      problemsOf({
        sections: [{ path: 'Nowhere', key: 'nowhere' }],
        fields: [
          { path: 'What / Color', key: 'color' },
          { path: 'Kind', key: 'kind' },
          { path: 'Elsewhere / Ours', key: 'ours', optional: true },
        ],
      }),
      [
        'No template has the section "Nowhere".',
        'No template has the field "What / Color".',
        'No template has the field "Kind".',
        'No template has the field "Elsewhere / Ours".',
      ],
    );
  });

  it('names unknown statuses of transitions', () => {
    assert.deepEqual(problemsOf({ transitions: [{ from: 'OPEN', to: 'GONE' }] }), [
      'The transition from OPEN to GONE names the unknown status "GONE".',
    ]);
  });

  it('names keys that are used twice', () => {
    assert.deepEqual(
      problemsOf({
        fields: [
          { path: 'What / Kind', key: 'same' },
          { path: 'What / Level', key: 'same' },
        ],
      }),
      ['Two fields have the key "same".'],
    );
    assert.deepEqual(
      problemsOf({
        sections: [
          { path: 'What', key: 'same' },
          { path: 'Log', key: 'same' },
        ],
      }),
      ['Two sections have the key "same".'],
    );
  });

  it('names a second rule for the same place', () => {
    assert.deepEqual(
      problemsOf({
        fields: [
          { path: 'What / Kind', key: 'kind' },
          { path: '1. what / KIND', key: 'kind-too' },
        ],
      }),
      ['No template has the field "1. what / KIND".'],
    );
  });

  it('names options that a field does not have', () => {
    assert.deepEqual(
      problemsOf({
        fields: [
          {
            path: 'What / Kind',
            key: 'kind',
            exclusive: ['D'],
            values: { A: 'a', E: 'e' },
            synonyms: { a: ['first'], F: [] },
          },
          { path: 'Day', key: 'day', answer: 'choice' },
        ],
      }),
      [
        '"What / Kind" has no option "D".',
        '"What / Kind" has no option "E".',
        '"What / Kind" has no option "F".',
        '"Day" is a choice and has no options.',
      ],
    );
  });

  it('names what a condition cannot ask', () => {
    assert.deepEqual(
      problemsOf({
        roles: [
          {
            id: 'one',
            label: 'One',
            requiredWhen: { any: [{ field: 'kind', is: ['A', 'Z'] }, { all: [{ field: 'nothing', is: ['A'] }] }] },
          },
        ],
      }),
      [
        'The condition of "One" names "Z", which "Kind" does not offer.',
        'The condition of "One" names the unknown field "nothing".',
      ],
    );
  });

  it('names a field of ours that comes after nothing', () => {
    assert.deepEqual(problemsOf({ fields: [{ path: 'Mood', key: 'mood', optional: true, after: 'weather' }] }), [
      '"Mood" comes after the unknown field "weather".',
    ]);
  });
});

describe('the change request process', () => {
  const agreed = {
    record:
      'status created last-updated title requestor category priority urgency problem-statement proposed-solution business-justification alternatives systems modules files upstream downstream external-dependencies approvers implementers reviewers notified approved-by approval-token approval-date branch pull-request implementation-start implementation-end deployed history',
    'impact-assessment':
      'assessment-date assessed-by files-to-create files-to-modify files-to-delete complexity dependencies-affected api-surface breaking-changes backward-compatibility security-assessment authentication data-exposure secret-management compliance threat-model security-review-required security-reviewer security-approval performance-assessment rollback-plan overall-risk risks risk-matrix risk-threshold current-risk-score risk-acceptance affected-systems affected-users affected-teams impact-duration reversibility blast-radius',
    'implementation-plan': 'plan-version plan-created plan-last-updated prerequisites timeline plan-files',
    closure: 'final-metrics outcomes incidents lessons-learned monitored-until',
  };

  for (const [document, keys] of Object.entries(agreed)) {
    it(`has the fields of the ${document} under their keys`, () => {
      for (const key of keys.split(' ')) assert.equal(field(requests, key).document, document);
    });
  }

  it('asks a proposed record for what makes it complete, and later for what comes later (reading 22)', () => {
    const due = (stage: string) =>
      requests.fields.filter(({ requiredFrom }) => requiredFrom === stage).map(({ key }) => key);
    assert.deepEqual(
      due('proposed').join(' '),
      'title requestor category priority urgency problem-statement proposed-solution business-justification alternatives systems files approvers implementers assessed-by complexity api-surface breaking-changes security-assessment security-review-required performance-assessment rollback-plan overall-risk risks risk-acceptance reversibility blast-radius plan-files',
    );
    assert.deepEqual(due('in-progress'), ['branch', 'implementation-start']);
    assert.deepEqual(due('completed'), ['pull-request', 'implementation-end', 'deployed']);
    assert.deepEqual(
      requests.documents.map(({ id, requiredFrom }) => [id, requiredFrom]),
      [
        ['record', undefined],
        ['impact-assessment', 'proposed'],
        ['implementation-plan', 'proposed'],
        ['closure', undefined],
      ],
    );
  });

  it('never asks for the boxes of the plan (reading 33)', () => {
    assert.equal(field(requests, 'prerequisites').answer, 'done');
    assert.equal(field(requests, 'prerequisites').requiredFrom, undefined);
  });

  it('reads a priority by its code, its word or both (reading 23)', () => {
    const [, , p2] = field(requests, 'priority').options;
    assert.equal(p2?.value, 'P2');
    for (const name of ['p2', 'medium', 'p2 medium', 'p2 - medium', 'p2-medium'])
      assert.ok(p2.names.includes(name), name);
  });

  it('tells options apart that differ only in their note', () => {
    const [breaking, harmless] = field(requests, 'api-surface').options;
    assert.deepEqual(
      [breaking?.value, harmless?.value],
      ['Public API changes (breaking)', 'Public API changes (non-breaking)'],
    );
    assert.deepEqual(breaking?.names, ['public api changes (breaking)', 'breaking']);
  });

  it('knows the boxes that exclude the others of their group (reading 25)', () => {
    const exclusive = requests.fields.flatMap(({ options }) =>
      options.filter((option) => option.exclusive).map(({ label }) => label),
    );
    assert.deepEqual(exclusive, [
      'No API changes',
      'No changes to auth',
      'No new data exposure',
      'No secrets involved',
      'No database changes',
      'No cache changes',
      'No new test data needed',
    ]);
  });

  it('keeps the labels of risks to the risks: they recur', () => {
    assert.equal(field(requests, 'risks').answer, 'risks');
    for (const label of ['Risk', 'Probability', 'Impact', 'Mitigation', 'Contingency']) {
      assert.ok(!requests.fields.some((each) => each.label === label), label);
    }
  });

  it('keeps Systems and Affected Systems apart (reading 45)', () => {
    assert.ok(!field(requests, 'systems').names.includes('affected systems'));
    assert.ok(!field(requests, 'affected-systems').names.includes('systems'));
  });

  it('reads labels by the other names that are met', () => {
    assert.ok(field(requests, 'requestor').names.includes('requester'));
    assert.ok(field(requests, 'created').names.includes('date'));
    assert.ok(field(requests, 'approvers').names.includes('approvers'));
    assert.ok(field(requests, 'approvers').names.includes('approver'));
  });
});

describe('the change record process', () => {
  it('has the fields that were agreed, those of ours last', () => {
    assert.deepEqual(
      records.fields.map(({ key, optional }) => `${key}${optional ? '?' : ''}`).join(' '),
      'change-id type priority requestor created description impact-assessment systems-affected users-affected downtime overall-risk implementation-plan rollback-plan testing-plan success-criteria status? approver? approval-date? scheduled? deployed? notified? reviewed?',
    );
  });

  it('asks by type (reading 50)', () => {
    const due = (type: string) =>
      records.fields
        .filter(
          ({ requiredFrom, requiredWhen }) =>
            requiredFrom === 'proposed' && (!requiredWhen || ('is' in requiredWhen && requiredWhen.is.includes(type))),
        )
        .map(({ key }) => key);
    assert.deepEqual(due('standard'), ['type', 'priority', 'requestor', 'created', 'description', 'rollback-plan']);
    const more = ['systems-affected', 'users-affected', 'downtime', 'overall-risk', 'implementation-plan'];
    assert.deepEqual(new Set(due('emergency')), new Set([...due('standard'), ...more]));
    assert.deepEqual(new Set(due('normal')), new Set([...due('emergency'), 'testing-plan']));
  });

  it('reads a risk level of three or four steps, and types in lower case (reading 45)', () => {
    assert.deepEqual(
      field(records, 'overall-risk').options.map(({ label, value }) => [label, value]),
      [
        ['Low', 'LOW'],
        ['Medium', 'MEDIUM'],
        ['High', 'HIGH'],
        ['Critical', 'CRITICAL'],
      ],
    );
    assert.deepEqual(
      field(records, 'type').options.map(({ value }) => value),
      ['standard', 'normal', 'emergency'],
    );
  });
});
