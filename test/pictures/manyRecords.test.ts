import { strict as assert } from 'node:assert';
import { readRecord } from '../../src/core/record/readRecord';
import type { ChangeRecord } from '../../src/core/record/record';
import { samples } from '../unit/present/panel/samples';
import { dashboardOf } from './pageList';
import { openWebview } from './webviewPage';

/** As many records, no two with the same ID. */
function records(count: number): readonly ChangeRecord[] {
  const requests = samples.filter(({ process }) => process.id === 'change-request');
  return Array.from({ length: count }, (_, index) => {
    const { document, process, id } = requests[index % requests.length]!;
    const month = String((Math.floor(index / 280) % 12) + 1).padStart(2, '0');
    const other = `CR-2025-${month}-${String((Math.floor(index / 10) % 28) + 1).padStart(2, '0')}-${String((index % 10) + 1).padStart(3, '0')}`;
    const path = document.path.replace(id?.text ?? '', other);
    return readRecord({ process, path, text: document.text.replaceAll(id?.text ?? '', other), companions: [] });
  });
}

describe('the dashboard over many records', () => {
  it('has hardly more to draw with five hundred of them than with fifty', async () => {
    const drawn: { bytes: number; elements: number }[] = [];
    for (const count of [50, 500]) {
      const listed = dashboardOf(records(count));
      const page = await openWebview(listed, { theme: 'dark', width: 900 });
      const elements = await page.evaluate(() => document.querySelectorAll('*').length);
      await page.context().close();
      drawn.push({ bytes: JSON.stringify(listed.messages).length, elements });
    }
    const [few, many] = drawn as [{ bytes: number; elements: number }, { bytes: number; elements: number }];
    console.log(`      50 records: ${JSON.stringify(few)}; 500 records: ${JSON.stringify(many)}`);
    assert.ok(many.elements < few.elements * 2, `${String(many.elements)} elements against ${String(few.elements)}`);
    assert.ok(many.bytes < few.bytes * 2, `${String(many.bytes)} characters against ${String(few.bytes)}`);
  });
});
