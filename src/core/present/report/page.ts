import { element, fragment, staticMarkup, type Content } from '../svg/markup';

/** What a page is made with. */
export interface PageFrame {
  readonly title: string;
  /** The style sheet: text of our own, without words of any record. */
  readonly style: string;
  /** The SHA-256 of a text as UTF-8, in base64. */
  readonly sha256: (text: string) => string;
}

/**
 * A page that needs nothing but itself: no scripts, nothing from elsewhere, and a policy that allows neither. Its only
 * style sheet is named there by its hash.
 */
export function htmlPage({ title, style, sha256 }: PageFrame, ...body: readonly Content[]): string {
  const sheet = `\n${style.trim()}\n`;
  const policy = `default-src 'none'; style-src 'sha256-${sha256(sheet)}'; base-uri 'none'; form-action 'none'`;
  const page = element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('title', {}, title),
      element('style', {}, staticMarkup(sheet)),
    ),
    element('body', {}, fragment(...body)),
  );
  return `<!DOCTYPE html>\n${page.text}\n`;
}
