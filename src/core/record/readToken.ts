import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import type { TokenDefinition } from '../process/processDefinition';
import { plainText } from './plainText';
import type { Answer, TokenReading } from './record';

/** Words in a remark that take back what the token says. */
const retraction =
  /\b(?:not|no|never|pending|withdrawn|revoked|rejected|expired|requested|expected|awaiting|awaited|asked|due|missing|outstanding|planned|tbd|unless|until|after|once|if|conditional\w*)\b|n['’]t\b/i;

/** `– Dana Field, 2026-02-10`: who gave the token, and when. */
const signature = /^[,;–—-]\s*\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3},? \d{4}-\d{2}-\d{2}[.]?$/u;

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
  });
  const words = plainText(text.replace(/\s+/g, ' '));
  if (words === '' && text.trim() === '') return reading('placeholder');
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
  const isGloss =
    /^[,;–—-]?\s*(?:\([^()]*\)|(?:on |received )?\d{4}-\d{2}-\d{2}\b[^\p{L}]*(?:UTC|Z)?)[.]?$/iu.test(rest) ||
    signature.test(rest);
  return isGloss && !retraction.test(rest);
}
