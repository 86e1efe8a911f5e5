import { scan } from '../../../src/core/markdown/scan';
import { comparableName } from '../../../src/core/process/comparableName';
import { compileProcess } from '../../../src/core/process/compileProcess';
import { usualWords, type ProcessWords } from '../../../src/core/process/processWords';
import { usualLoop } from '../../../src/core/process/changeLoop';
import type { Process } from '../../../src/core/process/process';
import type { ProcessSource } from '../../../src/core/process/processDefinition';
import { applyEdits, type TextEdit } from '../../../src/core/text/textEdit';

/** Every letter thirteen places on: other words of the same length, so that every span stays where it is. */
export function otherWord(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}

/** A process with other words for every status, role, label and section, and how to say a text in them. */
export interface InOtherWords {
  readonly process: Process;
  /** A record of the process in the other words. */
  say(text: string): string;
}

export function inOtherWords(source: ProcessSource): InOtherWords {
  const process = compileProcess(source);
  const loop = source.loop ?? usualLoop;
  const statuses = source.statuses.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
  const roles = source.roles.flatMap(({ label, aliases = [] }) => [label, ...aliases]);
  const labels = new Set(process.fields.flatMap(({ names }) => names));
  const rolePattern = pattern(roles);
  const statusPattern = pattern(statuses);

  /** Headings below the title, and labels; in lines about the status its words; names of roles wherever they stand. */
  const say = (text: string): string => {
    const edits = new Map<number, TextEdit>();
    const rename = (start: number, end: number): void => {
      edits.set(start, { span: { start, end }, newText: otherWord(text.slice(start, end)) });
    };
    for (const block of scan(text).blocks) {
      if (block.kind === 'heading' && block.level > 1 && !isPhase(text.slice(block.title.start)))
        rename(block.title.start, block.title.end);
      if ('field' in block && block.field) rename(block.field.label.start, block.field.label.end);
      if (block.kind === 'table') {
        for (const cell of block.header.cells) rename(cell.start, cell.end);
        // "| Last Updated | 2026-03-06 |" is a label and its answer.
        for (const { cells } of block.rows)
          if (cells[0] && labels.has(comparableName(text.slice(cells[0].start, cells[0].end))))
            rename(cells[0].start, cells[0].end);
      }
      if (block.kind !== 'item') continue;
      const words = text.slice(block.content.start, block.content.end);
      if (Object.hasOwn(loop.groups, comparableName(words))) rename(block.content.start, block.content.end);
      // "- Systems affected: [List]" is a label where the process knows it.
      const plain = /^([^:*`[\]]{2,60}):/.exec(words)?.[1];
      if (plain !== undefined && labels.has(comparableName(plain)))
        rename(block.content.start, block.content.start + plain.length);
    }
    const renamed = applyEdits(text, [...edits.values()]);
    const lines = renamed.split('\n').map((line, index) => {
      const before = text.split('\n')[index] ?? '';
      const isStatus = /^\W*status\b/i.test(before) || /^[|\s*-]*(?:\d{4}-|YYYY-)/.test(before);
      return isStatus ? line.replace(statusPattern, otherWord) : line;
    });
    return lines.join('\n').replace(rolePattern, otherWord);
  };

  const words = (all: readonly string[] | undefined): { aliases?: readonly string[] } =>
    all ? { aliases: all.map(otherWord) } : {};
  const path = (text: string): string =>
    text
      .split(' / ')
      .map((part) => (isPhase(part) ? part : otherWord(part)))
      .join(' / ');
  return {
    say,
    process: compileProcess({
      ...source,
      statuses: source.statuses.map((each) => ({ ...each, id: otherWord(each.id), ...words(each.aliases) })),
      transitions: source.transitions.map((each) => ({
        ...each,
        from: otherWord(each.from),
        to: otherWord(each.to),
      })),
      roles: source.roles.map((each) => ({ ...each, label: otherWord(each.label), ...words(each.aliases) })),
      documents: source.documents.map((each) => ({ ...each, template: say(each.template) })),
      sections: source.sections.map((each) => ({ ...each, path: path(each.path), ...words(each.aliases) })),
      fields: source.fields.map((each) => ({
        ...each,
        path: path(each.path),
        ...words(each.aliases),
        ...(each.template === undefined ? {} : { template: say(each.template) }),
        ...(each.initial === undefined ? {} : { initial: say(each.initial).replace(statusPattern, otherWord) }),
      })),
      words: otherWordsDeep(source.words ?? usualWords),
      loop: {
        groups: Object.fromEntries(Object.entries(loop.groups).map(([name, node]) => [otherWord(name), node])),
        phases: loop.phases.map(([word, node]) => [otherWord(word), node] as const),
        decision: loop.decision,
        feedback: otherWord(loop.feedback),
      },
    }),
  };
}

function otherWordsDeep(words: ProcessWords): ProcessWords {
  return JSON.parse(JSON.stringify(words), (_, value: unknown) =>
    typeof value === 'string' ? otherWord(value) : value,
  ) as ProcessWords;
}

/** The phases of a plan are the writer's own: its timeline names them in prose. */
function isPhase(heading: string): boolean {
  return /^phase \d/i.test(heading);
}

function pattern(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![A-Za-z_])(?:${longestFirst.join('|')})(?![A-Za-z_])`, 'g');
}
