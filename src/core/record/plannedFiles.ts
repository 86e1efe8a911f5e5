import { keys } from '../process/fieldKeys';
import { blocksWithin } from '../markdown/blocksWithin';
import { comparableName } from '../process/comparableName';
import { once, onceOfPart } from './facts';
import { plainSpan } from './plainText';
import type { Answer, ChangeRecord, Place } from './record';
import { slice, type Span } from '../text/span';
import { itemsOf } from './itemsOf';

/** A file that a record names. */
export interface NamedFile extends Place {
  /** As it is written, without marks. */
  readonly text: string;
  /** Without `/` and `./` at its beginning, so that it can be compared. */
  readonly path: string;
}

/** A row of the plan's Files to Modify. */
export interface PlannedFile extends NamedFile {
  readonly type: (Place & { readonly text: string }) | undefined;
  readonly lines: (Place & { readonly text: string }) | undefined;
}

/** The rows of the plan's table of files that name a path. */
export const plannedFiles = once(
  ({ answer, process }: Pick<ChangeRecord, 'answer' | 'facts' | 'process'>): readonly PlannedFile[] => {
    const files = answer(keys.planFiles);
    if (files?.filled !== true) return [];
    const { document, span } = files;
    return blocksWithin(document.scan, span).flatMap((block) => {
      if (block.kind !== 'table') return [];
      const names = block.header.cells.map((cell) => comparableName(slice(document.text, cell)));
      const { files: words } = process.words;
      const column = (wanted: readonly string[]): number => names.findIndex((name) => wanted.includes(name));
      const [path, type, lines] = [Math.max(0, column(words.path)), column(words.type), column(words.lines)];
      return block.rows.flatMap(({ cells }) => {
        const cell = (index: number): (Place & { text: string }) | undefined => {
          const where: Span | undefined = cells[index];
          if (!where) return undefined;
          const place = plainSpan(document.text, where);
          return { document, span: place, text: slice(document.text, place) };
        };
        const named = cell(path);
        const read = named && pathIn(named.text);
        if (!named || read === undefined) return [];
        const { span: where, text } = named;
        return [{ document, span: where, text, path: read, type: cell(type), lines: cell(lines) }];
      });
    });
  },
);

/** The files that a list names, one an item or separated by commas. */
export function filesIn(answer: Answer | undefined): readonly NamedFile[] {
  return answer?.filled === true ? filesOf(answer) : [];
}

const filesOf = onceOfPart((answer: Answer): readonly NamedFile[] => {
  const items = itemsOf(answer).filter(({ item }) => !item.field);
  return items.flatMap(({ document, span, text }) => {
    const path = pathIn(text);
    return path === undefined ? [] : [{ document, span, text, path }];
  });
});

/** The path that a text begins with: it has a slash or an extension, no blank and no wildcard. */
export function pathIn(text: string): string | undefined {
  const word = /^[*_`\s]*([^\s`*,:;()[\]]{3,200})/.exec(text)?.[1];
  if (word === undefined || !/[/\\]|\.\w{1,6}$/.test(word) || /^https?$/i.test(word)) return undefined;
  return word
    .replace(/\\/g, '/')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** Whether two paths may mean the same: one ends with the other, or holds it as a folder. */
export function mayBeSame(a: string, b: string): boolean {
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`) || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
