// Says how two outputs differ, in groups: the same change in three hundred places is one group.
import { diffWordsWithSpace, structuredPatch } from 'diff';

/** How many letters of a line are shown. */
const widest = 220;

/**
 * A change that was met in one or more outputs.
 * @typedef {object} Group
 * @property {number} count
 * @property {string} shown the first one met, as a diff
 * @property {string} where the call that it was met in
 * @property {Map<string, number>} commands how often by command
 */

/**
 * @param {ReadonlyMap<string, string>} before outputs by call
 * @param {ReadonlyMap<string, string>} after
 * @returns {{ different: number, groups: Group[] }} the most frequent first
 */
export function differences(before, after) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  let different = 0;
  for (const [call, old] of before) {
    const text = after.get(call) ?? 'No output at all: the process ended before.\n';
    if (old === text) continue;
    different++;
    const command = /: (\S*)/.exec(call)?.[1] ?? '';
    for (const { key, shown } of changesOf(old, text)) {
      const group = groups.get(key) ?? { count: 0, shown, where: call, commands: new Map() };
      group.count++;
      group.commands.set(command, (group.commands.get(command) ?? 0) + 1);
      groups.set(key, group);
    }
  }
  return { different, groups: [...groups.values()].sort((one, other) => other.count - one.count) };
}

/**
 * @param {string} before
 * @param {string} after
 * @returns {{ key: string, shown: string }[]}
 */
function changesOf(before, after) {
  let [old, text] = [inLines(before), inLines(after)];
  if (old === text) [old, text] = [before, after];
  const patch = structuredPatch('', '', old, text, '', '', { context: 0, timeout: 1000 });
  if (!patch) return [{ key: 'everything', shown: 'Too much differs to show it.' }];
  return patch.hunks.flatMap(({ lines }) => {
    const removed = lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1));
    const added = lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
    if (removed.length !== added.length) return [change(removed, added)];
    return removed.map((line, index) => change([line], [added[index] ?? '']));
  });
}

/**
 * @param {readonly string[]} removed
 * @param {readonly string[]} added
 */
function change(removed, added) {
  const [one = ''] = removed;
  const [other = ''] = added;
  const isLine = removed.length === 1 && added.length === 1;
  const from = isLine ? Math.max(0, firstDifference(one, other) - 80) : 0;
  const shown = [...some(removed, '-', from), ...some(added, '+', from)].join('\n');
  return { key: isLine ? keyOfLine(one, other) : `${keyOf(removed)}\n→\n${keyOf(added)}`, shown };
}

/**
 * What is the same about two changes of a line: the words that were exchanged.
 * @param {string} one
 * @param {string} other
 */
function keyOfLine(one, other) {
  const from = Math.max(0, firstDifference(one, other) - 40);
  const [old = '', text = ''] = [one, other].map((line) => withoutHashes(line.slice(from, from + 2000)));
  const parts = diffWordsWithSpace(old, text, { timeout: 200 });
  const words = (parts ?? []).filter(({ added, removed }) => added || removed);
  const key = words.map(({ added, value }) => `${added ? '+' : '-'}${plain(value)}`).join(' ');
  // Numbers alone say nothing of what they count.
  return /\p{L}/u.test(key) ? key : `${plain(one)} ${key}`;
}

/** @param {readonly string[]} lines */
function keyOf(lines) {
  return lines.slice(0, 6).map(plain).join('\n');
}

/**
 * A text without what is of one record alone.
 * @param {string} text
 */
function plain(text) {
  return withoutHashes(text)
    .replace(/[\w./-]*\/[\w./-]+/g, 'PATH')
    .replace(/\b(?:CR|CHG)-[\d-]+\d/g, 'ID')
    .replace(/\d+/g, '#')
    .trim();
}

/**
 * @param {string} text
 */
function withoutHashes(text) {
  return text.replace(/\b[0-9a-f]{10,}\b/g, '#');
}

/**
 * @param {string} one
 * @param {string} other
 */
function firstDifference(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/**
 * @param {readonly string[]} lines
 * @param {string} sign
 * @param {number} from
 */
function some(lines, sign, from) {
  const shown = lines.slice(0, 6).map((line) => {
    const part = line.slice(from, from + widest);
    return `${sign}${from > 0 ? '…' : ''}${part}${from + widest < line.length ? '…' : ''}`;
  });
  return lines.length > 6 ? [...shown, `${sign}… ${String(lines.length - 6)} more lines`] : shown;
}

/**
 * Breaks long lines of JSON, HTML and SVG where a thing begins.
 * @param {string} text
 */
function inLines(text) {
  return text.replace(/[^\n]{300,}/g, (line) => line.replace(/></g, '>\n<').replace(/([{[,])"/g, '$1\n"'));
}
