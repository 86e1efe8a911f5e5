import { strict as assert } from 'node:assert';
import { dashboardTogether } from '../../../../src/core/present/dashboard/dashboard';
import { everything } from '../../../../src/core/present/overview/asked';
import { dashboardPage } from '../../../../src/core/present/overview/dashboardPage';
import { overviewStrings } from '../../../../src/core/present/overview/strings';
import { inputOf, proposed } from '../portfolioRecords';
import { pageHtml } from '../../../../src/core/present/page/html';

describe('the selection of the dashboard', () => {
  const input = inputOf([proposed('CR-2026-03-10-001'), proposed('CR-2026-03-10-002')]);
  const known = { folders: [{ name: 'app', input }], choice: [], unreadable: [], now: input.now };
  const dashboard = dashboardTogether(known.folders, input.now);
  /** The chips and the number of rows of the list of records. */
  const listed = (...chosen: readonly string[]): [chips: string[], rows: number] => {
    const asked = { ...everything, chosen };
    const view = dashboardPage(dashboard, known, { strings: overviewStrings(), asked, isLive: true });
    const { html } = pageHtml({ parts: view.parts.filter(({ id }) => id === 'records') });
    const chips = [...html.matchAll(/<button class="chip"[^>]*>([^<]*)</g)].map(([, label = '']) => label);
    const rows = html.match(/<button class="entry"/g)?.length ?? 0;
    return [chips, rows];
  };

  it('keeps what no record is any more, over an empty list, until somebody takes it out', () => {
    assert.deepEqual(listed(), [[], 2]);
    assert.deepEqual(listed('status:PROPOSED'), [['Proposed ×'], 2]);
    assert.deepEqual(listed('status:IN_PROGRESS'), [['In progress ×'], 0]);
    assert.deepEqual(listed('status:PROPOSED', 'risk:CRITICAL'), [['Proposed ×', 'Critical ×'], 0]);
    assert.deepEqual(listed('age:31-90', 'type:change-record normal'), [['31 to 90 days ×', 'Normal change ×'], 0]);
  });

  it('takes nothing from a page that no page has offered', () => {
    for (const choose of ['constructor:x', 'status', '', 'cell:9.9.9', 'only:mine']) {
      assert.deepEqual(listed(choose), [[], 2], choose);
    }
  });
});
