import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { root } from '../../scripts/run.mjs';
import { contrastOfPictures } from './contrastOfPictures';

const source = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** WCAG 2.2 AA. */
const everything: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // Axe calls the one an experiment and the other good practice.
  rules: { 'label-content-name-mismatch': { enabled: true }, 'landmark-unique': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
};

const colors: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast'] },
  resultTypes: everything.resultTypes!,
};

/**
 * What keeps people from using a page, one sentence each: all of it, or only what its colors do. Axe does not look into
 * drawings; their words and lines are looked at by ourselves.
 */
export async function faultsOfPage(page: Page | Frame, what: 'everything' | 'colors'): Promise<readonly string[]> {
  await page.evaluate(source);
  const { violations, incomplete } = await page.evaluate(
    async (options) => {
      const axe = Reflect.get(window, 'axe') as { run(context: Document, options: RunOptions): Promise<AxeResults> };
      return axe.run(document, options);
    },
    what === 'everything' ? everything : colors,
  );
  // What axe cannot tell of colors is a fault too, but in drawings, and in a table that is scrolled: all of its cells are
  // alike.
  const unsure = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ target }) => !String(target[0]).includes('.scroll')) }))
    .map(({ id, nodes }) => ({
      id,
      nodes: nodes.filter(({ failureSummary = '' }) => !failureSummary.includes('obscured')),
    }));
  const told = [...violations, ...unsure].flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !/^<(?:text|tspan|svg|g)\b/.test(html))
      .map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 120)} – ${failureSummary.replace(/\s+/g, ' ')}`),
  );
  return [...told, ...(await page.evaluate(contrastOfPictures))];
}

/** Opens whatever can be opened. */
export async function unfold(page: Page | Frame): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
