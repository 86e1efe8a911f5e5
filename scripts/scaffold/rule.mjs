// Writes the files that a rule consists of: npm run new:rule CG615 plan-version
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../run.mjs';
import { ruleFiles } from '../sources.mjs';
import { RefusedError, generate, printNextSteps, scaffolding, writeFiles } from './files.mjs';

const coverage = 'docs/rules/coverage.md';
const summary = 'A record has a title of its own.';

await scaffolding(async () => {
  const [code = '', name = ''] = process.argv.slice(2);
  if (!/^CG\d{3}$/.test(code) || !/^[a-z]+(?:-[a-z]+)*$/.test(name))
    throw new RefusedError('A code and a name are expected: npm run new:rule CG615 plan-version');
  const pages = readdirSync(join(root, 'docs/rules')).filter((file) => /^CG\d{3}\.md$/.test(file));
  const taken = pages.find((page) => page === `${code}.md` || headOf(page).endsWith(` ${name}`));
  if (taken !== undefined)
    throw new RefusedError(`docs/rules/${taken} has that code or name: ${headOf(taken)}. Codes are never used twice.`);
  // A rule that took the place of others names their codes and names.
  const heir = ruleFiles(root).find(({ path }) =>
    /oldNames: \[[^\]]*\]/.exec(sourceOf(path))?.[0].includes(`'${code}'`),
  );
  if (readFileSync(join(root, 'src/core/rules/engine/retiredRules.ts'), 'utf8').includes(`'${code}'`))
    throw new RefusedError(`${code} is the code of a rule that there was. Codes are never used twice.`);
  if (heir) throw new RefusedError(`${code} is an old code of ${heir.code}. Codes are never used twice.`);
  const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const folder = folderOf(code);
  const file = `src/core/rules/${folder}/cg${code.slice(2)}${words.join('')}.ts`;
  const rule = words.join('').replace(/^./, (letter) => letter.toLowerCase());
  await writeFiles({ [file]: source(code, name, rule), [`docs/rules/${code}.md`]: page() });
  cover(code);
  generate();
  printNextSteps([
    `Write what the rule finds in ${file}; until then it finds titles that say "Untitled".`,
    `Show what it finds and what it leaves alone in docs/rules/${code}.md: the examples are its test.`,
    `Move ${code} in ${coverage} beside the clause that it holds, if a clause of a process asks for it.`,
    `npm run generate, then: node esbuild.mjs --tests && npx mocha "dist/test/rules/*.test.mjs" --grep ${code}`,
    'npm run compare shows what the rule finds in the samples and the labeled corpus.',
  ]);
});

/**
 * The folder of a family of codes: where most of its rules are.
 * @param {string} code
 */
function folderOf(code) {
  const family = ruleFiles(root).filter((each) => each.code.startsWith(code.slice(0, 3)));
  const folders = family.map(({ path }) => dirname(path));
  const [most] = [...folders].sort(
    (one, other) => folders.filter((each) => each === other).length - folders.filter((each) => each === one).length,
  );
  if (most === undefined)
    throw new RefusedError(`${code.slice(0, 3)}xx is no family of rules; see docs/rules/README.md.`);
  return most;
}

/**
 * The text of a rule.
 * @param {string} path
 */
function sourceOf(path) {
  return readFileSync(join(root, `src/core/rules/${path}.ts`), 'utf8');
}

/**
 * The heading of a rule's page: `CG614 branch-differs`.
 * @param {string} page
 */
function headOf(page) {
  return /^# (.*)$/m.exec(readFileSync(join(root, 'docs/rules', page), 'utf8'))?.[1] ?? '';
}

/**
 * Names the rule in the table of what is of our own, the last one of the page.
 * @param {string} code
 */
function cover(code) {
  const text = readFileSync(join(root, coverage), 'utf8').trimEnd();
  writeFileSync(join(root, coverage), `${text}\n| ${summary.replace(/\.$/, '')} | [${code}](${code}.md) |\n`);
  console.log(`named ${code} in ${coverage}`);
}

/**
 * @param {string} code
 * @param {string} name
 * @param {string} rule
 */
function source(code, name, rule) {
  return `import { finding } from '../../findings/draftFinding';
import { at } from '../../record/places';
import { defineRule } from '../rule';

export const ${rule} = defineRule({
  code: '${code}',
  name: '${name}',
  severity: { draft: 'off', proposed: 'warning' },
  summary: '${summary}',
  source: 'Basic Information, Title',
  fix: { noneBecause: 'What the change is called only its author knows.' },
  *check({ record }) {
    const title = record.answer('title');
    if (title?.text !== 'Untitled') return;
    yield finding(at(title.document, title.span), 'The title is "Untitled"; one that names the change is expected.');
  },
});
`;
}

function page() {
  const example = (/** @type {string} */ title) => `\`\`\`\`markdown file=CR-2026-02-09-001.md
# Change Request: CR-2026-02-09-001

**Status**: PROPOSED

## Basic Information

**Title**: ${title}
\`\`\`\`
`;
  return `<!-- rule:begin -->
<!-- rule:end -->

A title stands in lists and notices, where nobody sees the rest of the record.

## Found

${example('Untitled')}
- line 7, \`Untitled\`: The title is "Untitled"; one that names the change is expected.

## Not found

${example('Raise the upload limit')}`;
}
