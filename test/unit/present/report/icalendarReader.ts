/** One property of an iCalendar file: its name, its parameters as written, its value. */
export interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

/** An event as its properties by name; texts are unescaped. */
export type CalendarEvent = ReadonlyMap<string, string>;

/** A small reader of RFC 5545, for tests: unfolds lines, splits properties, unescapes texts. @throws for what is none */
export function readCalendar(text: string): {
  readonly head: CalendarEvent;
  readonly events: readonly CalendarEvent[];
} {
  if (!text.endsWith('\r\n')) throw new Error('The file does not end with CRLF.');
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('A line does not end with CRLF.');
  const lines = text.split('\r\n').slice(0, -1);
  for (const line of lines)
    if (new TextEncoder().encode(line).length > 75) throw new Error(`A line is longer than 75 octets: ${line}`);
  const whole: string[] = [];
  for (const line of lines) {
    if (line.startsWith(' ')) whole.push(`${whole.pop() ?? ''}${line.slice(1)}`);
    else whole.push(line);
  }
  const head = new Map<string, string>();
  const events: Map<string, string>[] = [];
  let event: Map<string, string> | undefined;
  for (const line of whole) {
    const { name, value } = propertyOf(line);
    if (name === 'BEGIN' && value === 'VEVENT') event = new Map<string, string>();
    else if (name === 'END' && value === 'VEVENT' && event) {
      events.push(event);
      event = undefined;
    } else (event ?? head).set(name, value);
  }
  return { head, events };
}

function propertyOf(line: string): Property {
  const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z]+=[A-Za-z]+)*):(.*)$/s.exec(line) ?? [];
  if (name === '') throw new Error(`This is no property: ${line}`);
  return { name, parameters, value: value.replace(/\\(n|.)/gi, (_, what: string) => (what === 'n' ? '\n' : what)) };
}
