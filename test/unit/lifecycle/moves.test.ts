import { strict as assert } from 'node:assert';
import { legalTargets, movesOf } from '../../../src/core/lifecycle/moves';
import { changeRequest } from '../../../src/core/process/changeRequest';
import { compileProcess } from '../../../src/core/process/compileProcess';
import { draftChange, draftRequest } from '../actions/completeRecords';
import { chg, cr } from '../record/reading';

describe('the moves of a record', () => {
  it('are all statuses, those that are possible first', () => {
    assert.deepEqual(
      movesOf(cr(draftRequest)).map(({ kind, target }) => `${kind} ${target.id}`),
      [
        'legal PROPOSED',
        'legal CANCELLED',
        'illegal DRAFT',
        'illegal APPROVED',
        'illegal IN_PROGRESS',
        'illegal COMPLETED',
        'illegal REJECTED',
      ],
    );
  });

  it('count what is asked for before, as one thing for a plan with open steps', () => {
    const running = draftRequest.replace('**Status**: DRAFT', '**Status**: IN_PROGRESS');
    const guards = movesOf(cr(running)).flatMap((move) =>
      move.kind === 'legal' && move.target.id === 'COMPLETED' ? move.guards : [],
    );
    assert.deepEqual(
      guards.map(({ kind, binding }) => [kind, binding]),
      [
        ['approval', false],
        ['approval', false],
        ['approval', false],
        ['approval', false],
        ['answer', false],
        ['answer', false],
        ['answer', false],
        ['answer', false],
        ['answer', false],
        ['steps', false],
      ],
    );
  });

  it('lead to a place of the record each', () => {
    for (const text of [draftRequest, '', '# Change Request: CR-2026-02-09-001\n', '**Status**: IN_PROGRESS\n']) {
      for (const move of movesOf(cr(text))) {
        for (const { place } of move.kind === 'legal' ? move.guards : []) {
          assert.ok(place.span.start <= place.span.end && place.span.end <= place.document.text.length);
        }
      }
    }
  });

  it('follow the type of a change record', () => {
    const targets = (text: string): string[] => legalTargets(chg(text)).map(({ id }) => id);
    assert.deepEqual(targets(draftChange('Normal')), ['PROPOSED', 'CANCELLED']);
    assert.deepEqual(targets(draftChange('Emergency')), ['PROPOSED', 'IN_PROGRESS', 'CANCELLED']);
    const proposed = draftChange('Standard').replace(': DRAFT', ': PROPOSED');
    assert.deepEqual(targets(proposed), ['DRAFT', 'APPROVED', 'IN_PROGRESS', 'REJECTED', 'CANCELLED']);
  });

  it('of a record without a status begin where every record begins', () => {
    assert.deepEqual(
      legalTargets(cr('# Change Request: CR-2026-02-09-001\n')).map(({ id }) => id),
      ['DRAFT', 'PROPOSED', 'CANCELLED'],
    );
  });

  it('do not ask for what a companion answers', () => {
    const [record = '', plan = ''] = draftRequest.split(/(?=## Implementation Plan)/);
    const companion = {
      path: 'docs/processes/change-requests/CR-2026-02-09-001-IMPLEMENTATION-PLAN.md',
      text: plan.replace(/^##/, '#'),
    };
    const [move] = movesOf(cr(record, [companion]));
    assert.deepEqual(move?.kind === 'legal' && move.guards, []);
    const [without] = movesOf(cr(record));
    assert.deepEqual(without?.kind === 'legal' && without.guards.map(({ message }) => message), [
      'The Implementation Plan is missing.',
    ]);
  });

  it('are refused with the process where they ask for a field or option that it does not have', () => {
    const guards = [
      { kind: 'answer' as const, field: 'mood' },
      { kind: 'approval' as const, unless: { field: 'category', is: ['WHIM'] } },
    ];
    assert.throws(
      () => compileProcess({ ...changeRequest, transitions: [{ from: 'DRAFT', to: 'PROPOSED', guards }] }),
      /asks for the unknown field "mood"[\s\S]*names "WHIM", which "Category" does not offer/,
    );
  });
});
