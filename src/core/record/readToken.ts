import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import type { TokenDefinition } from '../process/processDefinition';
import { plainText } from './plainText';
import type { Answer, TokenReading } from './record';

/** Words in a remark that take back what the token says. */
const retraction =
  /\b(?:not|no|never|pending|withdrawn|revoked|rejected|expired|unless|until|after|once|if|conditional\w*)\b|n['’]t\b/i;

const negative =
  /^(?:no|none|n\/?a|not\b.*|pending|awaiting\b.*|waiting\b.*|denied|refused|rejected|withdrawn|revoked)[.]?$/i;
const affirmative = /^(?:yes|y|true|approved|ok|okay|received|given|granted|x|✓|✔|✅)(?:\s*[([,–—-].*)?[.]?$/i;

/**
 * What the token field says (reading 32). A token counts only as the whole value, without case; a date or a remark in
 * brackets may follow. Words in a sentence never count: «do not implement» holds a token and gives none.
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
  if (negative.test(words)) return reading('negative');
  if (isPlaceholder(text, answer.field.placeholder)) return reading('placeholder');
  if (affirmative.test(words) || /^[✅✓✔]/u.test(text.trim())) return reading('affirmative');
  return reading('unknown');
}

function isToken(words: string, { text }: TokenDefinition): boolean {
  if (words.slice(0, text.length).toLowerCase() !== text.toLowerCase()) return false;
  const rest = plainText(words.slice(text.length)).trim();
  if (rest === '' || rest === '.') return true;
  const gloss = /^[,;–—-]?\s*(?:\(([^()]*)\)|((?:on |received )?\d{4}-\d{2}-\d{2}\b[^\p{L}]*(?:UTC|Z)?))[.]?$/iu.exec(
    rest,
  );
  return gloss !== null && !retraction.test(gloss[1] ?? '');
}
