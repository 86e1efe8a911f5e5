import { strict as assert } from 'node:assert';
import { portfolioView, type Count } from '../../../src/core/present/portfolio';
import { changeRecord, inputOf, proposed } from './portfolioRecords';

function told(counts: readonly Count[]): string[] {
  return counts.map(({ label, records }) => `${label} ${String(records.length)}`);
}

describe('all records at a glance', () => {
  it('counts by status, and open records by age, risk and type', () => {
    const view = portfolioView(
      inputOf([
        proposed('CR-2026-03-10-001', { risk: ['Low', 'High'] }),
        proposed('CR-2026-02-20-001', { status: 'IN_PROGRESS', category: 'FEATURE' }),
        proposed('CR-2025-11-01-001', { status: 'DRAFT', category: '[FEATURE | BUG]' }),
        proposed('CR-2026-03-01-001', { status: 'CANCELLED' }),
        proposed('CR-2026-03-02-001', { status: 'ON FIRE' }),
        changeRecord('CHG-20260312-001', 'Emergency', '**Status**: COMPLETED'),
        { ...proposed('CR-2026-01-01-001'), archived: true },
      ]),
    );
    assert.deepEqual([view.total, view.open, view.archived], [6, 4, 1]);
    assert.deepEqual(told(view.byStatus), [
      'Draft 1',
      'Proposed 1',
      'In progress 1',
      'Not recorded 1',
      'Completed 1',
      'Cancelled 1',
    ]);
    assert.deepEqual(told(view.byAge), ['Up to a week 1', '8 to 30 days 2', 'More than 90 days 1']);
    assert.deepEqual(told(view.byRisk), ['Medium 1', 'Not assessed 3']);
    assert.deepEqual(told(view.byType), ['Bug 2', 'Feature 1', 'Request, no category 1']);
  });

  it('39: puts each open record into the cell of its highest risk', () => {
    const { matrices } = portfolioView(
      inputOf([
        proposed('CR-2026-03-10-001', { risk: ['Low', 'High'] }),
        proposed('CR-2026-03-10-002', { risk: ['High', 'High'] }),
        proposed('CR-2026-03-10-003', { risk: ['Low', 'High'] }),
        proposed('CR-2026-03-10-004'),
        proposed('CR-2026-03-10-005', { risk: ['High', 'High'], status: 'CANCELLED' }),
      ]),
    );
    const cells = matrices
      .flatMap(({ rows }) => rows.flatMap((row) => row.cells))
      .filter(({ records }) => records.length > 0);
    assert.deepEqual(
      cells.map(({ probability, impact, score, band, tone, records }) => [
        probability,
        impact,
        score,
        band,
        tone,
        records.length,
      ]),
      [
        ['High', 'High', 9, 'CRITICAL', 3, 1],
        ['Low', 'High', 3, 'MEDIUM', 1, 2],
      ],
    );
    assert.deepEqual(
      matrices.map(({ placed, unplaced }) => [placed, unplaced.map(({ record }) => record.id)]),
      [[3, ['CR-2026-03-10-004']]],
    );
  });

  it('says what waits for whom, and since when', () => {
    const { waits } = portfolioView(
      inputOf([
        proposed('CR-2026-03-10-001'),
        proposed('CR-2026-03-03-001'),
        proposed('CR-2026-03-04-001', {
          status: 'IN_PROGRESS',
          upstream: 'CR-2026-03-10-001: first, CR-2026-03-01-001: done',
        }),
        proposed('CR-2026-03-01-001', { status: 'COMPLETED' }),
      ]),
    );
    assert.deepEqual(
      waits.map(({ whom, records }) => [
        whom,
        ...records.map(({ record, days }) => `${record.id ?? ''} ${String(days)}`),
      ]),
      [
        ['Technical Lead', 'CR-2026-03-03-001 10', 'CR-2026-03-10-001 3'],
        ['CR-2026-03-10-001', 'CR-2026-03-04-001 9'],
      ],
    );
  });

  it('tells each pair of open records with the same files once', () => {
    const { overlaps } = portfolioView(
      inputOf([
        proposed('CR-2026-03-10-001', { files: '/src/limit.ts' }),
        proposed('CR-2026-03-10-002', { files: 'src/limit.ts' }),
        proposed('CR-2026-03-10-003', { files: 'docs/readme.md' }),
        proposed('CR-2026-03-10-004', { files: 'docs/readme.md' }),
      ]),
    );
    assert.deepEqual(
      overlaps.map(({ records, files }) => [records.map(({ id }) => id), files]),
      [[['CR-2026-03-10-001', 'CR-2026-03-10-002'], ['src/limit.ts']]],
    );
  });

  it('does not tell millions of pairs where all records name the same file', () => {
    const records = Array.from({ length: 60 }, (_, index) =>
      proposed(`CR-2026-03-10-${String(index + 1).padStart(3, '0')}`, { files: '/src/limit.ts' }),
    );
    const { overlaps, hasMoreOverlaps } = portfolioView(inputOf(records));
    assert.ok(overlaps.length > 0 && overlaps.length < 20, String(overlaps.length));
    assert.equal(hasMoreOverlaps, false);
  });

  it('46: knows what is due, from the most urgent on', () => {
    const { due } = portfolioView(
      inputOf([
        changeRecord(
          'CHG-20260312-001',
          'Emergency',
          '**Status**: IN_PROGRESS\n**Implemented**: 2026-03-12 21:10:00 UTC',
        ),
        changeRecord('CHG-20260310-001', 'Normal', '**Status**: COMPLETED\n**Implemented**: 2026-03-10'),
        changeRecord('CHG-20260313-001', 'Normal', '**Status**: PROPOSED'),
        changeRecord('CHG-20260309-001', 'Normal', '**Status**: APPROVED\n**Scheduled**: 2026-03-11 02:00:00 UTC'),
        changeRecord(
          'CHG-20260301-001',
          'Emergency',
          '**Status**: COMPLETED\n**Implemented**: 2026-03-01 02:00:00 UTC\n**Notified**: 2026-03-01 02:30:00 UTC\n**Reviewed**: 2026-03-01 12:00:00 UTC',
        ),
        changeRecord('CHG-20260302-001', 'Normal', '**Status**: CANCELLED\n**Scheduled**: 2026-03-30 02:00:00 UTC'),
      ]),
    );
    assert.deepEqual(
      due.map(({ kind, day, record, isOverdue }) => `${day} ${kind} ${record.id ?? ''}${isOverdue ? ' overdue' : ''}`),
      [
        '2026-03-11 scheduled CHG-20260309-001 overdue',
        '2026-03-12 notification CHG-20260312-001 overdue',
        '2026-03-13 review CHG-20260312-001',
        '2026-03-14 approval CHG-20260313-001',
        '2026-03-17 review CHG-20260310-001',
      ],
    );
  });
});
