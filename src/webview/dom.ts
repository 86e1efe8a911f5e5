/** What an element is made with: attributes by name; those that are undefined or false are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Dates, IDs and quarters, which are read as one word. */
const oneWord = /\b(?=[A-Z\d-]{0,40}\d)[A-Z\d]{1,6}(?:-[A-Z\d]{1,8}){1,4}\b/g;

/** A text for people, in which no line breaks within a date or an ID; its characters stay what they are. */
function told(text: string): (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(oneWord)) {
    pieces.push(text.slice(from, index), element('span', { class: 'one' }, new Text(found)));
    from = index + found.length;
  }
  return from === 0 ? [text] : [...pieces, text.slice(from)];
}

/** An element with attributes and children. Strings become text, and nothing else. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value));
  for (const child of children)
    if (typeof child === 'string' && name !== 'option') made.append(...told(child));
    else if (child !== undefined) made.append(child);
  return made;
}

/** The element with this `data-key` below another one. */
export function keyed(within: ParentNode, key: string): (HTMLElement | SVGElement) | undefined {
  if (key === '') return undefined;
  return [...within.querySelectorAll<HTMLElement | SVGElement>('[data-key]')].find(
    (each) => each.dataset['key'] === key,
  );
}

/** The nearest thing around a target of an event that carries a key of the data set. */
export function around(target: EventTarget | null, name: string): (HTMLElement | SVGElement) | undefined {
  const found = target instanceof Element ? target.closest(`[data-${name}]`) : null;
  return found instanceof HTMLElement || found instanceof SVGElement ? found : undefined;
}
