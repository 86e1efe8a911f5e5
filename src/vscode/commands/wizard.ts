import * as vscode from 'vscode';

/** One question of a wizard. */
export type Question =
  | { readonly kind: 'text'; readonly prompt: string; readonly placeholder: string; readonly missing: string }
  | {
      readonly kind: 'pick';
      readonly prompt: string;
      readonly options: readonly WizardOption[];
      readonly initial: string;
    };

/** An answer to pick. */
export interface WizardOption extends vscode.QuickPickItem {
  readonly value: string;
}

/**
 * Asks question after question, with a back button and by keyboard alone; what was answered is kept when somebody
 * goes back. Undefined if it was left with Escape.
 */
export async function askAll(title: string, questions: readonly Question[]): Promise<string[] | undefined> {
  const answers: string[] = questions.map((question) => (question.kind === 'pick' ? question.initial : ''));
  let step = 0;
  while (step < questions.length) {
    const question = questions[step];
    if (!question) break;
    const heading = { title, step: step + 1, totalSteps: questions.length };
    const reply = await (question.kind === 'text'
      ? askText(question, answers[step] ?? '', heading)
      : askPick(question, answers[step] ?? '', heading));
    if (reply.kind === 'cancel') return undefined;
    if (reply.kind === 'back') {
      step = Math.max(0, step - 1);
      continue;
    }
    answers[step] = reply.value;
    step++;
  }
  return answers;
}

type Reply =
  { readonly kind: 'answer'; readonly value: string } | { readonly kind: 'back' } | { readonly kind: 'cancel' };

interface Heading {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

function askText(
  { prompt, placeholder, missing }: Extract<Question, { kind: 'text' }>,
  value: string,
  heading: Heading,
): Promise<Reply> {
  const input = vscode.window.createInputBox();
  Object.assign(input, heading, { prompt, placeholder, value, ignoreFocusOut: true });
  input.buttons = heading.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  input.onDidChangeValue(() => {
    input.validationMessage = undefined;
  });
  return show(input, () => {
    const text = input.value.trim();
    if (text === '') input.validationMessage = missing;
    return text === '' ? undefined : text;
  });
}

function askPick(
  { prompt, options }: Extract<Question, { kind: 'pick' }>,
  value: string,
  heading: Heading,
): Promise<Reply> {
  const pick = vscode.window.createQuickPick<WizardOption>();
  Object.assign(pick, heading, { placeholder: prompt, items: options, matchOnDescription: true, ignoreFocusOut: true });
  pick.buttons = heading.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  const chosen = options.find((option) => option.value === value);
  if (chosen) pick.activeItems = [chosen];
  return show(pick, () => (pick.selectedItems[0] ?? pick.activeItems[0])?.value);
}

/** Shows an input until it is accepted with an answer, taken back or left. */
function show(
  input: vscode.InputBox | vscode.QuickPick<WizardOption>,
  answer: () => string | undefined,
): Promise<Reply> {
  return new Promise((resolve) => {
    let reply: Reply = { kind: 'cancel' };
    input.onDidAccept(() => {
      const value = answer();
      if (value === undefined) return;
      reply = { kind: 'answer', value };
      input.hide();
    });
    input.onDidTriggerButton(() => {
      reply = { kind: 'back' };
      input.hide();
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(reply);
    });
    input.show();
  });
}
