import * as vscode from 'vscode';
import { toggleSteps } from '../../core/actions/tickStep';
import { planSteps, stepAt } from '../../core/lifecycle/planSteps';
import { workspaceEdit } from '../applyChange';
import type { Governance } from '../governance';

/** Ticking is no fix of a problem: it stands with the rewrites. */
const tickKind = vscode.CodeActionKind.RefactorRewrite.append('changegate.tick');

/** Offers to tick the step at the cursor off, or to open it again. */
export class StepActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [tickKind] };

  constructor(private readonly governance: Governance) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    // Every move of the cursor asks; a line without a box costs nothing.
    if (context.only && !context.only.contains(tickKind)) return [];
    if (!/\[[ xX]\]/.test(document.lineAt(range.start.line).text)) return [];
    const place = this.governance.locate(document.uri);
    const record = place && (await place.folder.readRecord(place.path));
    if (!record || token.isCancellationRequested) return [];
    const step = stepAt(planSteps(record), place.path, document.offsetAt(range.start));
    const change = step && toggleSteps([step]);
    if (!change) return [];
    const action = new vscode.CodeAction(step.checked ? 'Open this step again' : 'Tick this step off', tickKind);
    action.edit = await workspaceEdit(place.folder, change.steps);
    return [action];
  }
}
