import { termsOf } from '../approval/approvalTerms';
import { once } from '../record/facts';
import type { ChangeRecord, Place } from '../record/record';
import { slice } from '../text/span';

const verbs = 'told|informed|notified|called|paged|phoned|messaged|e?mailed|contacted|pinged';
const asked = `${verbs}|tell|inform|notify|call|page|phone|message|e?mail|contact|ping`;

/** What has not happened, or not yet. */
const open =
  /\b(?:not|never|nobody|to be|will|would|should|must|please|todo|pending|if|unless|when|after|tomorrow)\b|n['’]t\b|\?/i;

/**
 * Where a record says in its own words that its approver was notified: `- [x] tell the CTO (called at 02:55)`,
 * "CTO informed by phone". A step that is not ticked, and what is only asked for, is none.
 */
export const notifiedInWords = once((record: ChangeRecord): Place | undefined => {
  const names = termsOf(record).roles.flatMap(({ label, aliases = [] }) => [label, ...aliases]);
  if (names.length === 0) return undefined;
  const who = `(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  const between = '[^.;\\r\\n]{0,60}';
  const said = new RegExp(
    `\\b(?:${verbs})\\b${between}\\b${who}\\b|\\b${who}\\b${between}\\b(?:${verbs}|aware)\\b`,
    'i',
  );
  const ticked = new RegExp(`\\b(?:${asked})\\b${between}\\b${who}\\b`, 'i');
  const { document } = record;
  for (const block of document.scan.blocks) {
    if (block.kind !== 'item' && block.kind !== 'text') continue;
    const span = block.kind === 'item' ? block.content : block.span;
    const box = block.kind === 'item' ? block.box : undefined;
    if (box?.checked === false || span.end - span.start > 500) continue;
    const text = slice(document.text, span);
    if (open.test(text)) continue;
    if (said.test(text) || (box?.checked === true && ticked.test(text))) return { document, span };
  }
  return undefined;
});
