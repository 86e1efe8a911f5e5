// How a record is written: everybody has habits, and none of them changes what is said.

import { capital } from './prose.mjs';

/** @typedef {import('./random.mjs').Random} Random */

/**
 * Habits, each with how often it is met. They work on records in the form of the template.
 * @type {readonly [often: number, habit: (text: string, random: Random) => string][]}
 */
const habits = [
  [0.06, trackingTable],
  // Labels.
  [0.3, (text) => text.replace(/^\*\*([^*\n]+)\*\*:/gm, '**$1:**')],
  [0.06, (text) => text.replace(/^\*\*([^*\n]+)\*\*:/gm, '__$1__:')],
  [
    0.15,
    (text, random) =>
      text.replace(/^\*\*([^*\n]+)\*\*: /gm, (line, label) => (random.chance(0.5) ? `**${label}:** ` : line)),
  ],
  [
    0.08,
    (text) =>
      text.replace(/^\*\*(Branch|Pull Request|Implementation \w+|Deployed to Production)\*\*: /gm, '- **$1**: '),
  ],
  [0.08, (text) => text.replace(/^\*\*(Title|Requestor)\*\*: /gm, '**$1**:\n')],
  // Choices in words, and other words for the same.
  [
    0.15,
    (text) =>
      text.replace(
        /^(\*\*Status\*\*: )(\w+)$/m,
        (_, label, status) => label + capital(status.toLowerCase().replace('_', ' ')),
      ),
  ],
  [0.1, (text) => text.replace(/^( {3}- \*\*(?:Probability|Impact)\*\*: )([LMH])\w+$/gm, '$1$2')],
  [
    0.2,
    (text) =>
      text.replace(
        /^\*\*(Priority|Urgency)\*\*: ?\n(?:- \[ \] .*\n)*- \[x\] (.*)\n(?:- \[ \] .*\n)*/gm,
        '**$1**: $2\n',
      ),
  ],
  [0.2, (text) => text.replaceAll('[x]', '[X]')],
  // Headings.
  [0.12, numbered],
  [0.08, (text) => text.replace(/^(#{2,3}) (.*)$/gm, '$1 $2 $1')],
  [0.1, (text) => text.replace(/^### (\d)\. /gm, '### $1) ')],
  [0.1, (text) => text.replace(/^### \d\. /gm, '### ')],
  [0.05, (text) => text.replace(/^# Change Request: (.*)$/m, '# $1')],
  // Lists, rules, blanks and tables.
  [0.2, (text) => text.replace(/^( *)- /gm, '$1* ')],
  [0.05, (text) => text.replace(/^( *)- /gm, '$1+ ')],
  [0.15, (text) => text.replaceAll('\n---\n', '\n***\n')],
  [0.15, (text) => text.replaceAll('\n---\n\n', '')],
  [0.1, (text) => text.replace(/^(#{2,4} .*)\n(?!\n)/gm, '$1\n\n')],
  [0.1, (text, random) => text.replace(/^(\*\*.*)$/gm, (line) => (random.chance(0.3) ? `${line}  ` : line))],
  [
    0.06,
    (text) =>
      text.replace(/^\| Date \| Status \| Notes \|\n.*\n((?:\|.*\n)+)/m, (_, rows) =>
        rows.replace(/^\| (.*) \| (.*) \| (.*) \|$/gm, '- $1: $2 - $3'),
      ),
  ],
  [0.12, alignedTables],
  [0.05, (text) => text.replace(/^\| (.*) \|$/gm, '|$1|')],
  // Comments, and the front matter of other tools.
  [
    0.1,
    (text) =>
      text.replace(/^## Description$/m, '## Description\n\n<!-- What, why, and what else was thought of. -->\n'),
  ],
  [0.08, (text, random) => `---\nlayout: page\ntags: [change, ${random.pick(['api', 'web', 'data'])}]\n---\n\n${text}`],
  // Ends of lines.
  [0.1, (text) => text.replaceAll('\n', '\r\n')],
];

/**
 * The same record as somebody with habits of their own writes it.
 * @param {string} text
 * @param {Random} random
 */
export function inSomebodysHand(text, random) {
  return habits.reduce((written, [often, habit]) => (random.chance(often) ? habit(written, random) : written), text);
}

/** Branch, pull request and dates as rows. @param {string} text */
function trackingTable(text) {
  return text.replace(/(## Implementation Tracking\n\n)((?:\*\*.*\n)+)/, (_, heading, lines) => {
    const rows = lines.replace(/^\*\*(.*)\*\*: (.*)$/gm, '| $1 | $2 |');
    return `${heading}| Field | Value |\n|---|---|\n${rows}`;
  });
}

/** `## 3. Dependencies`. @param {string} text */
function numbered(text) {
  let number = 0;
  return text.replace(/^## (.*)$/gm, (_, title) => `## ${String(++number)}. ${title}`);
}

/** Cells as wide as their column. @param {string} text */
function alignedTables(text) {
  return text.replace(/(?:^\|.*\|\n)+/gm, (table) => {
    const rows = table
      .trimEnd()
      .split('\n')
      .map((row) =>
        row
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      );
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    return rows
      .map((row) => `| ${widths.map((width, column) => fill(row[column] ?? '', width)).join(' | ')} |\n`)
      .join('');
  });
}

/** @param {string} cell @param {number} width */
function fill(cell, width) {
  return /^-+$/.test(cell) ? '-'.repeat(width) : cell.padEnd(width);
}
