import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { root } from '../../scripts/run.mjs';
import { browserArguments, findBrowser } from '../../scripts/vscode/browser.mjs';
import { fontFile } from './pinnedFont';

/** Where pages come from that no server has: requests for it are answered from the folder of the project. */
export const origin = 'https://changegate.test';

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

/** The same glyphs on every machine: outlines of a font that we bring, placed where they belong to the fraction. */
const steady = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars'];

const font = (weight: number): string => readFileSync(fontFile(weight, 'woff2')).toString('base64');

let launched: Promise<Browser> | undefined;

/** The one browser of this run; `args` are for another one of its own. */
export function browser(args?: readonly string[]): Promise<Browser> {
  const launch = (more: readonly string[]): Promise<Browser> =>
    chromium.launch({ executablePath: findBrowser(), headless: true, args: [...browserArguments, ...more] });
  if (args) return launch(args);
  return (launched ??= launch(steady));
}

after('the browser ends', async () => {
  await (await launched)?.close();
  launched = undefined;
});

export interface PageOptions {
  readonly width: number;
  /** What the system asks for; a page in VS Code follows the theme instead. */
  readonly scheme?: 'light' | 'dark';
  readonly forcedColors?: boolean;
  /** A browser of one's own. */
  readonly browser?: Browser;
}

/** An empty page at a width in CSS pixels, one device pixel each, with nothing moving. */
export async function blankPage({ width, scheme, forcedColors, browser: own }: PageOptions): Promise<Page> {
  const context = await (own ?? (await browser())).newContext({
    viewport: { width, height: 600 },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    colorScheme: scheme ?? 'light',
    forcedColors: forcedColors === true ? 'active' : 'none',
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  return context.newPage();
}

/** Shows a page at its address; what it loads comes from the project, and nothing from elsewhere. */
export async function show(page: Page, html: string): Promise<void> {
  await page.unrouteAll();
  await page.route('**/*', async (route) => {
    const { pathname, origin: from } = new URL(route.request().url());
    if (from !== origin) await route.abort();
    else if (pathname === '/') await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    else
      await route.fulfill({
        contentType: types[pathname.slice(pathname.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
        body: readFileSync(join(root, pathname)),
      });
  });
  await page.goto(`${origin}/`);
  await bringFont(page);
}

/**
 * Gives the page a font that is the same everywhere. It comes as bytes and not from an address, which the policy of a
 * page would refuse.
 */
async function bringFont(page: Page): Promise<void> {
  await page.evaluate(
    async (faces) => {
      for (const { weight, data } of faces) {
        const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
        document.fonts.add(await new FontFace('Inter', bytes, { weight }).load());
      }
      await document.fonts.ready;
    },
    [
      { weight: '400', data: font(400) },
      { weight: '600', data: font(600) },
    ],
  );
}
