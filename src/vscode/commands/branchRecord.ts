import { keys } from '../../core/process/fieldKeys';
import * as vscode from 'vscode';
import type { ActiveRecord } from '../../core/workspace/activeRecord';
import { LineIndex } from '../../core/text/lineIndex';
import type { RecordSummary } from '../../core/workspace/recordSummary';
import { statusLabel } from '../../core/process/statusLook';
import type { RecordAtHand } from '../activeRecords';
import { toRange } from '../convert';
import type { GovernedFolder } from '../governedFolder';
import { plainLabel } from '../plainLabel';
import type { Command, Services } from './command';
import type { CommandId } from './commandIds';

/** Something that can be done with the record of the branch. */
interface Offer extends vscode.QuickPickItem {
  run(): unknown;
}

/** What the status bar offers; by its name in the palette as well. */
export const branchRecord: Command = {
  async execute(services) {
    await services.governance.ready();
    await services.active.branches.refresh();
    const current = services.active.current();
    if (!current) {
      void vscode.window.showInformationMessage('There is no change record in this workspace yet.');
      return;
    }
    const offers = offersFor(services, current);
    const [only, ...more] = offers;
    if (!only) {
      void vscode.window.showInformationMessage(
        'No branch is checked out, and the active editor shows no change record.',
      );
      return;
    }
    // Where there is nothing but a record to choose, it is asked for at once.
    const picked =
      more.length === 0 ? only : await vscode.window.showQuickPick(offers, { placeHolder: placeHolder(current) });
    await picked?.run();
  },
};

function offersFor(services: Services, { folder, branch, active }: RecordAtHand): Offer[] {
  const choose = branch === undefined ? [] : [chooseOffer(services, folder, branch, active)];
  if (active.kind !== 'record') return choose;
  const { record, by } = active;
  const uri = folder.uriOf(record.path);
  const offers: Offer[] = [
    { label: '$(go-to-file) Open', description: titleOf(record), run: () => vscode.window.showTextDocument(uri) },
    {
      label: '$(arrow-right) Move to…',
      run: () => vscode.commands.executeCommand('changegate.moveRecord' satisfies CommandId, uri),
    },
  ];
  if (record.progress.total > record.progress.done)
    offers.push({
      label: '$(checklist) Go to Next Open Step',
      description: `${String(record.progress.done)}/${String(record.progress.total)}`,
      run: () => vscode.commands.executeCommand('changegate.nextOpenStep' satisfies CommandId, uri),
    });
  if (by === 'branch-field')
    offers.push({
      label: '$(git-branch) Go to Its Branch Field',
      detail: 'The record names this branch; its field decides.',
      run: () => goToBranchField(folder, record),
    });
  if (by === 'choice' && branch !== undefined)
    offers.push(...choose, {
      label: '$(circle-slash) None',
      description: 'Forget the choice for this branch',
      run: () => services.active.choose(folder, branch, undefined),
    });
  return offers;
}

function chooseOffer(services: Services, folder: GovernedFolder, branch: string, active: ActiveRecord): Offer {
  return {
    label: active.kind === 'record' ? '$(list-selection) Choose Another…' : '$(list-selection) Choose a Record…',
    async run() {
      const all = folder.index.all().map(({ summary }) => summary);
      const candidates = active.kind === 'ambiguous' ? active.records : all.filter(({ archived }) => !archived);
      const items = candidates.map((record) => ({
        label: titleOf(record),
        description: `${record.id ?? record.name} · ${statusLabel(record.status)}`,
        record,
      }));
      const picked = await vscode.window.showQuickPick(items, {
        placeHolder: `Which record is ${branch} for?`,
        matchOnDescription: true,
      });
      if (picked) await services.active.choose(folder, branch, picked.record.path);
    },
  };
}

async function goToBranchField(folder: GovernedFolder, { path }: RecordSummary): Promise<void> {
  const answer = (await folder.readRecord(path))?.answer(keys.branch);
  if (!answer) return;
  const { document, span } = answer;
  const selection = toRange(LineIndex.of(document.text).rangeOf(span));
  await vscode.window.showTextDocument(folder.uriOf(document.path), { selection });
}

function placeHolder({ branch, active }: RecordAtHand): string {
  const name = active.kind === 'record' ? (active.record.id ?? active.record.name) : 'No change record';
  return branch === undefined ? name : `${name} on ${branch}`;
}

function titleOf({ title, name }: RecordSummary): string {
  return plainLabel(title ?? name);
}
