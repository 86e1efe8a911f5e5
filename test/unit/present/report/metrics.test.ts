import { strict as assert } from 'node:assert';
import { summarize } from '../../../../src/core/workspace/summarize';
import { distributionOf, quantile } from '../../../../src/core/present/metrics/distribution';
import { measureRecord, type Measurement } from '../../../../src/core/present/metrics/measureRecord';
import { headlineOf, tellValue, type MetricKey } from '../../../../src/core/present/metrics/metric';
import { metricOf, metricsReport, quarterOf, readQuarter } from '../../../../src/core/present/metrics/metricsReport';
import { metricsText } from '../../../../src/core/present/metrics/metricsText';
import type { RecordSummary } from '../../../../src/core/workspace/recordSummary';
import type { ChangeRecord } from '../../../../src/core/record/record';
import { chg, cr } from '../../record/reading';

interface Told {
  readonly status?: string;
  readonly history?: readonly string[];
  readonly approved?: string;
  readonly start?: string;
  readonly deployed?: string;
  readonly token?: string;
  readonly radius?: string;
  readonly closure?: string;
}

/** A change request of 2026-02-09 08:40 whose Technical Lead approves it. */
function request(told: Told): RecordSummary {
  const { status = 'COMPLETED', history = [], approved, token = approved ? 'ATP' : 'PENDING' } = told;
  return summary(
    cr(`# CR-2026-02-09-001: Raise the limit

**Status**: ${status}
**Created**: 2026-02-09 08:40:00 UTC

## Approval Status

**Approved by**:
- [${approved ? 'x' : ' '}] Technical Lead: ${approved ? `Dana Field (Date: ${approved})` : '____________ (Date: ______)'}

**Approval Token Received**: ${token}
**Approval Date**: ${approved ?? 'YYYY-MM-DD'}

## Implementation Tracking

**Implementation Start**: ${told.start ?? 'YYYY-MM-DD'}
**Deployed to Production**: ${told.deployed ?? 'YYYY-MM-DD'}

## Change History

| Date | Status | Notes |
|------|--------|-------|
${history.map((row) => `| ${row.replace(' ', ' | ')} | - |\n`).join('')}
## Impact Assessment

### 8. Blast Radius Summary

**Blast Radius Size**: ${told.radius ?? 'SMALL'}

${told.closure ?? ''}
`),
  );
}

function summary(record: ChangeRecord): RecordSummary {
  return summarize(record, [], []);
}

function measured(record: RecordSummary, key: MetricKey, touched?: readonly string[]): Measurement {
  return measureRecord(record, touched)[key];
}

/** "3 (why)" of a value, "because …" else. */
function told(each: Measurement): string {
  return each.kind === 'measured'
    ? `${String(each.value)} on ${each.on} (${each.sources})`
    : `${each.kind}: ${each.because}`;
}

const done: Told = {
  history: [
    '2026-02-09 DRAFT',
    '2026-02-10 PROPOSED',
    '2026-02-12 APPROVED',
    '2026-02-13 IN_PROGRESS',
    '2026-02-27 COMPLETED',
  ],
  approved: '2026-02-12',
  start: '2026-02-13',
  deployed: '2026-02-24',
};

describe('what is measured of a record', () => {
  it('53: counts from the first PROPOSED, else from Created, and says which', () => {
    assert.equal(
      told(measured(request(done), 'request-to-approval')),
      '2 on 2026-02-12 (request = first PROPOSED of the history, approval = date of the approval)',
    );
    assert.equal(
      told(measured(request({ ...done, history: [] }), 'request-to-approval')),
      '3 on 2026-02-12 (request = Created, approval = date of the approval)',
    );
  });

  it('53: takes the first approval where there were several', () => {
    const again = request({
      ...done,
      approved: '2026-03-02',
      history: [
        ...['2026-02-10 PROPOSED', '2026-02-12 APPROVED', '2026-02-20 PROPOSED', '2026-03-02 APPROVED'],
        '2026-03-03 IN_PROGRESS',
      ],
    });
    assert.match(told(measured(again, 'request-to-approval')), /^2 on 2026-02-12 .*first APPROVED of the history/);
  });

  it('measures the times to implementation and to deployment', () => {
    assert.match(told(measured(request(done), 'approval-to-implementation')), /^1 on 2026-02-13/);
    assert.match(told(measured(request(done), 'implementation-to-deployment')), /^11 on 2026-02-24/);
  });

  it('counts minutes where both ends tell the time, and whole days else', () => {
    const record = summary(
      chg(`**Change ID**: CHG-20260209-001
**Type**: Normal
**Date**: 2026-02-09
**Status**: COMPLETED
**Approver**: Lena Holt (Engineering Manager)
**Approved**: 2026-02-09 10:00:00 UTC
**Implemented**: 2026-02-09 13:00:00 UTC
`),
    );
    const toApproval = measured(record, 'request-to-approval');
    const toImplementation = measured(record, 'approval-to-implementation');
    assert.deepEqual(
      [toApproval, toImplementation].map((each) => each.kind === 'measured' && [each.value, each.precision]),
      [
        [0, 'days'],
        [0.125, 'minutes'],
      ],
    );
    assert.equal(
      told(measured(record, 'implementation-to-deployment')),
      'not-applicable: a change record tells one moment of implementation',
    );
  });

  it('says why there is no value', () => {
    const cases: readonly (readonly [RecordSummary, MetricKey, string])[] = [
      [request({ status: 'DRAFT' }), 'request-to-approval', 'open: it is not approved yet'],
      [
        request({ ...done, approved: '2026-02-12', token: 'PENDING' }),
        'request-to-approval',
        'not-measurable: its approval is not valid: the approval token is PENDING',
      ],
      [
        request({ ...done, start: '2026-02-11' }),
        'approval-to-implementation',
        'not-measurable: the implementation (2026-02-11) lies before the approval (2026-02-12)',
      ],
      [
        request({ ...done, deployed: 'YYYY-MM-DD' }),
        'implementation-to-deployment',
        'not-measurable: the day of the deployment is not recorded',
      ],
      [
        request({ status: 'CANCELLED', history: ['2026-02-10 PROPOSED'] }),
        'implementation-to-deployment',
        'not-applicable: it was given up before the implementation',
      ],
      [request(done), 'post-deployment-issues', 'not-measurable: the closure says nothing of incidents'],
      [
        request(done),
        'blast-radius-accuracy',
        'not-measurable: the closure does not tell the real one ("Blast radius: …" among its metrics)',
      ],
      [request(done), 'files-foreseen', 'not-measurable: the record names no files'],
      [
        summary(chg('**Type**: Standard\n**Date**: 2026-02-09\n**Status**: COMPLETED\n**Implemented**: 2026-02-10\n')),
        'request-to-approval',
        'not-applicable: it is pre-approved',
      ],
      [
        summary(chg('**Type**: Emergency\n**Date**: 2026-02-09\n**Status**: IN_PROGRESS\n')),
        'request-to-approval',
        'open: an emergency is approved by its review',
      ],
    ];
    for (const [record, key, expected] of cases) assert.equal(told(measured(record, key)), expected, key);
  });

  it('never waits for what a change record has no place for, wherever it stands', () => {
    for (const text of [
      '**Type**: Normal\n**Date**: 2026-02-09\n',
      '**Type**: Normal\n**Date**: 2026-02-09\n**Status**: APPROVED\n',
      '**Type**: Standard\n**Date**: 2026-02-09\n**Status**: COMPLETED\n',
      '**Type**: Normal\n**Date**: 2026-02-09\n**Status**: COMPLETED\n**Implemented**: 2026-02-10\n',
    ])
      for (const [key, because] of [
        ['revision-cycles', 'it has no history'],
        ['post-deployment-issues', 'a change record has no place for incidents'],
        ['blast-radius-accuracy', 'a change record has no blast radius'],
        ['files-foreseen', 'a change record names no branch'],
      ] as const)
        assert.equal(told(measured(summary(chg(text)), key)), `not-applicable: ${because}`, text);
  });

  it('29: counts revisions as entries into PROPOSED, repeated rows once', () => {
    const revised = ['2026-02-10 PROPOSED', '2026-02-11 PROPOSED', '2026-02-12 DRAFT', '2026-02-13 PROPOSED'];
    assert.match(
      told(measured(request({ ...done, history: revised, approved: '2026-02-14' }), 'revision-cycles')),
      /^1 on 2026-02-14/,
    );
    assert.equal(
      told(measured(request({ ...done, history: ['2026-02-12 APPROVED'] }), 'revision-cycles')),
      'not-measurable: the history has no PROPOSED',
    );
    assert.equal(
      told(measured(request({ status: 'DRAFT', history: ['2026-02-09 DRAFT'] }), 'revision-cycles')),
      'open: it was not proposed yet',
    );
  });

  it('counts the incidents of the closure, and "None" as none of them', () => {
    const closing = (incidents: string): Measurement =>
      measured(request({ ...done, closure: `## Closure\n\n**Incidents**:\n${incidents}\n` }), 'post-deployment-issues');
    const value = (incidents: string): number | string => {
      const each = closing(incidents);
      return each.kind === 'measured' ? each.value : each.kind;
    };
    assert.equal(value('- None'), 0);
    assert.equal(value('- None; the error rate stayed where it was'), 0);
    assert.equal(value('- No incidents.'), 0);
    assert.equal(value('- Uploads failed for ten minutes\n- The alert came late'), 2);
    assert.equal(value('- [Incident that the change caused, or None]'), 'not-measurable');
  });

  it('42: holds the blast radius of the closure against the declared one', () => {
    const told2 = (radius: string, line: string): Measurement =>
      measured(
        request({ ...done, radius, closure: `## Closure\n\n**Final Metrics**:\n- ${line}\n` }),
        'blast-radius-accuracy',
      );
    const value = (each: Measurement): number | string => (each.kind === 'measured' ? each.value : each.kind);
    assert.equal(value(told2('SMALL', 'Blast radius: SMALL')), 0);
    assert.equal(value(told2('SMALL', 'Actual blast radius: LARGE (three systems)')), 2);
    assert.equal(value(told2('LARGE', '**Blast radius**: medium')), -1);
    assert.equal(value(told2('LARGE', 'Blast radius: enormous')), 'not-measurable');
    const own = '## Closure\n\n**Final Metrics**:\n- p95: 90 ms\n\n**Actual Blast Radius**: MEDIUM\n';
    assert.equal(value(measured(request({ ...done, radius: 'SMALL', closure: own }), 'blast-radius-accuracy')), 1);
  });

  it('42: says which share of the touched files was named', () => {
    const record = {
      ...request(done),
      branch: 'feat/limit',
      links: { upstream: [], downstream: [], files: ['src/upload', 'docs/api.md'] },
    };
    const touched = ['src/upload/limit.ts', 'src/other.ts', record.path];
    assert.match(told(measured(record, 'files-foreseen', touched)), /^50 on 2026-02-24 \(1 of 2 files/);
    assert.match(told(measured(record, 'files-foreseen')), /its branch is not here, or was not looked at/);
  });
});

describe('metrics over all records', () => {
  it('has the quartiles that spreadsheets have', () => {
    // QUARTILE.INC and PERCENTILE.INC of 1, 2, 3, 4, 10.
    const { lowerQuartile, median, upperQuartile, p90, mean, count } = distributionOf([10, 2, 1, 4, 3]);
    assert.deepEqual([lowerQuartile, median, upperQuartile, p90, mean, count], [2, 3, 4, 7.6, 4, 5]);
    assert.deepEqual(distributionOf([]).median, null);
    assert.equal(quantile([7], 0.9), 7);
    assert.throws(() => quantile([], 0.5), RangeError);
  });

  it('counts a value in the quarter in which it was over', () => {
    const late = request({ ...done, deployed: '2026-04-01' });
    const report = metricsReport([late, request(done)]);
    assert.deepEqual(report.quarters, ['2026-Q1', '2026-Q2']);
    assert.deepEqual(
      metricOf(report, 'implementation-to-deployment').quarters.map(({ quarter, points }) => [
        quarter,
        points.map(({ value }) => value),
      ]),
      [
        ['2026-Q1', [11]],
        ['2026-Q2', [47]],
      ],
    );
    assert.equal(metricOf(report, 'request-to-approval').all.count, 2);
    const second = metricsReport([late, request(done)], { quarter: '2026-Q2' });
    assert.equal(metricOf(second, 'implementation-to-deployment').all.median, 47);
    assert.equal(metricOf(second, 'request-to-approval').all.count, 0);
  });

  it('reads and tells quarters', () => {
    assert.deepEqual(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf), [
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
    assert.deepEqual(['2026-Q1', '2026q4', ' 2026-q2 ', '2026-Q5', '2026', 'Q1'].map(readQuarter), [
      '2026-Q1',
      '2026-Q4',
      '2026-Q2',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('tells values in the words of people', () => {
    const days = [0, 1, 2.5, 0.125, 1 / 48, 0.0834];
    assert.deepEqual(
      days.map((value) => tellValue(value, 'days')),
      ['0 days', '1 day', '2.5 days', '3 h', '30 min', '2 h'],
    );
    assert.deepEqual(
      [0, 1, -2].map((value) => tellValue(value, 'steps')),
      ['as declared', '+1 size', '−2 sizes'],
    );
    assert.deepEqual(headlineOf({ unit: 'steps' }, [0, 0, 1], distributionOf([0, 0, 1])), {
      value: '67 %',
      what: 'as declared, of 3 records',
    });
    assert.deepEqual(headlineOf({ unit: 'count' }, [0, 3], distributionOf([0, 3])), {
      value: '1.5',
      what: 'on average, over 2 records',
    });
    assert.equal(headlineOf({ unit: 'days' }, [], distributionOf([])), undefined);
  });

  it('keeps columns apart, whatever their values are', () => {
    const sizes = (radius: string, real: string): RecordSummary =>
      request({ ...done, radius, closure: `## Closure\n\n**Final Metrics**:\n- Blast radius: ${real}\n` });
    const text = metricsText(metricsReport([sizes('MEDIUM', 'SMALL'), sizes('SMALL', 'MEDIUM')]), {
      color: false,
      records: false,
    });
    assert.match(text, / {2}−0\.5 sizes – \+0\.5 sizes {2}\+0\.8 sizes {2,}−1 size – \+1 size\n/);
  });

  it('names each record without a value, or counts them by reason', () => {
    const records = [request(done), request({ ...done, closure: '' })];
    const report = metricsReport(records);
    assert.match(
      metricsText(report, { color: false, records: false }),
      /\n {2}2 not measurable, because the closure says nothing of incidents\n/,
    );
    assert.match(
      metricsText(report, { color: false, records: true }),
      /\n {2}CR-2026-02-09-001 {2}not measurable, because the closure says nothing of incidents\n/,
    );
  });
});
