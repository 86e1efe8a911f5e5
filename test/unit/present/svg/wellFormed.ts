import { strict as assert } from 'node:assert';

/** An element that was met: its name and attributes. */
export interface MetElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const entities = /&(?:amp|lt|gt|quot|#39);/g;
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Reads XML as strictly as a parser does: one root, tags that close in order, quoted attributes that stand once, no bare
 * `<`, `&` or characters that XML does not know. Gives the elements and the text between them.
 */
export function readXml(xml: string): { readonly elements: readonly MetElement[]; readonly text: string } {
  assert.doesNotMatch(xml, forbidden);
  const elements: MetElement[] = [];
  const open: string[] = [];
  let text = '';
  let at = 0;
  const tag = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const words = xml.slice(at, next < 0 ? undefined : next);
    assert.doesNotMatch(words.replace(entities, ''), /&/, 'a bare ampersand');
    assert.ok(open.length > 0 || words.trim() === '', 'text outside of the root');
    text += words;
    if (next < 0) break;
    tag.lastIndex = next;
    const met = tag.exec(xml);
    assert.ok(met, `no tag: ${xml.slice(next, next + 80)}`);
    const [all, slash, name = '', rest = '', self] = met;
    if (slash === '/') assert.equal(open.pop(), name);
    else {
      assert.ok(open.length > 0 || elements.length === 0, 'a second root');
      const attributes = [...rest.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
        ([, key = '', value = '']) => [key, value] as const,
      );
      for (const [, value] of attributes) assert.doesNotMatch(value.replace(entities, ''), /&/);
      assert.equal(new Set(attributes.map(([key]) => key)).size, attributes.length, 'an attribute twice');
      elements.push({ name, attributes: new Map(attributes) });
      if (self !== '/') open.push(name);
    }
    at = next + all.length;
  }
  assert.deepEqual(open, []);
  return { elements, text };
}

const allowed = new Set(['svg', 'title', 'desc', 'style', 'g', 'rect', 'circle', 'line', 'path', 'polygon', 'text']);

/** That a picture is well-formed, says what it is, and holds nothing that could run, load or bring style of its own. */
export function assertPicture(svg: string): void {
  const { elements } = readXml(svg);
  const [root, title, description] = elements;
  assert.equal(root?.name, 'svg');
  assert.equal(root.attributes.get('role'), 'img');
  assert.deepEqual([title?.name, description?.name], ['title', 'desc']);
  assert.equal(root.attributes.get('aria-labelledby'), title?.attributes.get('id'));
  assert.equal(root.attributes.get('aria-describedby'), description?.attributes.get('id'));
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
  assert.equal(new Set(ids).size, ids.length);
  for (const { name, attributes } of elements) {
    assert.ok(allowed.has(name), name);
    for (const [key, value] of attributes) {
      assert.doesNotMatch(key, /^on|^style$|href$/);
      assert.doesNotMatch(value, /url\(|NaN|undefined|Infinity/);
    }
  }
}
