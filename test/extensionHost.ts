/** What both extension-host suites share. */

/**
 * Runs suites inside an extension host with either build of Mocha, says how many tests passed, and rejects if one
 * failed. Every line is marked, so that the driver can tell it from what VS Code itself logs.
 */
export async function runSuites(mochaClass: typeof Mocha, declare: () => Promise<unknown>): Promise<void> {
  console.log('::begin');
  mochaClass.reporters.Base.consoleLog = (pattern: unknown = '', ...args: unknown[]) => {
    const rest = [...args];
    say(String(pattern).replace(/%[sd]/g, () => String(rest.shift())));
  };
  // An editor on a busy machine may miss a moment; what is wrong fails twice.
  const mocha = new mochaClass({ ui: 'bdd', color: false, timeout: 120_000, retries: 1, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  try {
    await declare();
  } catch (error) {
    say(`The suites do not load: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    console.log('::suite passed=0 failed=1');
    throw error;
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      console.log(`::suite passed=${String(runner.stats?.passes ?? 0)} failed=${String(failures)}`);
      if (failures > 0) reject(new Error(`${String(failures)} tests failed.`));
      else resolve();
    });
  });
}

function say(text: string): void {
  for (const line of text.split('\n')) console.log(`::test ${line}`);
}
