import * as vscode from 'vscode';
import type { IndexedRecord } from '../../core/workspace/recordSummary';
import type { ChangeRecord } from '../../core/record/record';
import type { GovernedFolder } from '../governedFolder';
import { plainLabel } from '../plainLabel';
import type { TreeNode } from '../tree/treeNode';
import type { Services } from './command';

/** The record that a command is for. */
export interface Target {
  readonly folder: GovernedFolder;
  /** The record's own file, also where the command was called on a companion. */
  readonly path: string;
  readonly record: IndexedRecord;
}

/**
 * The record that a command is for: the row or file that it was called on, else the active editor's, else the selected
 * row, else one that the person picks. Undefined where there is none or the person picks none.
 */
export async function recordFor(services: Services, node: unknown, placeHolder: string): Promise<Target | undefined> {
  await services.governance.ready();
  // Which row it was nobody knows any more; the active editor may show quite another record.
  if (node === lostRow) return pickTarget(services, placeHolder);
  return targetOf(services, node) ?? activeTarget(services) ?? (await pickTarget(services, placeHolder));
}

/**
 * Stands for a row of the explorer that VS Code does not know any more. While the explorer is drawn again it forgets its
 * rows for a moment, and a menu that was opened before hands over nothing in place of the row.
 */
const lostRow = Symbol('a row that was forgotten');

/** The arguments of a command, with what the menu of a row hands over (the row, and all rows if there are several) named. */
export function argumentsOf(args: readonly unknown[]): readonly unknown[] {
  const [node, nodes] = args;
  const isForgotten = args.length === 2 && (node ?? undefined) === undefined;
  return isForgotten && ((nodes ?? undefined) === undefined || Array.isArray(nodes)) ? [lostRow, nodes] : args;
}

/** The same for a command that works on several rows at once. */
export async function recordsFor(
  services: Services,
  node: unknown,
  nodes: unknown,
  placeHolder: string,
): Promise<readonly Target[]> {
  await services.governance.ready();
  const given: readonly unknown[] = Array.isArray(nodes) ? nodes : [];
  // All of them or none: nobody asked for a part of what was selected.
  const isForgotten = given.some((each) => (each ?? undefined) === undefined);
  const rows = isForgotten ? [] : given.flatMap((each) => targetOf(services, each) ?? []);
  const distinct = rows.filter(
    (row, index) => rows.findIndex((each) => each.folder === row.folder && each.path === row.path) === index,
  );
  if (distinct.length > 0) return distinct;
  const single = await recordFor(services, node, placeHolder);
  return single ? [single] : [];
}

/** The record of a row of the explorer, or of a file. */
export function targetOf({ governance }: Services, node: unknown): Target | undefined {
  if (node instanceof vscode.Uri) {
    const found = governance.recordOf(node);
    return found && { folder: found.folder, path: found.record.summary.path, record: found.record };
  }
  if (!isNode(node)) return undefined;
  if (node.kind === 'record') return targetAt(node.folder, node.row.id);
  return node.kind === 'companion' ? targetAt(node.folder, node.path) : undefined;
}

function activeTarget(services: Services): Target | undefined {
  const editor = vscode.window.activeTextEditor;
  const found = editor && targetOf(services, editor.document.uri);
  if (found) return found;
  const [row] = services.tree.view.visible ? services.tree.view.selection : [];
  return row && targetOf(services, row);
}

async function pickTarget({ governance }: Services, placeHolder: string): Promise<Target | undefined> {
  const items = governance.folders.flatMap((folder) =>
    folder.index
      .all()
      .filter(({ summary }) => !summary.archived)
      .map((record) => {
        const { summary } = record;
        const place = governance.folders.length > 1 ? [folder.folder.name] : [];
        return {
          label: plainLabel(summary.title ?? summary.name),
          description: [summary.id ?? summary.name, summary.status ?? 'not recorded', ...place].join(' · '),
          target: { folder, path: summary.path, record },
        };
      }),
  );
  if (items.length === 0) {
    void vscode.window.showInformationMessage('There is no change record in this workspace yet.');
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked?.target;
}

function targetAt(folder: GovernedFolder, path: string): Target | undefined {
  const record = folder.index.at(path);
  return record && { folder, path: record.summary.path, record };
}

/** Whether what VS Code hands to a command is a row of the explorer. */
export function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'folder' in value;
}

/** A record as it reads now, and where it is. */
export interface ReadTarget {
  readonly target: Target;
  readonly record: ChangeRecord;
}

/** The records as they read now; one that cannot be read is left out. */
export async function readTargets(targets: readonly Target[]): Promise<readonly ReadTarget[]> {
  const all: ReadTarget[] = [];
  for (const target of targets) {
    const record = await target.folder.readRecord(target.path);
    if (record) all.push({ target, record });
  }
  return all;
}
