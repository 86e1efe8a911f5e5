/** What an element is made with: attributes by name; those that are undefined or false are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes and children. Strings become text, and nothing else. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value));
  made.append(...children.filter((child) => child !== undefined));
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
