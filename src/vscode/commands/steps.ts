import * as vscode from 'vscode';
import type { Change } from '../../core/change/change';
import { toggleSteps } from '../../core/actions/tickStep';
import { nextOpenStep as nextOf, planSteps, stepAt } from '../../core/lifecycle/planSteps';
import { progressOfDraft } from '../../core/rules/structure/cg109DraftProgress';
import { LineIndex } from '../../core/text/lineIndex';
import type { Span } from '../../core/text/span';
import { applyLatest } from '../applyLatest';
import { toRange } from '../convert';
import type { GovernedFolder } from '../governedFolder';
import type { Command } from './command';
import { recordFor } from './target';

export const toggleStep: Command = {
  async execute({ governance }) {
    const editor = vscode.window.activeTextEditor;
    const place = editor && governance.locate(editor.document.uri);
    if (!editor || !place || !(await place.folder.readRecord(place.path))) {
      void vscode.window.showInformationMessage('The active editor shows no change record.');
      return;
    }
    const workOut = async (): Promise<Change | undefined> => {
      const record = await place.folder.readRecord(place.path);
      const steps = record ? planSteps(record) : [];
      return toggleSteps(offsetsOf(editor).flatMap((offset) => stepAt(steps, place.path, offset) ?? []));
    };
    if (!(await applyLatest(place.folder, workOut, { reveal: false })))
      void vscode.window.showInformationMessage(
        'There is no step at the cursor: a box of the plan, or one that is ticked when it is done.',
      );
  },
};

export const nextOpenStep: Command = {
  async execute(services, node) {
    const target = await recordFor(services, node, 'Go to the next open step of');
    const record = target && (await target.folder.readRecord(target.path));
    if (!record) return;
    const steps = planSteps(record);
    const next = nextOf(steps, cursorIn(target.folder));
    if (next) {
      await show(target.folder, next.box.document.path, { start: next.box.span.start, end: next.box.span.start });
      return;
    }
    const name = record.id?.text ?? target.record.summary.name;
    void vscode.window.showInformationMessage(
      steps.length === 0 ? `${name} has no steps.` : `All ${String(steps.length)} steps of ${name} are ticked off.`,
    );
  },
};

export const nextAnswer: Command = {
  async execute(services, node) {
    const target = await recordFor(services, node, 'Go to the next open answer of');
    const record = target && (await target.folder.readRecord(target.path));
    if (!record) return;
    const next = progressOfDraft(record)?.next.place;
    if (next) {
      await show(target.folder, next.document.path, next.span);
      return;
    }
    // Beyond a draft every answer that is missing is a problem of its own.
    await vscode.window.showTextDocument(target.folder.uriOf(target.path));
    if (target.record.summary.problems.error + target.record.summary.problems.warning > 0)
      await vscode.commands.executeCommand('editor.action.marker.next');
    else void vscode.window.showInformationMessage('Nothing is missing in this record.');
  },
};

/** One offset in each line that a cursor or a selection is in. */
function offsetsOf({ document, selections }: vscode.TextEditor): number[] {
  const lines = new Set<number>();
  for (const { start, end } of selections) {
    // A selection that ends at the beginning of a line was not meant for it.
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    for (let line = start.line; line <= last; line++) lines.add(line);
  }
  return [...lines].map((line) => document.offsetAt(new vscode.Position(line, 0)));
}

function cursorIn(folder: GovernedFolder): { path: string; offset: number } | undefined {
  const editor = vscode.window.activeTextEditor;
  const path = editor && folder.pathOf(editor.document.uri);
  return path === undefined ? undefined : { path, offset: editor?.document.offsetAt(editor.selection.active) ?? 0 };
}

async function show(folder: GovernedFolder, path: string, span: Span): Promise<void> {
  const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
  const selection = toRange(LineIndex.of(document.getText()).rangeOf(span));
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
