/** What both extension-host suites share. */

/**
 * Runs suites inside an extension host with either build of Mocha, says how many tests passed, and rejects if one
 * failed. Mocha's lines are marked, so that the driver can tell them from what VS Code itself logs.
 */
export async function runSuites(mochaClass: typeof Mocha, declare: () => Promise<unknown>): Promise<void> {
  mochaClass.reporters.Base.consoleLog = (pattern: unknown = '', ...args: unknown[]) => {
    const rest = [...args];
    const line = String(pattern).replace(/%[sd]/g, () => String(rest.shift()));
    for (const each of line.split('\n')) console.log(`::test ${each}`);
  };
  const mocha = new mochaClass({ ui: 'bdd', color: false, timeout: 60_000, reporter: 'spec' });
  console.log('::begin');
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await declare();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      console.log(`::suite passed=${String(runner.stats?.passes ?? 0)} failed=${String(failures)}`);
      if (failures > 0) reject(new Error(`${String(failures)} tests failed.`));
      else resolve();
    });
  });
}
