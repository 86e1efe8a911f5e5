// The layers of src/core, from the ground up. A layer imports itself and what stands before it in this list; the lint
// rule below, test/architecture and docs/architecture.md read the order here and nowhere else.
import { dirname, relative, resolve, sep } from 'node:path';

/** @type {readonly (readonly [name: string, holds: string])[]} */
export const layers = [
  ['ports', 'what the core asks of the machine: files, git, clock, identity, log'],
  ['text', 'spans, positions, edits, diffs, dates, small helpers for strings'],
  ['markdown', 'the linear scanner and its blocks'],
  ['process', 'a process as data, compiled from its templates: fields, statuses, options, IDs, risk scale'],
  ['record', 'a record as it was read; nothing here judges'],
  ['change', 'changes as data, and the only writers of answers, status, history rows and boxes'],
  ['approval', 'evidence of an approval and what it is worth'],
  ['lifecycle', 'moves and guards, position in the loop, completeness, clocks, windows, deadlines'],
  ['findings', 'findings and fixes, suppressions, baseline, located findings'],
  ['rules', 'one file a rule; the engine'],
  ['workspace', 'policy, index, records held against each other, references, requirements, people'],
  ['gate', 'the decision of a check over the trees that it is given'],
  ['actions', 'the verbs: one function a use case'],
  ['present', 'what people see, as data, text, HTML and SVG'],
];

const order = layers.map(([name]) => name);

/**
 * The layer that a file of src/core belongs to.
 * @param {string} path absolute, or relative to the project
 * @returns {string | undefined} undefined for files outside of src/core
 */
export function layerOf(path) {
  const parts = path.split(sep);
  const core = parts.lastIndexOf('core');
  if (core < 1 || parts[core - 1] !== 'src') return undefined;
  return (parts[core + 1] ?? '').replace(/\.ts$/, '');
}

/**
 * Why a file may not import another one; undefined where it may.
 * @param {string} from
 * @param {string} to
 * @returns {string | undefined}
 */
export function upwardImport(from, to) {
  const [lower, upper] = [layerOf(from), layerOf(to)];
  if (lower === undefined || upper === undefined || order.indexOf(upper) <= order.indexOf(lower)) return undefined;
  const holds = Object.fromEntries(layers)[upper];
  return (
    `"${upper}" stands above "${lower}", so "${lower}" can't import it. "${upper}" holds ${holds ?? ''}. ` +
    `If what you need is none of that, move it down to "${lower}" or below; else let the caller pass it in.`
  );
}

/** @type {import('eslint').Rule.RuleModule} */
const downwardImports = {
  meta: {
    type: 'problem',
    docs: { description: 'A layer of src/core imports itself and what is below it.' },
    schema: [],
  },
  create(context) {
    /** @param {{ source?: import('estree').Expression | null | undefined }} node */
    const check = ({ source }) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string' || !source.value.startsWith('.')) return;
      const target = resolve(dirname(context.filename), source.value);
      const message = upwardImport(relative(context.cwd, context.filename), relative(context.cwd, target));
      if (message !== undefined) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

/** The lint rules that only this project has. @type {import('eslint').ESLint.Plugin} */
export const changegate = { rules: { 'downward-imports': downwardImports } };
