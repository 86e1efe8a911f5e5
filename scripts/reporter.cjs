// Mocha's own report, and one line that scripts/test.mjs reads the numbers from.
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      process.stdout.write(`::suite passed=${passes} failed=${failures}\n`);
    });
  }
};
