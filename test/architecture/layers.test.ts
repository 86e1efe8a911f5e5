import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Linter } from 'eslint';
import ts from 'typescript';
import { changegate, layers, layerOf, upwardImport } from '../../scripts/lint/layers.mjs';
import { cyclesOf } from '../../src/core/workspace/across/cycles';

const root = resolve('.');

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('src', file));

/** The files of the project that each file imports. */
const imports = new Map(
  files.map((file): [string, string[]] => [
    file,
    ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true).importedFiles.flatMap(({ fileName }) => {
      if (!fileName.startsWith('.')) return [];
      const target = relative(root, resolve(root, dirname(file), fileName));
      return [`${target}.ts`, `${target}.d.ts`, target].filter((path) => files.includes(path)).slice(0, 1);
    }),
  ]),
);

/** What the lint rule says of a file of this content. */
function messagesFor(filename: string, content: string): string[] {
  const linter = new Linter({ cwd: root });
  return linter
    .verify(
      content,
      [{ files: ['**/*.ts'], plugins: { changegate }, rules: { 'changegate/downward-imports': 'error' } }],
      {
        filename: join(root, filename),
      },
    )
    .map(({ message }) => message);
}

describe('the layers of the core', () => {
  it('every file belongs to a layer that is written down', () => {
    const known = layers.map(([name]) => name);
    const strays = files
      .filter((file) => file.startsWith('src/core/') && !file.endsWith('.d.ts'))
      .filter((file) => !known.includes(layerOf(file) ?? ''));
    assert.deepEqual(strays, []);
  });

  it('no import runs upward', () => {
    const upward = [...imports].flatMap(([from, targets]) => targets.flatMap((to) => upwardImport(from, to) ?? []));
    assert.deepEqual(upward, []);
  });

  it('an import that runs upward is refused with the layer it belongs to', () => {
    assert.deepEqual(messagesFor('src/core/record/probe.ts', "import { rules } from '../rules/engine/registry';"), [
      '"rules" stands above "record", so "record" can\'t import it. "rules" holds one file a rule; the engine. ' +
        'If what you need is none of that, move it down to "record" or below; else let the caller pass it in.',
    ]);
    assert.equal(messagesFor('src/core/record/probe.ts', "export const later = import('../actions/move');").length, 1);
    assert.equal(messagesFor('src/core/record/probe.ts', "export * from '../findings/finding';").length, 1);
  });

  it('an import of the same layer or of one below is fine', () => {
    assert.deepEqual(messagesFor('src/core/rules/probe.ts', "import { at } from '../record/places';"), []);
    assert.deepEqual(messagesFor('src/core/rules/probe.ts', "import { defineRule } from './rule';"), []);
  });

  it('no files import each other in a circle', () => {
    assert.deepEqual([...cyclesOf(imports).values()], []);
  });

  it('no folders of the core import each other in a circle', () => {
    const folders = new Map<string, Set<string>>();
    for (const [file, targets] of imports) {
      if (!file.startsWith('src/core/')) continue;
      const others = folders.get(dirname(file)) ?? new Set<string>();
      for (const target of targets) if (dirname(target) !== dirname(file)) others.add(dirname(target));
      folders.set(dirname(file), others);
    }
    assert.deepEqual([...cyclesOf(new Map([...folders].map(([from, to]) => [from, [...to]]))).values()], []);
  });
});
