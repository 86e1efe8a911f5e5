import { strict as assert } from 'node:assert';
import type { Frame } from 'playwright-core';
import type { Workbench } from './workbench';

/** The innermost frame of the webview in view: where the script of the page runs. */
export async function frameOf(workbench: Workbench): Promise<Frame> {
  const element = await workbench.webview.locator('html').elementHandle();
  return (await element?.ownerFrame()) ?? assert.fail('There is no webview.');
}
