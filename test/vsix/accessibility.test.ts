import { strict as assert } from 'node:assert';
import type { Frame } from 'playwright-core';
import { faultsOfPage, unfold } from '../pictures/faultsOfPage';
import { capturedTheme, keepTheme, themeNames, themeOfPage, type WebviewTheme } from '../pictures/theme';
import { frameOf } from './frameOf';
import { sharedWorkbench } from './sharedWorkbench';
import type { Workbench } from './workbench';

describe('the panel in the themes of VS Code', () => {
  let workbench: Workbench;
  let frame: Frame;

  sharedWorkbench(
    () => ({ theme: 'light', size: { width: 1600, height: 1000 } }),
    async (opened) => {
      workbench = opened;
      await workbench.openFile('docs/processes/change-requests/CR-2026-03-02-001.md');
      await workbench.runCommand('Changegate: Show Lifecycle and Risk');
      await workbench.webview.locator('.id', { hasText: 'CR-2026-03-02-001' }).waitFor();
      frame = await frameOf(workbench);
    },
  );

  /** Tries until nothing is wrong: the colors of a theme come a moment after it was chosen, and not all at once. */
  async function settles<T>(read: () => Promise<T>, isGood: (found: T) => boolean): Promise<T> {
    let found = await read();
    for (let tries = 0; tries < 30 && !isGood(found); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      found = await read();
    }
    return found;
  }

  it('are those that the pages are pictured in', async () => {
    const html = workbench.webview.locator('html');
    for (const name of themeNames) {
      await workbench.dress(name);
      const captured = capturedTheme(name);
      const read = (): Promise<WebviewTheme> => html.evaluate(themeOfPage);
      if (process.env['UPDATE_GOLDEN'] === '1') {
        let before = '';
        const found = await settles(read, (theme) => {
          const isStill = before === JSON.stringify(theme);
          before = JSON.stringify(theme);
          return isStill && theme.classes !== capturedTheme('light')?.classes;
        });
        await keepTheme(name, found);
      } else {
        const found = await settles(read, (theme) => JSON.stringify(theme) === JSON.stringify(captured));
        assert.deepEqual(found, captured, `${name}; UPDATE_GOLDEN=1 captures it again.`);
      }
    }
  });

  it('can be used by anyone who sees little, sees no colors, or does not see (WCAG 2.2 AA)', async () => {
    await unfold(frame);
    for (const name of themeNames) {
      await workbench.dress(name);
      const faults = await settles(
        () => faultsOfPage(frame, name === 'light' ? 'everything' : 'colors'),
        (found) => found.length === 0,
      );
      assert.deepEqual(faults, [], name);
    }
  });
});
