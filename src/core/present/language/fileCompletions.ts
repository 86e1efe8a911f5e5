import { comparableName } from '../../process/comparableName';
import { isPlaceholder } from '../../process/placeholder';
import { slice, type Span } from '../../text/span';
import { mostOffered, noCompletions, type Completions, type LanguageFacts } from './completion';
import type { CompletionPlace } from './completionPlace';
import { offer } from './offer';
import { itemContent } from './peopleCompletions';

/** Where the files of the workspace may be named: what is written there now. */
export function filePlaceAt({ cursor, document, at, cell }: CompletionPlace): Span | undefined {
  const { text, line, offset } = cursor;
  if (cell) return /^files?\b|\bpath$/.test(cell.column) && offset >= cell.value.start ? cell.value : undefined;
  const here = slice(text, line);
  const indent = /^\s*/.exec(here)?.[0].length ?? 0;
  if (!/^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(here)) return undefined;
  const content = itemContent(text, { start: line.start + indent, end: line.end });
  if (offset < content.start) return undefined;
  // The nearest label above tells what is listed: "Files", or "Files to Modify" in a list of its own.
  const owner = document.scan.blocks.findLast(
    (block) =>
      block.span.end <= line.start &&
      ((block.kind === 'item' && block.field !== undefined && block.indent < indent) ||
        (block.kind === 'text' && block.field !== undefined) ||
        block.kind === 'heading'),
  );
  const label = owner && 'field' in owner && owner.field ? owner.field.label : undefined;
  const name = label
    ? comparableName(slice(text, label))
    : at?.where === 'below'
      ? at.answer.field.names[0]
      : undefined;
  return name !== undefined && /^(?:affected |key )?files?\b/.test(name) ? content : undefined;
}

/** The files and folders of the workspace, folder by folder; a leading slash is the workspace itself (reading 1). */
export async function fileCompletions(
  { cursor }: CompletionPlace,
  content: Span,
  facts: LanguageFacts,
): Promise<Completions> {
  const { text, offset } = cursor;
  const written = slice(text, content);
  const isWhole = isPlaceholder(written) && !written.includes('/');
  const path = isWhole ? content : pathAround(text, content, offset);
  if (!path) return noCompletions;
  const typed = isWhole ? '' : text.slice(path.start, offset);
  const slash = typed.lastIndexOf('/') + 1;
  const folder = typed
    .slice(0, slash)
    .replace(/^\.?\//, '')
    .replace(/\/$/, '');
  if (folder.split('/').some((part) => part === '..' || part === '.')) return noCompletions;
  const entries = await facts.entries(folder);
  const rest = isWhole ? 0 : text.slice(offset, path.end).indexOf('/');
  const part = isWhole ? path : { start: path.start + slash, end: rest < 0 ? path.end : offset + rest };
  const sorted = [...entries]
    .filter(({ name }) => isWritable(name))
    .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || (a.name < b.name ? -1 : 1));
  const wanted = typed.slice(slash).toLowerCase();
  const first = sorted.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const items = [...first, ...sorted.filter((entry) => !first.includes(entry))].slice(0, mostOffered);
  return {
    isIncomplete: sorted.length > mostOffered,
    items: items.map(({ name, isFolder }) =>
      offer(
        { cursor, written: part, isWhole },
        {
          kind: isFolder ? 'folder' : 'file',
          label: isFolder ? `${name}/` : name,
          detail: folder,
          insert: isFolder && text.charAt(part.end) !== '/' ? `${name}/` : name,
          continues: isFolder,
        },
      ),
    ),
  };
}

/** The path that a cursor stands in: up to a blank, a backtick or a colon, which end it. */
function pathAround(text: string, { start, end }: Span, offset: number): Span | undefined {
  let from = offset;
  while (from > start && !/[\s`:,()<>[\]|]/.test(text.charAt(from - 1))) from--;
  let to = offset;
  while (to < end && !/[\s`:,()<>[\]|]/.test(text.charAt(to))) to++;
  // A path is the first thing that an entry says; behind it, it is prose.
  return /^[\s`[]*$/.test(text.slice(start, from)) ? { start: from, end: to } : undefined;
}

/** Names that would end a path, or turn what is written, are not offered. */
function isWritable(name: string): boolean {
  return name !== '' && name.length <= 255 && !/[\p{Cc}\p{Cf}`|<>]/u.test(name);
}
