import * as vscode from 'vscode';
import { todayIn } from '../core/lifecycle/today';
import { statusBarView } from '../core/present/statusBar';
import type { ActiveRecords } from './activeRecords';
import type { Governance } from './governance';
import type { CommandId } from './commands/commandIds';

const setting = 'statusBar.enabled';

/** The one item of the status bar: the record of the branch that is checked out, and its state. */
export class StatusBar implements vscode.Disposable {
  readonly item: vscode.StatusBarItem;
  private readonly disposables: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly governance: Governance,
    private readonly active: ActiveRecords,
  ) {
    // Left, behind the branch.
    this.item = vscode.window.createStatusBarItem('changegate.record', vscode.StatusBarAlignment.Left, 50);
    this.item.name = 'Change Record of the Branch';
    this.item.command = 'changegate.branchRecord' satisfies CommandId;
    this.disposables = [
      this.item,
      active.onDidChange(() => {
        this.timer ??= setTimeout(() => {
          this.timer = undefined;
          this.show();
        }, 50);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`changegate.${setting}`)) this.show();
      }),
    ];
  }

  dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  private show(): void {
    const isOn = vscode.workspace.getConfiguration('changegate').get<boolean>(setting, true);
    const current = isOn ? this.active.current() : undefined;
    const view =
      current &&
      statusBarView(current.active, current.branch, todayIn(current.folder.policy.zone, this.governance.clock.now()));
    if (!view) {
      this.item.hide();
      return;
    }
    this.item.text = `$(${view.icon}) ${view.text}`;
    this.item.tooltip = tooltip(view.lines);
    this.item.accessibilityInformation = { label: view.accessibleLabel, role: 'button' };
    this.item.show();
  }
}

/** Words of a record are appended as text, so that nothing in them can be markup or a command. */
function tooltip(lines: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  for (const [index, line] of lines.entries()) {
    if (index === 0) text.appendMarkdown('**').appendText(line).appendMarkdown('**\n\n');
    else text.appendText(line).appendMarkdown('  \n');
  }
  return text;
}
