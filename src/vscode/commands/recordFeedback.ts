import * as vscode from 'vscode';
import type { Change } from '../../core/change/change';
import { nameOf } from '../../core/change/documentEdits';
import { longestFeedback, recordFeedback as record, type Feedback } from '../../core/actions/recordFeedback';
import { legalTargets } from '../../core/lifecycle/moves';
import { todayIn } from '../../core/lifecycle/today';
import { peopleOfRecord } from '../../core/workspace/people/peopleOfRecord';
import { dateOfInstant } from '../../core/text/calendarDate';
import type { ChangeRecord } from '../../core/record/record';
import { applyLatest } from '../applyLatest';
import { plainLabel } from '../plainLabel';
import type { Command, Services } from './command';
import { recordFor, type Target } from './target';

export const recordFeedback: Command = {
  async execute(services, node, _nodes, request) {
    const target = await recordFor(services, node, 'Record feedback on');
    const read = target && (await target.folder.readRecord(target.path));
    if (!target || !read) return;
    const said = isFeedback(request) ? request : await ask(services, target, read);
    if (!said) return;
    const now = services.governance.clock.now();
    const today = todayIn(target.folder.policy.zone, now);
    await applyLatest(target.folder, async () => {
      // What was typed while this was asked counts.
      const current = await target.folder.readRecord(target.path);
      const result = current && record(current, { ...said, now: dateOfInstant(now), today });
      if (!current)
        void vscode.window.showWarningMessage(`${target.path} cannot be read any more; nothing was written.`);
      if (result?.kind === 'impossible') void vscode.window.showWarningMessage(result.reason);
      return result?.kind === 'change' ? behindTheWords(result.change) : undefined;
    });
  },
};

/** The cursor behind what was written: words that are selected would be lost with the next key. */
function behindTheWords(change: Change): Change {
  const { reveal } = change;
  return reveal ? { ...change, reveal: { ...reveal, span: { start: reveal.span.end, end: reveal.span.end } } } : change;
}

/** What is recorded; who calls the command with it is not asked. */
export type FeedbackRequest = Pick<Feedback, 'by' | 'role' | 'words' | 'backToDraft'>;

function isFeedback(value: unknown): value is FeedbackRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { by, role, words, backToDraft } = value as Partial<Record<keyof FeedbackRequest, unknown>>;
  return [by, role, words].every((each) => typeof each === 'string') && typeof backToDraft === 'boolean';
}

async function ask(services: Services, target: Target, read: ChangeRecord): Promise<FeedbackRequest | undefined> {
  const title = `Record feedback on ${nameOf(read)}`;
  const reviewer = await askReviewer(services, target, read, title);
  const words = reviewer && (await askWords(reviewer.name, title));
  const backToDraft = words === undefined ? undefined : await askBack(read, title);
  if (!reviewer || words === undefined || backToDraft === undefined) return undefined;
  return { by: reviewer.name, role: reviewer.role, words, backToDraft };
}

interface Reviewer {
  readonly name: string;
  readonly role: string;
}

/** The people of the record, the person at the keyboard, or somebody else. */
async function askReviewer(
  { governance }: Services,
  { folder }: Target,
  read: ChangeRecord,
  title: string,
): Promise<Reviewer | undefined> {
  const self = await governance.platform.identity(folder.folder).current();
  const people = new Map<string, Reviewer>();
  if (self) people.set(self.name.toLowerCase(), { name: self.name, role: '' });
  for (const { name, role } of peopleOfRecord(read)) {
    const known = people.get(name.toLowerCase());
    if (!known || known.role === '') people.set(name.toLowerCase(), { name, role });
  }
  const items = [...people.values()].map((reviewer) => ({
    label: plainLabel(reviewer.name),
    description: plainLabel(reviewer.role),
    reviewer,
  }));
  const other = { label: 'Somebody else…', description: '', reviewer: undefined };
  const picked = await vscode.window.showQuickPick([...items, other], {
    title,
    placeHolder: 'Whose feedback is it?',
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked || picked.reviewer) return picked?.reviewer;
  const typed = await vscode.window.showInputBox({
    title,
    prompt: 'Name of the reviewer, with the role in brackets if there is one',
    placeHolder: 'Dana Field (Security Team)',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'A name is expected.' : undefined),
  });
  const match = /^(.*?)\s*(?:\(([^()]*)\))?\s*$/.exec(typed ?? '');
  return typed === undefined ? undefined : { name: match?.[1] ?? typed, role: match?.[2] ?? '' };
}

function askWords(name: string, title: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt: `What did ${name} say?`,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === ''
        ? 'Words are expected.'
        : text.length > longestFeedback
          ? `At most ${String(longestFeedback)} characters are expected.`
          : undefined,
  });
}

/** Whether the record goes back to DRAFT; only asked where it can. Undefined: the person gave up. */
async function askBack(read: ChangeRecord, title: string): Promise<boolean | undefined> {
  if (!legalTargets(read).some(({ role }) => role === 'draft')) return false;
  const status = read.status?.value?.id ?? 'as it is';
  const items = [
    { label: `Leave it ${status}`, back: false },
    { label: 'Move it back to DRAFT', description: 'with these words as the reason', back: true },
  ];
  return (
    await vscode.window.showQuickPick(items, {
      title,
      placeHolder: 'What becomes of the record?',
      ignoreFocusOut: true,
    })
  )?.back;
}
