import * as vscode from 'vscode';
import { opener, sealer } from '../../webview/protocol/envelope';
import { panelPage, resourceRoots, secret, type PageText } from './panelPage';

/** What a page is of, for its host. */
export interface PageOwner<In> {
  /** What the page asks for, if it is something that it may ask for. */
  read(data: unknown): In | undefined;
  receive(message: In | undefined): unknown;
  /** Looks at what is shown, and tells the page what it does not know yet. */
  draw(): Promise<void>;
}

/** One page in a panel: its envelopes, whether it is there, what it knows, and when it is looked at anew. */
export class PagePanel<In, Out> implements vscode.Disposable {
  /** How often the page began: it does whenever it comes into view again. */
  begun = 0;
  /** How many messages it was sent. */
  sent = 0;
  private readonly listeners: vscode.Disposable[];
  private readonly seal: (message: Out) => unknown;
  /** What the page has, by name, as it was written. */
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
    private readonly owner: PageOwner<In>,
    private readonly gather: number,
  ) {
    const channel = secret();
    const read = opener(channel, (data) => owner.read(data));
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

  /** Whether the page does not have something as it is now; it has it from now on. */
  isNews(name: string, part: unknown): boolean {
    const now = JSON.stringify(part);
    if (this.told.get(name) === now) return false;
    this.told.set(name, now);
    return true;
  }

  /** Everything is news again. */
  forget(): void {
    this.told.clear();
  }

  tell(message: Out): void {
    this.sent++;
    void this.panel.webview.postMessage(this.seal(message));
  }

  dispose(): void {
    this.isDisposed = true;
    if (this.timer !== undefined) clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
  }
}
