import { Workbench, type WorkbenchOptions } from './workbench';

/**
 * One window for the tests of a `describe`, opened before the first of them. A test that is tried again begins in a new
 * window on a fresh workspace, so each of them must be able to begin there.
 *
 * @param options Made again for each window: a workspace that was used is not fresh.
 * @param begin Gets each new window, and brings it to where the tests begin.
 */
export function sharedWorkbench(
  options: () => WorkbenchOptions,
  begin: (workbench: Workbench) => Promise<void> | void,
): void {
  let open: Workbench | undefined;

  async function close(): Promise<void> {
    const closing = open;
    open = undefined;
    await closing?.close();
  }

  beforeEach('a window', async function () {
    const test: unknown = this.currentTest;
    if (open && isTriedAgain(test)) await close();
    if (open) return;
    open = await Workbench.open(options());
    await begin(open);
  });
  after('the window closes', close);
}

/** Mocha counts the tries of a test, and keeps the count from anyone who only reads its types. */
function isTriedAgain(test: unknown): boolean {
  return (test as { readonly currentRetry: () => number }).currentRetry() > 0;
}
