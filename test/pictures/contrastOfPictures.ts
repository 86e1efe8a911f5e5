/**
 * Words and lines of drawings that cannot be distinguished from what is painted beneath them, one sentence each: words need 4.5 to
 * 1, what a drawing cannot be understood without 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). Runs in the page, and
 * may use nothing from outside of itself.
 */
export function contrastOfPictures(): string[] {
  type Color = readonly [red: number, green: number, blue: number, alpha: number];
  /** What only helps the eye: grids, the ground of bars, and cells, whose band stands in them as a word. */
  const decorative = '.cg-grid, .cg-cell, .cg-ring.cg-on, .track';
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return ['Colors cannot be read here.'];
  const known = new Map<string, Color>();
  const read = (color: string): Color => {
    const before = known.get(color);
    if (before) return before;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = '#00000000';
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    const made: Color = [red, green, blue, alpha / 255];
    known.set(color, made);
    return made;
  };
  const over = ([r, g, b, alpha]: Color, [red, green, blue]: Color): Color => [
    r * alpha + red * (1 - alpha),
    g * alpha + green * (1 - alpha),
    b * alpha + blue * (1 - alpha),
    1,
  ];
  const luminance = ([red, green, blue]: Color): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: Color, b: Color): number => {
    const [high = 0, low = 0] = [luminance(over(a, b)), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const painted = (element: Element): Color => {
    const style = getComputedStyle(element);
    if (!(element instanceof SVGElement) || element instanceof SVGSVGElement) return read(style.backgroundColor);
    if (element instanceof SVGTextContentElement || style.fill === 'none') return [0, 0, 0, 0];
    const [red, green, blue, alpha] = read(style.fill);
    return [red, green, blue, alpha * Number(style.fillOpacity) * Number(style.opacity)];
  };
  /** What is painted at a point of the window, beneath an element. */
  const beneath = (element: Element, x: number, y: number): Color => {
    const all = document.elementsFromPoint(x, y);
    // Arrows that lead to one place run over each other and are one; so do values and their median where they are one.
    const isAlike = (each: Element): boolean =>
      each.matches('.cg-head, .cg-edge')
        ? element.matches('.cg-head, .cg-edge, .cg-quarter *')
        : each.matches('.cg-quarter *') && element.matches('.cg-today, .cg-late');
    const stack = all.slice(all.indexOf(element) + 1).filter((each) => !isAlike(each));
    let color: Color = [255, 255, 255, 1];
    const canvas = read(getComputedStyle(document.documentElement).backgroundColor);
    if (canvas[3] > 0) color = over(canvas, color);
    for (const each of stack.reverse()) color = over(painted(each), color);
    return color;
  };
  /** What is beneath something can be asked only where it is in the window. */
  const bringIntoView = (element: Element): void => {
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  const faults = new Map<string, string>();
  const tell = (element: Element, what: string, value: number, needed: number): void => {
    if (value >= needed) return;
    const drawing = element.closest('svg')?.getAttribute('class') ?? '';
    const name = `${element.getAttribute('class') ?? element.localName} in ${element.parentElement?.getAttribute('class') ?? ''}`;
    const words = element.textContent.slice(0, 30);
    faults.set(
      `${drawing} ${name} ${what}`,
      `${drawing}: ${what} "${words}" (${name}) has a contrast of ${value.toFixed(2)}, not ${String(needed)}.`,
    );
  };
  for (const text of document.querySelectorAll<SVGTextElement>('svg text')) {
    if (text.getClientRects().length === 0 || text.textContent.trim() === '') continue;
    bringIntoView(text);
    const { left, top, width, height } = text.getBoundingClientRect();
    const style = getComputedStyle(text);
    const fill = read(style.fill);
    const hasHalo = style.paintOrder.startsWith('stroke') && style.stroke !== 'none';
    for (const along of [0.1, 0.5, 0.9]) {
      const behind = hasHalo ? read(style.stroke) : beneath(text, left + width * along, top + height / 2);
      tell(text, 'text', contrast(fill, behind), 4.5);
    }
  }
  for (const shape of document.querySelectorAll<SVGGeometryElement>(
    'svg :is(path, rect, circle, polygon, line, polyline)',
  )) {
    if (shape.matches(decorative) || shape.closest('defs') || shape.getClientRects().length === 0) continue;
    bringIntoView(shape);
    const style = getComputedStyle(shape);
    const matrix = shape.getScreenCTM();
    const length = shape.getTotalLength();
    if (!matrix || length === 0) continue;
    const at = (along: number): DOMPoint => shape.getPointAtLength(length * along).matrixTransform(matrix);
    const stroke =
      style.stroke === 'none' || Number.parseFloat(style.strokeWidth) === 0 ? undefined : read(style.stroke);
    const fill = painted(shape);
    // An outline in the color of what is behind only sets a thing apart: then its fill tells it.
    const places = [0.06, 0.19, 0.31, 0.44, 0.56, 0.69, 0.81, 0.94].map((along) => {
      const { x, y } = at(along);
      const behind = beneath(shape, x, y);
      return Math.max(stroke ? contrast(stroke, behind) : 0, fill[3] > 0 ? contrast(fill, behind) : 0);
    });
    // It may end at another shape, or run over one: five of the eight places are enough.
    tell(shape, 'line', places.sort((a, b) => a - b)[3] ?? 21, 3);
  }
  return [...faults.values()];
}
