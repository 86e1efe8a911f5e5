// Workspaces of change records, made from a seed. No two records share more than the words of the template: each has
// its own prose, answers, ticks, dates, risks, people, plan, history and form. The same seed always gives the same files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeRecord } from './changeRecord.mjs';
import { changeRequest } from './changeRequest.mjs';
import { day } from './dates.mjs';
import { plantFaults, recordFaults, requestFaults } from './faults.mjs';
import { inSomebodysHand } from './form.mjs';
import { Random } from './random.mjs';

/** @typedef {keyof typeof corpora} Corpus */
/** @typedef {{ path: string, text: string }} File a path in the workspace */

/** How many faults are planted in a record; of the last one as many as it has room for, and all statuses have much. */
export const corpora = /** @type {const} */ ({
  clean: { least: 0, most: 0 },
  usual: { least: 2, most: 5 },
  contradictory: { least: 20, most: 30 },
});

/**
 * How often each is drawn: most records of a team are closed.
 * @type {readonly [import('./changeRequest.mjs').Status, number][]}
 */
const shares = [
  ['COMPLETED', 11],
  ['IN_PROGRESS', 3],
  ['APPROVED', 2],
  ['PROPOSED', 2],
  ['DRAFT', 1],
  ['REJECTED', 1],
  ['CANCELLED', 1],
];
const statuses = shares.flatMap(([status, share]) => Array.from({ length: share }, () => status));

/** Much that can be wrong with a record is wrong with one that is under way. */
const statusesWithRoom = /** @type {const} */ (['COMPLETED', 'COMPLETED', 'IN_PROGRESS']);

/** Stands between what becomes files of their own. */
const apart = '\u0000';

/** What takes longer than any change: whatever was begun so many days before has been deployed. */
const longest = 45;

/** Records that are made on one day. */
const perDay = 4;

/** One record out of this many is a change record; the others are change requests. */
const everyChangeRecord = 7;

/**
 * The number of the day of a record, and its ID.
 * @param {number} number
 */
function identityOf(number) {
  const created = Math.floor(number / perDay);
  const sequence = String((number % perDay) + 1).padStart(3, '0');
  const isRequest = number % everyChangeRecord !== 3;
  const id = isRequest ? `CR-${day(created)}-${sequence}` : `CHG-${day(created).replaceAll('-', '')}-${sequence}`;
  return { created, id, isRequest };
}

/**
 * @param {Corpus} corpus
 * @param {number} seed
 * @param {number} number
 */
function statusOf(corpus, seed, number) {
  return new Random(seed, number, 1).pick(corpus === 'contradictory' ? statusesWithRoom : statuses);
}

/**
 * A change request that a later one may wait for, since it was completed before.
 * @param {Corpus} corpus
 * @param {number} seed
 * @param {number} number
 * @param {Random} random
 */
function upstreamOf(corpus, seed, number, random) {
  const last = number - longest * perDay - random.int(0, 200);
  for (let other = last; other >= 0 && other > last - 20; other--) {
    const { id, isRequest } = identityOf(other);
    if (isRequest && statusOf(corpus, seed, other) === 'COMPLETED') return id;
  }
  return undefined;
}

/**
 * The files of one record: mostly one, sometimes with assessment and plan in files of their own.
 * @param {Corpus} corpus
 * @param {number} number
 * @param {{ seed?: number, size?: number }} [options] `size`: about how many bytes it has at least
 * @returns {{ files: File[], planted: readonly import('./faults.mjs').Fault[] }}
 */
export function corpusRecord(corpus, number, { seed = 1, size = 0 } = {}) {
  const random = new Random(seed, number);
  const { created, id, isRequest } = identityOf(number);
  const { least, most } = corpora[corpus];
  const count = random.int(least, most);
  const site = {
    id,
    another: identityOf(number + perDay).id.replace(/^CHG-(\d{4})(\d\d)(\d\d)/, 'CR-$1-$2-$3'),
    random,
  };
  if (!isRequest) {
    const { text, planted } = plantFaults(changeRecord({ id, created, random }).text, recordFaults, count, site);
    return {
      files: [{ path: `docs/processes/change-records/${id}.md`, text: inSomebodysHand(text, random) }],
      planted,
    };
  }
  const status = statusOf(corpus, seed, number);
  const upstream = random.chance(0.2) ? upstreamOf(corpus, seed, number, random) : undefined;
  const parts = changeRequest({ id, created, random, status, upstream, size });
  const { record, assessment, plan, closure } = parts;
  const isApart = size === 0 && random.chance(0.08);
  // Faults are planted into all of it together, wherever it then stands.
  const between = isApart ? `\n${apart}` : '\n---\n\n';
  const end = closure === '' ? '' : `\n---\n\n${closure}`;
  const whole = isApart
    ? [record + end, assessment, plan].join(between)
    : [record, assessment, plan].join(between) + end;
  const { text, planted } = plantFaults(whole, requestFaults, count, site);
  const folder = `docs/processes/change-requests${random.chance(0.2) ? `/${day(created).slice(0, 4)}` : ''}`;
  const names = ['', '-IMPACT-ASSESSMENT', '-IMPLEMENTATION-PLAN'];
  const files = text.split(apart).map((part, index) => ({
    path: `${folder}/${id}${names[index] ?? ''}.md`,
    text: inSomebodysHand(part, random),
  }));
  return { files, planted };
}

/**
 * Writes a workspace with `count` records.
 * @param {string} folder
 * @param {number} count
 * @param {{ corpus?: Corpus, seed?: number }} [options]
 * @returns {{ files: string[], bytes: number, planted: number }} absolute paths
 */
export function writeCorpus(folder, count, { corpus = 'usual', seed = 1 } = {}) {
  const paths = [];
  let bytes = 0;
  let faults = 0;
  /** @type {Set<string>} */
  const folders = new Set();
  const write = (/** @type {string} */ path, /** @type {string} */ text) => {
    const home = join(folder, path, '..');
    if (!folders.has(home)) mkdirSync(home, { recursive: true });
    folders.add(home);
    writeFileSync(join(folder, path), text);
  };
  write('.changegate/policy.yml', 'version: 1\n');
  for (let number = 0; number < count; number++) {
    const { files, planted } = corpusRecord(corpus, number, { seed });
    faults += planted.length;
    for (const { path, text } of files) {
      write(path, text);
      paths.push(join(folder, path));
      bytes += Buffer.byteLength(text);
    }
  }
  return { files: paths, bytes, planted: faults };
}
