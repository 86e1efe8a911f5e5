import { hasOnly, isFields, isKey, isListOf, isNumber, isOptionalText, isText, longestKey } from './guards';
import type {
  Bar,
  Block,
  Day,
  DayMark,
  Entry,
  Figure,
  FromOverview,
  Group,
  MatrixField,
  OverviewAct,
  OverviewHead,
  OverviewSection,
  OverviewState,
  OverviewWords,
  ToOverview,
} from './overview';

/** Longer is no selection that a person made, in UTF-16 code units. */
const longestAsked = 4000;

/** What the page asks for, if it is something that it may ask for; undefined for everything else. */
export function readFromOverview(data: unknown): FromOverview | undefined {
  if (!isFields(data)) return undefined;
  const { type, record, choose, select, value, list, day, act } = data;
  switch (type) {
    case 'ready':
      return hasOnly(data, 'type') ? { type } : undefined;
    case 'open':
      return hasOnly(data, 'type', 'record') && isKey(record) ? { type, record } : undefined;
    case 'choose':
      return hasOnly(data, 'type', 'choose') && isKey(choose) ? { type, choose } : undefined;
    case 'select':
      return hasOnly(data, 'type', 'select', 'value') && isKey(select) && isText(value) && value.length <= longestKey
        ? { type, select, value }
        : undefined;
    case 'unfold':
      return hasOnly(data, 'type', 'list') && isKey(list) ? { type, list } : undefined;
    case 'goTo':
      return hasOnly(data, 'type', 'day') && isText(day) && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { type, day } : undefined;
    case 'act':
      return hasOnly(data, 'type', 'act') && isKey(act) ? { type, act } : undefined;
    default:
      return undefined;
  }
}

/** What the host tells, if the page can show it. The host is trusted; its shape is checked all the same. */
export function readToOverview(data: unknown): ToOverview | undefined {
  if (!isFields(data)) return undefined;
  const { type, text, hint, acts, asked, head, order, changed, announce } = data;
  if (type === 'message')
    return isText(text) && isText(hint) && isListOf(acts, isAct) ? { type, text, hint, acts } : undefined;
  if (type !== 'show' || !isText(asked) || !isListOf(order, isText) || !isListOf(changed, isSection)) return undefined;
  if (!isOptionalText(announce) || (head !== undefined && !isHead(head))) return undefined;
  return data as ToOverview;
}

/** What an earlier page remembered; undefined where it is anything else. */
export function readOverviewState(data: unknown): OverviewState | undefined {
  if (!isFields(data)) return undefined;
  const { asked, scroll, focus, open } = data;
  if (!isText(asked) || asked.length > longestAsked || !isNumber(scroll) || scroll < 0) return undefined;
  if (!isText(focus) || !isListOf(open, isText)) return undefined;
  return { asked, scroll, focus, open };
}

/** The words of the page, if they are all there. */
export function readOverviewWords(data: unknown): OverviewWords | undefined {
  if (!isFields(data)) return undefined;
  const { page, showMore, concern } = data;
  return isText(page) && isText(showMore) && isText(concern) ? { page, showMore, concern } : undefined;
}

function isAct(value: unknown): value is OverviewAct {
  return isFields(value) && isText(value['act']) && isText(value['label']) && isOptionalText(value['sign']);
}

function isHead(value: unknown): value is OverviewHead {
  return (
    isFields(value) &&
    isText(value['title']) &&
    isText(value['facts']) &&
    isListOf(value['notices'], isNotice) &&
    isListOf(value['selects'], isSelect) &&
    isListOf(value['acts'], isAct)
  );
}

function isNotice(value: unknown): value is OverviewHead['notices'][number] {
  return isFields(value) && isText(value['text']) && (value['act'] === undefined || isAct(value['act']));
}

function isSelect(value: unknown): value is OverviewHead['selects'][number] {
  return (
    isFields(value) &&
    isText(value['select']) &&
    isText(value['label']) &&
    isText(value['value']) &&
    isListOf(value['options'], (each): each is { value: string; label: string } => hasTexts(each, 'value', 'label'))
  );
}

function isSection(value: unknown): value is OverviewSection {
  return hasTexts(value, 'id', 'title', 'size') && isListOf(value['blocks'], isBlock);
}

function isBlock(value: unknown): value is Block {
  if (!isFields(value)) return false;
  const { figures, chips, bars, levels, rows, groups, parts, weekdays, weeks, blocks } = value;
  switch (value['kind']) {
    case 'text':
      return isText(value['text']);
    case 'headline':
      return hasTexts(value, 'value', 'what');
    case 'figures':
      return isListOf(figures, (each): each is Figure => isChoice(each) && hasTexts(each, 'label', 'value'));
    case 'chips':
      return (
        hasTexts(value, 'caption') && isListOf(chips, (each): each is Bar => isChoice(each) && hasTexts(each, 'label'))
      );
    case 'bars':
      return (
        hasTexts(value, 'caption', 'empty', 'list') &&
        isNumber(value['hidden']) &&
        isListOf(bars, (each): each is Bar => isChoice(each) && hasTexts(each, 'label') && isNumber(each['count']))
      );
    case 'matrix':
      return (
        hasTexts(value, 'caption', 'probability', 'impact') && isListOf(levels, isText) && isListOf(rows, isMatrixRow)
      );
    case 'list':
      return hasTexts(value, 'caption', 'empty', 'list') && isNumber(value['hidden']) && isListOf(groups, isGroup);
    case 'picture':
      return (
        hasTexts(value, 'svg') &&
        isListOf(
          parts,
          (each): each is { part: string } =>
            hasTexts(each, 'part') && isOptionalText(each['choose']) && isOptionalText(each['opens']),
        )
      );
    case 'month':
      return (
        hasTexts(value, 'caption') &&
        isListOf(weekdays, (each): each is { short: string; long: string } => hasTexts(each, 'short', 'long')) &&
        isListOf(weeks, (week): week is Day[] => isListOf(week, isDay))
      );
    case 'fold':
      return hasTexts(value, 'fold', 'title') && isListOf(blocks, isBlock);
    default:
      return false;
  }
}

function hasTexts(value: unknown, ...names: readonly string[]): value is Readonly<Record<string, unknown>> {
  return isFields(value) && names.every((name) => isText(value[name]));
}

function isChoice(value: unknown): value is Readonly<Record<string, unknown>> {
  return hasTexts(value, 'choose') && typeof value['isChosen'] === 'boolean';
}

function isMatrixRow(value: unknown): value is { probability: string; fields: readonly MatrixField[] } {
  return (
    hasTexts(value, 'probability') &&
    isListOf(
      value['fields'],
      (each): each is MatrixField =>
        isChoice(each) && hasTexts(each, 'band', 'label') && isNumber(each['tone']) && isNumber(each['count']),
    )
  );
}

function isGroup(value: unknown): value is Group {
  return hasTexts(value, 'title', 'note') && isListOf(value['entries'], isEntry);
}

function isEntry(value: unknown): value is Entry {
  return (
    hasTexts(value, 'key', 'title', 'detail') &&
    [value['value'], value['concern'], value['opens']].every(isOptionalText) &&
    (value['status'] === undefined || hasTexts(value['status'], 'text', 'look'))
  );
}

function isDay(value: unknown): value is Day {
  return (
    isChoice(value) &&
    hasTexts(value, 'day', 'label') &&
    isNumber(value['number']) &&
    isListOf(
      value['marks'],
      (each): each is DayMark => hasTexts(each, 'letter', 'kind') && isListOf(each['lines'], isText),
    )
  );
}
