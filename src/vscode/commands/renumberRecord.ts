import * as vscode from 'vscode';
import { nextRecordId } from '../../core/actions/nextRecordId';
import { boundApproval, renumber, type Renumbering } from '../../core/actions/renumber';
import type { ChangeRecord } from '../../core/record/record';
import { finderFor } from '../../core/record/idAt';
import { formOfIds, momentOfId } from '../../core/process/recordId';
import { applyChange } from '../applyChange';
import type { GovernedFolder } from '../governedFolder';
import { mentionSources } from '../language/mentionSources';
import { savedRecord } from '../language/renameRecord';
import { renumberEdit } from '../language/renumberEdit';
import type { Command, Services } from './command';
import { recordFor } from './target';

/** Gives a record another number; the second argument is the ID, as the fix of a duplicate names it. */
export const renumberRecord: Command = {
  async execute(services, node, wanted) {
    const target = await recordFor(services, node, 'Which record gets another ID?');
    if (!target) return;
    const { folder, path } = target;
    try {
      const record = await savedRecord(folder, path);
      const bound = record.id && (await boundApproval(record, record.id, { workspace: folder.workspace }));
      if (bound !== undefined) {
        void vscode.window.showWarningMessage(bound);
        return;
      }
      const to = typeof wanted === 'string' ? wanted : await askId(services, folder, record);
      if (to === undefined) return;
      let result = await findAll(services, folder, record, to);
      // A fix named the next number in good faith; where that one is mentioned already, it is the one after it.
      if (result.kind === 'refused' && result.isMentioned && typeof wanted === 'string')
        result = await findAll(services, folder, record, undefined);
      if (result.kind === 'refused') void vscode.window.showWarningMessage(result.reason);
      else await apply(folder, result);
    } catch (error) {
      services.log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  },
};

async function askId(
  { governance }: Services,
  folder: GovernedFolder,
  { id, process }: ChangeRecord,
): Promise<string | undefined> {
  if (!id) return '';
  const next = await nextRecordId(process, momentOfId(id, process.identity), mentionSources(governance, folder));
  return vscode.window.showInputBox({
    title: `Renumber ${id.text}`,
    prompt: 'The new ID. Links and mentions in the whole workspace follow.',
    value: next.text,
    valueSelection: [next.text.lastIndexOf('-') + 1, next.text.length],
    validateInput: (text) =>
      finderFor([process]).idOf(text) ? undefined : `An ID in the form ${formOfIds(process.identity)} is expected.`,
  });
}

/** What would follow the record; looking takes a while in a large workspace. */
function findAll(
  { governance }: Services,
  folder: GovernedFolder,
  record: ChangeRecord,
  to: string | undefined,
): Thenable<Renumbering> {
  const title = `Looking for mentions of ${record.id?.text ?? record.path}`;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => renumber(record, to, mentionSources(governance, folder, token)),
  );
}

async function apply(folder: GovernedFolder, result: Extract<Renumbering, { kind: 'change' }>): Promise<void> {
  if (result.doubtful.length === 0) await applyChange(folder, result.change);
  else if (await vscode.workspace.applyEdit(await renumberEdit(folder, result), { isRefactoring: true }))
    await folder.touch(
      ...result.change.steps.flatMap((step) => (step.kind === 'move' ? [step.from, step.to] : [step.path])),
    );
  else return;
  const files = new Set(result.mentions.map(({ path }) => path)).size;
  const follow = files === 0 ? '' : `; ${String(files)} other ${files === 1 ? 'file follows' : 'files follow'}`;
  vscode.window.setStatusBarMessage(`The record is ${result.to.text} now${follow}`, 10_000);
}
