// A corpus of full change requests, made from a seed: the template with impact assessment and plan, filled in with
// prose of its own, some with drift and defects. The same seed always gives the same files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A generator of numbers from 0 to below 1 (mulberry32).
 * @param {number} seed
 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const words =
  'parcel depot scan label route driver queue cache table index retry limit token link image shipment carrier window batch report replica upload stream audit customer support alert metric release rollback nightly regional'.split(
    ' ',
  );

/**
 * One record of about 18 KB, made of a sample record.
 * @param {string} base
 * @param {string} id
 * @param {() => number} next
 */
function record(base, id, next) {
  const word = () => words[Math.floor(next() * words.length)] ?? 'parcel';
  const sentence = (/** @type {number} */ length) => {
    const text = Array.from({ length }, word).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  let text = base
    .replaceAll('CR-2026-02-09-001', id)
    .replace(/^(\*\*Title\*\*: ).*$/m, `$1${sentence(6).slice(0, -1)}`);
  for (const heading of [
    'Problem Statement',
    'Proposed Solution',
    'Business Justification',
    'Alternatives Considered',
  ]) {
    const prose = Array.from({ length: 9 }, () => sentence(8 + Math.floor(next() * 8))).join(' ');
    text = text.replace(new RegExp(`(### ${heading}\n)[^\n]*`), `$1${prose}`);
  }
  if (next() < 0.1) text = text.replace('**Status**: COMPLETED', '**Status**: in progress');
  if (next() < 0.1) text = text.replace('**Approval Token Received**: ATP', '**Approval Token Received**: PENDING');
  if (next() < 0.1) text = text.replaceAll('\n', '\r\n');
  return text;
}

/**
 * Writes a workspace with `count` records.
 * @param {string} folder
 * @param {number} count
 * @param {number} [seed]
 * @returns {{ files: string[], bytes: number }}
 */
export function writeCorpus(folder, count, seed = 1) {
  const base = readFileSync(
    new URL('../examples/docs/processes/change-requests/CR-2026-02-09-001.md', import.meta.url),
    'utf8',
  );
  const home = join(folder, 'docs', 'processes', 'change-requests');
  mkdirSync(home, { recursive: true });
  mkdirSync(join(folder, '.changegate'), { recursive: true });
  writeFileSync(join(folder, '.changegate', 'policy.yml'), 'version: 1\n');
  const next = random(seed);
  const files = [];
  let bytes = 0;
  for (let number = 0; number < count; number++) {
    const day = new Date(Date.UTC(2020, 0, 1) + Math.floor(number / 20) * 86_400_000).toISOString().slice(0, 10);
    const id = `CR-${day}-${String((number % 20) + 1).padStart(3, '0')}`;
    const text = record(base, id, next);
    const path = join(home, `${id}.md`);
    writeFileSync(path, text);
    files.push(path);
    bytes += Buffer.byteLength(text);
  }
  return { files, bytes };
}
