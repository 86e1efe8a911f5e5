import * as vscode from 'vscode';
import {
  addDocument,
  placeOfDocument,
  type AddedDocumentId,
  type DocumentForm,
  type FilePlace,
} from '../../core/actions/addDocument';
import { ChangedMeanwhileError, type Change } from '../../core/change/change';
import { gatherFacts } from '../../core/actions/documentFacts';
import { FileExistsError } from '../../core/ports';
import { LineIndex } from '../../core/text/lineIndex';
import { applyLatest } from '../applyLatest';
import { toRange } from '../convert';
import type { GovernedFolder } from '../governedFolder';
import type { Command, Services } from './command';
import { recordFor } from './target';

export const addImpactAssessment: Command = {
  execute: (services, node) => add(services, node, 'impact-assessment', 'Impact Assessment'),
};

export const addImplementationPlan: Command = {
  execute: (services, node) => add(services, node, 'implementation-plan', 'Implementation Plan'),
};

async function add(services: Services, node: unknown, documentId: AddedDocumentId, name: string): Promise<void> {
  const target = await recordFor(services, node, `Which record gets the ${name}?`);
  const before = target && (await target.folder.readRecord(target.path));
  if (!before) return;
  const { folder, path } = target;
  const place = placeOfDocument(before, documentId);
  if (place) {
    await goTo(folder, place);
    return;
  }
  const as = await formFor(
    folder,
    name,
    before.process.documents.some(({ id }) => id === documentId),
  );
  if (!as) return;
  const { platform, clock } = services.governance;
  const facts = await gatherFacts(before, {
    workspace: folder.workspace,
    git: platform.git(folder.folder),
    identity: platform.identity(folder.folder),
    clock,
    policy: folder.policy,
  });
  const workOut = async (): Promise<Change | undefined> => {
    // What was typed while git was asked counts.
    const record = (await folder.readRecord(path)) ?? before;
    const result = addDocument(record, documentId, { as, facts });
    if (result.kind === 'change') return result.change;
    if (result.kind === 'refused') void vscode.window.showWarningMessage(result.reason);
    else await goTo(folder, result.place);
    return undefined;
  };
  try {
    await applyLatest(folder, workOut);
  } catch (error) {
    if (!(error instanceof ChangedMeanwhileError || error instanceof FileExistsError)) throw error;
    void vscode.window.showWarningMessage(`${error.message} The ${name} was not added.`);
  }
}

async function goTo(folder: GovernedFolder, { path, span }: FilePlace): Promise<void> {
  const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
  const { start } = toRange(LineIndex.of(document.getText()).rangeOf(span));
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start), preview: false });
}

/**
 * Whether documents are sections or files of their own: as the settings say, else as the person answers; the answer is
 * kept in the settings of the workspace. Undefined if there is none.
 */
async function formFor(folder: GovernedFolder, name: string, isDocument: boolean): Promise<DocumentForm | undefined> {
  const settings = vscode.workspace.getConfiguration('changegate', folder.folder.uri);
  const setting = settings.get<string>('documents');
  if (setting === 'section' || setting === 'companion') return setting;
  if (!isDocument) return 'section';
  const items: readonly (vscode.QuickPickItem & { readonly form: DocumentForm })[] = [
    { label: 'In the record', description: 'as a section', form: 'section' },
    { label: 'In a file beside it', description: 'that the record links', form: 'companion' },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: `Add ${name}`,
    placeHolder: 'Where are assessments and plans kept? This is asked once for the workspace.',
  });
  if (picked) await settings.update('documents', picked.form, vscode.ConfigurationTarget.Workspace);
  return picked?.form;
}
