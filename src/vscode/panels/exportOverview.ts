import * as vscode from 'vscode';
import type { Known, OverviewKind } from '../../core/present/overview/known';
import { overviewStrings, type OverviewStrings } from '../../core/present/overview/strings';
import { calendarCsv } from '../../core/present/dashboard/calendarCsv';
import { calendarHtml } from '../../core/present/overview/calendarHtml';
import type { Dashboard } from '../../core/present/dashboard/dashboard';
import { dashboardCsv } from '../../core/present/dashboard/dashboardCsv';
import { dashboardHtml } from '../../core/present/overview/dashboardHtml';
import { dashboardReport } from '../../core/present/dashboard/dashboardJson';
import { icalendar } from '../../core/present/report/icalendar';
import { metrics } from '../../core/present/metrics/metric';
import { printableJson } from '../../core/text/printable';
import { lastDayOf, monthAfter } from '../../core/present/calendar';
import { chart, chartNames, type ChartName } from '../../core/present/dashboard/charts';
import { calendarTogether } from '../../core/present/portfolioTogether';
import { standalone } from '../../core/present/svg/picture';

/** What a page shows. */
export interface ShownOverview {
  readonly known: Known;
  readonly dashboard: Dashboard;
  /** `2026-03`. */
  readonly month: string;
}

/** A page that can be written into a file. */
export interface Exportable {
  readonly kind: OverviewKind;
  /** What it shows at this moment. */
  exported(): ShownOverview;
}

/** What a page can be written as: the ending of the file is its name. */
export type ExportFormat = 'html' | 'csv' | 'json' | 'svg' | 'ics';

const formats: Readonly<Record<OverviewKind, readonly ExportFormat[]>> = {
  dashboard: ['html', 'csv', 'json', 'svg'],
  calendar: ['ics', 'html', 'csv'],
};

const names: Readonly<Record<ExportFormat, string>> = {
  html: 'HTML',
  csv: 'CSV',
  json: 'JSON',
  svg: 'SVG',
  ics: 'iCalendar',
};

/** Asks for a format and a place, and writes what the page shows there. */
export async function exportOverview(open: Exportable): Promise<void> {
  const strings = overviewStrings(vscode.l10n.t);
  const format = await pick(
    strings.chooseFormat,
    formats[open.kind].map((each) => ({ label: names[each], description: `.${each}`, value: each })),
  );
  if (format === undefined) return;
  const picture = format === 'svg' ? await pick(strings.chooseChart, chartItems(strings)) : 'status';
  if (picture === undefined) return;
  const [first] = vscode.workspace.workspaceFolders ?? [];
  const stem = open.kind === 'dashboard' ? 'governance-dashboard' : 'change-calendar';
  const name = `${stem}${format === 'svg' ? `-${picture}` : ''}.${format}`;
  const target = await vscode.window.showSaveDialog({
    title: strings.exportAs,
    filters: { [names[format]]: [format] },
    ...(first ? { defaultUri: vscode.Uri.joinPath(first.uri, name) } : {}),
  });
  if (!target) return;
  await writeOverview(open, format, target, picture);
  const answer = await vscode.window.showInformationMessage(strings.saved(nameOf(target)), strings.openSaved);
  if (answer !== undefined) await vscode.commands.executeCommand('vscode.open', target);
}

/** Writes what a page shows; all of it, whatever is selected in its list. */
export async function writeOverview(
  open: Exportable,
  format: ExportFormat,
  target: vscode.Uri,
  picture: ChartName = 'status',
): Promise<void> {
  const text = await overviewText(open, format, picture);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}

function overviewText(open: Exportable, format: ExportFormat, picture: ChartName): string | Promise<string> {
  const { known, dashboard, month } = open.exported();
  const name = known.folders.map((folder) => folder.name).join(', ');
  const ofMonth = () => calendarTogether(known.folders, `${month}-01`, lastDayOf(month));
  switch (format) {
    case 'json':
      return `${printableJson(JSON.stringify(dashboardReport(dashboard), null, 2))}\n`;
    case 'svg':
      return `${chart(picture, dashboard.portfolio, dashboard.metrics, standalone)}\n`;
    case 'csv':
      return open.kind === 'calendar'
        ? calendarCsv(ofMonth())
        : dashboardCsv(
            dashboard.metrics,
            known.folders.flatMap(({ input }) => input.records),
          );
    case 'ics': {
      const last = lastDayOf(monthAfter(month, 11));
      const year = calendarTogether(known.folders, `${month}-01`, last, 'all-records');
      return icalendar(year, { name, now: known.now });
    }
    case 'html':
      return hashed((sha256) =>
        open.kind === 'dashboard'
          ? dashboardHtml(dashboard, known, name, sha256)
          : calendarHtml(known, month, name, sha256),
      );
  }
}

/** Pages name the hashes of what they hold; Web Crypto, which both hosts have, tells them a moment later. */
async function hashed(make: (sha256: (text: string) => string) => string): Promise<string> {
  const hashes = new Map<string, string>();
  make((text) => {
    hashes.set(text, '');
    return '';
  });
  for (const text of hashes.keys()) {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    hashes.set(text, btoa(String.fromCharCode(...new Uint8Array(digest))));
  }
  return make((text) => hashes.get(text) ?? '');
}

function chartItems(strings: OverviewStrings): { label: string; value: ChartName }[] {
  const { status, age, risk, type, matrix } = strings.cards;
  const own: Readonly<Record<string, string>> = { status, age, risk, type, matrix };
  return chartNames.map((value) => ({
    label: own[value] ?? metrics.find(({ key }) => key === value)?.label ?? value,
    value,
  }));
}

async function pick<T>(
  placeHolder: string,
  items: readonly { readonly label: string; readonly description?: string; readonly value: T }[],
): Promise<T | undefined> {
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.value;
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
