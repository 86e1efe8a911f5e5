import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { root } from '../../scripts/run.mjs';
import { linksOf, placedLinks } from '../../src/core/record/recordLinks';
import { summarize } from '../../src/core/workspace/summarize';
import { defaultPolicy } from '../../src/core/workspace/policy/policy';
import { builtInProcesses } from '../../src/core/process/builtInProcesses';
import { readRecord } from '../../src/core/record/readRecord';
import type { ChangeRecord } from '../../src/core/record/record';
import { dashboardTogether } from '../../src/core/present/dashboard/dashboard';
import { everything } from '../../src/core/present/overview/asked';
import { calendarPage } from '../../src/core/present/overview/calendarPage';
import { dashboardPage } from '../../src/core/present/overview/dashboardPage';
import type { Known } from '../../src/core/present/overview/known';
import { runButton } from '../../src/core/present/overview/parts';
import { overviewStrings } from '../../src/core/present/overview/strings';
import { html, messageView, pageHtml, type PageView } from '../../src/core/present/page/html';
import { panelPage as drawPanel } from '../../src/core/present/panel/panelPage';
import { panelStrings } from '../../src/core/present/panel/panelStrings';
import { panelPage } from '../../src/vscode/panels/panelPage';
import { sealer } from '../../src/webview/protocol/envelope';
import type { ToPage } from '../../src/webview/protocol/page';
import { panelOf, samples } from '../unit/present/panel/samples';
import { origin } from './browser';
import type { WebviewPage } from './webviewPage';

/** A page of a webview in one of its states. Anyone who adds a page adds its states here, and nothing else. */
export interface ListedPage extends WebviewPage {
  /** Names its picture. */
  readonly name: string;
}

/** Marks the messages of these pages, so that foreign ones are ignored. */
export const channel = 'pictures';
const strings = panelStrings();
const overview = overviewStrings();

/** The moment of all these pages: the samples are under way. */
const now = Date.UTC(2026, 2, 12, 9);

const webview = { asWebviewUri: (uri: vscode.Uri) => uri } as vscode.Webview;

/** What the page of the record panel gets from the extension. */
function recordPage(name: string, view: PageView): ListedPage {
  const page = panelPage(webview, vscode.Uri.parse(origin), channel, strings);
  return { name, html: page, messages: [sealer<ToPage>(channel)(shown(view))] };
}

/** What the dashboard and the calendar get from the extension. */
function overviewPage(name: string, title: string, view: PageView): ListedPage {
  const page = panelPage(webview, vscode.Uri.parse(origin), channel, { title, page: title }, 'overview');
  return { name, html: page, messages: [sealer<ToPage>(channel)(shown(view))] };
}

/** What the host tells a page. */
function shown(view: PageView): ToPage {
  return { type: 'show', html: pageHtml(view).html, topic: 'pictures', asked: '' };
}

/** A sample for every status of a process; for a status that no sample has, one that is changed to it. */
function inEachStatus(processId: string): readonly (readonly [name: string, record: ChangeRecord])[] {
  const ours = samples.filter(({ process }) => process.id === processId);
  const [first] = ours;
  if (!first) throw new Error(`there is no sample of ${processId}`);
  return first.process.statuses.map(({ id }) => {
    // Of several the one with the most to show.
    const [found] = ours
      .filter(({ status }) => status?.value?.id === id)
      .sort((a, b) => b.risks.length - a.risks.length || b.document.text.length - a.document.text.length);
    return [`${processId}-${id.toLowerCase()}`, found ?? changedTo(first, id)] as const;
  });
}

function changedTo(record: ChangeRecord, status: string): ChangeRecord {
  const { text, path } = record.document;
  const changed = text.replace(/^(\*\*Status\*\*: ).*$/m, `$1${status}`);
  return readRecord({ process: record.process, path, text: changed, companions: [] });
}

function known(records: readonly ChangeRecord[]): Known {
  const processes = builtInProcesses();
  const summaries = records.map((record) => summarize(record, [], [], linksOf(placedLinks(record, processes))));
  const input = { records: summaries, processes, policy: defaultPolicy, now };
  return { folders: [{ name: 'examples', input }], choice: [{ uri: '', name: 'examples' }], unreadable: [], now };
}

const how = { strings: overview, asked: everything, isLive: true };

/** All pages of webviews in all their states. */
export const webviewPages: readonly ListedPage[] = [
  ...['change-request', 'change-record'].flatMap((processId) =>
    inEachStatus(processId).map(([name, record]) => recordPage(name, drawPanel(panelOf(record), strings, true))),
  ),
  recordPage('panel-empty', messageView('empty', strings.noRecord, strings.noRecordHint)),
  recordPage('panel-error', messageView('error', strings.unreadable, strings.unreadableHint)),
  dashboardOf(samples),
  overviewPage('calendar', overview.calendar, calendarPage(known(samples), how)),
  overviewPage(
    'dashboard-empty',
    overview.dashboard,
    messageView(
      '',
      overview.noRecords,
      overview.noRecordsHint,
      html(
        'p',
        { class: 'tools' },
        runButton('request', overview.newRequest),
        runButton('initialize', overview.initialize),
      ),
    ),
  ),
];

/** A page of a webview by its name. */
export function webviewPage(name: string): ListedPage {
  const found = webviewPages.find((page) => page.name === name);
  if (!found) throw new Error(`there is no page ${name}`);
  return found;
}

/** The dashboard over any records. */
export function dashboardOf(records: readonly ChangeRecord[]): ListedPage {
  const all = known(records);
  return overviewPage('dashboard', overview.dashboard, dashboardPage(dashboardTogether(all.folders, now), all, how));
}

/** The pages that commands write as files, each with the command. */
export const writtenPages: readonly (readonly [name: string, args: readonly string[]])[] = [
  ...samples.map(({ id }) => [`show ${id?.text ?? ''}`, ['show', id?.text ?? '', '--html']] as const),
  ['dashboard', ['dashboard', '--html', '--name', 'Examples']],
];

const writtenBefore = new Map<string, string>();

/** What a command writes at the same moment. */
export function written(args: readonly string[]): string {
  const key = args.join(' ');
  const before = writtenBefore.get(key);
  if (before !== undefined) return before;
  const html = execFileSync(
    process.execPath,
    [join(root, 'dist', 'cli.js'), ...args, '--root', join(root, 'examples')],
    { encoding: 'utf8', env: { ...process.env, SOURCE_DATE_EPOCH: String(now / 1000) } },
  );
  writtenBefore.set(key, html);
  return html;
}
