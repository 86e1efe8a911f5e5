import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import type { TokenDefinition } from '../process/processDefinition';
import { findDate } from '../text/writtenDate';
import { withoutDates, withoutStruck } from './approvalWords';
import { plainText } from './plainText';
import type { Answer, TokenReading } from './record';

/** Words in a remark that take back what the token says. */
const retraction =
  /\b(?:not|no|never|pending|withdrawn|revoked|rejected|expired|requested|expected|awaiting|awaited|asked|due|missing|outstanding|planned|tbd|unless|until|after|once|if|conditional\w*)\b|n['’]t\b/i;

/** `– Dana Field, `, `by Dana Field on `: who gave the token, before the day on which. */
const signature = /^(?:[,;–—-]\s*|by |from )\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3},?(?: on)?$/u;

const negative =
  /^(?:no|none|n\/?a|not\b.*|pending|awaiting\b.*|waiting\b.*|denied|refused|rejected|withdrawn|revoked)[.]?$/i;

/** The same words as teams say them who write in another language. */
const negativeElsewhere =
  /^(?:nein|keine?s?|ausstehend|offen|noch (?:nicht|offen|keine?s?)(?: .*)?|steht (?:noch )?aus|abgelehnt|non|en attente|refusée?|pendiente|rechazad[oa]|in attesa|pendente|rifiutat[oa]|nee|in afwachting|afgewezen|nie|oczekuje|nej|väntar)[.]?$/iu;
const affirmative = /^(?:yes|y|true|approved|ok|okay|received|given|granted|x|✓|✔|✅)(?:\s*[([,–—-].*)?[.]?$/i;

/**
 * What the token field says (reading 32). A token counts only as the whole value, without case; a date, a remark in
 * brackets, or a name with its date may follow. Words in a sentence never count: "do not implement" holds a token and gives none.
 */
export function readToken(answer: Answer | undefined, process: Process): TokenReading | undefined {
  if (!answer) return undefined;
  const { document, span, text } = answer;
  const reading = (kind: TokenReading['kind'], token?: TokenDefinition): TokenReading => ({
    document,
    span,
    text,
    kind,
    token,
    date: token && findDate(text)?.date,
  });
  // What is struck out was taken back.
  const written = withoutStruck(text);
  const words = plainText(written.replace(/\s+/g, ' '));
  if (words === '' && text.trim() === '') return reading('placeholder');
  if (words === '' && written !== text) return reading('unknown');
  if (words.length > 300) return reading('unknown');
  const token = process.tokens.find((candidate) => isToken(words, candidate));
  if (token) return reading('token', token);
  if (negative.test(words) || negativeElsewhere.test(words)) return reading('negative');
  if (isPlaceholder(text, answer.field.placeholder)) return reading('placeholder');
  if (affirmative.test(words) || /^[✅✓✔]/u.test(text.trim())) return reading('affirmative');
  return reading('unknown');
}

function isToken(words: string, { text }: TokenDefinition): boolean {
  if (words.slice(0, text.length).toLowerCase() !== text.toLowerCase()) return false;
  const rest = plainText(words.slice(text.length)).trim();
  if (rest === '' || rest === '.') return true;
  if (retraction.test(withoutDates(rest))) return false;
  if (/^[,;–—-]?\s*\([^()]*\)[.]?$/u.test(rest)) return true;
  const found = findDate(rest);
  if (!found || !/^\s*(?:\(?(?:UTC|Z)\)?)?[^\p{L}\d]*$/u.test(rest.slice(found.end))) return false;
  const before = rest.slice(0, found.start).trim();
  return /^[,;:–—(-]?\s*(?:on|received|given|received on|given on)?$/i.test(before) || signature.test(before);
}
