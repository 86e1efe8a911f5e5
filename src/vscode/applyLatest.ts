import { ChangedMeanwhileError, type Change } from '../core/change/change';
import { applyChange, type ApplyOptions } from './applyChange';
import type { GovernedFolder } from './governedFolder';

/** How often a change is worked out again because somebody typed into one of its texts in the same moment. */
const tries = 20;

/** How much longer each time is waited for the next pause in the typing, in milliseconds. */
const pause = 10;

/**
 * Works a change out and makes it, as one step that one undo takes back. Where somebody types in the same moment it is
 * worked out again for what they typed, which stays. False where there is nothing to change.
 * @throws ChangedMeanwhileError where the typing does not end
 */
export async function applyLatest(
  folder: GovernedFolder,
  workOut: () => Promise<Change | undefined> | Change | undefined,
  options?: ApplyOptions,
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const change = await workOut();
    if (!change) return false;
    try {
      return await applyChange(folder, change, options);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhileError) || attempt >= tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * pause));
    }
  }
}
