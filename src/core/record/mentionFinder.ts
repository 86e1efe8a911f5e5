import type { Process } from '../process/process';
import {
  beginningOf,
  idSource,
  numberSource,
  readRecordId,
  type RecordId,
  type RecordIdFormat,
} from '../process/recordId';
import type { Span } from '../text/span';

/** A word of any text that names a record or a requirement. */
export interface TextMention {
  /**
   * `record`: an ID, alone or in a longer name. `companion`: the name of a companion that leaves the prefix of the ID
   * out, `IP-2026-02-09-001` (reading 7). `requirement`: `REQ-001`.
   */
  readonly kind: 'record' | 'companion' | 'requirement';
  /** Upper case, in the form of its process; two mentions of one thing have the same. */
  readonly id: string;
  readonly span: Span;
}

/** What is known of a process to find its IDs. */
export type IdentifiedProcess = Pick<Process, 'identity'>;

/** How many digits the number of a requirement has when it is written in full. */
const requirementDigits = 3;

/** Finds the mentions of a text; made once for the processes of a folder. */
export class MentionFinder {
  private readonly pattern: RegExp;
  private readonly formats: readonly RecordIdFormat[];

  constructor(processes: readonly IdentifiedProcess[]) {
    this.formats = processes.map(({ identity }) => identity);
    const ids = this.formats.map(idSource);
    const companions = this.formats.map((format) => `(?:IMPL|IP|IA)-${numberSource(format)}`);
    // Every quantifier is bounded: linear whatever the text is.
    this.pattern = new RegExp([...ids, ...companions, 'REQ-\\d{1,6}'].join('|'), 'gi');
  }

  /**
   * All mentions of a text, in its order; linear. A mention is a word of its own: `CR-2026-02-09-0010` is none of
   * `CR-2026-02-09-001`. Case does not matter; letters and digits that only look like the right ones are none.
   */
  in(text: string): TextMention[] {
    const mentions: TextMention[] = [];
    for (const match of text.matchAll(this.pattern)) {
      const end = match.index + match[0].length;
      if (isPartOfWord(characterBefore(text, match.index)) || isPartOfWord(characterAfter(text, end))) continue;
      const read = this.read(match[0]);
      if (read) mentions.push({ ...read, span: { start: match.index, end } });
    }
    return mentions;
  }

  /** The mention at an offset of a text, or that ends there. Looks at its surroundings only. */
  at(text: string, offset: number): TextMention | undefined {
    const from = Math.max(0, offset - reach);
    const found = this.in(text.slice(from, offset + reach)).find(
      ({ span }) => from + span.start <= offset && offset <= from + span.end,
    );
    return found && { ...found, span: { start: from + found.span.start, end: from + found.span.end } };
  }

  /** An ID as somebody writes it by hand; undefined if it is none. */
  idOf(text: string): RecordId | undefined {
    for (const format of this.formats) {
      const read = readRecordId(text.trim(), format);
      if (read.kind === 'id') return read.id;
    }
    return undefined;
  }

  private read(word: string): Omit<TextMention, 'span'> | undefined {
    const id = this.idOf(word);
    if (id) return { kind: 'record', id: id.text };
    const requirement = /^REQ-(\d+)$/i.exec(word);
    if (requirement) return { kind: 'requirement', id: requirementId(requirement[1] ?? '') };
    const rest = /^(?:IMPL|IP|IA)-(.*)$/i.exec(word)?.[1];
    for (const format of rest === undefined ? [] : this.formats) {
      const owner = this.idOf(`${beginningOf(format)}${rest ?? ''}`);
      if (owner) return { kind: 'companion', id: owner.text };
    }
    return undefined;
  }
}

/** The ID of a requirement by its digits: `REQ-7` and `REQ-007` are one. */
export function requirementId(digits: string): string {
  return `REQ-${String(Number(digits)).padStart(requirementDigits, '0')}`;
}

/** Longer than any mention. */
const reach = 64;

/** The whole character before an offset, also where it takes two code units. */
function characterBefore(text: string, offset: number): string {
  const code = text.charCodeAt(offset - 1);
  const isLow = code >= 0xdc00 && code <= 0xdfff;
  return text.slice(Math.max(0, offset - (isLow ? 2 : 1)), offset);
}

function characterAfter(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Letters, digits and their marks; and what nobody sees, which would hide that a word goes on. */
function isPartOfWord(character: string): boolean {
  return character !== '' && /[\p{L}\p{M}\p{N}\p{Cf}]/u.test(character);
}
