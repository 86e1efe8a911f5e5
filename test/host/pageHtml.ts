// What a page shows, read from its HTML: both extension hosts run these suites, and neither has a DOM.

/** A word of a page as a person reads it. */
export function textOf(html: string): string {
  const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/<[^>]*>/g, '').replace(/&([a-z#0-9]+);/g, (all, name: string) => marks[name] ?? all);
}

/** The attributes of the first element of some HTML. */
function attributesOf(html: string): ReadonlyMap<string, string> {
  const tag = /^<[^>]*>/.exec(html)?.[0] ?? '';
  return new Map([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, textOf(value)]));
}

/** A thing of a page. */
export interface Thing {
  readonly html: string;
  readonly text: string;
  /** What the host gets when it is chosen. */
  readonly what: string;
  readonly act: string;
  readonly isPressed: boolean;
}

/** The things of an element name and a class, in their order. */
export function thingsOf(html: string, name: string, look: string): Thing[] {
  const all = [
    ...html.matchAll(new RegExp(`<${name}\\b[^>]*\\bclass="(?:[^"]* )?${look}(?: [^"]*)?".*?</${name}>`, 'g')),
  ];
  return all.map(([each]) => thingOf(each));
}

/** Everything that can be chosen. */
export function actsOf(html: string): Thing[] {
  return [...html.matchAll(/<[^>]*data-act="[^>]*>/g)].map(([each]) => thingOf(each));
}

function thingOf(html: string): Thing {
  const attributes = attributesOf(html);
  return {
    html,
    text: textOf(html),
    what: attributes.get('data-what') ?? '',
    act: attributes.get('data-act') ?? '',
    isPressed: (attributes.get('aria-pressed') ?? attributes.get('aria-selected')) === 'true',
  };
}

/** The words of the first element of a class. */
export function wordOf(html: string, look: string): string {
  return textOf(new RegExp(`class="(?:[^"]* )?${look}(?: [^"]*)?"[^>]*>(.*?)</`).exec(html)?.[1] ?? '');
}

/** The values of a choice, the one that is chosen by its own. */
export function optionsOf(html: string, select: string): { readonly value: string; readonly options: string[] } {
  const found = new RegExp(`<select data-select="${select}".*?</select>`).exec(html)?.[0] ?? '';
  const options = [...found.matchAll(/<option value="([^"]*)"( selected="")?/g)];
  return {
    value: options.find(([, , selected]) => selected !== undefined)?.[1] ?? '',
    options: options.map(([, value = '']) => value),
  };
}
