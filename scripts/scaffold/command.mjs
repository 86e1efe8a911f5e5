// Writes the files that a command of the editor consists of: npm run new:command archiveRecord
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { RefusedError, formatted, generate, printNextSteps, scaffolding, writeFiles } from './files.mjs';

await scaffolding(async () => {
  const [name = ''] = process.argv.slice(2);
  if (!/^[a-z]+(?:[A-Z][a-z]*)+$/.test(name))
    throw new RefusedError('A verb and what it is done to are expected: npm run new:command archiveRecord');
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  /** @type {{ command: string, title: string, category: string, enablement?: string }[]} */
  const commands = manifest.contributes.commands;
  const id = `changegate.${name}`;
  if (commands.some(({ command }) => command === id)) throw new RefusedError(`package.json has ${id} already.`);
  const title = name
    .replace(/^./, (letter) => letter.toUpperCase())
    .replace(/(?=[A-Z])/g, ' ')
    .trim();
  const action = `src/core/actions/${name}.ts`;
  const command = `src/vscode/commands/${name}.ts`;
  const test = `test/unit/actions/${name}.test.ts`;
  await writeFiles({
    [action]: actionSource(name, title),
    [command]: commandSource(name, title),
    [test]: testSource(name, title),
  });
  commands.push({ command: id, title, category: 'Changegate', enablement: 'workspaceFolderCount > 0' });
  writeFileSync(join(root, 'package.json'), await formatted('package.json', JSON.stringify(manifest)));
  console.log(`added ${id} to package.json`);
  generate();
  printNextSteps([
    `Write what it does in ${action}: a Change where files change, so that every face can apply it. Until then it says where a record stands.`,
    `Say in ${test} what is expected of it.`,
    `Ask for what it needs, and apply the Change, in ${command} (applyChange.ts, applyLatest.ts).`,
    'Look at its title in package.json, add an icon, and menus where people look for it.',
    'Give it a face in src/cli/commands if it is of use without an editor, and a page or a paragraph in docs.',
    'npm run generate after each change of the manifest; npm run test:host calls it in a real VS Code (test/host).',
  ]);
});

/**
 * @param {string} name
 * @param {string} title
 */
function actionSource(name, title) {
  return `import type { ChangeRecord } from '../record/record';

/** What "${title}" says of a record. */
export function ${name}(record: ChangeRecord): string {
  return \`\${record.id?.text ?? record.path} is \${record.status?.value?.id ?? 'without a status'}.\`;
}
`;
}

/**
 * @param {string} name
 * @param {string} title
 */
function commandSource(name, title) {
  return `import * as vscode from 'vscode';
import { ${name} as action } from '../../core/actions/${name}';
import type { Command } from './command';
import { recordFor } from './target';

export const ${name}: Command = {
  async execute(services, node) {
    const target = await recordFor(services, node, '${title}');
    const record = target && (await target.folder.readRecord(target.path));
    if (record) void vscode.window.showInformationMessage(action(record));
  },
};
`;
}

/**
 * @param {string} name
 * @param {string} title
 */
function testSource(name, title) {
  return `import { strict as assert } from 'node:assert';
import { ${name} } from '../../../src/core/actions/${name}';
import { cr } from '../record/reading';

describe('${title}', () => {
  it('says where a record stands', () => {
    const record = cr('# Change Request: CR-2026-02-09-001\\n\\n**Status**: PROPOSED\\n');
    assert.equal(${name}(record), 'CR-2026-02-09-001 is PROPOSED.');
  });
});
`;
}
