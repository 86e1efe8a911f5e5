import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/run.mjs';

/** The path of the pinned font in a weight; `woff` holds what `woff2` holds, packed in a simpler way. */
export function fontFile(weight: number, format: 'woff' | 'woff2'): string {
  const name = `inter-latin-${String(weight)}-normal.${format}`;
  return join(root, 'node_modules', '@fontsource', 'inter', 'files', name);
}

/** Every character that a page shows, each once: its words, what it draws with, and what its style adds. */
export async function charactersOf(page: Page): Promise<string> {
  const texts = await page.evaluate(() => {
    const found: string[] = [document.body.innerText];
    for (const element of document.body.querySelectorAll('*')) {
      // `innerText` leaves out drawings, and what is folded away.
      if (!element.matches('script, style')) found.push(element.childElementCount === 0 ? element.textContent : '');
      for (const pseudo of ['::before', '::after']) {
        const { content } = getComputedStyle(element, pseudo);
        // The text that is read out instead of it is not shown.
        if (content !== 'none' && content !== 'normal') found.push(content.split(' / ')[0] ?? '');
      }
      if (element instanceof HTMLInputElement) found.push(element.value, element.placeholder);
    }
    return found;
  });
  return [...new Set(texts.join(''))].filter((character) => character.trim() !== '').join('');
}

/** Characters of a text that the pinned font lacks, each once: each machine draws them in a font of its own. */
export function missingInFont(text: string): readonly string[] {
  return [...new Set(text)]
    .filter((character) => character > ' ' && !isInFont(character.codePointAt(0) ?? 0))
    .map((character) => `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()})`);
}

function isInFont(code: number): boolean {
  return ranges.some(([first, last]) => first <= code && code <= last);
}

/** The characters of the font, from its table `cmap` in the format 4 (OpenType 1.9). */
const ranges = readRanges(tableOf(readFileSync(fontFile(400, 'woff')), 'cmap'));

function tableOf(font: Buffer, wanted: string): Buffer {
  for (let entry = 44; entry < 44 + 20 * font.readUInt16BE(12); entry += 20) {
    if (font.toString('latin1', entry, entry + 4) !== wanted) continue;
    const [offset, packed, size] = [4, 8, 12].map((at) => font.readUInt32BE(entry + at)) as [number, number, number];
    const bytes = font.subarray(offset, offset + packed);
    return packed < size ? inflateSync(bytes) : bytes;
  }
  throw new Error(`The font has no table ${wanted}.`);
}

function readRanges(table: Buffer): readonly (readonly [first: number, last: number])[] {
  const at = table.readUInt32BE(8);
  if (table.readUInt16BE(at) !== 4) throw new Error('The font lists its characters in another format.');
  const twice = table.readUInt16BE(at + 6);
  return Array.from({ length: twice / 2 }, (_, index) => {
    const last = at + 14 + 2 * index;
    return [table.readUInt16BE(last + twice + 2), table.readUInt16BE(last)] as const;
  });
}
