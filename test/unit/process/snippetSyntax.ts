/** A snippet taken apart by the grammar of the editor's documentation, with nothing let pass. */
export type SnippetPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stop'; readonly number: number; readonly parts: readonly SnippetPart[] }
  | { readonly kind: 'choice'; readonly number: number; readonly options: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string };

const variables = new Set(['CURRENT_YEAR', 'CURRENT_MONTH', 'CURRENT_DATE', 'TM_FILENAME_BASE']);

/** Parses the body of a snippet. @throws Error where the editor would read something else than what is written. */
export function parseSnippet(body: string): SnippetPart[] {
  let at = 0;

  function fail(what: string): never {
    throw new Error(`${what} at ${String(at)}: ${JSON.stringify(body.slice(Math.max(0, at - 20), at + 20))}`);
  }

  function escaped(allowed: string): string {
    at++;
    const character = body.charAt(at++);
    if (character === '' || !allowed.includes(character)) fail('an escape that means nothing');
    return character;
  }

  function parts(isInside: boolean): SnippetPart[] {
    const found: SnippetPart[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') found.push({ kind: 'text', text });
      text = '';
    };
    while (at < body.length) {
      const character = body.charAt(at);
      if (character === '\\') text += escaped('\\$}');
      else if (character === '$') {
        flush();
        found.push(dollar());
      } else if (character === '}') {
        if (!isInside) fail('an unescaped brace');
        break;
      } else {
        text += character;
        at++;
      }
    }
    flush();
    return found;
  }

  function dollar(): SnippetPart {
    at++;
    if (body.charAt(at) !== '{') {
      const [name] = /^(?:\d+|[A-Z_]+)/.exec(body.slice(at)) ?? fail('a dollar sign without a name');
      at += name.length;
      return named(name);
    }
    at++;
    const [digits] = /^\d+/.exec(body.slice(at)) ?? fail('a brace without a number');
    at += digits.length;
    const mark = body.charAt(at++);
    const number = Number(digits);
    if (mark === '|') return { kind: 'choice', number, options: options() };
    if (mark !== ':') fail('a stop without a text');
    const inside = parts(true);
    if (body.charAt(at++) !== '}') fail('an open stop');
    return { kind: 'stop', number, parts: inside };
  }

  function named(name: string): SnippetPart {
    if (/^\d/.test(name)) return { kind: 'stop', number: Number(name), parts: [] };
    if (!variables.has(name)) fail(`the unknown variable ${name}`);
    return { kind: 'variable', name };
  }

  function options(): string[] {
    const found: string[] = [];
    let option = '';
    for (;;) {
      const character = body.charAt(at);
      if (character === '') fail('an open choice');
      if (character === '\\') option += escaped('\\,|');
      else if (character === ',' || character === '|') {
        if (option === '') fail('an empty option');
        found.push(option);
        option = '';
        at++;
        if (character === '|') {
          if (body.charAt(at++) !== '}') fail('a choice without its brace');
          return found;
        }
      } else {
        option += character;
        at++;
      }
    }
  }

  return parts(false);
}

/** What stands there when the snippet was inserted and nothing typed: the first options, the variables by name. */
export function insertedText(parts: readonly SnippetPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'choice') return part.options[0];
      return part.kind === 'variable' ? `<${part.name}>` : insertedText(part.parts);
    })
    .join('');
}

/** The numbers of all stops in order. */
export function stopsOf(parts: readonly SnippetPart[]): number[] {
  return parts.flatMap((part) => (part.kind === 'stop' || part.kind === 'choice' ? [part.number] : []));
}
