import { element, fragment, type Attributes, type Content, type Markup } from '../svg/markup';
import { unbroken } from './unbroken';

/** A page in the language of a reader: English words with `{0}` or `{name}` in them, and what is put in. */
export type Translate = (text: string, ...values: readonly (string | number)[]) => string;

/** The words as they are. */
export const english: Translate = (text, ...values) =>
  text.replace(/\{(\d+)\}/g, (place, at: string) => String(values[Number(at)] ?? place));

/** What is text of the page alone, and holds no elements. */
const onlyText = new Set(['option', 'title']);

/** An element of a page with what stands in it; in its words no line breaks within a date or an ID. */
export function html(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Markup {
  return element(name, attributes, onlyText.has(name) ? content : content.map(whole));
}

function whole(content: Content): Content {
  if (typeof content === 'string') return unbroken(content);
  return Array.isArray(content) ? (content as readonly Content[]).map(whole) : content;
}

/** What happens when something is chosen: the page tells its host `act` and `what`, and knows nothing of either. */
export interface Act {
  readonly act: 'reveal' | 'move' | 'open' | 'choose' | 'unfold' | 'run';
  readonly what: string;
}

/** Attributes of what can be chosen. The same thing has the same key in the next view, so that the keyboard stays on it. */
export function acting({ act, what }: Act, key: string): Attributes {
  return { id: idOf(key), 'data-act': act, 'data-what': what };
}

/** A key as an ID of an element: any words, without blanks. */
export function idOf(key: string): string {
  return key.replace(/[^\w.-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`);
}

/** Something that is shown when it is asked for; what is open stays open. */
export function disclosure(key: string, title: string, ...content: readonly Content[]): Markup {
  return html('details', { 'data-fold': key }, html('summary', { id: idOf(`${key}.fold`) }, title), ...content);
}

/** A part of a page. It is shown again only when something in it changed. */
export interface PagePart {
  readonly id: string;
  readonly element: 'section' | 'div';
  readonly attributes: Attributes;
  readonly content: Content;
}

/** A section with its heading; `unseen`: what follows is known by its own words. */
export function section(
  id: string,
  title: string,
  { isUnseen = false, ...attributes }: { readonly class?: string; readonly isUnseen?: boolean },
  ...content: readonly Content[]
): PagePart {
  const heading = `heading.${id}`;
  return {
    id,
    element: 'section',
    attributes: { 'data-section': id, ...attributes, 'aria-labelledby': heading },
    content: [html('h2', { id: heading, class: isUnseen ? 'unseen' : undefined }, title), ...content],
  };
}

/** A page as it is shown: its parts, and what frames them. */
export interface PageView {
  readonly parts: readonly PagePart[];
  /** Puts parts, of which each was drawn, where they belong. */
  readonly frame?: (drawn: (part: PagePart) => Markup) => Content;
}

/** The HTML of a page. A part that the page has already (`isNews` says no) is only named: the page leaves it as it is. */
export function pageHtml(
  { parts, frame }: PageView,
  isNews: (id: string, html: string) => boolean = () => true,
): { readonly html: string; readonly changed: readonly string[] } {
  const changed: string[] = [];
  const draw = ({ id, element: name, attributes, content }: PagePart): Markup => {
    const drawn = html(name, { id: `part.${id}`, ...attributes }, content);
    if (!isNews(id, drawn.text)) return element(name, { id: `part.${id}`, 'data-same': true });
    changed.push(id);
    return drawn;
  };
  const content = frame ? frame(draw) : parts.map(draw);
  return { html: fragment(content).text, changed };
}

/** A page that has nothing to show, and what can be done about it. */
export function messageView(kind: string, text: string, hint: string, ...content: readonly Content[]): PageView {
  return {
    parts: [
      {
        id: 'message',
        element: 'div',
        attributes: { class: `message ${kind}`.trim() },
        content: [html('p', {}, text), html('p', { class: 'facts' }, hint), ...content],
      },
    ],
  };
}
