/** The nearest thing around a target of an event that carries a key of the data set. */
export function around(target: EventTarget | null, name: string): (HTMLElement | SVGElement) | undefined {
  const found = target instanceof Element ? target.closest(`[data-${name}]`) : null;
  return isThing(found) ? found : undefined;
}

/** Whether something is an element that can have the keyboard. */
export function isThing(element: Element | null): element is HTMLElement | SVGElement {
  return element instanceof HTMLElement || element instanceof SVGElement;
}
