import { strict as assert } from 'node:assert';
import { standardWindow } from '../../../src/core/lifecycle/windows';
import { calendarView } from '../../../src/core/present/calendar';
import { portfolioView } from '../../../src/core/present/portfolio';
import { apart, calendarTogether, portfolioTogether } from '../../../src/core/present/portfolioTogether';
import { changeRecord, inputOf, proposed } from './portfolioRecords';

const freeze = { name: 'Easter sale', from: '2026-03-30', to: '2026-04-06', reason: '' };
const api = inputOf([
  proposed('CR-2026-03-10-001', { risk: ['Low', 'High'] }),
  proposed('CR-2026-02-20-001', { status: 'COMPLETED', files: '/src/b.ts' }),
]);
const shop = inputOf([
  proposed('CR-2026-03-10-001', { risk: ['Low', 'High'] }),
  proposed('CR-2026-03-11-001', { status: 'DRAFT', files: '/src/c.ts' }),
]);
const two = apart([
  { name: 'api', input: api },
  { name: 'shop', input: shop },
]);

describe('the records of several folders', () => {
  it('are those of the folder where there is one', () => {
    const one = apart([{ name: 'api', input: api }]);
    assert.deepEqual(portfolioTogether(one), portfolioView(api));
    assert.deepEqual(calendarTogether(one, '2026-03-01', '2026-03-31'), calendarView(api, '2026-03-01', '2026-03-31'));
  });

  it('are told apart, and counted together', () => {
    const view = portfolioTogether(two);
    assert.deepEqual([view.total, view.open], [4, 3]);
    assert.deepEqual(
      view.byStatus.map(({ label, records }) => [label, records.map(({ path }) => path.split('/')[0])]),
      [
        ['Draft', ['shop']],
        ['Proposed', ['api', 'shop']],
        ['Completed', ['api']],
      ],
    );
    assert.equal(view.matrices.length, 1);
    assert.equal(view.matrices[0]?.placed, 2);
    assert.equal(view.waits.find(({ kind }) => kind === 'role')?.records.length, 2);
  });

  it('do not overlap: files of different folders are different files', () => {
    assert.deepEqual(portfolioTogether(two).overlaps, []);
  });

  it('are looked at by the policy of their own folder, and by its clocks', () => {
    const record = changeRecord('CHG-20260301-001', 'Standard', '**Status**: APPROVED\n**Scheduled**: 2026-03-12');
    const told = (zone: string): string[] =>
      calendarTogether(
        apart([
          { name: 'api', input: inputOf([record], { freezes: [freeze], windows: [standardWindow] }) },
          { name: 'shop', input: inputOf([record], { freezes: [freeze], windows: [standardWindow], zone }) },
        ]),
        '2026-03-01',
        '2026-03-31',
      ).entries.map(({ kind, time, record: of }) => [kind, time, of?.path.split('/')[0] ?? ''].join(' ').trim());
    // The same window and the same freeze in both of them are one.
    assert.deepEqual(told('UTC'), ['window 02:00–04:00', 'scheduled  api', 'scheduled  shop', 'freeze']);
    assert.deepEqual(told('Europe/Berlin'), [
      'window 02:00–04:00 (Europe/Berlin)',
      'window 02:00–04:00 (UTC)',
      'scheduled  api',
      'scheduled  shop',
      'freeze',
    ]);
  });

  it('are none where there is no folder', () => {
    assert.equal(portfolioTogether([]).total, 0);
    assert.deepEqual(calendarTogether([], '2026-03-01', '2026-03-31').entries, []);
  });
});
