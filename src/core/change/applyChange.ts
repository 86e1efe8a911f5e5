import { FileAccessError, FileChangedError, FileExistsError, type Workspace } from '../ports';
import { decodeText, largestFile } from '../text/decodeText';
import { applyEdits } from '../text/textEdit';
import { ChangedMeanwhileError, type Change, type ChangeStep } from './change';

/**
 * Does to the files of a workspace what a change says, all of it or nothing: everything is looked at before the first
 * write, and where a later one fails the earlier ones are taken back.
 * @throws ChangedMeanwhileError, FileExistsError, FileAccessError, OverlappingEditsError
 */
export async function applyChange({ steps }: Change, workspace: Workspace): Promise<void> {
  const work = [];
  for (const step of steps) work.push(await prepared(step, workspace));
  const done: Step[] = [];
  try {
    for (const step of work) {
      await step.apply();
      done.push(step);
    }
  } catch (error) {
    for (const { undo } of done.reverse()) await undo().catch(() => undefined);
    throw error instanceof FileChangedError ? new ChangedMeanwhileError(error.path) : error;
  }
}

interface Step {
  apply(): Promise<void>;
  undo(): Promise<void>;
}

async function prepared(step: ChangeStep, workspace: Workspace): Promise<Step> {
  switch (step.kind) {
    case 'create': {
      const { path, text } = step;
      await expectNothing(path, workspace);
      return { apply: () => workspace.create(path, text), undo: () => workspace.remove(path, text) };
    }
    case 'move': {
      const { from, to } = step;
      await expectNothing(to, workspace);
      return { apply: () => workspace.move(from, to), undo: () => workspace.move(to, from) };
    }
    case 'edit': {
      const { path, before, edits } = step;
      if ((await textOf(path, workspace)) !== before) throw new ChangedMeanwhileError(path);
      const after = applyEdits(before, edits);
      return {
        apply: () => workspace.replace(path, before, after),
        undo: () => workspace.replace(path, after, before),
      };
    }
  }
}

async function expectNothing(path: string, workspace: Workspace): Promise<void> {
  if (await workspace.read(path, 0)) throw new FileExistsError(path);
}

/** The whole text of a file as the core reads it: without byte order mark. */
async function textOf(path: string, workspace: Workspace): Promise<string | undefined> {
  const content = await workspace.read(path, largestFile);
  if (!content) return undefined;
  const decoded = decodeText(content.bytes, content.size);
  if (decoded.kind === 'unreadable') throw new FileAccessError(path, decoded.reason);
  if (decoded.cut !== 'none') throw new FileAccessError(path, 'It is too large to be changed.');
  return decoded.text;
}
