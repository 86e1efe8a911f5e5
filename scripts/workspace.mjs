// A copy of the sample workspace that a suite may write into: a git repository of its own.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, temporaryFolder } from './run.mjs';

/** @returns {string} the path of the copy, which goes away with this process */
export function copyOfExamples() {
  const folder = join(temporaryFolder('workspace'), 'examples');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  const git = (/** @type {string[]} */ ...args) => run('git', args, { cwd: folder, quiet: true });
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ana Ruiz');
  git('config', 'user.email', 'ana.ruiz@example.com');
  git('config', 'core.autocrlf', 'false');
  git('config', 'commit.gpgsign', 'false');
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'The sample workspace');
  return folder;
}
