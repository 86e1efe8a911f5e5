// The host suite in VS Code Desktop: the one that VSCODE_EXECUTABLE names, else one that test-electron downloads.
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../run.mjs';
import { copyOfExamples } from '../workspace.mjs';

const executable = process.env['VSCODE_EXECUTABLE'];
process.exitCode = await runTests({
  ...(executable ? { vscodeExecutablePath: executable } : {}),
  extensionDevelopmentPath: root,
  extensionTestsPath: join(root, 'dist', 'test', 'host', 'index.js'),
  launchArgs: [copyOfExamples(), '--disable-extensions', '--disable-workspace-trust'],
});
