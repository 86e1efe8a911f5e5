import * as vscode from 'vscode';
import { readMonth, monthAfter } from '../../core/present/calendar';
import { dashboardTogether, type Dashboard } from '../../core/present/dashboard/dashboard';
import { choose, readAsked, type Asked } from '../../core/present/overview/asked';
import { calendarPage, monthOf } from '../../core/present/overview/calendarPage';
import { dashboardPage } from '../../core/present/overview/dashboardPage';
import type { OverviewKind, OverviewView } from '../../core/present/overview/known';
import { runButton } from '../../core/present/overview/parts';
import { overviewStrings } from '../../core/present/overview/strings';
import { html, messageView } from '../../core/present/page/html';
import { readState } from '../../webview/protocol/page';
import type { Governance } from '../governance';
import { exportOverview, type ShownOverview } from './exportOverview';
import { overviewFacts, type OverviewFacts } from './overviewFacts';
import type { AskedByPage } from './pageMessages';
import { PagePanel } from './pagePanel';
import type { CommandId } from '../commands/commandIds';

/** Changes of this long are looked at together, in milliseconds: nobody reads a count that changes with every key. */
const gather = 200;

/** One life of the dashboard or the calendar. */
export class OpenOverview {
  /** What is shown of all that there is. */
  asked: Asked;
  /** What was sent to the page last; undefined while nothing was. */
  view: OverviewView | undefined;
  /** What it says instead of a view, for there is none. */
  message = '';
  private readonly strings = overviewStrings(vscode.l10n.t);
  private readonly page: PagePanel;
  private facts: OverviewFacts | undefined;
  private dashboards: { readonly quarter: string; readonly dashboard: Dashboard } | undefined;
  private isReady = false;
  private spoken = '';

  constructor(
    readonly kind: OverviewKind,
    readonly panel: vscode.WebviewPanel,
    private readonly governance: Governance,
    extension: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    /** What an earlier page remembered, if anything. */
    state: unknown,
  ) {
    this.asked = readAsked(readState(state)?.asked);
    const title = this.strings[kind];
    panel.title = title;
    this.page = new PagePanel(
      panel,
      extension,
      { kind: 'overview', text: { title, page: title }, icon: kind },
      { receive: (message) => this.receive(message), draw: () => this.draw() },
      gather,
    );
  }

  /** How often the page began: it does whenever it comes into view again. */
  get begun(): number {
    return this.page.begun;
  }

  /** How many messages the page was sent. */
  get sent(): number {
    return this.page.sent;
  }

  /** What the page has of a part, exposed for tests. */
  htmlOf(part: string): string {
    return this.page.htmlOf(part);
  }

  /** The sections of the last message. */
  get lastChanged(): readonly string[] {
    return this.page.lastChanged;
  }

  /** Records or policies changed. */
  update(): void {
    this.forget();
    this.page.update();
  }

  dispose(): void {
    this.page.dispose();
  }

  /** Does what the page asks for; undefined is what it may not ask for. */
  async receive(message: AskedByPage | undefined): Promise<void> {
    if (!message) return;
    try {
      switch (message.type) {
        case 'ready':
          // The day may be another one since it was looked at.
          this.forget();
          this.page.begin();
          return;
        case 'select':
          this.select(message.select, message.value);
          return;
        case 'goTo':
          this.goTo(message.day.slice(0, 7));
          return;
        case 'act':
          await this.act(message.act, message.what);
          return;
        case 'put':
        // Nothing on these pages can be put elsewhere.
      }
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  /** What the page shows, for anyone who writes it into a file. */
  exported(): ShownOverview {
    const { known } = this.read();
    return { known, dashboard: this.dashboard(), month: monthOf(known, this.asked) };
  }

  private ask(asked: Asked): void {
    this.asked = asked;
    this.page.redraw();
  }

  private select(select: string, value: string): void {
    // What was chosen of one folder or quarter is nothing in another.
    if (select === 'folder') {
      this.forget();
      this.ask({ ...this.asked, folder: value, chosen: [], unfolded: [] });
    } else if (select === 'quarter') {
      this.ask({ ...this.asked, quarter: value });
    }
  }

  private goTo(month: string): void {
    if (readMonth(month) === undefined) return;
    const chosen = this.asked.chosen.filter((each) => !each.startsWith('day:'));
    this.ask({ ...this.asked, month, chosen });
  }

  private async act(act: Extract<AskedByPage, { type: 'act' }>['act'], what: string): Promise<void> {
    if (act === 'open') await this.open(what);
    else if (act === 'choose') this.ask(choose(this.asked, what));
    else if (act === 'unfold')
      this.ask({ ...this.asked, unfolded: [...new Set([...this.asked.unfolded, what])].slice(-20) });
    else if (act === 'run') await this.run(what);
  }

  private async run(act: string): Promise<void> {
    const command = Object.hasOwn(commands, act) ? commands[act] : undefined;
    if (command !== undefined) {
      await vscode.commands.executeCommand(command);
      return;
    }
    switch (act) {
      case 'export':
        await exportOverview(this);
        return;
      case 'previous':
      case 'next':
        this.goTo(monthAfter(monthOf(this.read().known, this.asked), act === 'next' ? 1 : -1));
        return;
      case 'today':
        this.ask({ ...this.asked, month: '', chosen: [] });
        return;
      default: {
        const policy = this.governance.folders.find(({ folder }) => act === `policy ${folder.uri.toString()}`);
        if (policy) await vscode.window.showTextDocument(policy.uriOf('.changegate/policy.yml'));
      }
    }
  }

  /** The text of a record; where it is open already it is shown there. */
  private async open(path: string): Promise<void> {
    const uri = this.read().uris.get(path);
    if (uri) await vscode.commands.executeCommand('vscode.open', uri);
  }

  private async draw(): Promise<void> {
    const { strings } = this;
    try {
      if (!this.isReady) {
        const reading = this.governance.ready();
        const late = setTimeout(() => {
          if (this.page.isListening) this.tellMessage(strings.reading, '', []);
        }, 300);
        try {
          await reading;
        } finally {
          clearTimeout(late);
        }
        this.isReady = true;
        this.forget();
      }
      if (this.page.isListening) this.tellView();
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      if (this.page.isListening) this.tellMessage(strings.failed, strings.failedHint, [['log', strings.showLog]]);
    }
  }

  private tellView(): void {
    const { strings, asked } = this;
    const { known } = this.read();
    if (known.choice.length === 0) {
      this.tellMessage(strings.noFolder, strings.noFolderHint, [['folder', strings.openFolder]]);
      return;
    }
    // Windows and freezes are there before any record is.
    if (this.kind === 'dashboard' && known.folders.every(({ input }) => input.records.length === 0)) {
      this.tellMessage(
        strings.noRecords,
        known.unreadable.map(({ name }) => strings.policyUnreadable(name)).join(' ') || strings.noRecordsHint,
        [
          ['request', strings.newRequest],
          ['record', strings.newRecord],
          ['initialize', strings.initialize],
          ...known.unreadable.map(({ uri }) => [`policy ${uri}`, strings.openPolicy] as const),
        ],
      );
      return;
    }
    const how = { strings, asked, isLive: true };
    const view = this.kind === 'dashboard' ? dashboardPage(this.dashboard(), known, how) : calendarPage(known, how);
    const announce = this.view !== undefined && this.spoken !== view.spoken ? view.spoken : undefined;
    this.view = view;
    this.message = '';
    this.spoken = view.spoken;
    this.page.show(view, {
      topic: this.kind,
      asked: JSON.stringify(asked),
      ...(announce === undefined ? {} : { announce }),
    });
  }

  private tellMessage(text: string, hint: string, acts: readonly (readonly [act: string, label: string])[]): void {
    const buttons = acts.map(([act, label]) => runButton(act, label));
    const view = messageView('', text, hint, html('p', { class: 'tools' }, buttons));
    const isNews = this.message !== text;
    this.view = undefined;
    this.message = text;
    this.page.show(view, isNews ? { announce: `${text} ${hint}`.trim() } : {});
  }

  /** All of it for the quarter that is asked for; worked out once until something changes. */
  private dashboard(): Dashboard {
    const { folders, now } = this.read().known;
    const { quarter } = this.asked;
    if (this.dashboards?.quarter !== quarter) {
      const dashboard = dashboardTogether(folders, now, { quarter: quarter === '' ? null : quarter });
      this.dashboards = { quarter, dashboard };
    }
    return this.dashboards.dashboard;
  }

  private read(): OverviewFacts {
    return (this.facts ??= overviewFacts(this.governance, this.asked));
  }

  /** What was read may be otherwise by now. */
  private forget(): void {
    this.facts = undefined;
    this.dashboards = undefined;
  }
}

/** What the buttons of the page begin, by their names. */
const commands: Readonly<Record<string, CommandId | 'workbench.action.files.openFolder'>> = {
  request: 'changegate.newChangeRequest',
  record: 'changegate.newChangeRecord',
  initialize: 'changegate.initializeGovernance',
  log: 'changegate.showLog',
  folder: 'workbench.action.files.openFolder',
};
