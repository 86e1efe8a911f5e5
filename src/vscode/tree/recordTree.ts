import * as vscode from 'vscode';
import { todayIn } from '../../core/lifecycle/today';
import { explorer, groupings, waitingForApproval, type ExplorerRow, type Grouping } from '../../core/present/explorer';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';
import {
  doneItem,
  doneNodes,
  hasPlanRow,
  planItem,
  planNodes,
  stepItem,
  stepNodes,
  stepsInWords,
  writeTicks,
} from './planRows';
import { companionItem, folderItem, groupId, groupItem, idOf, recordItem } from './recordRows';
import type { PlanNode, TreeNode } from './treeNode';

/** Where the choice of the grouping is remembered. */
const groupingKey = 'changegate.explorer.groupBy';

/** How long VS Code takes at most from one question for rows to the next, in milliseconds. */
const timeToAsk = 300;

/** The sidebar of all records. What it shows is worked out by the core; here it becomes tree items. */
export class RecordTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly view: vscode.TreeView<TreeNode>;
  private readonly disposables: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the rows showed when they were drawn last. */
  private drawn: Drawn | undefined;
  /** The rows that were handed out, by the IDs of their items: VS Code draws a row again only if it gets the same object. */
  private readonly nodes = new Map<string, TreeNode>();
  /** The plans whose steps were asked for, with what they showed: the words of steps change without any other row. */
  private readonly shownSteps = new Map<PlanNode, string>();
  /** The rows that say something else than they show, until they are drawn. */
  private readonly due = new Set<TreeNode>();
  /** Until when VS Code may still be asking for rows, in milliseconds since 1970. */
  private askedUntil = 0;

  constructor(
    private readonly governance: Governance,
    private readonly memory: vscode.Memento,
  ) {
    this.view = vscode.window.createTreeView('changegate.records', {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    const refresh = (): void => {
      this.refresh();
    };
    this.disposables = [
      this.changed,
      this.view,
      governance.onDidChange(refresh),
      governance.onDidRemove(refresh),
      this.view.onDidChangeCheckboxState(({ items }) => this.tick(items)),
    ];
    this.showState();
  }

  get grouping(): Grouping {
    const chosen: unknown =
      this.memory.get(groupingKey) ?? vscode.workspace.getConfiguration('changegate').get('explorer.groupBy');
    return groupings.find((each) => each === chosen) ?? 'status';
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.memory.update(groupingKey, grouping);
    this.fire();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    this.askedUntil = Date.now() + timeToAsk;
    if (!node) {
      await this.governance.ready();
      const { folders } = this.governance;
      const [only] = folders;
      if (folders.length <= 1) return only ? this.nodesOf(only, undefined) : [];
      return folders
        .filter(({ index }) => index.all().length > 0)
        .map((folder) => this.kept(folder.folder.uri.toString(), { kind: 'folder', folder }));
    }
    if (node.kind === 'folder') return this.nodesOf(node.folder, node);
    if (node.kind === 'group') return node.group.rows.map((row) => this.recordNode(node.folder, row, node));
    if (node.kind === 'record')
      return [
        ...planNodes(node.folder, node.row.summary, node).map((plan) =>
          this.kept(`${idOf(node.folder, node.row.id)}#plan`, plan),
        ),
        ...node.row.companions.map((path): TreeNode => ({
          kind: 'companion',
          folder: node.folder,
          path,
          parent: node,
        })),
      ];
    if (node.kind === 'plan') {
      this.shownSteps.set(node, await stepsInWords(node));
      return stepNodes(node);
    }
    return node.kind === 'done' ? doneNodes(node) : [];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    if (node.kind !== 'group' && node.kind !== 'folder') return node.parent;
    return node.kind === 'group' && this.governance.folders.length > 1
      ? { kind: 'folder', folder: node.folder }
      : undefined;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    switch (node.kind) {
      case 'folder':
        return folderItem(node.folder);
      case 'group':
        return groupItem(node.folder, node.group);
      case 'record':
        return recordItem(node.folder, node.row);
      case 'companion':
        return companionItem(node.folder, node.path);
      case 'plan':
        return planItem(node);
      case 'done':
        return doneItem(node);
      case 'step':
        return stepItem(node);
    }
  }

  /** The row of a record, wherever it is grouped. */
  async find(folder: GovernedFolder, path: string): Promise<TreeNode | undefined> {
    const search = async (nodes: readonly TreeNode[]): Promise<TreeNode | undefined> => {
      for (const node of nodes) {
        if (node.kind === 'record' && node.folder === folder && node.row.id === path) return node;
        const found =
          node.kind === 'folder' || node.kind === 'group' ? await search(await this.getChildren(node)) : undefined;
        if (found) return found;
      }
      return undefined;
    };
    return search(await this.getChildren());
  }

  dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Writes boxes that were clicked into the texts; where that was not possible they show the text again. */
  async tick(items: readonly (readonly [TreeNode, vscode.TreeItemCheckboxState])[]): Promise<void> {
    try {
      if (await writeTicks(items)) return;
    } catch (error) {
      // Nobody else tells: a click on a box is no command.
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
    this.fire();
  }

  /** Many changes in one moment are one repaint. */
  private refresh(): void {
    this.timer ??= setTimeout(() => {
      void this.draw();
    }, 50);
  }

  /**
   * Has those rows drawn again that changed, all of them only where rows came, went or moved; and never while VS Code
   * still asks: of two repaints that overlap it forgets rows that it goes on showing, and their menus are then for none.
   */
  private async draw(): Promise<void> {
    // The badge waits for nobody, and what came while the rows waited is in it as well.
    this.showState();
    if (this.waits()) return;
    this.timer = undefined;
    const before = this.drawn;
    const now = this.rowsNow();
    this.drawn = now;
    if (before?.shape !== now.shape || before.folders.some((folder, at) => folder !== now.folders[at])) {
      this.fire();
      return;
    }
    for (const [id, words] of now.words) {
      const node = this.nodes.get(id);
      if (node && before.words.get(id) !== words) this.due.add(node);
    }
    await this.notePlans();
    // Reading the steps takes a while: what was drawn since has these rows as well, or draws them at its end.
    if (this.due.size === 0 || this.drawn !== now || this.waits()) return;
    this.fire([...this.due].filter((node) => node.kind !== 'plan' || !this.due.has(node.parent)));
  }

  /** Whether VS Code may still be asking for rows; it is drawn once it has them. */
  private waits(): boolean {
    const wait = this.askedUntil - Date.now();
    if (wait <= 0) return false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void this.draw();
    }, wait);
    return true;
  }

  /** Takes note of the plans whose steps say something else than when they were asked for. */
  private async notePlans(): Promise<void> {
    for (const [plan, before] of [...this.shownSteps]) {
      const words = await stepsInWords(plan);
      // All of them may have been forgotten meanwhile, or this one asked for again.
      if (this.shownSteps.get(plan) !== before) continue;
      // Told once, also of a plan that was folded meanwhile and is not asked for again.
      this.shownSteps.set(plan, words);
      if (words !== before) this.due.add(plan);
    }
  }

  /** Has VS Code ask for rows and for what is below them; without any for all. */
  private fire(nodes?: TreeNode[]): void {
    this.askedUntil = Date.now() + timeToAsk;
    this.due.clear();
    if (!nodes) {
      this.nodes.clear();
      this.shownSteps.clear();
    }
    this.changed.fire(nodes);
  }

  /** All that rows show but the words of steps, which are read only where they are shown; and the rows as they are now. */
  private rowsNow(): Drawn {
    const words = new Map<string, string>();
    const { folders } = this.governance;
    const shape = folders.map((folder) => {
      const uri = folder.folder.uri.toString();
      const shapeOf = (row: ExplorerRow): unknown => {
        const { summary, ...shown } = row;
        const id = idOf(folder, row.id);
        words.set(id, JSON.stringify([shown, summary.progress]));
        const node = this.nodes.get(id);
        if (node?.kind === 'record') this.kept(id, { ...node, row });
        return [row.id, row.companions, hasPlanRow(summary)];
      };
      const rows = this.rowsOf(folder).map((each) => {
        if (each.kind === 'record') return shapeOf(each);
        const id = groupId(folder, each);
        const node = this.nodes.get(id);
        if (node?.kind === 'group') this.kept(id, { ...node, group: each });
        return [each.id, each.rows.map(shapeOf)];
      });
      return [uri, rows];
    });
    return { shape: JSON.stringify(shape), words, folders };
  }

  /** The object that stands for a row as long as the row is there, with what it shows now. */
  private kept<T extends TreeNode>(id: string, now: T): T {
    const node = this.nodes.get(id);
    // VS Code knows a row by its object: a new one would be another row to it.
    if (node?.kind === now.kind) return Object.assign(node, now);
    this.nodes.set(id, now);
    return now;
  }

  private recordNode(folder: GovernedFolder, row: ExplorerRow, parent: TreeNode | undefined): TreeNode {
    return this.kept(idOf(folder, row.id), { kind: 'record', folder, row, parent });
  }

  /** The badge, and what the welcome view has to say. */
  private showState(): void {
    const { folders } = this.governance;
    const waiting = folders.reduce(
      (sum, { index }) => sum + waitingForApproval(index.all().map(({ summary }) => summary)),
      0,
    );
    const tooltip = `${String(waiting)} ${waiting === 1 ? 'record waits' : 'records wait'} for approval`;
    this.view.badge = waiting > 0 ? { value: waiting, tooltip } : undefined;
    const unreadable = folders.some(({ policyReading }) => !policyReading.isReadable);
    void vscode.commands.executeCommand('setContext', 'changegate.policyUnreadable', unreadable);
    this.view.message =
      unreadable && folders.some(({ index }) => index.all().length > 0)
        ? 'The policy cannot be read; the built-in defaults hold until it can.'
        : '';
  }

  private rowsOf(folder: GovernedFolder): ReturnType<typeof explorer> {
    const records = folder.index.all().map(({ summary }) => summary);
    return explorer(records, this.grouping, todayIn(folder.policy.zone, this.governance.clock.now()));
  }

  private nodesOf(folder: GovernedFolder, parent: TreeNode | undefined): TreeNode[] {
    return this.rowsOf(folder).map((row) =>
      row.kind === 'group'
        ? this.kept(groupId(folder, row), { kind: 'group', folder, group: row })
        : this.recordNode(folder, row, parent),
    );
  }
}

/** What the explorer showed: which rows there are and where, and what each record's row says, by the ID of its item. */
interface Drawn {
  readonly shape: string;
  readonly words: ReadonlyMap<string, string>;
  /** One that is renamed goes and comes again, with the same address. */
  readonly folders: readonly GovernedFolder[];
}
