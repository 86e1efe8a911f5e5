import * as vscode from 'vscode';
import { pageHtml, type PageView } from '../../core/present/page/html';
import { opener, sealer } from '../../webview/protocol/envelope';
import type { ToPage } from '../../webview/protocol/page';
import { readFromPage, type AskedByPage } from './pageMessages';
import { panelPage, resourceRoots, secret, type PageText } from './panelPage';

/** What a page is of, for its host. */
export interface PageOwner {
  receive(message: AskedByPage | undefined): unknown;
  /** Looks at what is shown, and tells the page what it does not know yet. */
  draw(): Promise<void>;
}

/** One page in a panel: its envelopes, whether it is there, what it knows, and when it is looked at again. */
export class PagePanel implements vscode.Disposable {
  /** How often the page began: it does whenever it comes into view again. */
  begun = 0;
  /** How many messages it was sent. */
  sent = 0;
  /** The parts of the last message that it did not have. */
  lastChanged: readonly string[] = [];
  private readonly listeners: vscode.Disposable[];
  private readonly seal: (message: ToPage) => unknown;
  /** What the page has, by name. */
  private readonly told = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private work: Promise<void> = Promise.resolve();
  private isWaiting = false;
  private isDisposed = false;
  private isThere = false;

  /** `gather` is how long changes are gathered before they are looked at, in milliseconds. */
  constructor(
    readonly panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    page: { readonly kind: 'record' | 'overview'; readonly text: PageText; readonly icon: string },
    private readonly owner: PageOwner,
    private readonly gather: number,
  ) {
    const channel = secret();
    const read = opener(channel, readFromPage);
    this.seal = sealer(channel);
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: resourceRoots(extension) };
    panel.iconPath = {
      light: vscode.Uri.joinPath(extension, 'media', `${page.icon}-light.svg`),
      dark: vscode.Uri.joinPath(extension, 'media', `${page.icon}-dark.svg`),
    };
    this.listeners = [
      webview.onDidReceiveMessage((data: unknown) => owner.receive(read(data))),
      panel.onDidChangeViewState(() => {
        // VS Code drops a page that is out of view; the next one says when it is there.
        if (!panel.visible) this.isThere = false;
      }),
    ];
    webview.html = panelPage(webview, extension, channel, page.text, page.kind);
  }

  /** Whether there is a page that listens. */
  get isListening(): boolean {
    return this.isThere && !this.isDisposed;
  }

  /** The page is there and knows nothing. */
  begin(): void {
    this.begun++;
    this.isThere = true;
    this.forget();
    this.update();
  }

  /** Draws again, soon; once for all that comes in the meantime. */
  update(): void {
    if (!this.isListening) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.redraw();
    }, this.gather);
  }

  /** Draws again at once: somebody did something and waits for it. */
  redraw(): void {
    if (this.isWaiting || !this.isListening) return;
    this.isWaiting = true;
    this.work = this.work.then(() => {
      this.isWaiting = false;
      return this.owner.draw();
    });
  }

  /**
   * Tells the page what it does not have; nothing where it has all of it and there is nothing to read aloud. A page that
   * shows something else gets everything.
   */
  show(view: PageView, { topic, asked = '', announce }: Omit<Partial<ToPage>, 'html' | 'type'> = {}): boolean {
    const about = topic ?? '';
    if (this.told.get('topic') !== about) this.told.clear();
    const isNews = (name: string, text: string): boolean => {
      if (this.told.get(name) === text) return false;
      this.told.set(name, text);
      return true;
    };
    const { html, changed } = pageHtml(view, (id, text) => isNews(`part ${id}`, text));
    const order = view.parts.map(({ id }) => id).join(' ');
    const others = [isNews('topic', about), isNews('order', order), isNews('asked', asked)];
    if (changed.length === 0 && !others.includes(true) && announce === undefined) return false;
    this.lastChanged = changed.filter((id) => id !== 'head');
    this.sent++;
    const message: ToPage = {
      type: 'show',
      html,
      topic: about,
      asked,
      ...(announce === undefined ? {} : { announce }),
    };
    void this.panel.webview.postMessage(this.seal(message));
    return true;
  }

  /** What the page has of a part, exposed for tests; empty: nothing. */
  htmlOf(part: string): string {
    return this.told.get(`part ${part}`) ?? '';
  }

  /** The page has nothing any more. */
  forget(): void {
    this.told.clear();
  }

  dispose(): void {
    this.isDisposed = true;
    if (this.timer !== undefined) clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
  }
}
