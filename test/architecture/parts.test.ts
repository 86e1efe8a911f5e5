import { strict as assert } from 'node:assert';
import { Script } from 'node:vm';
import { linkedFiles } from '../../scripts/parts.mjs';
import { linkExtension } from '../../scripts/products.mjs';

/** The files that the VSIX has, from the code as it is. */
const files = new Map(
  await linkExtension({
    bundle: true,
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    define: { CHANGEGATE_VERSION: '"0.0.0"' },
  }),
);

/** Loads a CommonJS text as a host does; `asked` gets what it requires. */
function load(file: string, asked: string[]): unknown {
  const module = { exports: {} };
  const wrapped = new Script(`(function (module, exports, require) {${files.get(file) ?? 'throw new Error()'}\n})`);
  const require = (name: string): unknown => {
    asked.push(name);
    return name === 'vscode' ? anything() : name.startsWith('node:') ? process.getBuiltinModule(name) : missing(name);
  };
  (wrapped.runInThisContext() as (...given: unknown[]) => void)(module, module.exports, require);
  return module.exports;
}

type Load = (module: unknown, require: unknown) => void;

/** Stands for what only an editor has: classes to extend, and what is looked up and called while modules are loaded. */
function anything(): unknown {
  return new Proxy(Map, {
    get: (target, key): unknown => (key === 'prototype' ? target.prototype : anything()),
    apply: anything,
  });
}

function missing(name: string): never {
  throw new Error(`${name} was asked for.`);
}

describe('the files of the extension', () => {
  it('begin in the Node host without the file that has what comes later', () => {
    const asked: string[] = [];
    const { activate } = load('dist/extension.js', asked) as { activate: unknown };
    assert.equal(typeof activate, 'function');
    assert.deepEqual(
      asked.filter((name) => name !== 'vscode' && !name.startsWith('node:')),
      [],
    );
  });

  it('hold in that file all of the web host, which asks for nothing until it is activated', () => {
    const asked: string[] = [];
    const { activate, chunks } = load('dist/web/extension.js', asked) as { activate: unknown; chunks: object };
    assert.equal(typeof activate, 'function');
    assert.ok(Object.keys(chunks).length > 10);
    assert.deepEqual(asked, []);
  });

  it('say why whenever a part is asked for that fails, and never hand over half of it', async () => {
    const chunks = new Map([
      ['0', { code: 'module.exports = { ask: () => require("./1") };', needs: [] }],
      ['1', { code: 'module.exports = { half: true }; throw new Error("It is broken.");', needs: [] }],
    ]);
    const entries = new Map([['entry', '0']]);
    const linked = await linkedFiles({ chunks, entries, doors: new Map() }, { entry: 'entry', file: './begin.js' });
    const module = { exports: { ask: (): unknown => assert.fail() } };
    (new Script(`(function (module, require) {${linked.get('./begin.js') ?? ''}\n})`).runInThisContext() as Load)(
      module,
      missing,
    );
    for (let time = 0; time < 2; time++) assert.throws(() => module.exports.ask(), /It is broken/);
  });

  it('refuse a file of another build, which half an update leaves beside them', async () => {
    const linkedOf = async (answer: number): Promise<readonly [begin: string, rest: string]> => {
      const chunks = new Map([
        ['0', { code: 'module.exports = { ask: () => require("./1") };', needs: [] }],
        ['1', { code: `module.exports = ${String(answer)};`, needs: [] }],
      ]);
      const linkable = { chunks, entries: new Map([['begin', '0']]), doors: new Map() };
      const rest = { entry: 'begin', file: './rest.js', lazily: ['ask'] };
      const begin = { entry: 'begin', file: './begin.js', rest: './rest.js' };
      const textOf = async (product: typeof begin | typeof rest): Promise<string> =>
        (await linkedFiles(linkable, product)).get(product.file) ?? '';
      return [await textOf(begin), await textOf(rest)];
    };
    const run = (text: string, require: (name: string) => unknown): unknown => {
      const module = { exports: {} };
      const wrapped = new Script(`(function (module, exports, require) {${text}\n})`);
      (wrapped.runInThisContext() as (...given: unknown[]) => void)(module, module.exports, require);
      return module.exports;
    };
    const [begin, rest] = await linkedOf(42);
    const [, other] = await linkedOf(43);
    const ask = (beside: string): unknown => (run(begin, () => run(beside, missing)) as { ask: () => unknown }).ask();
    assert.equal(ask(rest), 42);
    assert.throws(() => ask(other), /two builds of Changegate/);
  });

  it('take from one another what they have in common', () => {
    const node = /^var elsewhere=|elsewhere=(\{[^}]*\})/.exec(files.get('dist/extension.js') ?? '')?.[1] ?? '{}';
    const elsewhere = [...node.matchAll(/"?([0-9a-z]+)"?:"([^"]+)"/g)];
    const { chunks } = load('dist/web/extension.js', []) as { chunks: object };
    assert.ok(elsewhere.length > 10);
    for (const [, id = '', file] of elsewhere) {
      assert.equal(file, './web/extension.js');
      assert.ok(Object.hasOwn(chunks, id), id);
    }
  });
});
