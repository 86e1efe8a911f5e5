import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from '../../scripts/run.mjs';
import { compare, readPng, sideBySide, writePng, type Image } from './compare';
import { look } from './look';
import { blankPage, show } from './browser';
import { webviewPages, written, writtenPages, type ListedPage } from './pageList';
import { charactersOf, missingInFont } from './pinnedFont';
import type { ThemeName } from './theme';
import { dress, openWebview, settled } from './webviewPage';

const folder = join(root, 'test', 'golden', 'pictures', 'pages');

/** How a page is looked at: all looks of one state are one file, side by side. */
const looks: readonly (readonly [theme: ThemeName, width: number])[] = [
  ['light', 700],
  ['dark', 700],
  ['high contrast', 700],
  ['light', 300],
];

async function sheet(listed: ListedPage): Promise<Image> {
  const page = await openWebview(listed, { theme: 'light', width: 700 });
  try {
    // A character of another font looks different on each machine.
    assert.deepEqual(missingInFont(await charactersOf(page)), [], 'characters that the pinned font lacks');
    const images: Image[] = [];
    for (const [theme, width] of looks) {
      await dress(page, theme);
      await page.setViewportSize({ width, height: 600 });
      await settled(page);
      images.push(await look(page));
    }
    return sideBySide(images);
  } finally {
    await page.context().close();
  }
}

describe('how the pages look, in three themes and narrow', () => {
  for (const listed of webviewPages)
    it(listed.name, async () => {
      const actual = await sheet(listed);
      const path = join(folder, `${listed.name}.png`);
      const isNew = process.env['UPDATE_GOLDEN'] === '1';
      const { told, picture } = existsSync(path)
        ? compare(readPng(writePng(actual)), readPng(readFileSync(path)))
        : { told: `${path} is not there; UPDATE_GOLDEN=1 writes it.`, picture: undefined };
      if (told === undefined) return;
      if (isNew) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, writePng(actual));
        return;
      }
      const seen = join(cache, 'screenshots');
      mkdirSync(seen, { recursive: true });
      writeFileSync(join(seen, `${listed.name}-actual.png`), writePng(actual));
      if (picture) writeFileSync(join(seen, `${listed.name}-difference.png`), writePng(picture));
      assert.fail(`${told} See ${join(seen, listed.name)}-*.png; UPDATE_GOLDEN=1 takes it over.`);
    });

  it('pages in files show no character that the pinned font lacks', async () => {
    const page = await blankPage({ width: 900 });
    try {
      const missing: string[] = [];
      for (const [name, args] of writtenPages) {
        await show(page, written(args));
        missing.push(...missingInFont(await charactersOf(page)).map((character) => `${name}: ${character}`));
      }
      assert.deepEqual(missing, []);
    } finally {
      await page.context().close();
    }
  });

  it('what pages are made of has no character that the pinned font lacks, whatever their state', () => {
    const made = [
      ...['overview', 'page', 'panel', 'dashboard', 'metrics', 'svg'].map((room) => `src/core/present/${room}`),
      ...['src/vscode/panels', 'src/webview', 'media'],
    ];
    const files = made
      .flatMap((path) =>
        readdirSync(join(root, path), { recursive: true, encoding: 'utf8' }).map((file) => join(path, file)),
      )
      .filter((file) => /\.(?:ts|css)$/.test(file));
    const missing = files.flatMap((file) =>
      missingInFont(readFileSync(join(root, file), 'utf8')).map((character) => `${file}: ${character}`),
    );
    assert.deepEqual(missing, []);
    assert.deepEqual(missingInFont('Done ✓, open ○'), ['✓ (U+2713)', '○ (U+25CB)']);
  });

  it('there is no picture of what is gone', () => {
    const known = new Set(webviewPages.map(({ name }) => `${name}.png`));
    assert.deepEqual(
      readdirSync(folder).filter((name) => !known.has(name)),
      [],
    );
  });
});
