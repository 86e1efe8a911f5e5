/** How much of a file is read, in bytes; what a person writes is a hundredth of it. */
export const largestFile = 512 * 1024;
/** How much of a line is read, in UTF-16 code units. */
export const longestLine = 32 * 1024;

/** The text of a file, or why it has none. */
export type DecodedText =
  | {
      readonly kind: 'text';
      /** Without byte order mark, as an editor shows it. */
      readonly text: string;
      readonly hasByteOrderMark: boolean;
      /** What was left out because the file or one of its lines is too large. */
      readonly cut: 'none' | 'file' | 'line';
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Decodes the bytes of a file strictly: UTF-8 or nothing. `size` is the size of the whole file, of which `bytes` may
 * be only the beginning; a text that is cut ends with a whole line.
 */
export function decodeText(bytes: Uint8Array, size: number): DecodedText {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { kind: 'unreadable', reason: 'The file is encoded as UTF-16; UTF-8 is expected.' };
  if (bytes.includes(0)) return { kind: 'unreadable', reason: 'The file is not text: it holds NUL bytes.' };
  const cutFile = size > bytes.length;
  const whole = cutFile ? bytes.subarray(0, lastLineEnd(bytes)) : bytes;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole);
  } catch {
    return { kind: 'unreadable', reason: 'The file is not valid UTF-8.' };
  }
  const hasByteOrderMark = text.charCodeAt(0) === 0xfeff;
  if (hasByteOrderMark) text = text.slice(1);
  const long = endBeforeLongLine(text);
  if (long !== undefined) return { kind: 'text', text: text.slice(0, long), hasByteOrderMark, cut: 'line' };
  return { kind: 'text', text, hasByteOrderMark, cut: cutFile ? 'file' : 'none' };
}

/** Limits a text that an editor holds in the same way. */
export function limitText(text: string): { readonly text: string; readonly cut: 'none' | 'file' | 'line' } {
  const short = text.length > largestFile ? text.slice(0, lineEndBefore(text, largestFile)) : text;
  const long = endBeforeLongLine(short);
  if (long !== undefined) return { text: short.slice(0, long), cut: 'line' };
  return { text: short, cut: short.length < text.length ? 'file' : 'none' };
}

/** Behind the last line feed, or carriage return where there is none; 0 if there is no line that is whole. */
function lastLineEnd(bytes: Uint8Array): number {
  const at = bytes.lastIndexOf(10);
  return (at < 0 ? bytes.lastIndexOf(13) : at) + 1;
}

function lineEndBefore(text: string, limit: number): number {
  return Math.max(text.lastIndexOf('\n', limit - 1), text.lastIndexOf('\r', limit - 1)) + 1;
}

/** Where the first line that is too long begins; undefined if there is none. Lines end with LF, CRLF or a lone CR. */
function endBeforeLongLine(text: string): number | undefined {
  if (text.length <= longestLine) return undefined;
  let start = 0;
  while (start + longestLine < text.length) {
    const end = lineEndBefore(text, start + longestLine + 1);
    if (end <= start) return start;
    start = end;
  }
  return undefined;
}
