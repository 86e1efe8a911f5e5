import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { blankPage, show } from './browser';
import { faultsOfPage, unfold } from './faultsOfPage';
import { webviewPage, webviewPages, written, writtenPages } from './pageList';
import { themeNames } from './theme';
import { dress, openWebview } from './webviewPage';

/** In view as a whole: what is beneath a word is asked of the window. */
async function spread(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 700, height: Math.min(16_000, height + 20) });
}

describe('the pages can be used by anyone who sees little, sees no colors, or does not see (WCAG 2.2 AA)', () => {
  for (const listed of webviewPages)
    it(`${listed.name}, in four themes`, async () => {
      const page = await openWebview(listed, { theme: 'light', width: 700 });
      try {
        await unfold(page);
        await spread(page);
        for (const theme of themeNames) {
          await dress(page, theme);
          assert.deepEqual(await faultsOfPage(page, theme === 'light' ? 'everything' : 'colors'), [], theme);
        }
      } finally {
        await page.context().close();
      }
    });

  it('what is wrong is found: pale words and lines of a drawing, pale words of the page, a button without a name', async () => {
    const page = await openWebview(webviewPage('change-request-in_progress'), { theme: 'light', width: 700 });
    try {
      await page.evaluate(() => {
        const { body } = document;
        body.style.setProperty('--cg-muted', '#9a9a9a');
        body.style.setProperty('--cg-line', '#c8c8c8');
        document.querySelector<HTMLElement>('.facts dt')?.style.setProperty('color', '#999');
        document.querySelector('button.primary')?.replaceChildren();
      });
      const faults = (await faultsOfPage(page, 'everything')).join('\n');
      for (const fault of [
        /cg-lifecycle: text .* contrast/,
        /cg-lifecycle: line .* contrast/,
        /color-contrast: <dt/,
        /button-name/,
      ])
        assert.match(faults, fault);
    } finally {
      await page.context().close();
    }
  });

  it('pages in files, light, dark and with the colors of the system', async () => {
    const page = await blankPage({ width: 900 });
    const forced = await blankPage({ width: 900, forcedColors: true });
    try {
      const faults: string[] = [];
      for (const [name, args] of writtenPages) {
        const html = written(args);
        for (const [look, tab] of [
          ['light', page],
          ['dark', page],
          ['forced', forced],
        ] as const) {
          if (look !== 'forced') await tab.emulateMedia({ colorScheme: look });
          await tab.setViewportSize({ width: 900, height: 600 });
          await show(tab, html);
          await unfold(tab);
          await spread(tab);
          const found = await faultsOfPage(tab, look === 'light' ? 'everything' : 'colors');
          faults.push(...found.map((fault) => `${name}, ${look}: ${fault}`));
        }
      }
      assert.deepEqual(faults, []);
    } finally {
      await page.context().close();
      await forced.context().close();
    }
  });
});
