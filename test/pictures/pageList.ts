import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { root } from '../../scripts/run.mjs';
import { linksOf, placedLinks } from '../../src/core/record/recordLinks';
import { summarise } from '../../src/core/workspace/summarise';
import { defaultPolicy } from '../../src/core/workspace/policy/policy';
import { builtInProcesses } from '../../src/core/process/builtInProcesses';
import { readRecord } from '../../src/core/record/readRecord';
import type { ChangeRecord } from '../../src/core/record/record';
import { dashboardTogether } from '../../src/core/present/dashboard/dashboard';
import { everything } from '../../src/vscode/panels/asked';
import { calendarPageView } from '../../src/vscode/panels/calendarView';
import { dashboardView } from '../../src/vscode/panels/dashboardView';
import { overviewStrings } from '../../src/vscode/panels/overviewStrings';
import type { Known, OverviewView } from '../../src/vscode/panels/overviewView';
import { panelPage } from '../../src/vscode/panels/panelPage';
import { panelStrings } from '../../src/vscode/panels/panelStrings';
import { panelView } from '../../src/vscode/panels/panelView';
import { sealer } from '../../src/webview/protocol/envelope';
import type { ToOverview } from '../../src/webview/protocol/overview';
import type { ToPage } from '../../src/webview/protocol/recordPanel';
import { panelOf, samples } from '../unit/present/panel/samples';
import { origin } from './browser';
import type { WebviewPage } from './webviewPage';

/** A page of a webview in one of its states. Whoever adds a page adds its states here, and nothing else. */
export interface ListedPage extends WebviewPage {
  /** Names its picture. */
  readonly name: string;
}

/** What the messages of these pages are told from foreign ones by. */
export const channel = 'pictures';
const strings = panelStrings();
const overview = overviewStrings();

/** The moment of all these pages: the samples are under way. */
const now = Date.UTC(2026, 2, 12, 9);

const webview = { asWebviewUri: (uri: vscode.Uri) => uri } as vscode.Webview;

/** What the page of the record panel gets from the extension. */
function recordPage(name: string, ...messages: readonly ToPage[]): ListedPage {
  const html = panelPage(webview, vscode.Uri.parse(origin), channel, strings);
  return { name, html, messages: messages.map(sealer<ToPage>(channel)) };
}

/** What the dashboard and the calendar get from the extension. */
function overviewPage(name: string, title: string, message: ToOverview): ListedPage {
  const text = { title, page: overview.words(title) };
  const html = panelPage(webview, vscode.Uri.parse(origin), channel, text, 'overview');
  return { name, html, messages: [sealer<ToOverview>(channel)(message)] };
}

/** What the page of a record is told by the host. */
function shownRecord(record: ChangeRecord): ToPage {
  const { head, sections } = panelView(panelOf(record), strings);
  return { type: 'show', uri: record.path, head, order: sections.map(({ id }) => id), changed: sections };
}

function shownOverview({ head, sections }: OverviewView): ToOverview {
  return { type: 'show', asked: '', head, order: sections.map(({ id }) => id), changed: sections };
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
  const summaries = records.map((record) => summarise(record, [], [], linksOf(placedLinks(record, processes))));
  const input = { records: summaries, processes, policy: defaultPolicy, now };
  return { folders: [{ name: 'examples', input }], choice: [{ uri: '', name: 'examples' }], unreadable: [], now };
}

/** The dashboard over some records, as it is told. */
function shownDashboard(records: readonly ChangeRecord[]): ToOverview {
  const all = known(records);
  return shownOverview(dashboardView(dashboardTogether(all.folders, now), all, everything, overview));
}

/** All pages of webviews in all their states. */
export const webviewPages: readonly ListedPage[] = [
  ...['change-request', 'change-record'].flatMap((processId) =>
    inEachStatus(processId).map(([name, record]) => recordPage(name, shownRecord(record))),
  ),
  recordPage('panel-empty', { type: 'message', kind: 'empty', text: strings.noRecord, hint: strings.noRecordHint }),
  recordPage('panel-error', { type: 'message', kind: 'error', text: strings.unreadable, hint: strings.unreadableHint }),
  dashboardOf(samples),
  overviewPage('calendar', overview.calendar, shownOverview(calendarPageView(known(samples), everything, overview))),
  overviewPage('dashboard-empty', overview.dashboard, {
    type: 'message',
    text: overview.noRecords,
    hint: overview.noRecordsHint,
    acts: [
      { act: 'request', label: overview.newRequest },
      { act: 'initialize', label: overview.initialize },
    ],
  }),
];

/** A page of a webview by its name. */
export function webviewPage(name: string): ListedPage {
  const found = webviewPages.find((page) => page.name === name);
  if (!found) throw new Error(`there is no page ${name}`);
  return found;
}

/** The dashboard over any records. */
export function dashboardOf(records: readonly ChangeRecord[]): ListedPage {
  return overviewPage('dashboard', overview.dashboard, shownDashboard(records));
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
