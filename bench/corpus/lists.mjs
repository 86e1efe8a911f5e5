// Lists as records have them, a line an item.

/** @param {readonly string[]} lines */
export function boxes(lines, /** @type {readonly string[]} */ ticked = []) {
  return lines.map((line) => `- [${ticked.some((each) => line.startsWith(each)) ? 'x' : ' '}] ${line}\n`).join('');
}

/** @param {readonly string[]} items */
export function list(items, indent = '') {
  return items.map((item) => `${indent}- ${item}\n`).join('');
}
