// What the code that makes a page needs of VS Code, where there is none. The build puts this file in its place.

/** A URI, as far as pages are concerned: they are only put together. */
class PageUri {
  constructor(private readonly text: string) {}

  static parse(text: string): PageUri {
    return new PageUri(text);
  }

  static joinPath(base: PageUri, ...parts: readonly string[]): PageUri {
    return new PageUri([base.text.replace(/\/$/, ''), ...parts].join('/'));
  }

  toString(): string {
    return this.text;
  }
}

export { PageUri as Uri };

export const env = { language: 'en' };

export const l10n = {
  /** English words with their places filled, as VS Code does it. */
  t(text: string, ...values: readonly unknown[]): string {
    const [first] = values;
    const named: Readonly<Record<string, unknown>> =
      typeof first === 'object' && first !== null ? { ...first } : Object.fromEntries(values.entries());
    return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in named ? String(named[name]) : place));
  },
};
