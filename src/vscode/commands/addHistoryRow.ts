import * as vscode from 'vscode';
import { addHistoryRow as rowFor } from '../../core/change/addHistoryRow';
import type { Change } from '../../core/change/change';
import { nameOf } from '../../core/change/documentEdits';
import { todayIn } from '../../core/lifecycle/today';
import type { StatusDefinition } from '../../core/process/processDefinition';
import type { ChangeRecord } from '../../core/record/record';
import { lookOf } from '../../core/process/statusLook';
import { applyLatest } from '../applyLatest';
import type { Command } from './command';
import { recordFor } from './target';

export const addHistoryRow: Command = {
  async execute({ governance, ...services }, node, row): Promise<boolean> {
    const target = await recordFor({ governance, ...services }, node, 'Add a row to the history of');
    const record = target && (await target.folder.readRecord(target.path));
    if (!record) return false;
    const told = isRow(row) ? row : await ask(record);
    const status = told && record.process.status(told.status);
    if (!told || !status) return false;
    const date = todayIn(target.folder.policy.zone, governance.clock.now());
    const workOut = async (): Promise<Change | undefined> => {
      const now = await target.folder.readRecord(target.path);
      const result = now && rowFor(now, { date, status, note: told.note });
      if (!now) void vscode.window.showWarningMessage(`${target.path} cannot be read any more; nothing was written.`);
      if (result?.kind === 'impossible') void vscode.window.showWarningMessage(result.reason);
      return result?.kind === 'change' ? result.change : undefined;
    };
    const written = await applyLatest(target.folder, workOut, { reveal: false });
    if (written && !isRow(row))
      vscode.window.setStatusBarMessage(`Row added to the history of ${nameOf(record)}`, 5000);
    return written;
  },
};

interface ToldRow {
  readonly status: string;
  readonly note: string;
}

function isRow(value: unknown): value is ToldRow {
  if (typeof value !== 'object' || value === null || !('status' in value) || !('note' in value)) return false;
  return typeof value.status === 'string' && typeof value.note === 'string';
}

/** Asks which status the row tells of, the record's own first, and what happened. */
async function ask(record: ChangeRecord): Promise<ToldRow | undefined> {
  const title = `Add a row to the history of ${nameOf(record)}`;
  const current = record.status?.value;
  const ordered = [...record.process.statuses].sort((a, b) => Number(b === current) - Number(a === current));
  const items = ordered.map((status: StatusDefinition) => ({
    label: `$(${lookOf(status.id, status.role).icon}) ${status.id}`,
    status: status.id,
    ...(status === current ? { description: 'the status of the record' } : {}),
  }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: 'Which status does the row tell of?' });
  if (!picked) return undefined;
  const note = await vscode.window.showInputBox({
    title,
    prompt: 'What happened?',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'A row says what happened.' : undefined),
  });
  return note === undefined ? undefined : { status: picked.status, note };
}
