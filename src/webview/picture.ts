/** What a drawing of the core is made of. Everything else in it is refused. */
const elements = new Set([
  'svg',
  'g',
  'a',
  'path',
  'line',
  'polyline',
  'polygon',
  'rect',
  'circle',
  'ellipse',
  'text',
  'tspan',
  'title',
  'desc',
  'defs',
  'marker',
  'style',
]);

/**
 * A drawing of the core as an element of this page; undefined where it is none, or holds what no drawing of ours holds:
 * scripts, handlers, links, foreign content, things from elsewhere. Its own style sheet stays behind: the page has one.
 */
export function adopt(svg: string): SVGSVGElement | undefined {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.localName !== 'svg' || parsed.querySelector('parsererror')) return undefined;
  const all = [root, ...root.querySelectorAll('*')];
  if (!all.every(isHarmless)) return undefined;
  for (const each of all) {
    if (each.localName === 'style') each.remove();
    each.removeAttribute('style');
  }
  const adopted = document.importNode(root, true);
  return adopted instanceof SVGSVGElement ? adopted : undefined;
}

function isHarmless(element: Element): boolean {
  return (
    element.namespaceURI === 'http://www.w3.org/2000/svg' &&
    elements.has(element.localName) &&
    [...element.attributes].every(({ localName, prefix, value }) => {
      const name = localName.toLowerCase();
      // Words, which do nothing whatever they say.
      if (name.startsWith('aria-') || name.startsWith('data-')) return true;
      if (name.startsWith('on') || name === 'src' || prefix === 'xlink') return false;
      return name === 'href' ? value.startsWith('#') : !/url\s*\(\s*(?!['"]?#)/i.test(value);
    })
  );
}
