import * as vscode from 'vscode';
import { activeRecord, type ActiveRecord } from '../core/workspace/activeRecord';
import { Branches } from './branches';
import type { Governance } from './governance';
import type { GovernedFolder } from './governedFolder';

/** The record that the work at hand belongs to, and how that is known. */
export interface RecordAtHand {
  readonly folder: GovernedFolder;
  /** Undefined where no branch is known. */
  readonly branch: string | undefined;
  readonly active: ActiveRecord;
}

/** Where the choices are remembered: paths of records by folder and branch. */
const memoryKey = 'changegate.recordOfBranch';

/** Knows which record the branch that is checked out belongs to (reading 5), and remembers what was chosen by hand. */
export class ActiveRecords implements vscode.Disposable {
  readonly branches: Branches;
  private readonly changed = new vscode.EventEmitter<void>();
  /** Branch, records, active editor or choice changed. */
  readonly onDidChange = this.changed.event;
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly governance: Governance,
    private readonly memory: vscode.Memento,
  ) {
    const tell = (): void => {
      this.changed.fire();
    };
    this.branches = new Branches(governance);
    this.disposables = [
      this.changed,
      this.branches,
      this.branches.onDidChange(tell),
      governance.onDidChange(tell),
      governance.onDidRemove(tell),
      vscode.window.onDidChangeActiveTextEditor(tell),
    ];
  }

  /** What is known of the folder of the active editor, else of the first one with records; undefined without records. */
  current(): RecordAtHand | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const here = uri && this.governance.locate(uri)?.folder;
    const folder = [...(here ? [here] : []), ...this.governance.folders].find(({ index }) => index.all().length > 0);
    if (!folder) return undefined;
    const branch = this.branches.of(folder);
    const records = folder.index.all().map(({ summary }) => summary);
    const path = uri && folder.pathOf(uri);
    const open = path === undefined ? undefined : folder.index.at(path)?.summary.path;
    const formats = folder.processes.map(({ identity }) => identity);
    const choice = branch === undefined ? undefined : this.choices()[keyOf(folder, branch)];
    return { folder, branch, active: activeRecord(records, { branch, choice, open, formats }) };
  }

  /** Remembers which record a branch belongs to; without a path that none was chosen. */
  async choose(folder: GovernedFolder, branch: string, path: string | undefined): Promise<void> {
    const { [keyOf(folder, branch)]: _before, ...others } = this.choices();
    await this.memory.update(memoryKey, path === undefined ? others : { ...others, [keyOf(folder, branch)]: path });
    this.changed.fire();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private choices(): Readonly<Record<string, string>> {
    return this.memory.get<Readonly<Record<string, string>>>(memoryKey) ?? {};
  }
}

function keyOf(folder: GovernedFolder, branch: string): string {
  return `${folder.folder.uri.toString()} ${branch}`;
}
