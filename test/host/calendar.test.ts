import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { OpenOverview } from '../../src/vscode/panels/openOverview';
import { writeOverview } from '../../src/vscode/panels/exportOverview';
import { textOf, thingsOf, type Thing } from './pageHtml';
import { api, root, until } from './workspace';

async function open(): Promise<OpenOverview> {
  await vscode.commands.executeCommand('changegate.showCalendar');
  const { overviews } = await api();
  return until('the calendar is shown', () => {
    const current = overviews.current('calendar');
    return current?.view && current.begun > 0 ? current : undefined;
  });
}

async function answer(page: OpenOverview, message: Parameters<OpenOverview['receive']>[0]): Promise<void> {
  const { sent } = page;
  await page.receive(message);
  await until('the page got a message', () => (page.sent > sent ? true : undefined));
}

function days(page: OpenOverview): string[] {
  return [...page.htmlOf('month').matchAll(/<td[^>]* data-day="[^>]*>/g)].map(([day]) => day);
}

function entries(page: OpenOverview): Thing[] {
  return [...thingsOf(page.htmlOf('list'), 'button', 'entry'), ...thingsOf(page.htmlOf('list'), 'div', 'entry')];
}

function titleOf(page: OpenOverview): string {
  return textOf(/<h1>(.*?)<\/h1>/.exec(page.htmlOf('head'))?.[1] ?? '');
}

describe('the change calendar', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { overviews } = await api();
    await until('the calendar is gone', () => (overviews.current('calendar') ? undefined : true));
  });

  it('shows the month of today, and the months around it', async () => {
    const page = await open();
    const today = days(page).filter((day) => day.includes('aria-current="date"'));
    assert.equal(today.length, 1);
    const label = titleOf(page);
    await answer(page, { type: 'act', act: 'run', what: 'next' });
    assert.notEqual(titleOf(page), label);
    await answer(page, { type: 'act', act: 'run', what: 'previous' });
    assert.equal(titleOf(page), label);
    await answer(page, { type: 'goTo', day: '2026-02-24' });
    assert.equal(titleOf(page), 'February 2026');
    assert.equal(days(page).length % 7, 0);
    await answer(page, { type: 'act', act: 'run', what: 'today' });
    assert.equal(titleOf(page), label);
  });

  it('tells what happens on a day, and opens its record', async () => {
    const page = await open();
    await answer(page, { type: 'goTo', day: '2026-02-24' });
    const all = entries(page).length;
    const [scheduled] = entries(page).filter(({ what }) => what.includes('CHG-20260224-001'));
    assert.ok(scheduled);
    await answer(page, { type: 'act', act: 'choose', what: 'day:2026-02-24' });
    assert.ok(entries(page).length > 0 && entries(page).length < all);
    await answer(page, { type: 'act', act: 'choose', what: 'kind:freeze' });
    assert.deepEqual(entries(page), []);
    await page.receive({ type: 'act', act: 'open', what: scheduled.what });
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('CHG-20260224-001.md'));
  });

  it('is written as iCalendar, HTML and CSV', async () => {
    const page = await open();
    await answer(page, { type: 'goTo', day: '2026-02-24' });
    const read = async (format: 'html' | 'csv' | 'ics'): Promise<string> => {
      const target = vscode.Uri.joinPath(root(), `calendar.${format}`);
      try {
        await writeOverview(page, format, target);
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      } finally {
        await vscode.workspace.fs.delete(target);
      }
    };
    assert.match(await read('ics'), /^BEGIN:VCALENDAR\r\n/);
    assert.match(await read('html'), /style-src &#39;sha256-[A-Za-z0-9+/]{43}=&#39;[\s\S]*February 2026/);
    assert.match(await read('csv'), /^first_day,[^\r]*\r\n[\s\S]*CHG-20260224-001/);
  });

  it('comes back after a restart with its month', async () => {
    const { overviews } = await api();
    const panel = vscode.window.createWebviewPanel('changegate.calendar', '', vscode.ViewColumn.One, {});
    const asked = JSON.stringify({ month: '2026-02' });
    await overviews.restore('calendar', panel, {
      topic: 'calendar',
      asked,
      scroll: 0,
      focus: 'day.2026-02-24',
      open: [],
    });
    const page = await open();
    assert.equal(titleOf(page), 'February 2026');
    assert.equal(page.panel.title, 'Change Calendar');
  });
});
