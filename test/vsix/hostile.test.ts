import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { frameOf } from './frameOf';
import { sharedWorkbench } from './sharedWorkbench';
import type { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const proposed = `${requests}/CR-2026-02-16-001.md`;
const id = 'CR-2026-03-30-001';
const path = `${requests}/${id}.md`;

/** Markup, a link that runs a command, a symbol, and what makes a picture that calls home. */
const beginning = '<img src=x onerror=alert(1)>[x](command:workbench.action.closeWindow)$(zap)';
const hostile = `${beginning}</h1><script>alert(2)</script><a href="javascript:alert(3)">a</a> ${'long '.repeat(2000)}`;

describe('hostile words stay words, everywhere', () => {
  let workbench: Workbench;
  const dialogs: string[] = [];

  sharedWorkbench(
    () => ({ settings: { 'editor.minimap.enabled': false } }),
    async (opened) => {
      workbench = opened;
      dialogs.length = 0;
      workbench.page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      writeFileSync(
        join(workbench.folder, path),
        readFileSync(join(workbench.folder, proposed), 'utf8')
          .replaceAll('CR-2026-02-16-001', id)
          .replace('Rotate the keys that sign tracking links', hostile)
          .replace(/^(\*\*Requestor\*\*: ).*$/m, `$1${beginning}`),
      );
      await workbench.openFile(path);
    },
  );
  afterEach('nothing ran', () => {
    assert.deepEqual(dialogs, []);
  });

  it('in the row of the tree and its tooltip', async () => {
    await workbench.showContainer('Changes');
    const row = workbench.treeRow('<img src=x onerror=alert(1)>');
    await row.waitFor();
    assert.match(await row.innerText(), /\$\(zap\)/);
    assert.equal(await row.locator('img, script, .codicon-zap').count(), 0);
    // The tooltip of what the pointer comes from may still be there.
    const read = async (): Promise<string> => (await workbench.hover(row)).replaceAll('\u00a0', ' ');
    let told = await read();
    for (let tries = 0; tries < 5 && !told.includes(id); tries++) told = await read();
    assert.match(told, /<img src=x onerror=alert\(1\)>\[x\]\(command:/);
    const hover = workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: id }).first();
    assert.equal(await hover.locator('img, .codicon-zap, a[data-href^="command:workbench"]').count(), 0);
  });

  it('in a quick pick', async () => {
    await workbench.openFile('README.md');
    await workbench.runCommand('Changegate: Move to…');
    const pick = workbench.quickPicks.filter({ hasText: '<img src=x onerror=alert(1)>' });
    await workbench.page.getByPlaceholder('Move which record?').fill('<img');
    await pick.waitFor();
    assert.match(await pick.innerText(), /\$\(zap\)/);
    assert.equal(await pick.locator('img, script, .codicon-zap').count(), 0);
    await workbench.press('Escape');
    await workbench.openFile(path);
  });

  it('over the lines of the text, and in the status bar', async () => {
    await workbench.goTo(1);
    await workbench.editor.locator('.codelens-decoration').first().waitFor();
    assert.equal(await workbench.editor.locator('.codelens-decoration :is(img, script, .codicon-zap)').count(), 0);
    assert.equal(await workbench.page.locator('.statusbar :is(img, script, .codicon-zap)').count(), 0);
  });

  it('in the panel', async () => {
    const page = workbench.webview;
    await workbench.runCommand('Changegate: Show Lifecycle and Risk');
    await page.locator('.id', { hasText: id }).waitFor();
    assert.match(
      await page.locator('h1').innerText(),
      /^<img src=x onerror=alert\(1\)>x\$\(zap\)<\/h1><script>alert\(2\)/,
    );
    assert.equal(await page.locator('main :is(img, script, iframe, a, style)').count(), 0);
  });
});

describe('the page of the panel and anyone who talks to it', () => {
  let workbench: Workbench;
  let frame: Frame;

  sharedWorkbench(
    () => ({}),
    async (opened) => {
      workbench = opened;
      await workbench.page.addInitScript(keepPostMessage);
      await workbench.openFile(proposed);
      await workbench.runCommand('Changegate: Show Lifecycle and Risk');
      await workbench.webview.locator('.id', { hasText: 'CR-2026-02-16-001' }).waitFor();
      frame = await frameOf(workbench);
    },
  );

  /** Posts to the host what the script of the page would not. */
  async function tellHost(...messages: readonly unknown[]): Promise<void> {
    await frame.evaluate((all) => {
      const post = Reflect.get(window, 'keptPostMessage') as (message: unknown) => void;
      for (const message of all) post(message);
    }, messages);
  }

  it('runs no inline script, no string as code, and fetches nothing from elsewhere', async () => {
    const refused = await frame.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.ran = "inline"';
      const image = document.createElement('img');
      image.src = 'https://example.com/pixel.png';
      const frame = document.createElement('iframe');
      frame.src = 'data:text/html,<script>parent.postMessage(1, "*")</script>';
      const styled = document.createElement('p');
      styled.setAttribute('style', 'background: url(https://example.com/a.png)');
      const link = document.createElement('a');
      link.href = 'javascript:window.ran = "link"';
      document.body.append(script, image, frame, styled, link);
      link.click();
      const outcomes: Record<string, string> = {};
      const attempt = async (name: string, act: () => unknown): Promise<void> => {
        try {
          await act();
          outcomes[name] = 'done';
        } catch {
          outcomes[name] = 'refused';
        }
      };
      await attempt('fetch', () => fetch('https://example.com/'));
      await new Promise((resolve) => setTimeout(resolve, 500));
      for (const each of [script, image, frame, styled, link]) each.remove();
      return { seen: [...new Set(seen)].sort(), outcomes, ran: Reflect.get(window, 'ran') as unknown };
    });
    assert.deepEqual(refused.outcomes, { fetch: 'refused' });
    assert.equal(refused.ran, undefined);
    for (const directive of ['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-attr'])
      assert.ok(refused.seen.includes(directive), `${directive} in ${refused.seen.join()}`);
  });

  it('takes no message from a stranger, of another time, or that is none', async () => {
    const before = await workbench.webview.locator('main').innerHTML();
    await frame.evaluate(async () => {
      const { channel = '' } = document.body.dataset;
      const text = { type: 'show', html: '<p>owned</p>', topic: '', asked: '' };
      const messages = [
        text,
        { channel: 'stranger', serial: 1e9, message: text },
        { channel, serial: 1, message: text },
        { channel, serial: 1e9, message: { ...text, type: 'unknown' } },
        { channel, serial: 1e9, message: { ...text, html: 7 } },
        { channel, serial: Number.NaN, message: text },
        'x'.repeat(5_000_000),
        null,
        [],
      ];
      for (const message of messages) window.postMessage(message, '*');
      await new Promise((done) => setTimeout(done, 300));
    });
    assert.equal(await workbench.webview.locator('main').innerHTML(), before);
  });

  it('asks for nothing that its host would do without knowing it', async () => {
    const [before, text] = [workbench.read(proposed), await workbench.editorText()];
    const key = 'risk.list.1.';
    const mark = workbench.webview.locator(`svg [data-item^="${key}"]`);
    const risk = (await mark.getAttribute('data-item')) ?? '';
    const channel = (await workbench.webview.locator('body').getAttribute('data-channel')) ?? '';
    const later = 1e15;
    const act = { type: 'put', item: risk, row: 1, column: 1 };
    const valid = { channel, serial: later + 2, message: act };
    await tellHost(
      act,
      { channel: 'stranger', serial: later, message: act },
      // Out of order: the page began with the time.
      { channel, serial: 1, message: act },
      { channel, serial: later, message: { ...act, row: 7e9 } },
      { channel, serial: later, message: { ...act, item: 'x'.repeat(1_000_000) } },
      { channel, serial: later, message: { ...act, more: true } },
      { channel, serial: later, message: { type: 'run', command: 'workbench.action.closeWindow' } },
      { channel, serial: later, message: { type: 'act', act: 'reveal', what: '../../../etc/passwd' } },
      { channel, serial: later + 1, message: { type: 'act', act: 'move', what: 'COMPLETED' } },
      'x'.repeat(1_000_000),
    );
    // What it may ask for comes behind all that, and is the first that is done; a second time it is not.
    await tellHost(valid);
    await workbench.webview.locator(`svg [data-item^="${key}"][aria-label^="Risk 1, 1 LOW"]`).waitFor();
    await workbench.editor.locator('.view-line').first().click();
    await workbench.undo();
    await workbench.webview.locator(`svg [data-item^="${key}"][aria-label^="Risk 1, 6 HIGH"]`).waitFor();
    await tellHost(valid, { ...valid, serial: later });
    // The host answers in order: once it went to a place, it has looked at what came before.
    await tellHost({ channel, serial: later + 3, message: { type: 'act', act: 'reveal', what: 'title' } });
    await workbench.cursorIn(1);
    assert.equal(await mark.getAttribute('aria-label').then((label) => label?.startsWith('Risk 1, 6 HIGH')), true);
    assert.equal(await workbench.quickInput.isVisible(), false);
    assert.equal(await workbench.notifications.count(), 0);
    assert.equal(await workbench.editorText(), text);
    assert.equal(workbench.read(proposed), before);
  });

  it('loads nothing of the extension but its bundle', async () => {
    const addresses = await frame.evaluate(() =>
      [...document.querySelectorAll('script[src], link[href]')].map(
        (each) => each.getAttribute('src') ?? each.getAttribute('href') ?? '',
      ),
    );
    assert.equal(addresses.length, 1);
    const [one = ''] = addresses;
    const elsewhere = one.replace(/\/(?:media|dist)\/[^/]*$/, '/package.json');
    assert.notEqual(elsewhere, one);
    // The worker of VS Code answers for the folders that were named, and for no other.
    const status = await workbench.page
      .context()
      .request.get(elsewhere)
      .then((response) => response.status())
      .catch(() => 0);
    assert.notEqual(status, 200);
  });
});

/** VS Code gives a page its API once; this keeps it for us as well. Runs in every frame before anything else. */
function keepPostMessage(): void {
  let give: (() => { postMessage(message: unknown): void }) | undefined;
  Object.defineProperty(globalThis, 'acquireVsCodeApi', {
    get: () => give,
    set: (original: () => { postMessage(message: unknown): void }) => {
      give = () => {
        const api = original();
        Reflect.set(globalThis, 'keptPostMessage', api.postMessage);
        return api;
      };
    },
  });
}
