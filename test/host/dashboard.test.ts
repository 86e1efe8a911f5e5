import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { OpenOverview } from '../../src/vscode/panels/openOverview';
import { writeOverview } from '../../src/vscode/panels/exportOverview';
import { actsOf, optionsOf, thingsOf, wordOf, type Thing } from './pageHtml';
import { api, file, root, until } from './workspace';

/** The dashboard, once its page has shown something. */
async function open(): Promise<OpenOverview> {
  await vscode.commands.executeCommand('changegate.showDashboard');
  return shown();
}

async function shown(): Promise<OpenOverview> {
  const { overviews } = await api();
  return until('the dashboard is shown', () => {
    const current = overviews.current('dashboard');
    return current?.view && current.begun > 0 ? current : undefined;
  });
}

/** The bars of a section, each with its label. */
function barsOf(page: OpenOverview, id: string): Map<string, { choose: string; count: number; isChosen: boolean }> {
  const all = thingsOf(page.htmlOf(id), 'button', 'bar');
  return new Map(
    all.map(({ html, what, isPressed }) => [
      wordOf(html, 'what'),
      { choose: what, count: Number(wordOf(html, 'count')), isChosen: isPressed },
    ]),
  );
}

function entriesOf(page: OpenOverview, id: string): Thing[] {
  return thingsOf(page.htmlOf(id), 'button', 'entry');
}

/** The quarters that there are, and the one that is chosen. */
function quarters(page: OpenOverview): ReturnType<typeof optionsOf> {
  return optionsOf(page.htmlOf('head'), 'quarter');
}

/** Waits for the answer to what the page asked. */
async function answer(page: OpenOverview, message: Parameters<OpenOverview['receive']>[0]): Promise<void> {
  const { sent } = page;
  await page.receive(message);
  await until('the page got a message', () => (page.sent > sent ? true : undefined));
}

describe('the governance dashboard', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { overviews } = await api();
    await until('the dashboard is gone', () => (overviews.current('dashboard') ? undefined : true));
  });

  it('goes on to the next day when it begins, though nobody did anything', async () => {
    const page = await open();
    const { governance } = await api();
    const { clock, folders } = governance;
    const { now } = clock;
    const day = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
    const shows = (wanted: string): Promise<true> =>
      until(`the dashboard tells of ${wanted}`, () => page.htmlOf('head').includes(wanted) || undefined);
    await shows(day(now()));
    const tomorrow = now() + 24 * 3_600_000;
    try {
      Object.assign(clock, { now: () => tomorrow });
      for (const folder of folders) folder.beginDay();
      await shows(day(tomorrow));
    } finally {
      Object.assign(clock, { now });
      for (const folder of folders) folder.beginDay();
    }
    await shows(day(now()));
  });

  it('opens by its command, is one for the window, and shows all that there is', async () => {
    const page = await open();
    assert.equal(page.panel.title, 'Governance Dashboard');
    assert.equal(page.panel.viewColumn, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('changegate.showDashboard');
    assert.equal(await shown(), page);
    const ids = page.view?.parts.map(({ id }) => id) ?? [];
    assert.deepEqual(ids.slice(0, 12), [
      'head',
      ...['glance', 'status', 'matrix', 'type', 'waits', 'risk', 'age', 'records', 'due', 'overlaps', 'metrics'],
    ]);
    for (const key of ['request-to-approval', 'implementation-to-deployment', 'revision-cycles'])
      assert.ok(ids.includes(`metric.${key}`), key);
    const { governance } = await api();
    const live = governance.folders[0]?.index.all().filter(({ summary }) => !summary.archived) ?? [];
    const counted = [...barsOf(page, 'status').values()].reduce((sum, { count }) => sum + count, 0);
    assert.equal(counted, live.length);
    assert.equal(barsOf(page, 'status').get('Proposed')?.count, 3);
  });

  it('runs one script and style sheets of its own, and nothing inline', async () => {
    const { panel } = await open();
    const { html, options } = panel.webview;
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    assert.match(policy, /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src 'nonce-[0-9a-f]{32}'$/);
    assert.equal(options.localResourceRoots?.length, 1);
    assert.equal(/ on\w+=|javascript:| style=/i.test(html), false);
  });

  it('narrows its list to what is chosen, one of each kind, and to all again', async () => {
    const page = await open();
    const all = entriesOf(page, 'records').length;
    const choose = barsOf(page, 'status').get('Proposed')?.choose ?? assert.fail();
    await answer(page, { type: 'act', act: 'choose', what: choose });
    assert.deepEqual([...new Set(entriesOf(page, 'records').map(({ html }) => wordOf(html, 'status')))], ['Proposed']);
    assert.equal(barsOf(page, 'status').get('Proposed')?.isChosen, true);
    assert.deepEqual([...page.lastChanged].sort(), ['glance', 'records', 'status']);
    await answer(page, {
      type: 'act',
      act: 'choose',
      what: barsOf(page, 'waits').get('Security Team')?.choose ?? assert.fail(),
    });
    assert.deepEqual(
      entriesOf(page, 'records').map(({ text }) => /C(?:R|HG)-[\d-]+/.exec(text)?.[0]),
      ['CR-2026-02-16-001'],
    );
    await answer(page, {
      type: 'act',
      act: 'choose',
      what: barsOf(page, 'status').get('Draft')?.choose ?? assert.fail(),
    });
    assert.deepEqual(entriesOf(page, 'records'), []);
    for (const each of page.asked.chosen) await answer(page, { type: 'act', act: 'choose', what: each });
    assert.equal(entriesOf(page, 'records').length, all);
  });

  it('names the quarter that it shows, also one that has no values by now', async () => {
    const page = await open();
    await answer(page, { type: 'select', select: 'quarter', value: '1999-Q1' });
    const { value, options } = quarters(page);
    assert.equal(value, '1999-Q1');
    assert.equal(options.at(-1), '1999-Q1');
    await answer(page, { type: 'select', select: 'quarter', value: '' });
    assert.equal(quarters(page).options.includes('1999-Q1'), false);
  });

  it('tells a long list to its end when it is asked', async () => {
    const page = await open();
    const hidden = Number(/Show (\d+) more/.exec(page.htmlOf('records'))?.[1]);
    assert.ok(hidden > 0);
    const { length } = entriesOf(page, 'records');
    await answer(page, { type: 'act', act: 'unfold', what: 'records' });
    assert.equal(entriesOf(page, 'records').length, length + hidden);
    assert.deepEqual(page.lastChanged, ['records']);
  });

  it('opens the record of a row, and the records behind a value', async () => {
    const page = await open();
    const record = entriesOf(page, 'records')[0]?.what ?? assert.fail();
    await page.receive({ type: 'act', act: 'open', what: record });
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith(record));
    const { begun, sent } = page;
    await vscode.commands.executeCommand('changegate.showDashboard');
    await until('the page is made again', () => (page.begun > begun && page.sent > sent ? true : undefined));
    const chart = /<svg.*?<\/svg>/.exec(page.htmlOf('metric.request-to-approval'))?.[0] ?? assert.fail();
    const quarter = actsOf(chart).find(({ what }) => /:\d{4}-Q\d$/.test(what)) ?? assert.fail();
    await answer(page, { type: 'act', act: 'choose', what: quarter.what });
    assert.deepEqual(page.lastChanged, ['metric.request-to-approval']);
    assert.ok(actsOf(chart).some(({ act, what }) => act === 'open' && what.endsWith('.md')));
  });

  it('shows one quarter of the metrics', async () => {
    const page = await open();
    const { options } = quarters(page);
    await answer(page, { type: 'select', select: 'quarter', value: '2019-Q1' });
    assert.equal(wordOf(page.htmlOf('metric.request-to-approval'), 'facts'), 'No value yet.');
    await answer(page, { type: 'select', select: 'quarter', value: '' });
    assert.ok(options.some((value) => /^\d{4}-Q\d$/.test(value)));
  });

  it('follows the records, and sends only what changed', async () => {
    const page = await open();
    const copy = 'change-requests/CR-2026-03-30-008.md';
    const folder = (await api()).governance.folders[0] ?? assert.fail();
    const before = barsOf(page, 'status').get('Proposed')?.count ?? 0;
    const { sent } = page;
    await vscode.workspace.fs.copy(file('change-requests/CR-2026-02-16-001.md'), file(copy));
    try {
      await folder.touch(`docs/processes/${copy}`);
      await until('it is counted', () =>
        barsOf(page, 'status').get('Proposed')?.count === before + 1 ? true : undefined,
      );
      assert.ok(page.sent > sent);
      assert.ok(!page.lastChanged.includes('due'));
    } finally {
      await vscode.workspace.fs.delete(file(copy));
      await folder.touch(`docs/processes/${copy}`);
    }
    await until('it is gone', () => (barsOf(page, 'status').get('Proposed')?.count === before ? true : undefined));
    const now = page.sent;
    // What changes nothing that is shown is not told at all.
    await folder.touch(`docs/processes/change-requests/CR-2026-02-16-001.md`);
    await page.receive({ type: 'select', select: 'quarter', value: '' });
    assert.equal(page.sent, now);
  });

  it('is written as HTML, CSV, JSON and SVG', async () => {
    const page = await open();
    const read = async (format: 'html' | 'csv' | 'json' | 'svg'): Promise<string> => {
      const target = vscode.Uri.joinPath(root(), `dashboard.${format}`);
      try {
        await writeOverview(page, format, target);
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      } finally {
        await vscode.workspace.fs.delete(target);
      }
    };
    assert.match(await read('html'), /style-src &#39;sha256-[A-Za-z0-9+/]{43}=&#39;/);
    assert.match(await read('csv'), /CR-2026-02-16-001/);
    assert.equal(typeof JSON.parse(await read('json')), 'object');
    assert.match(await read('svg'), /^<svg /);
  });

  it('comes back after a restart with what was chosen, whatever else was remembered', async () => {
    const { overviews } = await api();
    const make = (): vscode.WebviewPanel =>
      vscode.window.createWebviewPanel('changegate.dashboard', '', vscode.ViewColumn.One, {});
    const asked = JSON.stringify({ chosen: ['status:PROPOSED'], quarter: '2026-Q1' });
    await overviews.restore('dashboard', make(), { topic: 'dashboard', asked, scroll: 40, focus: '', open: [] });
    const back = await shown();
    assert.equal(back.asked.quarter, '2026-Q1');
    assert.deepEqual(back.asked.chosen, ['status:PROPOSED']);
    assert.equal(back.panel.webview.options.enableScripts, true);
    // A second one is one too many.
    await overviews.restore('dashboard', make(), undefined);
    assert.equal(overviews.current('dashboard'), back);
    back.panel.dispose();
    for (const state of [
      undefined,
      7,
      { topic: 'dashboard', asked: '{"chosen":7,"folder":[]}', scroll: 0, focus: '', open: [] },
    ]) {
      await overviews.restore('dashboard', make(), state);
      const page = await shown();
      assert.deepEqual(page.asked, { folder: '', quarter: '', month: '', chosen: [], unfolded: [] });
      page.panel.dispose();
    }
  });

  it('does nothing for what it does not show', async () => {
    const page = await open();
    const { sent } = page;
    await page.receive({ type: 'act', act: 'open', what: 'constructor' });
    await page.receive({ type: 'act', act: 'run', what: 'constructor' });
    await page.receive({ type: 'select', select: 'constructor', value: 'x' });
    await page.receive(undefined);
    assert.equal(page.sent, sent);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });
});
