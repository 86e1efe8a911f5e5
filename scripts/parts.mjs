// Links a product as parts that are loaded when they are first needed. The web worker host of VS Code loads one CommonJS
// file and no ES modules, so that the splitting of esbuild alone does not do: its chunks become functions in part files.
import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * A module that a product can do without until one of its exports is first touched. Modules that import it see no
 * difference: what it exports is looked up when it is used, not when it is imported.
 * @typedef {string} Door the path of a module below `src`, without `.ts`, or the name of a package
 */

/**
 * @typedef {object} Chunk what esbuild splits off
 * @property {string} code the body of a CommonJS module
 * @property {readonly string[]} needs the chunks that are evaluated with it, by id
 */

/**
 * @typedef {object} Linkable the chunks of a build, and which of them are behind doors and entries
 * @property {ReadonlyMap<string, Chunk>} chunks by id
 * @property {ReadonlyMap<string, { id: string, names: readonly string[] }>} doors chunk and exports of each, by name
 * @property {ReadonlyMap<string, string>} entries the chunk of each, by path
 */

const prefix = 'part:';
const target = 'es2022';

/**
 * Builds modules as chunks.
 * @param {import('esbuild').BuildOptions} options without entry points and format
 * @param {readonly string[]} entries paths from the root
 * @param {readonly Door[]} doors
 * @returns {Promise<Linkable>}
 */
export async function buildChunks(options, entries, doors) {
  const { metafile, outputFiles } = await build({
    ...options,
    entryPoints: Object.fromEntries([
      ...entries.map((path, index) => [`entry-${String(index)}`, path]),
      ...doors.map((door, index) => [`door-${String(index)}`, `${prefix}${door}`]),
    ]),
    plugins: [doorsPlugin(doors)],
    format: 'esm',
    splitting: true,
    metafile: true,
    write: false,
    sourcemap: false,
    outdir: 'linked',
  });
  for (const [path, { imports }] of Object.entries(metafile.inputs))
    if (imports.some(({ kind, external }) => kind === 'require-call' && external !== true))
      throw new Error(`${path} is loaded by require; only ES modules can be linked.`);
  const texts = new Map(outputFiles.map(({ path, text }) => [nameOf(path), text]));
  const outputs = Object.entries(metafile.outputs).map(([path, output]) => ({ name: nameOf(path), ...output }));
  const ids = new Map(outputs.map(({ name }, index) => [name, index.toString(36)]));
  const idOf = (/** @type {string} */ path) => ids.get(nameOf(path)) ?? '';
  const namesOf = new Map(outputs.map(({ name, exports }) => [idOf(name), exports]));
  const chunks = new Map();
  for (const { name, imports } of outputs) {
    const needs = imports.filter(({ kind, external }) => kind === 'import-statement' && external !== true);
    const code = await commonJs(texts.get(name) ?? '', ids);
    chunks.set(idOf(name), { code, needs: needs.map(({ path }) => idOf(path)) });
  }
  refuseCircles(chunks);
  return {
    chunks,
    entries: new Map(entries.map((path, index) => [path, idOf(`entry-${String(index)}.js`)])),
    doors: new Map(
      doors.map((door, index) => {
        const id = idOf(`door-${String(index)}.js`);
        return [door, { id, names: namesOf.get(id) ?? [] }];
      }),
    ),
  };
}

/**
 * What is taken as a constant has to be there before.
 * @param {ReadonlyMap<string, Chunk>} chunks
 */
function refuseCircles(chunks) {
  const done = new Set();
  const visit = (/** @type {string} */ id, /** @type {readonly string[]} */ above) => {
    if (above.includes(id)) throw new Error(`Chunks need each other: ${[...above, id].join(', ')}.`);
    if (done.has(id)) return;
    for (const other of chunks.get(id)?.needs ?? []) visit(other, [...above, id]);
    done.add(id);
  };
  for (const id of chunks.keys()) visit(id, []);
}

/** For a part file that holds what no other one does. */
export const everythingElse = Object.freeze(['*']);

/**
 * The files of a product: the one that it begins with, and its part files.
 * @param {Linkable} linkable
 * @param {object} product
 * @param {string} product.entry the module that it begins with
 * @param {string} product.file where it begins, relative to `dist`
 * @param {Readonly<Record<string, readonly string[]>>} [product.parts] the doors and entries behind which each part file
 *   lies, by its path relative to `file`; what two would hold is in the first, and {@link everythingElse} may be the last
 * @param {string} [product.rest] a file of another product that holds every other chunk, relative to `file`; without, they
 *   are in `file`
 * @param {readonly string[]} [product.lazily] the functions that `file` exports, which evaluate the entry when they are
 *   called; without, it is evaluated at once
 * @returns {Promise<ReadonlyMap<string, string>>} texts by path
 */
export async function linkedFiles(linkable, { entry, file, parts = {}, rest, lazily }) {
  const { chunks, doors, entries } = linkable;
  const begin = entries.get(entry) ?? '';
  const taken = evaluatedWith(linkable, [begin]);
  const stamp = JSON.stringify(stampOf(linkable));
  const main = [...taken];
  /** @type {Map<string, string>} */
  const elsewhere = new Map();
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const [path, behind] of Object.entries(parts)) {
    const ids = behind.map((name) => doors.get(name)?.id ?? entries.get(name) ?? '');
    const all = behind === everythingElse ? chunks.keys() : evaluatedWith(linkable, ids);
    const own = [...all].filter((id) => !taken.has(id));
    for (const id of own) {
      taken.add(id);
      elsewhere.set(id, path);
    }
    files.set(path, `exports.stamp=${stamp};exports.chunks={${functions(linkable, own)}};\n`);
  }
  for (const id of chunks.keys()) {
    if (taken.has(id)) continue;
    if (rest === undefined) main.push(id);
    else elsewhere.set(id, rest);
  }
  const opened = [...doors].map(([name, { id, names }]) => [`${prefix}${name}`, [id, ...names]]);
  const exported = (lazily ?? []).map((name) => `exports.${name}=(...given)=>load("${begin}").${name}(...given);`);
  const text = [
    '"use strict";',
    `var chunks={${functions(linkable, main)}};`,
    `var elsewhere=${JSON.stringify(Object.fromEntries(elsewhere))};`,
    `var doors=${JSON.stringify(Object.fromEntries(opened))};`,
    `var stamp=${stamp};`,
    runtime.trim(),
    lazily ? `${exported.join('')}exports.stamp=stamp;exports.chunks=chunks;` : `module.exports=load("${begin}");`,
  ];
  files.set(file, text.join('\n'));
  for (const [path, whole] of files) {
    const { code } = await transform(whole, { minify: true, target, charset: 'utf8' });
    files.set(path, code);
  }
  return files;
}

/**
 * What the files of one build have in common: the IDs of chunks mean something else in another one.
 * @param {Linkable} linkable
 */
function stampOf({ chunks, doors }) {
  const hash = createHash('sha256').update(JSON.stringify([...chunks, ...doors]));
  return hash.digest('hex').slice(0, 16);
}

/**
 * The chunks that are evaluated as soon as these are, themselves among them.
 * @param {Linkable} linkable
 * @param {readonly string[]} ids
 */
function evaluatedWith({ chunks }, ids) {
  const all = new Set(ids);
  for (const id of all) for (const other of chunks.get(id)?.needs ?? []) all.add(other);
  return all;
}

/**
 * What finds chunks at run time: each is evaluated once, and what is behind a door when it is first touched. One that
 * fails is not kept half: who asks again hears why. A file of another build, as half an update leaves it, is refused.
 */
const runtime = `
var outside=require,begun={},opened={};
function load(id){
  var module=begun[id];
  if(module)return module.exports;
  if(!chunks[id]){
    var held=outside(elsewhere[id]);
    if(held.stamp!==stamp)throw new Error("Files of two builds of Changegate lie beside each other. Install it again.");
    Object.assign(chunks,held.chunks,chunks);
  }
  module=begun[id]={exports:{}};
  try{
    chunks[id](module,inside,names,whole,typeof __filename==="string"?__filename:"");
  }catch(error){
    delete begun[id];
    throw error;
  }
  return module.exports;
}
function inside(name){
  if(name.startsWith("./"))return load(name.slice(2));
  return doors[name]?opened[name]??=door(...doors[name]):outside(name);
}
function door(id,...keys){
  var lazy={__esModule:true};
  for(let key of keys)Object.defineProperty(lazy,key,{enumerable:true,get:()=>load(id)[key]});
  return lazy;
}
function names(target,all){
  for(var key in all)Object.defineProperty(target,key,{enumerable:true,get:all[key]});
}
function whole(held){
  return held.__esModule?held:Object.create(held,{default:{value:held}});
}
`;

/**
 * @param {Linkable} linkable
 * @param {readonly string[]} ids
 */
function functions({ chunks }, ids) {
  const head = 'function(module,require,__export,__toESM,__filename)';
  return ids.map((id) => `${JSON.stringify(id)}:${head}{${chunks.get(id)?.code ?? ''}\n}`).join(',\n');
}

/**
 * An ES module as the body of a function. What it has of other chunks it takes once, as constants: they were evaluated
 * before it, and nothing is as fast in a loop. What is outside and behind doors it looks up when it uses it.
 * @param {string} code an ES module as esbuild writes it, its imports first
 * @param {ReadonlyMap<string, string>} ids by the names of the files
 */
async function commonJs(code, ids) {
  const imported = /^\s*import\s*(?:\{([^}]*)\}\s*from\s*)?"\.\/([^"]+)";|^\s*import[^;"]*"[^"]*";/;
  let head = '';
  let rest = code;
  for (let found = imported.exec(rest); found; found = imported.exec(rest)) {
    const [whole, taken, file] = found;
    const id = JSON.stringify(`./${ids.get(file ?? '') ?? ''}`);
    if (file === undefined) head += whole;
    else head += taken === undefined ? `require(${id});` : `const {${taken.replace(/ as /g, ':')}}=require(${id});`;
    rest = rest.slice(whole.length);
  }
  // Without an export esbuild takes it for a script.
  const { code: text } = await transform(`${head}${rest}\nexport {};`, {
    format: 'cjs',
    target,
    charset: 'utf8',
    platform: 'node',
    legalComments: 'none',
    supported: { 'dynamic-import': false },
  });
  // The same few functions stand before every chunk; ours are handed in.
  const helpers = /^[^]*?\nvar __toCommonJS = .*\n/;
  if (!helpers.test(text)) throw new Error('esbuild writes CommonJS in another way than it did.');
  return text
    .replace(helpers, '')
    .replace(/\n\/\/ Annotate the CommonJS export names[^]*$/, '\n')
    .replace('module.exports = __toCommonJS(stdin_exports);', 'module.exports = stdin_exports;')
    .replace('var stdin_exports = {};', 'var stdin_exports = { __esModule: true };')
    .replace(/require\("\.\/([\w.-]+\.js)"\)/g, (whole, file) => {
      const id = ids.get(file);
      return id === undefined ? whole : `require("./${id}")`;
    });
}

/**
 * Leaves the imports of doors open, and makes each an entry of its own.
 * @param {readonly Door[]} doors
 * @returns {import('esbuild').Plugin}
 */
function doorsPlugin(doors) {
  const root = process.cwd();
  return {
    name: 'doors',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /^part:/ }, ({ path }) => {
        const door = path.slice(prefix.length);
        return isPackage(door)
          ? { path: path, namespace: 'package' }
          : { path: join(root, 'src', `${door}.ts`), namespace: 'file' };
      });
      onLoad({ filter: /.*/, namespace: 'package' }, ({ path }) => {
        const door = path.slice(prefix.length);
        return { contents: `export {${usedOf(door).join(',')}} from '${door}';`, resolveDir: root };
      });
      onResolve({ filter: /./ }, async ({ path, importer, kind, resolveDir, namespace, pluginData }) => {
        if (kind !== 'import-statement' || namespace === 'package' || pluginData === prefix) return undefined;
        if (doors.includes(path)) return { path: `${prefix}${path}`, external: true, sideEffects: false };
        if (!path.startsWith('.') || importer.includes('node_modules')) return undefined;
        const found = await resolve(path, { importer, kind, resolveDir, pluginData: prefix });
        const name = relative(join(root, 'src'), found.path).replaceAll('\\', '/').replace(/\.ts$/, '');
        return doors.includes(name) ? { path: `${prefix}${name}`, external: true, sideEffects: false } : undefined;
      });
    },
  };
}

/** @param {Door} door */
function isPackage(door) {
  return !door.includes('/');
}

/**
 * What our modules take from a package.
 * @param {string} name
 */
function usedOf(name) {
  const imports = new RegExp(`import \\{([^}]*)\\} from '${name}'`, 'g');
  const used = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join('src', file), 'utf8').matchAll(imports)])
    .flatMap(([, names = '']) => names.split(',').map((each) => each.trim()))
    .filter((each) => each !== '' && !each.startsWith('type '));
  return [...new Set(used)];
}

/** @param {string} path */
function nameOf(path) {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
