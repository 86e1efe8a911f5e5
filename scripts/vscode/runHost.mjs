// One suite in an extension host of the VS Code that npm carries: `host` (Node) or `web` (web worker).
import { runHostSuite } from './hostSuite.mjs';

try {
  process.exitCode = (await runHostSuite(process.argv[2] === 'web' ? 'web' : 'host')) ? 0 : 1;
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
