// Mocha's own report, and lines that scripts/test.mjs reads: the numbers, and the tests that are tried again.
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.on('retry', (test) => {
      process.stdout.write(`::retry ${test.fullTitle()}\n`);
    });
    runner.once('end', () => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      process.stdout.write(`::suite passed=${passes} failed=${failures}\n`);
    });
  }
};
