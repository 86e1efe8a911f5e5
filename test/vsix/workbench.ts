import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { writeSettings, workbenchAddress } from '../../scripts/vscode/server.mjs';
import { copyOfExamples } from '../../scripts/workspace.mjs';
import { installation, rememberSight, screenshot } from './installation';

export type ColorTheme = 'light' | 'dark' | 'high contrast' | 'high contrast light';

/** Each theme with its name in VS Code and the class that the workbench carries once it is shown. */
const themes: Readonly<Record<ColorTheme, { readonly name: string; readonly shown: string }>> = {
  light: { name: 'Light Modern', shown: 'vs' },
  dark: { name: 'Dark Modern', shown: 'vs-dark' },
  'high contrast': { name: 'Default High Contrast', shown: 'hc-black' },
  'high contrast light': { name: 'Default High Contrast Light', shown: 'hc-light' },
};

/** A workbench without what is not ours: no welcome page, no chat, no repository above the workspace. */
const quiet = {
  'chat.disableAIFeatures': true,
  // Selected blanks would be shown as dots, and read as such.
  'editor.renderWhitespace': 'none',
  // Headings that stay on top would take the clicks for the lines behind them.
  'editor.stickyScroll.enabled': false,
  'extensions.ignoreRecommendations': true,
  // As in VS Code Desktop; a browser would save after a second.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** How long a wait may take, in milliseconds: slow machines are not broken ones. */
const patience = 60_000;

/** How long one try may take of what is tried again: a key comes to nothing while the window is busy with another. */
const moment = { timeout: patience / 12 };

/** The themes that every surface is looked at in; a run that nobody looks at stays in the theme that it is in. */
const pictured: readonly ColorTheme[] = process.env['PICTURES'] === undefined ? [] : ['light', 'dark', 'high contrast'];

export interface WorkbenchOptions {
  readonly theme?: ColorTheme;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The folder to open; a fresh copy of `examples/` in a git repository of its own if not given. */
  readonly folder?: string;
  /** A `.code-workspace` file to open instead of one folder. */
  readonly workspaceFile?: string;
  /** Whether the workspace is trusted without asking; else VS Code asks, as on a user's machine. */
  readonly trusted?: boolean;
  /** In CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/**
 * A window of VS Code with the packaged extension, used as a person uses it: by keys, by what is seen. Every wait is for
 * something to appear and fails after a minute; nothing here sleeps.
 */
export class Workbench {
  private constructor(
    private readonly context: BrowserContext,
    /** For what this class does not offer. */
    readonly page: Page,
    /** The folder that is open, on this machine. */
    readonly folder: string,
    private readonly dataDir: string,
    private readonly settings: Readonly<Record<string, unknown>>,
    /** The theme that is shown. */
    private theme: ColorTheme,
  ) {}

  /** Opens a window that has never been opened before: no state, no remembered choices. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const { theme = 'dark', settings = {}, folder, workspaceFile, trusted = true, size } = options;
    const { browser, server: usual, cautious, dataDir } = await installation();
    const server = trusted ? usual : await cautious();
    const all = { ...quiet, 'security.workspace.trust.enabled': !trusted, ...settings };
    writeSettings(dataDir, { ...all, 'workbench.colorTheme': themes[theme].name });
    const context = await browser.newContext({ viewport: size ?? { width: 1280, height: 800 }, locale: 'en-US' });
    context.setDefaultTimeout(patience);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') server.note('page', message.text());
    });
    const opened = folder ?? (workspaceFile === undefined ? copyOfExamples() : dirname(workspaceFile));
    const workbench = new Workbench(context, page, opened, dataDir, all, theme);
    try {
      await persistently(async () => {
        // VS Code may take a workspace for one without folders where it read its file before the connection stood.
        await page.goto(workbenchAddress(server, workspaceFile ?? opened));
        await page.locator('.explorer-folders-view .monaco-list').waitFor({ timeout: patience / 3 });
      });
      await workbench.shows(theme);
      return workbench;
    } catch (error) {
      await workbench.close();
      throw error;
    }
  }

  private async shows(theme: ColorTheme): Promise<void> {
    await this.page.locator(`.monaco-workbench.${themes[theme].shown}`).first().waitFor();
  }

  /** Changes the theme under whatever is open: menus, picks and hovers stay. */
  async dress(theme: ColorTheme): Promise<void> {
    if (theme === this.theme) return;
    this.theme = theme;
    writeSettings(this.dataDir, { ...this.settings, 'workbench.colorTheme': themes[theme].name });
    await this.shows(theme);
  }

  /**
   * Writes a picture of the window to `.cache/screenshots/NAME-THEME.png`: as it is, and with `PICTURES=1` in the
   * environment in each theme.
   */
  async pictures(name: string): Promise<void> {
    const { theme } = this;
    for (const each of pictured.length > 0 ? pictured : [theme]) {
      await this.dress(each);
      await this.screenshot(`${name} ${each}`);
    }
    await this.dress(theme);
  }

  async close(): Promise<void> {
    await rememberSight(this.page);
    await this.context.close();
  }

  /** Presses a key or a chord, as Playwright names it: `ControlOrMeta+.`, `F8`, `Escape`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Puts the keyboard on the first of what is wanted, with Tab alone. */
  async tabTo(wanted: Locator): Promise<void> {
    for (let steps = 0; steps < 60; steps++) {
      if (await wanted.first().evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error('Tab does not come there.');
  }

  /** Types text wherever the focus is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** The input at the top of the window: palette, quick pick, input box. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-box input');
  }

  /** What the quick input offers, each by its label. */
  get quickPicks(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
  }

  /** Opens the command palette by F1, and puts a text behind its `>`. */
  async openPalette(text = ''): Promise<void> {
    await this.find(`>${text}`);
  }

  /** Brings up the quick input by F1 with a text in it, whatever was asked there before. */
  private async find(text: string): Promise<void> {
    await this.page.locator('.monaco-workbench').first().waitFor();
    await persistently(async () => {
      await this.press('F1');
      await this.quickInput.fill(text, moment);
      await this.quickPicks.first().waitFor(moment);
      if ((await this.quickInput.inputValue(moment)) !== text) throw new Error(`"${text}" went elsewhere.`);
    });
  }

  /** The entry of the quick input with exactly this label. */
  quickPick(label: string): Locator {
    return this.quickPicks.filter({
      has: this.page
        .locator('.quick-input-list-row')
        .first()
        .locator('.label-name', { hasText: exactly(label) }),
    });
  }

  /** Runs a command by its title, as the palette shows it: `Changegate: New Change Request`. */
  async runCommand(title: string): Promise<void> {
    await persistently(async () => {
      await this.openPalette(title);
      await this.quickPick(title).click(moment);
    });
    // A pointer that stays would bring up the tooltip of what comes next.
    await this.page.mouse.move(1, 1);
  }

  /** Answers an input box, or picks the first match of a quick pick. */
  async answer(text: string): Promise<void> {
    await this.quickInput.waitFor();
    await this.quickInput.fill(text);
    await this.press('Enter');
  }

  /** Opens a file of the workspace in an editor that stays, with the keyboard in it. */
  async openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await persistently(async () => {
      await this.find(path);
      await this.quickPick(name).first().click(moment);
      await this.tab(name).waitFor(moment);
    });
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** The sentence over a quick input: its title, with the step where there are several. */
  get quickTitle(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-title');
  }

  /** Ticks or unticks an entry of a pick of several. */
  async tickPick(text: string): Promise<void> {
    await this.quickPicks.filter({ hasText: text }).first().click();
  }

  /** Where the cursor is, as the status bar says it, once it is in this line. */
  async cursorIn(line: number, options: { readonly timeout?: number } = {}): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${String(line)},`) }).waitFor(options);
  }

  /** A line over a line of the editor. */
  lens(text: string): Locator {
    return this.editor.locator('.codelens-decoration').locator('a, span').filter({ hasText: text }).first();
  }

  /** Clicks a lens until it has led where it leads: one that is just drawn again takes no click. */
  async followLens(text: string, arrive: (limit: { readonly timeout: number }) => Promise<void>): Promise<void> {
    await persistently(async () => {
      await this.lens(text).click(moment);
      await arrive(moment);
    });
  }

  /** What the editor suggests to type, each by its label. */
  suggestion(text?: string | RegExp): Locator {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    return text === undefined ? rows : rows.filter({ hasText: text });
  }

  /** Opens the context menu of something, and returns its entries. */
  async contextMenu(target: Locator): Promise<Locator> {
    const entries = this.page.locator('.monaco-menu .action-item:not(.disabled) .action-label:not(.separator)');
    await persistently(async () => {
      await target.click({ button: 'right', ...moment });
      await entries.first().waitFor(moment);
    });
    return entries;
  }

  /** Picks an entry of the context menu that is open. */
  async pickFromMenu(label: string): Promise<void> {
    const menu = this.page.locator('.monaco-menu');
    await menu.waitFor();
    await persistently(async () => {
      // A menu takes no click in the moment in which it opens. One that is gone has taken it.
      if ((await menu.count()) > 0) await menu.locator('.action-label', { hasText: label }).click(moment);
      await menu.waitFor({ state: 'detached', ...moment });
    });
  }

  /** Undoes the last step in the editor that has the keyboard. */
  async undo(): Promise<void> {
    await this.press('ControlOrMeta+z');
  }

  /** The tab of an open editor. */
  tab(name: string): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: name });
  }

  /** The text editor that has, or would have, the keyboard. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** The lines of the editor that are in view; long documents show only a part. */
  async editorText(): Promise<string> {
    const lines = await this.editor.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** Puts the cursor at a line and column of the editor that has, or had last, the keyboard; both counted from one. */
  async goTo(line: number, column = 1): Promise<void> {
    await persistently(async () => {
      await this.find(`:${String(line)}:${String(column)}`);
      await this.press('Enter');
      await this.quickInput.waitFor({ state: 'hidden', ...moment });
      await this.cursorIn(line, moment);
    });
  }

  /** Saves what was changed in the editor, and waits until it is written. */
  async save(): Promise<void> {
    const unsaved = this.page.locator('.editor-group-container.active .tab.active.dirty');
    await unsaved.waitFor();
    await persistently(async () => {
      if ((await unsaved.count()) > 0) await this.press('ControlOrMeta+s');
      await unsaved.waitFor({ state: 'detached', ...moment });
    });
  }

  /** The squiggles in the editor, of one kind. */
  squiggles(kind: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.editor.locator(`.squiggly-${kind}`);
  }

  /** Hovers over something in the editor, or shows the hover at the cursor; returns what it says. */
  async hover(target?: Locator): Promise<string> {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
    return persistently(async () => {
      // The editor does not notice a pointer that comes while it is still drawing: leave, and come again.
      await this.page.mouse.move(1, 1);
      if (target) await target.hover({ force: true, ...moment });
      else await this.press('ControlOrMeta+k', 'ControlOrMeta+i');
      await hover.waitFor(moment);
      // It may go again before it is read.
      return hover.innerText(moment);
    });
  }

  /** Opens the menu of code actions at the cursor; returns their titles. */
  async codeActions(): Promise<string[]> {
    await persistently(async () => {
      await this.press('ControlOrMeta+.');
      await this.codeAction().first().waitFor(moment);
    });
    return this.codeAction().locator('.title').allInnerTexts();
  }

  /** An entry of the open menu of code actions. */
  codeAction(title?: string): Locator {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    return title === undefined ? rows : rows.filter({ hasText: title });
  }

  /** Shows a container of the activity bar by its title; does nothing if it is shown already. */
  async showContainer(title: string): Promise<void> {
    const item = this.page.locator(`.activitybar .action-item:has([aria-label^="${title}"])`);
    await item.waitFor();
    if (!(await item.evaluate((element) => element.classList.contains('checked')))) await item.click();
    await this.page.locator(`.sidebar .composite.title:has-text("${title}")`).waitFor();
  }

  /** The rows of the trees in the side bar, or of one of its views. */
  treeRows(view?: string): Locator {
    const within =
      view === undefined
        ? this.page.locator('.sidebar')
        : this.page.locator('.sidebar .pane', { has: this.page.locator('.pane-header', { hasText: view }) });
    return within.locator('.monaco-list-row');
  }

  /** The row of a tree in the side bar that shows a text. */
  treeRow(text: string | RegExp): Locator {
    return this.treeRows().filter({ hasText: text }).first();
  }

  /** What notifications say. */
  get notifications(): Locator {
    return this.page.locator('.notification-list-item-message');
  }

  /** The innermost page of the webview in view: VS Code puts it into a frame of a frame. */
  get webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Reads a file of the workspace as it is on disk. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Writes a picture of the window to `.cache/screenshots/NAME.png`. */
  async screenshot(name: string): Promise<void> {
    await screenshot(this.page, name);
  }
}

/** Does again what a busy window has missed, until it holds or patience ends. */
async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + patience; ;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
