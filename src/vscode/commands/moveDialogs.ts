import * as vscode from 'vscode';
import { planSteps } from '../../core/lifecycle/planSteps';
import { movesOf } from '../../core/lifecycle/moves';
import type { Guard, MoveFacts } from '../../core/lifecycle/moveGuards';
import { isReason } from '../../core/lifecycle/reason';
import type { StatusDefinition } from '../../core/process/processDefinition';
import { formatDate, readDate, type CalendarDate } from '../../core/text/calendarDate';
import type { ChangeRecord } from '../../core/record/record';
import { LineIndex } from '../../core/text/lineIndex';
import { lookOf } from '../../core/process/statusLook';
import { plainLabel } from '../plainLabel';
import { branchNameProblem, type Branches } from './gitExtension';

/** A guard that is not met, with the record that it is of. */
export interface OpenGuard {
  readonly name: string;
  readonly guard: Guard;
}

interface TargetItem extends vscode.QuickPickItem {
  readonly target?: StatusDefinition;
}

/** Asks for the status. What is not possible is shown with the reason, and cannot be chosen. */
export async function pickTarget(
  title: string,
  records: readonly ChangeRecord[],
  guardsOf: (record: ChangeRecord, target: StatusDefinition) => readonly Guard[],
): Promise<StatusDefinition | undefined> {
  const { legal, illegal } = targetItems(records, guardsOf);
  const froms = [...new Set(records.map(({ status }) => status?.value?.id ?? 'no status'))];
  const separator = { label: `Not possible from ${froms.join(', ')}`, kind: vscode.QuickPickItemKind.Separator };
  const pick = vscode.window.createQuickPick<TargetItem>();
  pick.title = title;
  pick.placeholder = legal.length > 0 ? 'Move to' : 'There is no move from here';
  pick.items = [...legal, ...(illegal.length > 0 ? [separator, ...illegal] : [])];
  pick.matchOnDescription = true;
  return new Promise((resolve) => {
    let chosen: StatusDefinition | undefined;
    pick.onDidAccept(() => {
      chosen = pick.selectedItems[0]?.target;
      if (chosen) pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(chosen);
    });
    pick.show();
  });
}

/**
 * The rows of the pick: a status is possible if one of the records can be moved there. They come in the order in which
 * the process has its transitions, so that Enter alone is the way forward and never one back.
 */
export function targetItems(
  records: readonly ChangeRecord[],
  guardsOf: (record: ChangeRecord, target: StatusDefinition) => readonly Guard[],
): { readonly legal: readonly TargetItem[]; readonly illegal: readonly TargetItem[] } {
  const legal: (TargetItem & { readonly rank: number })[] = [];
  const illegal: TargetItem[] = [];
  const moves = records.map((record) => ({ record, moves: movesOf(record) }));
  for (const { id, role, meaning } of statusesOf(records)) {
    const here = moves.flatMap((each) => each.moves.filter(({ target }) => target.id === id));
    const possible = moves.flatMap(({ record, moves: some }) =>
      some.flatMap((move) =>
        move.target.id === id && move.kind === 'legal' ? [{ record, move, target: move.target }] : [],
      ),
    );
    const [first] = possible;
    if (!first) {
      const reasons = new Set(here.flatMap((move) => (move.kind === 'illegal' ? [move.reason] : [])));
      // The row names the status already; a pick has room for some eighty characters.
      const detail = [...reasons]
        .join(' ')
        .replaceAll(`, not to ${id}.`, '.')
        .replaceAll(`, so it can't move to ${id}.`, '.');
      illegal.push({ label: `$(circle-slash) ${id}`, detail });
      continue;
    }
    const open = possible.flatMap(({ record, target }) => guardsOf(record, target));
    const words = [
      ...(records.length > 1 ? [`${String(possible.length)} of ${String(records.length)} records`] : []),
      ...(open.length > 0 ? [`${String(open.length)} ${open.length === 1 ? 'thing is' : 'things are'} missing`] : []),
    ];
    legal.push({
      label: `$(${lookOf(id, role).icon}) ${id}`,
      description: words.join(' · '),
      detail: meaning,
      target: first.target,
      rank: first.move.transition ? first.record.process.transitions.indexOf(first.move.transition) : 0,
    });
  }
  return { legal: legal.sort((one, other) => one.rank - other.rank), illegal };
}

function statusesOf(records: readonly ChangeRecord[]): readonly StatusDefinition[] {
  const all = records.flatMap(({ process }) => process.statuses);
  return all.filter((status, index) => all.findIndex(({ id }) => id === status.id) === index);
}

/** What a person does about guards that are not met. */
export type GuardChoice =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'insist' }
  /** The cursor goes to the place. */
  | { readonly kind: 'go'; readonly guard: Guard };

/** Shows what is missing. Going on without it is offered where the process leaves it to people. */
export async function pickGuard(
  title: string,
  guards: readonly OpenGuard[],
  several: boolean,
  count: string | undefined,
): Promise<GuardChoice> {
  type Item = vscode.QuickPickItem & { readonly choice?: GuardChoice };
  const items: Item[] = guards.map(({ name, guard }) => ({
    ...inTwoLines(plainLabel(guard.message), guard.binding ? 'lock' : 'circle-large-outline'),
    description: [...(several ? [name] : []), lineOf(guard)].join(' · '),
    choice: { kind: 'go', guard },
  }));
  const isBound = guards.some(({ guard }) => guard.binding);
  if (!isBound)
    items.push(
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      { label: '$(arrow-right) Move anyway', description: 'Leaves it open', choice: { kind: 'insist' } },
    );
  const placeHolder = isBound
    ? 'A person writes the approval into the record; Enter goes to the place'
    : `${count ?? 'This is missing'}; Enter goes to the place`;
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  return picked?.choice ?? { kind: 'cancel' };
}

/** How much of a sentence fits beside the number of its line, in characters. */
const roomForSentence = 66;

/** A sentence as the row of a pick; what is too long for it goes on below, from a comma. */
function inTwoLines(sentence: string, icon: string): { readonly label: string; readonly detail?: string } {
  const comma = sentence.length > roomForSentence ? sentence.lastIndexOf(', ', roomForSentence) : -1;
  if (comma < 0) return { label: `$(${icon}) ${sentence}` };
  const rest = sentence.slice(comma + 2);
  return {
    label: `$(${icon}) ${sentence.slice(0, comma)}`,
    detail: `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`,
  };
}

function lineOf({ place: { document, span } }: Guard): string {
  return `line ${String(LineIndex.of(document.text).lineAt(span.start) + 1)}`;
}

/** Asks why. Undefined if the question was left. */
export function askReason(title: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt: 'Why? It comes into the history.',
    ignoreFocusOut: true,
    validateInput: (text) => (isReason(text) ? undefined : 'The history says why.'),
  });
}

/** Asks for the day of deployment. An empty answer leaves it open; undefined if the question was left. */
export async function askDeployed(title: string, today: CalendarDate): Promise<CalendarDate | 'open' | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: 'When was it deployed? YYYY-MM-DD, or YYYY-MM-DD HH:MM in UTC; empty leaves it open',
    value: formatDate(today),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' || dateOf(value) ? undefined : 'A day of the calendar, as YYYY-MM-DD.',
  });
  return text === undefined ? undefined : (dateOf(text) ?? 'open');
}

/** The date that a text is as a whole. */
function dateOf(text: string): CalendarDate | undefined {
  const read = readDate(text.trim());
  return read.kind === 'date' && read.length === text.trim().length ? read.date : undefined;
}

/** Goes through the open steps and the checklist. What is picked is ticked off. Undefined if it was left. */
export async function pickDone(
  title: string,
  record: ChangeRecord,
  target: StatusDefinition,
): Promise<Pick<MoveFacts, 'done' | 'checks'> | undefined> {
  const checklist = target.entry?.checklist === undefined ? undefined : record.process.field(target.entry.checklist);
  const checks = checklist && !record.answer(checklist.key) ? checklist.options : [];
  const steps = planSteps(record).filter(({ checked }) => !checked);
  if (steps.length + checks.length === 0) return {};
  const heading = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const stepItems = steps.map((step) => ({ label: plainLabel(step.text), description: plainLabel(step.phase), step }));
  const checkItems = checks.map(({ label, value }) => ({ label: plainLabel(label), check: value }));
  const items: (vscode.QuickPickItem & { step?: (typeof steps)[number]; check?: string })[] = [
    ...(checkItems.length > 0 ? [heading(checklist?.label ?? ''), ...checkItems] : []),
    ...(stepItems.length > 0 ? [heading('Open Steps'), ...stepItems] : []),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title,
    canPickMany: true,
    placeHolder: 'Pick what holds and what is done: it is ticked off in the record',
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return (
    picked && {
      done: picked.flatMap(({ step }) => step ?? []),
      ...(checks.length > 0 ? { checks: picked.flatMap(({ check }) => check ?? []) } : {}),
    }
  );
}

/** The branch of a record as a person chose it. */
export interface ChosenBranch {
  /** Undefined: it stays open. */
  readonly name: string | undefined;
  /** It is made and checked out. */
  readonly create: boolean;
}

/** Asks for the branch: a new one by the process's naming, the one that is checked out, or another name. */
export async function pickBranch(
  title: string,
  suggestion: string | undefined,
  branches: Branches | undefined,
): Promise<ChosenBranch | undefined> {
  if (!branches) return nameBranch(title, suggestion, false);
  type Item = vscode.QuickPickItem & { readonly ask?: 'create' | 'open'; readonly branch?: ChosenBranch };
  const isTaken = suggestion !== undefined && (await branches.exists(suggestion));
  const items: Item[] = [];
  if (suggestion !== undefined) {
    items.push({
      label: isTaken
        ? `$(git-branch) Write ${plainLabel(suggestion)}`
        : `$(add) Create and check out ${plainLabel(suggestion)}`,
      ...(isTaken ? { description: branches.current === suggestion ? 'checked out now' : 'exists already' } : {}),
      branch: { name: suggestion, create: !isTaken },
    });
  }
  items.push({ label: '$(edit) Create and check out under another name…', ask: 'create' });
  if (branches.current !== undefined && branches.current !== suggestion) {
    items.push({
      label: `$(git-branch) Write ${plainLabel(branches.current)}`,
      description: 'checked out now',
      branch: { name: branches.current, create: false },
    });
  }
  items.push({ label: '$(dash) Leave it open', ask: 'open' });
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: 'Which branch is it implemented on?',
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  if (picked.branch) return picked.branch;
  return picked.ask === 'create' ? nameBranch(title, suggestion, true) : { name: undefined, create: false };
}

async function nameBranch(
  title: string,
  suggestion: string | undefined,
  create: boolean,
): Promise<ChosenBranch | undefined> {
  const name = await vscode.window.showInputBox({
    title,
    prompt: create ? 'The name of the new branch' : 'The branch that it is implemented on; empty leaves it open',
    ...(suggestion === undefined ? {} : { value: suggestion }),
    ignoreFocusOut: true,
    validateInput: (text) => (!create && text.trim() === '' ? undefined : branchNameProblem(text)),
  });
  if (name === undefined) return undefined;
  return name.trim() === '' ? { name: undefined, create: false } : { name: name.trim(), create };
}
