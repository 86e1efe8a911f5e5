// The host suite in VS Code Desktop: the one that VSCODE_EXECUTABLE names, else one that test-electron downloads.
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { cache, root, temporaryFolder } from '../run.mjs';
import { copyOfExamples } from '../workspace.mjs';

const executable = process.env['VSCODE_EXECUTABLE'];
try {
  process.exitCode = await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    cachePath: join(cache, 'vscode-desktop'),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist', 'test', 'host', 'index.cjs'),
    launchArgs: [
      copyOfExamples(),
      '--disable-extensions',
      `--user-data-dir=${temporaryFolder('desktop')}`,
      `--extensions-dir=${temporaryFolder('desktop-extensions')}`,
    ],
  });
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
