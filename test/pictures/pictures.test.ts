import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from '../../scripts/run.mjs';
import { compare, readPng, sideBySide, writePng, type Image } from './compare';
import { look } from './look';
import { webviewPages, type ListedPage } from './pageList';
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

  it('there is no picture of what is gone', () => {
    const known = new Set(webviewPages.map(({ name }) => `${name}.png`));
    assert.deepEqual(
      readdirSync(folder).filter((name) => !known.has(name)),
      [],
    );
  });
});
