import * as vscode from 'vscode';
import { createRecord } from '../../core/actions/createRecord';
import { FileAccessError } from '../../core/ports';
import type { FieldDefinition, Process } from '../../core/process/process';
import { LineIndex } from '../../core/text/lineIndex';
import { toRange } from '../convert';
import type { GovernedFolder } from '../governedFolder';
import type { Command, Services } from './command';
import { askAll, type Question, type WizardOption } from './wizard';

/** What is asked for a change request after its title, each with what Enter takes. */
export const requestSteps = [
  { key: 'category', initial: 'FEATURE', prompt: 'What kind of change is it?' },
  { key: 'priority', initial: 'P2', prompt: 'How important is it?' },
  { key: 'urgency', initial: 'NORMAL', prompt: 'How soon is it needed?' },
] as const;

const recordSteps = [
  { key: 'type', initial: 'normal', prompt: 'What type of change is it?' },
  { key: 'priority', initial: 'P2', prompt: 'How important is it?' },
] as const;

export const newChangeRequest: Command = {
  execute: (services) => newRecord(services, 'change-request', requestSteps),
};

export const newChangeRecord: Command = {
  execute: (services) => newRecord(services, 'change-record', recordSteps),
};

async function newRecord(
  services: Services,
  kind: Process['kind'],
  steps: readonly { readonly key: string; readonly initial: string; readonly prompt: string }[],
): Promise<void> {
  const folder = await chooseFolder(services);
  await folder?.ready();
  const process = folder && (await chooseProcess(folder.processes.filter((each) => each.kind === kind)));
  if (!process) return;
  const asked = questionsFor(process, steps);
  const answers = await askAll(
    `New ${process.name}`,
    asked.map(({ question }) => question),
  );
  if (!answers) return;
  await make(services, folder, process, Object.fromEntries(asked.map(({ key }, index) => [key, answers[index]])));
}

/** The process of a kind; where the policy has further ones of it, the one that is picked. */
async function chooseProcess(processes: readonly Process[]): Promise<Process | undefined> {
  const [first, ...others] = processes;
  if (!first || others.length === 0) return first;
  const items = processes.map((process) => ({ label: process.name, description: process.identity.prefix, process }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'What is made?', ignoreFocusOut: true }))?.process;
}

/** What is asked for a new record, by the key of its answer: what the templates of a team have no options for is not. */
export function questionsFor(
  process: Process,
  steps: readonly { readonly key: string; readonly initial: string; readonly prompt: string }[],
): { readonly key: string; readonly question: Question }[] {
  return [
    { key: 'title', question: titleQuestion(process) },
    ...steps.flatMap((step) => pickQuestion(process, step).map((question) => ({ key: step.key, question }))),
  ];
}

async function make(
  services: Services,
  folder: GovernedFolder,
  process: Process,
  answers: Record<string, string | undefined>,
): Promise<void> {
  const { platform, clock } = services.governance;
  await folder.ready();
  const person = await platform.identity(folder.folder).current();
  const requestor = person && (person.email === undefined ? person.name : `${person.name} <${person.email}>`);
  const openPaths = vscode.workspace.textDocuments.flatMap(({ uri }) => folder.pathOf(uri) ?? []);
  try {
    const created = await createRecord(
      { process, answers: { ...answers, requestor } },
      {
        workspace: folder.workspace,
        git: platform.git(folder.folder),
        policy: folder.policy,
        processes: folder.processes,
        openPaths,
        clock,
      },
    );
    const selection = created.firstBlank && toRange(LineIndex.of(created.text).rangeOf(created.firstBlank));
    await vscode.window.showTextDocument(folder.uriOf(created.path), {
      preview: false,
      ...(selection ? { selection } : {}),
    });
    await folder.touch(created.path);
  } catch (error) {
    services.log.error(error instanceof Error ? error : String(error));
    const reason = error instanceof FileAccessError ? error.reason : error instanceof Error ? error.message : '';
    void vscode.window.showErrorMessage(`The ${process.name.toLowerCase()} could not be made. ${reason}`);
  }
}

function titleQuestion({ name }: Process): Question {
  return {
    kind: 'text',
    prompt: 'Title: what changes, in a few words',
    placeholder: 'Raise the upload limit to 50 MB',
    missing: `A ${name.toLowerCase()} has a title.`,
  };
}

function pickQuestion(
  process: Process,
  { key, initial, prompt }: { readonly key: string; readonly initial: string; readonly prompt: string },
): Question[] {
  const field = process.field(key);
  return field && field.options.length > 0 ? [{ kind: 'pick', prompt, options: optionsOf(field), initial }] : [];
}

/** `P1 - HIGH (Major feature, significant bug)` becomes "P1 - HIGH" with the rest beside it. */
function optionsOf({ options }: FieldDefinition): WizardOption[] {
  return options.map(({ label, value }) => {
    const note = /^(.*?)\s*\((.*)\)$/.exec(label);
    return { label: note?.[1] ?? label, ...(note?.[2] === undefined ? {} : { description: note[2] }), value };
  });
}

/** The workspace folder that the record is for: the only one, or the one that is picked. */
async function chooseFolder({ governance }: Services): Promise<GovernedFolder | undefined> {
  const { folders } = governance;
  if (folders.length === 0) {
    const open = 'Open Folder';
    const choice = await vscode.window.showInformationMessage('A record is kept in a folder; open one first.', open);
    if (choice === open) await vscode.commands.executeCommand('workbench.action.files.openFolder');
    return undefined;
  }
  if (folders.length === 1) return folders[0];

  const picked = await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which folder is the record for?' });
  return picked ? folders.find(({ folder }) => folder.uri.toString() === picked.uri.toString()) : undefined;
}
