import { crc32, deflateSync } from 'node:zlib';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Pixels in rows from the top, four bytes each. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How far two colors may be apart, from 0 to 1 as pixelmatch has it. */
const tolerance = 0.1;

/**
 * What is apart farther may still be smoothed in another way, or a fraction of a point beside its place, as another
 * version of a browser does it: then it is, but for this much of 255, among the colors that its neighbors have.
 */
const slack = 48;

/** The side of a tile, in pixels of half size. */
const tile = 16;

/** How many of the 256 pixels of one tile may differ: what was moved or painted again lies together. */
const mostInTile = 5;

/** Reads a PNG. */
export function readPng(bytes: Buffer): Image {
  return PNG.sync.read(bytes);
}

/**
 * Writes a PNG with a palette of 256 colors. Each part of a color has sixteen levels, which is finer than what is
 * distinguished here; the rarest colors, if there are more, become the one next to them. That makes the file a
 * quarter as large.
 */
export function writePng({ width, height, data }: Image): Buffer {
  const level = (at: number): number => Math.round(data[at]! / 17);
  const colorAt = (at: number): number => level(at) * 256 + level(at + 1) * 16 + level(at + 2);
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) counts.set(colorAt(at), (counts.get(colorAt(at)) ?? 0) + 1);
  const palette = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!).slice(0, 256);
  const places = new Map([...counts.keys()].map((color) => [color, nearest(color, palette)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = places.get(colorAt((y * width + x) * 4))!;
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => partsOf(color).map((part) => part * 17)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function partsOf(color: number): [red: number, green: number, blue: number] {
  return [color >> 8, (color >> 4) & 15, color & 15];
}

function nearest(color: number, palette: readonly number[]): number {
  const exact = palette.indexOf(color);
  if (exact >= 0) return exact;
  const parts = partsOf(color);
  const distance = (other: number): number =>
    partsOf(other).reduce((sum, part, index) => sum + (part - parts[index]!) ** 2, 0);
  return palette.reduce((best, each, index) => (distance(each) < distance(palette[best]!) ? index : best), 0);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** The picture at half its size: each pixel is the mean of four. */
export function halved({ width, height, data }: Image): Image {
  const [across, down] = [Math.floor(width / 2), Math.floor(height / 2)];
  const made = new Uint8Array(across * down * 4);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++)
      for (let part = 0; part < 4; part++) {
        const at = (2 * y * width + 2 * x) * 4 + part;
        const sum = data[at]! + data[at + 4]! + data[at + width * 4]! + data[at + width * 4 + 4]!;
        made[(y * across + x) * 4 + part] = (sum + 2) >> 2;
      }
  return { width: across, height: down, data: made };
}

/** Several pictures side by side, on a gray that no theme has. */
export function sideBySide(images: readonly Image[], gap = 8): Image {
  const width = images.reduce((sum, image) => sum + image.width + gap, -gap);
  const height = Math.max(...images.map((image) => image.height));
  const data = new Uint8Array(width * height * 4).fill(0x7b);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  let left = 0;
  for (const image of images) {
    for (let y = 0; y < image.height; y++)
      data.set(image.data.subarray(y * image.width * 4, (y + 1) * image.width * 4), (y * width + left) * 4);
    left += image.width + gap;
  }
  return { width, height, data };
}

export interface Difference {
  /** Where the pictures differ, the worst place first, in one sentence; undefined where they are the same to the eye. */
  readonly told: string | undefined;
  /** Pixels of the worst tile. */
  readonly worst: number;
  /** What differs, painted over the picture; undefined where the sizes are not the same. */
  readonly picture: Image | undefined;
}

/** Compares a picture with what is expected, as far as an eye would. */
export function compare(actual: Image, expected: Image): Difference {
  const { width, height } = expected;
  if (actual.width !== width || actual.height !== height)
    return {
      told: `It is ${String(actual.width)} × ${String(actual.height)} and was ${String(width)} × ${String(height)}.`,
      worst: Infinity,
      picture: undefined,
    };
  const marked = new Uint8Array(width * height * 4);
  const options = { threshold: tolerance, includeAA: true, diffMask: true };
  pixelmatch(expected.data, actual.data, marked, width, height, options);
  for (let at = 0; at < marked.length; at += 4)
    if (marked[at + 3]! > 0 && isAmong(actual, at, expected) && isAmong(expected, at, actual)) marked[at + 3] = 0;
  const [worst, x, y] = worstTile(marked, width, height);
  const picture = { width, height, data: new Uint8Array(width * height * 4) };
  pixelmatch(expected.data, actual.data, picture.data, width, height, { ...options, diffMask: false });
  const told =
    worst > mostInTile
      ? `It differs most around ${String(x * 2)}, ${String(y * 2)}: ${String(worst)} of ${String(tile * tile)} points.`
      : undefined;
  return { told, worst, picture };
}

/** Whether the color of a pixel lies between those around the same place of another picture. */
function isAmong({ data }: Image, at: number, { width, height, data: other }: Image): boolean {
  const [column, row] = [(at / 4) % width, Math.floor(at / 4 / width)];
  for (let part = 0; part < 3; part++) {
    let [low, high] = [255, 0];
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
        const value = other[(y * width + x) * 4 + part]!;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    const value = data[at + part]!;
    if (value < low - slack || value > high + slack) return false;
  }
  return true;
}

/** Tiles overlap by half, so that none divides what lies together. */
function worstTile(marked: Uint8Array, width: number, height: number): readonly [count: number, x: number, y: number] {
  let worst: readonly [number, number, number] = [0, 0, 0];
  for (let top = 0; top < height; top += tile / 2)
    for (let left = 0; left < width; left += tile / 2) {
      let count = 0;
      for (let y = top; y < Math.min(height, top + tile); y++)
        for (let x = left; x < Math.min(width, left + tile); x++) if (marked[(y * width + x) * 4 + 3]! > 0) count++;
      if (count > worst[0]) worst = [count, left + tile / 2, top + tile / 2];
    }
  return worst;
}
