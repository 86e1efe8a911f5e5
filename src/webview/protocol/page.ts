import { isFields, isKey, isListOf, isNumber, isText, longestKey } from './guards';

/**
 * What the pages and the extension host say to each other. The host draws and the page shows: HTML goes one way, what a
 * person did the other. Both sides import this file, which runs where there is neither a DOM nor VS Code.
 */

/** What the host tells the page. */
export interface ToPage {
  readonly type: 'show';
  /** The content of the page; `data-same` on an element says that the page has it already. */
  readonly html: string;
  /** What it is about, as it is remembered; another one begins at the top. Empty: there is nothing to show. */
  readonly topic: string;
  /** What is shown of it, as the host writes it; the page remembers it and understands nothing of it. */
  readonly asked: string;
  /** What is read aloud, if anything. */
  readonly announce?: string;
}

/** What the page asks the host for. What it may be is checked by the host. */
export type FromPage =
  /** The page is there and knows nothing. */
  | { readonly type: 'ready' }
  /** Something with `data-act` and `data-what` was chosen. */
  | { readonly type: 'act'; readonly act: string; readonly what: string }
  /** Another option of a `data-select`. */
  | { readonly type: 'select'; readonly select: string; readonly value: string }
  /** Show the month of a day, ISO. */
  | { readonly type: 'goTo'; readonly day: string }
  /** A `data-item` was put elsewhere in its grid; 0 is what stays as it is. */
  | { readonly type: 'put'; readonly item: string; readonly row: number; readonly column: number };

/** What the page remembers over a reload, and VS Code over a restart: no text of a record. */
export interface PageState {
  readonly topic: string;
  readonly asked: string;
  /** In CSS pixels. */
  readonly scroll: number;
  /** The ID of the thing that has the keyboard; empty if nothing has. */
  readonly focus: string;
  /** The disclosures that are open. */
  readonly open: readonly string[];
}

/** Longer is nothing that a page was asked to remember, in UTF-16 code units. */
const longestMemory = 8000;

/** What was remembered, if it is what a page remembers. */
export function readState(data: unknown): PageState | undefined {
  if (!isFields(data)) return undefined;
  const { topic, asked, scroll, focus, open } = data;
  const memory = (value: unknown): string => (isText(value) && value.length <= longestMemory ? value : '');
  return {
    topic: memory(topic),
    asked: memory(asked),
    scroll: isNumber(scroll) && scroll >= 0 ? scroll : 0,
    focus: isText(focus) && focus.length <= 4 * longestKey ? focus : '',
    open: isListOf(open, isKey) && open.length <= 100 ? open : [],
  };
}

/** What the host tells, if the page can show it. */
export function readToPage(data: unknown): ToPage | undefined {
  if (!isFields(data)) return undefined;
  const { type, html, topic, asked, announce } = data;
  if (type !== 'show' || !isText(html) || !isText(topic) || !isText(asked)) return undefined;
  if (announce === undefined) return { type, html, topic, asked };
  return isText(announce) ? { type, html, topic, asked, announce } : undefined;
}
