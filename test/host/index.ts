import Mocha from 'mocha';
import { runSuites } from '../extensionHost';

/** Runs the suites inside the Node extension host of a real VS Code; rejects if a test failed. */
export function run(): Promise<void> {
  return runSuites(Mocha, () => import('./suites'));
}
