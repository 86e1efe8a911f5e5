// What both scaffolds need: names in their forms, and files that are never written over.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root, run } from '../run.mjs';

/** A call that can't be carried out, in one sentence for the person who made it. */
export class RefusedError extends Error {}

/**
 * Runs a scaffold; what it refuses is one sentence and exit code 2.
 * @param {() => Promise<void>} scaffold
 */
export async function scaffolding(scaffold) {
  try {
    await scaffold();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

/**
 * Writes files, all of them new, and what `npm run generate` makes of them.
 * @param {Readonly<Record<string, string>>} files texts by path
 */
export async function writeFiles(files) {
  const there = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (there.length > 0) throw new RefusedError(`${there.join(' and ')} exists already. Nothing was written.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    // The examples of a page are the test of its rule, byte for byte.
    writeFileSync(join(root, path), path.endsWith('.md') ? text : await formatted(path, text));
    console.log(`wrote ${path}`);
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
export async function formatted(path, text) {
  return format(text, { ...(await resolveConfig(join(root, path))), filepath: path });
}

export function generate() {
  run(process.execPath, ['scripts/generate.mjs']);
}

/** @param {readonly string[]} steps */
export function printNextSteps(steps) {
  console.log(`\nNext:\n${steps.map((step, index) => `${String(index + 1)}. ${step}`).join('\n')}`);
}
