import * as vscode from 'vscode';
import { archive, isDoneWith } from '../../core/actions/archive';
import type { ChangeRecord } from '../../core/record/record';
import { applyChange } from '../applyChange';
import type { GovernedFolder } from '../governedFolder';
import { mentionSources } from '../language/mentionSources';
import { savedRecord } from '../language/renameRecord';
import type { Command, Services } from './command';
import { recordsFor } from './target';

/** Moves records that are done with to the archive, several at once from the explorer. */
export const archiveRecord: Command = {
  async execute(services, node, nodes) {
    const targets = await recordsFor(services, node, nodes, 'Which record is archived?');
    const folders = new Set(targets.map(({ folder }) => folder));
    try {
      for (const folder of folders) {
        const paths = targets.filter((target) => target.folder === folder).map(({ path }) => path);
        await archiveIn(services, folder, paths);
      }
    } catch (error) {
      services.log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  },
};

async function archiveIn({ governance }: Services, folder: GovernedFolder, paths: readonly string[]): Promise<void> {
  const records: ChangeRecord[] = [];
  for (const path of paths) records.push(await savedRecord(folder, path));
  const open = records.filter((record) => !isDoneWith(record));
  const force = open.length > 0;
  if (force && !(await confirmed(open))) return;
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Looking for links', cancellable: true },
    (_progress, token) => archive(records, { force }, mentionSources(governance, folder, token)),
  );
  if (result.kind === 'refused') {
    void vscode.window.showWarningMessage(result.reasons.join(' '));
    return;
  }
  await applyChange(folder, result.change);
  const count = records.length === 1 ? (records[0]?.id?.text ?? '1 record') : `${String(records.length)} records`;
  vscode.window.setStatusBarMessage(`${count} archived`, 5000);
}

async function confirmed(open: readonly ChangeRecord[]): Promise<boolean> {
  const anyway = 'Archive Anyway';
  const named = ({ id, path, status }: ChangeRecord): string =>
    `${id?.text ?? path} is ${status?.value?.id ?? 'without a status'}`;
  const [only, ...others] = open;
  const isOne = only !== undefined && others.length === 0;
  const more = open.length > 5 ? [`and ${String(open.length - 5)} more`] : [];
  const question = isOne ? `${named(only)}.` : `${String(open.length)} records are not finished.`;
  const detail = isOne
    ? 'The archive is for records that are finished. The ID stays taken.'
    : [
        ...open.slice(0, 5).map(named),
        ...more,
        '',
        'The archive is for records that are finished. The IDs stay taken.',
      ].join('\n');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, anyway)) === anyway;
}
