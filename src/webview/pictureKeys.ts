/**
 * The keyboard in a drawing: Enter and Space do what a click does on things that are no buttons; arrows go from thing to
 * thing. What has the arrow keys for itself (a risk) keeps them.
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
  if (way === undefined || target.dataset['risk'] !== undefined) return;
  event.preventDefault();
  const things = [...(target.ownerSVGElement?.querySelectorAll<SVGElement>('[role=button]:not([data-risk])') ?? [])];
  const at = Math.max(0, Math.min(things.length - 1, things.indexOf(target) + way));
  const next = things[at];
  if (!next) return;
  for (const thing of things) thing.setAttribute('tabindex', thing === next ? '0' : '-1');
  next.focus();
}
