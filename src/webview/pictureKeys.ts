/**
 * The keyboard in a drawing: Enter and Space do what a click does on things that are no buttons; arrows go from thing to
 * thing. What has the arrow keys for itself, because it can be moved, keeps them.
 */
export function onPictureKey(event: KeyboardEvent, act: (target: SVGElement) => void): void {
  const { target, key } = event;
  if (!(target instanceof SVGElement)) return;
  if (key === 'Enter' || key === ' ') {
    event.preventDefault();
    act(target);
    return;
  }
  const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[key];
  if (way === undefined || target.dataset['item'] !== undefined) return;
  event.preventDefault();
  const things = thingsAround(target);
  const next = things[Math.max(0, Math.min(things.length - 1, things.indexOf(target) + way))];
  if (!next) return;
  stopAt(next);
  next.focus();
}

/** Of the things of a drawing or a grid, which are one stop of Tab together, makes this one the stop. */
export function stopAt(thing: Element): void {
  for (const each of thingsAround(thing)) each.setAttribute('tabindex', each === thing ? '0' : '-1');
}

function thingsAround(thing: Element): (HTMLElement | SVGElement)[] {
  const all = thing
    .closest('svg, [role=grid]')
    ?.querySelectorAll<HTMLElement | SVGElement>('[tabindex]:not([data-item])');
  return [...(all ?? [])];
}
