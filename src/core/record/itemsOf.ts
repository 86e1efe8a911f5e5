import type { ListItem } from '../markdown/blocks';
import { blocksWithin } from '../markdown/blocksWithin';
import type { Answer, Place } from './record';
import { slice } from '../text/span';

/** An item of a list that answers a field. */
export interface AnswerItem extends Place {
  readonly item: ListItem;
  /** What stands behind its marker and box. */
  readonly text: string;
}

/** The items of the list that an answer is, nested ones among them. */
export function itemsOf({ document, span }: Answer): AnswerItem[] {
  const items: AnswerItem[] = [];
  for (const item of blocksWithin(document.scan, span))
    if (item.kind === 'item')
      items.push({ document, span: item.content, item, text: slice(document.text, item.content) });
  return items;
}

/** "None", "N/A", "not applicable", "-": an answer that says that there is nothing. */
export function isNothing(text: string): boolean {
  return /^[\s*_`+-]*(?:none|no|n\/?a|nil|nothing|not applicable|not required|-|–|—)[\s*_`.!]*$/i.test(text);
}
