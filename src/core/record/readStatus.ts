import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import type { StatusDefinition, StatusRole } from '../process/processDefinition';
import { plainText } from './plainText';
import type { Answer, StatusReading } from './record';

/** What the status field says (reading 13); undefined if there is none. */
export function readStatus(answer: Answer | undefined, process: Process): StatusReading | undefined {
  if (!answer) return undefined;
  const ticked = answer.choices.some(({ box }) => box) ? answer.chosen : undefined;
  const place = ticked?.length === 1 && ticked[0] ? ticked[0] : answer;
  const value = statusNamed(place.text, process);
  const placeholder =
    value === undefined &&
    (ticked
      ? ticked.length === 0
      : place.text === '' || isPlaceholder(place.text, answer.field.placeholder) || isList(place.text, process));
  return {
    document: answer.document,
    span: place.span,
    text: place.text,
    value,
    placeholder,
    drifted: value !== undefined && place.text !== value.id,
  };
}

/**
 * The status that a text names: as a whole, or before a remark (`APPROVED (by phone)`, `✅ **Approved** – 2026-02-10`,
 * `Completed on 2026-02-10`). Of two on the way from draft to completion the later one counts (`Approved and implemented`);
 * other pairs name none, and what is struck out does not count.
 */
export function statusNamed(text: string, process: Process): StatusDefinition | undefined {
  // However long the remark behind it is.
  const words = plainText(
    text
      .slice(0, 200)
      .replace(/~~[^~]*~~/g, ' ')
      .replace(/[✓✗✘]/g, ' '),
  );
  return oneStatus(words, process) ?? laterStatus(words, process);
}

function oneStatus(words: string, process: Process): StatusDefinition | undefined {
  const whole = process.status(words);
  if (whole) return whole;
  const before = beforeRemark.exec(words)?.[1];
  return before === undefined ? undefined : process.status(plainText(before));
}

/** A remark begins with punctuation, a number, or words that say who, when and where to. */
const beforeRemark =
  /^([\p{L}\p{M}_ *`'-]+?)\s*(?:[([,;:–—（，；：]|\s-\s|\d|\sv\d|\.\s|\s(?:by|since|as of|via|per|for|with|mit|von|durch|avec|par|con|por|com|pelo|pela)\s|\son\s(?=\S*\d|\p{L}+ \d)|\sin\sv?\d|\sto\s(?:main|master|prod(?:uction)?)$|[.。]?$)/u;

/** How far the roles of the main path have come. */
const path: readonly StatusRole[] = ['draft', 'waiting', 'approved', 'in-work', 'completed'];

/** What joins two statuses. */
const joint = /\s*(?:\/|&|\+|→|->|\||,|·|•)\s*|\s+(?:and|und|et|y|e)\s+/iu;

function laterStatus(words: string, process: Process): StatusDefinition | undefined {
  const parts = words
    .replace(/\([^()]*\)?/g, ' ')
    .trim()
    .split(joint);
  if (parts.length !== 2) return undefined;
  const named = parts.map((part) => oneStatus(part, process));
  const [first, second] = named;
  if (!first || !second) return undefined;
  const [early, late] = [path.indexOf(first.role), path.indexOf(second.role)];
  if (early < 0 || late < 0) return undefined;
  return late >= early ? second : first;
}

/** A list of statuses of which nobody chose one: three or more. */
function isList(text: string, process: Process): boolean {
  if (text.length > 300) return false;
  const parts = plainText(text).split(joint);
  return parts.length > 2 && parts.every((part) => oneStatus(part, process) !== undefined);
}
