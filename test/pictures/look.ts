import type { Page } from 'playwright-core';
import { halved, readPng, type Image } from './compare';

/** The whole page as it looks, at half its size. */
export async function look(page: Page): Promise<Image> {
  return halved(readPng(await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })));
}
