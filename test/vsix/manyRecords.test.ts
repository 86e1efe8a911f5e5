import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfExamples } from '../../scripts/workspace.mjs';
import { frameOf } from './frameOf';
import { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const path = `${requests}/CR-2026-02-16-001.md`;

/** What a page had to do for one keystroke. */
interface Work {
  readonly messages: number;
  readonly bytes: number;
  /** Elements that were taken out or put in. */
  readonly elements: number;
  /** Sections that are other elements than before. */
  readonly sections: readonly string[];
  /** From the key to the new title in the page, for anyone who reads it; it depends on the machine. */
  readonly milliseconds: number;
}

/** The sample workspace with this many records more, in folders of a month. */
function withMore(count: number): string {
  const folder = copyOfExamples();
  const text = readFileSync(join(folder, requests, 'CR-2026-03-02-001.md'), 'utf8');
  for (let index = 0; index < count; index++) {
    const month = String((index % 12) + 1).padStart(2, '0');
    const day = String((Math.floor(index / 12) % 28) + 1).padStart(2, '0');
    const id = `CR-2025-${month}-${day}-${String(Math.floor(index / 336) + 1).padStart(3, '0')}`;
    const home = join(folder, requests, `2025-${month}`);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, `${id}.md`), text.replaceAll('CR-2026-03-02-001', id));
  }
  return folder;
}

async function workOfKeystroke(count: number): Promise<Work> {
  const workbench = await Workbench.open({ folder: withMore(count) });
  try {
    await workbench.openFile(path);
    await workbench.runCommand('Changegate: Show Lifecycle and Risk');
    await workbench.webview.locator('.id', { hasText: 'CR-2026-02-16-001' }).waitFor();
    await workbench.showContainer('Changes');
    await workbench.treeRow('Rotate the keys').waitFor();
    const frame = await frameOf(workbench);
    await workbench.goTo(12, 12);
    await frame.evaluate(() => {
      const seen = { messages: 0, bytes: 0, elements: 0, before: new Map<string, Element>() };
      for (const each of document.querySelectorAll<HTMLElement>('section'))
        seen.before.set(each.dataset['section'] ?? '', each);
      Reflect.set(window, 'seen', seen);
      window.addEventListener('message', ({ data }) => {
        seen.messages++;
        seen.bytes += JSON.stringify(data).length;
      });
      new MutationObserver((changes) => {
        for (const { addedNodes, removedNodes } of changes)
          for (const node of [...addedNodes, ...removedNodes])
            if (node instanceof Element) seen.elements += 1 + node.querySelectorAll('*').length;
      }).observe(document.body, { childList: true, subtree: true });
    });
    const began = Date.now();
    await workbench.type('x');
    await workbench.webview.locator('h1', { hasText: /^xRotate/ }).waitFor();
    const milliseconds = Date.now() - began;
    return await frame.evaluate((took) => {
      const seen = Reflect.get(window, 'seen') as {
        messages: number;
        bytes: number;
        elements: number;
        before: Map<string, Element>;
      };
      const sections = [...seen.before].filter(([, element]) => !element.isConnected).map(([id]) => id);
      return {
        messages: seen.messages,
        bytes: seen.bytes,
        elements: seen.elements,
        sections,
        milliseconds: took,
      };
    }, milliseconds);
  } finally {
    await workbench.close();
  }
}

describe('five hundred records', () => {
  it('cost a keystroke in one of them nothing', async () => {
    const few = await workOfKeystroke(50);
    const many = await workOfKeystroke(500);
    console.log(`      50 records: ${JSON.stringify(few)}`);
    console.log(`      500 records: ${JSON.stringify(many)}`);
    // The title is in the head; nothing else is sent or drawn again.
    for (const work of [few, many]) {
      assert.equal(work.messages, 1);
      assert.deepEqual(work.sections, []);
    }
    assert.equal(many.elements, few.elements);
    assert.ok(many.bytes <= few.bytes + 200, `${String(many.bytes)} against ${String(few.bytes)} characters`);
  });
});
