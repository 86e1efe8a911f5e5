import { strict as assert } from 'node:assert';
import { explorer, explorerRow, waitingForApproval, type ExplorerGroup } from '../../../src/core/present/explorer';
import type { RecordSummary } from '../../../src/core/workspace/recordSummary';
import { summarize } from '../../../src/core/workspace/summarize';
import { cr } from '../record/reading';
import { changeRequest } from '../../../src/core/process/changeRequest';
import { lookOf, statusLabel } from '../../../src/core/process/statusLook';

/** Of a record that says nothing. */
const { course } = summarize(cr(''), [], []);
const today = { year: 2026, month: 3, day: 13, minutes: undefined };
const nothing = { error: 0, warning: 0, information: 0, hint: 0 };
const noDates = { created: null, lastUpdated: null, proposed: null, approval: null, start: null, deployed: null };

const { statuses } = changeRequest;

function roleOf(id: string | null | undefined): RecordSummary['role'] {
  return (
    statuses.find((status) => status.id === (id === undefined ? 'DRAFT' : id))?.role ?? (id === null ? null : 'on-hold')
  );
}

function summary(given: Partial<RecordSummary> & { readonly id: string | null }): RecordSummary {
  const name = given.id ?? given.name ?? 'x';
  return {
    path: `docs/${name}.md`,
    kind: name.startsWith('CHG') ? 'change-record' : 'change-request',
    processId: 'change-request',
    name,
    title: 'A change',
    status: 'DRAFT',
    role: roleOf(given.status),
    stage: 'draft',
    final: false,
    givenUp: false,
    type: null,
    priority: null,
    categories: [],
    risk: null,
    people: [],
    requestor: null,
    branch: null,
    dates: noDates,
    approval: { state: 'open', gaps: ['no approval token is recorded'], waitsFor: [] },
    progress: { done: 0, total: 0 },
    course,
    companions: [],
    links: { upstream: [], downstream: [], files: [] },
    archived: false,
    idRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    problems: nothing,
    contradicted: false,
    ...given,
  };
}

/** Labels of the groups with the IDs in them. */
function outline(
  records: readonly RecordSummary[],
  grouping: 'status' | 'type' | 'priority',
): Record<string, string[]> {
  const groups = explorer(records, grouping, today).filter((each): each is ExplorerGroup => each.kind === 'group');
  return Object.fromEntries(
    groups.map(({ label, rows }) => [label, rows.map(({ summary: { id, name } }) => id ?? name)]),
  );
}

describe('the explorer', () => {
  it('has the groups first that need somebody, and the archive last and folded', () => {
    const statuses = [
      'COMPLETED',
      'DRAFT',
      'CANCELLED',
      null,
      'IN_PROGRESS',
      'REJECTED',
      'APPROVED',
      'PROPOSED',
      'ON_HOLD',
    ];
    const records = statuses.map((status, index) => summary({ id: `CR-2026-03-01-00${String(index)}`, status }));
    const groups = explorer([...records, summary({ id: 'CR-1', archived: true, status: 'PROPOSED' })], 'status', today);
    assert.deepEqual(
      groups.map((group) => group.kind === 'group' && [group.label, group.folded]),
      [
        ['Proposed', false],
        ['In progress', false],
        ['Approved', false],
        ['Draft', false],
        ['On hold', false],
        ['Not recorded', false],
        ['Completed', false],
        ['Rejected', false],
        ['Cancelled', false],
        ['Archive', true],
      ],
    );
  });

  it('sorts by status, then errors, then priority, then ID', () => {
    const records = [
      summary({ id: 'CR-4' }),
      summary({ id: 'CR-3' }),
      summary({ id: 'CR-2', priority: 'P1' }),
      summary({ id: 'CR-1', priority: 'P0' }),
      summary({ id: 'CR-9', problems: { ...nothing, error: 2 } }),
    ];
    assert.deepEqual(outline(records, 'status'), { Draft: ['CR-9', 'CR-1', 'CR-2', 'CR-3', 'CR-4'] });
  });

  it('groups by type and by priority, with words for what has none', () => {
    const records = [
      summary({ id: 'CHG-2', type: 'emergency', priority: 'P0' }),
      summary({ id: 'CHG-1' }),
      summary({ id: 'CR-1', priority: 'P2' }),
    ];
    assert.deepEqual(outline(records, 'type'), {
      'Change records': ['CHG-1'],
      'Change records: emergency': ['CHG-2'],
      'Change requests': ['CR-1'],
    });
    assert.deepEqual(outline(records, 'priority'), { 'No priority': ['CHG-1'], P0: ['CHG-2'], P2: ['CR-1'] });
  });

  it('is one list without groups, and an empty one without records', () => {
    assert.deepEqual(
      explorer([summary({ id: 'CR-1' })], 'none', today).map(({ kind }) => kind),
      ['record'],
    );
    assert.deepEqual(explorer([], 'status', today), []);
  });

  it('has IDs that no two groups and rows share', () => {
    const records = [
      summary({ id: 'CR-1' }),
      summary({ id: 'CR-1', path: 'docs/copy/CR-1.md' }),
      summary({ id: null, name: 'CR-x', archived: true }),
    ];
    const ids = explorer(records, 'status', today).flatMap((each) =>
      each.kind === 'group' ? [each.id, ...each.rows.map(({ id }) => id)] : [each.id],
    );
    assert.equal(new Set(ids).size, ids.length);
  });

  it('counts what waits for an approval, without the archive', () => {
    const waiting = summary({ id: 'CR-1', status: 'PROPOSED' });
    assert.equal(waitingForApproval([waiting, { ...waiting, archived: true }, summary({ id: 'CR-2' })]), 1);
  });
});

describe('a row of the explorer', () => {
  const row = (given: Partial<RecordSummary>) => explorerRow(summary({ id: 'CR-2026-03-01-001', ...given }), today);

  it('says for whom a proposed record waits, and since when', () => {
    const proposed = {
      status: 'PROPOSED',
      dates: { ...noDates, created: '2026-03-01', proposed: '2026-03-11' },
      approval: { state: 'open' as const, gaps: [], waitsFor: ['Security Team', 'Product Owner', 'Tech Lead'] },
    };
    assert.equal(row(proposed).description, 'CR-2026-03-01-001 · waits for Security Team and 2 more, 2 d');
    assert.equal(
      row({ ...proposed, dates: noDates, approval: { state: 'approved', gaps: [], waitsFor: [] } }).description,
      'CR-2026-03-01-001 · waits for approval',
    );
    assert.equal(
      row({
        ...proposed,
        dates: { ...noDates, created: '2026-03-13' },
        approval: { state: 'open', gaps: ['no approval token is recorded'], waitsFor: ['X'] },
      }).description,
      'CR-2026-03-01-001 · waits for X',
    );
  });

  it('says how far an implementation is, and how many problems there are', () => {
    const progress = { done: 12, total: 31 };
    assert.equal(
      row({ status: 'IN_PROGRESS', progress, problems: { ...nothing, error: 1 } }).description,
      'CR-2026-03-01-001 · 12/31 steps · 1 problem',
    );
    assert.equal(
      row({ status: 'COMPLETED', progress, problems: { ...nothing, error: 1, warning: 2, information: 5 } })
        .description,
      'CR-2026-03-01-001 · 3 problems',
    );
  });

  it('has a name where there is no ID, and a word where there is no title', () => {
    const { title, description, accessibleLabel } = row({ id: null, name: 'CR-2026-3-1-1', title: null });
    assert.deepEqual(
      [title, description, accessibleLabel],
      ['Untitled', 'CR-2026-3-1-1', 'Untitled, draft, CR-2026-3-1-1'],
    );
  });

  it('keeps a title as it is, whatever it would be elsewhere', () => {
    const title = '$(zap) <img src=x> [x](command:y)';
    assert.equal(row({ title }).title, title);
  });

  it('tells where it stands with its status', () => {
    const problems = { ...nothing, warning: 1 };
    const { facts } = row({ status: 'IN_PROGRESS', progress: { done: 1, total: 2 }, problems });
    assert.deepEqual(facts[0], ['Status', 'In progress, 1/2 steps']);
    assert.deepEqual(facts.at(-1), ['Problems', '0 errors, 1 warning']);
  });

  it('tells the facts that are recorded, and no others', () => {
    assert.deepEqual(row({}).facts, [['Status', 'Draft']]);
    assert.deepEqual(
      row({
        status: 'APPROVED',
        categories: ['BUG', 'SECURITY'],
        priority: 'P1',
        risk: 'HIGH',
        requestor: 'Ada',
        dates: { ...noDates, created: '2026-03-01', approval: '2026-03-02', start: '2026-03-03' },
        approval: { state: 'approved', gaps: [], waitsFor: [] },
        progress: { done: 1, total: 2 },
        problems: { ...nothing, error: 1 },
      }).facts,
      [
        ['Status', 'Approved'],
        ['Type', 'BUG, SECURITY'],
        ['Priority', 'P1'],
        ['Risk', 'HIGH'],
        ['Requestor', 'Ada'],
        ['Created', '2026-03-01'],
        ['Approval', '2026-03-02'],
        ['Started', '2026-03-03'],
        ['Steps', '1 of 2'],
        ['Problems', '1 error, 0 warnings'],
      ],
    );
  });

  it('gives a status of a team’s own a neutral look with its words', () => {
    assert.deepEqual(lookOf('ON_HOLD', 'on-hold'), {
      ...lookOf(null, null),
      icon: 'circle-outline',
      label: 'On hold',
      badge: 'OH',
    });
    assert.equal(statusLabel('constructor'), 'Constructor');
    assert.equal(row({ status: null }).contextValue, 'record not-recorded');
  });
});
