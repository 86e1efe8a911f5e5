import { strict as assert } from 'node:assert';
import { toPortfolio } from '../../../../src/core/workspace/across/portfolio';
import { linksOf, placedLinks } from '../../../../src/core/record/recordLinks';
import { summarize } from '../../../../src/core/workspace/summarize';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import { changeRequest } from '../../../../src/core/process/changeRequest';
import { compileProcess } from '../../../../src/core/process/compileProcess';
import { readRecord } from '../../../../src/core/record/readRecord';
import { dependencyGraph } from '../../../../src/core/present/panel/dependencyGraph';
import { planGantt } from '../../../../src/core/present/panel/planGantt';
import { riskMatrix } from '../../../../src/core/present/panel/riskMatrix';
import { stateGraph, statusesInOrder } from '../../../../src/core/present/panel/stateGraph';
import { chg, cr } from '../../record/reading';
import { panelOf, sample, samples, today } from './samples';

const processes = builtInProcesses();

describe('the panel of a record', () => {
  it('is plain data that can be sent to a page', () => {
    for (const record of samples) {
      const panel = panelOf(record);
      // Functions cannot be cloned at all, and instances of classes lose what they are.
      assert.deepEqual(structuredClone(panel), panel);
    }
  });

  it('leads on with the move that goes on, and back from a refusal', () => {
    const primary = (id: string): string => panelOf(sample(id)).heading.primary?.to ?? 'none';
    assert.deepEqual(
      ['CR-2026-03-09-001', 'CR-2026-03-10-001', 'CR-2026-03-05-001', 'CR-2026-03-02-001'].map(primary),
      ['PROPOSED', 'APPROVED', 'IN_PROGRESS', 'COMPLETED'],
    );
    assert.deepEqual(['CR-2026-02-20-001', 'CR-2026-02-09-001', 'CR-2026-02-23-001'].map(primary), [
      'DRAFT',
      'none',
      'none',
    ]);
  });

  it('has all categories of a record, and its words as they are written', () => {
    const text =
      '# CR-2026-02-09-001\n\n**Status**: DRAFT\n\n## Basic Information\n\n' +
      '**Title**: Say "no" to "all"\n**Category**: FEATURE | SECURITY\n';
    const { title, facts } = panelOf(cr(text)).heading;
    assert.equal(title, 'Say "no" to "all"');
    assert.deepEqual(facts[0], { label: 'Type', value: 'FEATURE, SECURITY' });
    const titled = (words: string): string => panelOf(cr(text.replace('Say "no" to "all"', words))).heading.title;
    assert.equal(titled('"Quoted"'), 'Quoted');
    assert.equal(titled('**Bold** `upload` and *more*'), 'Bold upload and more');
    assert.equal(titled('Take *.tmp and ~/.cache out'), 'Take *.tmp and ~/.cache out');
    assert.equal(titled('`a` and `b`'), 'a and b');
  });

  it('names places that hold what they are said to hold', () => {
    for (const record of samples) {
      const texts = new Map(record.documents.map(({ path, text }) => [path, text]));
      const check = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        if ('path' in value && 'span' in value) {
          const { path, span } = value as { path: string; span: { start: number; end: number } };
          const text = texts.get(path);
          assert.ok(
            text !== undefined && span.start <= span.end && span.end <= text.length,
            `${path} in ${record.path}`,
          );
        }
        Object.values(value).forEach(check);
      };
      check(panelOf(record));
    }
  });
});

describe('the graph of statuses', () => {
  it('has the main way first and the statuses beside it behind', () => {
    for (const process of processes)
      assert.deepEqual(
        statusesInOrder(process).map(({ id }) => id),
        ['DRAFT', 'PROPOSED', 'APPROVED', 'IN_PROGRESS', 'COMPLETED', 'REJECTED', 'CANCELLED'],
      );
  });

  it('tells the way taken and the moves that are legal from here', () => {
    const { nodes, edges } = stateGraph(sample('CR-2026-03-10-001'));
    const states = nodes.map(({ id, state }) => `${id} ${state}`);
    assert.deepEqual(states.slice(0, 3), ['DRAFT next', 'PROPOSED here', 'APPROVED next']);
    assert.deepEqual(
      edges.filter(({ state }) => state !== 'ahead').map(({ from, to, state }) => `${from} ${to} ${state}`),
      [
        'DRAFT PROPOSED taken',
        'PROPOSED APPROVED next',
        'PROPOSED REJECTED next',
        'PROPOSED DRAFT next',
        'PROPOSED CANCELLED next',
      ],
    );
    assert.equal(edges.length, changeRequest.transitions.length);
  });

  it('says under which condition a move is legal', () => {
    const { edges } = stateGraph(chg('**Change ID**: CHG-20260209-001\n**Type**: Normal\n**Status**: PROPOSED\n'));
    const start = edges.find(({ from, to }) => from === 'PROPOSED' && to === 'IN_PROGRESS');
    assert.deepEqual([start?.state, start?.condition], ['ahead', 'only where Type is standard or emergency']);
  });

  it('serves a process of a team with other statuses', () => {
    const status = (id: string, final = false) => ({
      id,
      role: final ? ('abandoned' as const) : ('draft' as const),
      meaning: `${id}.`,
      stage: 'draft' as const,
      final,
      needsApproval: false,
    });
    const process = compileProcess({
      ...changeRequest,
      statuses: [status('IDEA'), status('PARKED'), status('READY'), status('DONE', true)],
      transitions: [
        { from: 'IDEA', to: 'PARKED' },
        { from: 'PARKED', to: 'IDEA' },
        { from: 'IDEA', to: 'READY' },
        { from: 'READY', to: 'DONE' },
      ],
    });
    assert.deepEqual(
      statusesInOrder(process).map(({ id }) => id),
      ['IDEA', 'READY', 'DONE', 'PARKED'],
    );
  });
});

describe('the risk matrix', () => {
  it('has every risk in its cell, the threshold, and the aggregate', () => {
    const matrix = riskMatrix(sample('CR-2026-03-10-001'));
    assert.deepEqual(
      matrix.cells
        .filter(({ risks }) => risks.length > 0)
        .map(({ probability, impact, risks }) => [probability, impact, ...risks]),
      [
        [3, 2, 1],
        [1, 2, 2],
      ],
    );
    assert.deepEqual(
      matrix.cells.filter(({ aboveThreshold }) => aboveThreshold).map(({ score }) => score),
      [6, 9, 6],
    );
    assert.deepEqual(matrix.inherent, { score: 6, band: 'HIGH' });
    assert.deepEqual([matrix.accepted?.score, matrix.sum, matrix.declared?.band], [4, 8, 'LOW']);
    assert.equal(matrix.summary, '2 risks, the highest 6 HIGH; 1 above the threshold of 4. Acceptance: ACCEPTED.');
  });

  it('has the levels and bands of the process, whatever their number', () => {
    const process = compileProcess({
      ...changeRequest,
      risk: {
        levels: { 'Very Low': 1, Low: 2, Medium: 3, High: 4, 'Very High': 5 },
        bands: { MINOR: 1, MODERATE: 5, MAJOR: 10, SEVERE: 15, EXTREME: 20 },
      },
    });
    const text =
      '# CR-2026-02-09-001\n\n## Impact Assessment\n\n### 7. Risk Assessment\n\n**Identified Risks**:\n\n' +
      '1. **Risk**: It breaks\n   - **Probability**: Very High\n   - **Impact**: High\n   - **Mitigation**: None\n';
    const matrix = riskMatrix(readRecord({ process, path: 'docs/CR-2026-02-09-001.md', text }));
    assert.equal(matrix.cells.length, 25);
    assert.deepEqual(
      matrix.bands.map(({ tone }) => tone),
      [0, 1, 2, 2, 3],
    );
    assert.deepEqual(matrix.inherent, { score: 20, band: 'EXTREME' });
  });

  it('says that a threshold cannot be read, that a risk is not rated, and that there is none', () => {
    const head = '# CR-2026-02-09-001\n\n## Impact Assessment\n\n### 7. Risk Assessment\n\n';
    const one =
      '**Identified Risks**:\n\n1. **Risk**: It breaks\n   - **Probability**: Often\n   - **Impact**: High\n\n';
    const unrated = riskMatrix(cr(`${head}${one}`));
    assert.deepEqual([unrated.risks[0]?.score, unrated.summary], [undefined, 'No risk is rated yet.']);
    const rated = riskMatrix(cr(`${head}${one.replace('Often', 'Low')}**Acceptable Risk Threshold**: below high\n`));
    assert.equal(rated.summary, '1 risk, the highest 3 MEDIUM; the threshold "below high" cannot be read.');
    assert.equal(riskMatrix(cr('# CR-2026-02-09-001\n')).table.rows.length, 0);
  });

  it('shows how far the change reaches', () => {
    const { blastRadius } = riskMatrix(sample('CR-2026-03-10-001'));
    assert.deepEqual(blastRadius.sizes, ['SMALL', 'MEDIUM', 'LARGE', 'CRITICAL']);
    assert.equal(blastRadius.size, 'SMALL');
    assert.deepEqual(
      blastRadius.facts.map(({ label }) => label),
      ['Systems', 'Users', 'Teams', 'Duration', 'Reversibility'],
    );
  });
});

describe('the approvals', () => {
  it('tell who has approved and who has not', () => {
    const { state, roles, summary } = panelOf(sample('CR-2026-02-16-001')).approvals;
    assert.deepEqual([state, summary], ['waiting', 'Waits for Security Team.']);
    assert.deepEqual(
      roles.map(({ role, state: said }) => `${role} ${said}`),
      ['Technical Lead approved', 'Security Team pending'],
    );
  });

  it('tell what does not agree', () => {
    const { state, contradictions } = panelOf(sample('CR-2026-03-06-001')).approvals;
    assert.equal(state, 'contradicted');
    assert.equal(contradictions[0]?.message, 'Status is IN_PROGRESS, but the approval token is PENDING.');
  });

  it('tell only what is about the approval', () => {
    const told = (text: string): string[] => panelOf(cr(text)).approvals.contradictions.map(({ message }) => message);
    const head = '# CR-2026-02-09-001\n\n**Status**: COMPLETED\n**Created**: 2026-02-09\n\n';
    const approved =
      '## Approval Status\n\n**Approved by**:\n- [x] Technical Lead: Dana Field (Date: 2026-02-10)\n\n' +
      '**Approval Token Received**: ATP\n**Approval Date**: 2026-02-10\n\n';
    const tracked = (start: string, deployed: string): string =>
      `## Implementation Tracking\n\n**Implementation Start**: ${start}\n**Deployed to Production**: ${deployed}\n\n`;
    const history = (last: string): string =>
      `## Change History\n\n| Date | Status | Notes |\n|---|---|---|\n| 2026-02-09 | DRAFT | |\n| 2026-02-10 | ${last} | |\n`;
    assert.deepEqual(told(head + approved + tracked('2026-02-12', '2026-02-11') + history('APPROVED')), []);
    assert.deepEqual(
      told(head + approved + '## Implementation Tracking\n\n**Deployed to Production**: YYYY-MM-DD\n'),
      [],
    );
    assert.deepEqual(told(head + approved + tracked('2026-02-12', '2026-02-13') + history('PROPOSED')), [
      'Status is COMPLETED, but the history ends with PROPOSED on 2026-02-10.',
    ]);
    assert.deepEqual(told(head.replace('**Created**: 2026-02-09', '**Created**: 2026-02-11') + approved), [
      'Approval Date is 2026-02-10, before Created, which is 2026-02-11.',
    ]);
  });

  it('tell of a place that says something else of the same person', () => {
    const text =
      '# CR-2026-02-09-001\n\n**Status**: PROPOSED\n\n## Stakeholders\n\n**Approver(s)**:\n- Dana Field - Technical Lead - Rejected\n\n' +
      '## Approval Status\n\n**Approved by**:\n- [x] Technical Lead: Dana Field (Date: 2026-02-10)\n';
    const [lead] = panelOf(cr(text)).approvals.roles;
    assert.equal(lead?.state, 'rejected');
    assert.deepEqual(
      lead.disagreeing.map(({ text: said }) => said),
      ['approved under Approval Status'],
    );
  });

  it('ask nobody for a standard change', () => {
    assert.equal(panelOf(sample('CHG-20260210-001')).approvals.state, 'pre-approved');
  });
});

describe('the plan', () => {
  it('has a phase for each heading with the days of the timeline, and tells what is late', () => {
    const plan = planGantt(sample('CR-2026-03-02-001'), today);
    assert.deepEqual(
      plan.phases.map(({ done, total, start, late, state }) => [done, total, start, late, state]),
      [
        [6, 6, undefined, false, 'done'],
        [13, 13, '2026-03-05', false, 'done'],
        [5, 10, '2026-03-06', true, 'here'],
        [0, 14, '2026-03-11', true, 'ahead'],
        [0, 17, '2026-03-12', false, 'ahead'],
        [0, 12, '2026-03-13', false, 'ahead'],
        [0, 16, '2026-03-16', false, 'ahead'],
      ],
    );
    assert.deepEqual([plan.done, plan.total, plan.today], [24, 88, '2026-03-12']);
    assert.deepEqual(
      plan.milestones.map(({ label, date }) => `${label} ${date}`),
      ['Approval 2026-03-04', 'Start 2026-03-05'],
    );
  });

  it('takes the labels of a change record for phases', () => {
    const { phases } = planGantt(sample('CHG-20260305-001'), today);
    assert.deepEqual(
      phases.map(({ name, done, total }) => [name, done, total]),
      [
        ['Testing Plan', 2, 4],
        ['Success Criteria', 0, 3],
      ],
    );
  });

  it('says what to do where there is none', () => {
    const { table, summary } = planGantt(cr('# CR-2026-02-09-001\n'), today);
    assert.deepEqual([table.rows.length, summary], [0, 'The plan has no steps to be ticked off yet.']);
  });
});

describe('the dependencies', () => {
  const text = (id: string, up: string, down: string, status = 'IN_PROGRESS'): string =>
    `# ${id}: One of them\n\n**Status**: ${status}\n\n## Dependencies\n\n**Upstream Dependencies**:\n- ${up}\n\n**Downstream Impact**:\n- ${down}\n`;
  const read = (id: string, up: string, down = 'None', status?: string) =>
    readRecord({
      process: processes[0] ?? compileProcess(changeRequest),
      path: `docs/${id}.md`,
      text: text(id, up, down, status),
    });
  const graph = (records: readonly ReturnType<typeof read>[]) => {
    const [first] = records;
    assert.ok(first);
    const others = records.map((each) => toPortfolio(summarize(each, [], [], linksOf(placedLinks(each, processes)))));
    return dependencyGraph(first, placedLinks(first, processes), others);
  };

  it('are those that the record names and those that name it', () => {
    const { upstream, downstream } = graph([
      read('CR-2026-02-09-001', 'CR-2026-02-09-002'),
      read('CR-2026-02-09-002', 'None', 'CR-2026-02-09-001', 'COMPLETED'),
      read('CR-2026-02-09-003', 'CR-2026-02-09-001'),
    ]);
    assert.deepEqual(
      [...upstream, ...downstream].map(({ id, named, statusLabel, concern }) => [id, named, statusLabel, concern]),
      [
        ['CR-2026-02-09-002', 'both', 'Completed', undefined],
        ['CR-2026-02-09-003', 'there', 'In progress', undefined],
      ],
    );
  });

  it('say what is wrong with them', () => {
    const { upstream } = graph([
      read('CR-2026-02-09-001', 'CR-2026-02-09-002, CR-2026-02-09-003, CR-2026-02-09-004'),
      read('CR-2026-02-09-002', 'None', 'None', 'CANCELLED'),
      read('CR-2026-02-09-003', 'None', 'None', 'DRAFT'),
    ]);
    assert.deepEqual(
      upstream.map(({ concern }) => concern),
      [
        'It is cancelled and will not be completed.',
        'It is not completed, and this record has started.',
        'There is no such record.',
      ],
    );
  });

  it('say how many of those that it waits for are left', () => {
    const said = (...states: string[]): string =>
      graph([
        read('CR-2026-02-09-001', states.map((_, index) => `CR-2026-02-09-01${String(index)}`).join(', ')),
        ...states.map((status, index) => read(`CR-2026-02-09-01${String(index)}`, 'None', 'None', status)),
      ]).summary;
    assert.equal(said('COMPLETED'), 'It waited for 1 record, which is completed; it affects no other record.');
    assert.equal(said('COMPLETED', 'COMPLETED'), 'It waited for 2 records, all completed; it affects no other record.');
    assert.equal(
      said('COMPLETED', 'DRAFT'),
      'It waits for 2 records, of which CR-2026-02-09-011 is not completed; it affects no other record.',
    );
  });

  it('show the cycle that they make', () => {
    const { cycle, summary } = graph([
      read('CR-2026-02-09-002', 'CR-2026-02-09-001'),
      read('CR-2026-02-09-001', 'CR-2026-02-09-002'),
    ]);
    assert.deepEqual(cycle, ['CR-2026-02-09-002', 'CR-2026-02-09-001', 'CR-2026-02-09-002']);
    assert.match(summary, /^It stands in a cycle: /);
  });
});
