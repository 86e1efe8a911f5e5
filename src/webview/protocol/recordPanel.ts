import { hasOnly, isFields, isKey, isListOf, isNumber, isOptionalText, isText } from './guards';

/**
 * What the record panel and the extension host say to each other. Both sides import this file; it imports its neighbours
 * alone, and runs where there is neither a DOM nor VS Code. Texts of a record travel as text and are never markup; the only markup
 * is what the core drew, and the page looks through it before it shows it.
 */

/** A place in the text of the record, under a name that only the host can resolve. */
export type PlaceKey = string;

/** A word with its place; without one it is not clickable. */
export interface PanelCell {
  readonly text: string;
  readonly place?: PlaceKey;
}

/** A table: what a picture shows, for reading aloud and for copying. */
export interface PanelTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PanelCell[])[];
}

/** A sentence with its place. */
export interface PanelLine {
  readonly text: string;
  readonly place?: PlaceKey;
  /** What it means; told by a sign as well, never by colour alone. */
  readonly tone?: 'good' | 'open' | 'bad';
}

/** Something that is known of a record, in few words. */
export interface PanelFact {
  readonly label: string;
  readonly value: PanelCell;
}

/** A move that the record may make next. */
export interface PanelMove {
  /** The id of the status. */
  readonly to: string;
  readonly label: string;
  /** What stands in the way, one sentence each; none where nothing does. */
  readonly open: readonly PanelLine[];
}

/** What stands on top of the panel. */
export interface PanelHead {
  readonly id: string;
  readonly title: PanelCell;
  /** For people: `In progress`. */
  readonly status: PanelCell;
  /** The last part of the id of its colour: `changegate.status.proposed` gives `proposed`. */
  readonly look: string;
  /** What else matters, in few words each. */
  readonly facts: readonly PanelFact[];
  readonly action?: PanelMove;
  readonly others: readonly PanelMove[];
}

/** What a part of a drawing does when it is chosen: it begins a move, else it goes to a place. */
export interface PanelPart {
  /** What the drawing calls it. */
  readonly part: string;
  readonly place?: PlaceKey;
  /** The id of a status. */
  readonly move?: string;
  /** The key of a risk, which the arrow keys and the mouse move. */
  readonly risk?: string;
  /** A cell of the matrix, which a risk may be dropped on: values of the levels. */
  readonly cell?: { readonly probability: number; readonly impact: number };
}

/** A drawing of the core. It says itself what it shows. */
export interface PanelPicture {
  readonly svg: string;
  /** The others are only looked at. */
  readonly parts: readonly PanelPart[];
}

/** A risk that the arrow keys or the mouse may give another place. */
export interface PanelRisk {
  readonly key: string;
  /** As in the matrix. */
  readonly number: number;
  readonly name: string;
  readonly place: PlaceKey;
  /** Values of the levels of the scale; 0 where none is told. */
  readonly probability: number;
  readonly impact: number;
}

/** The scale that risks are moved on, and the risks. */
export interface PanelRisks {
  /** From the lowest. */
  readonly levels: readonly { readonly name: string; readonly value: number }[];
  readonly risks: readonly PanelRisk[];
}

/** A part of the panel. It is drawn anew only when something in it changed. */
export interface PanelSection {
  readonly id: string;
  readonly title: string;
  /** Where there is room for two columns. */
  readonly column: 'first' | 'second';
  /** It is opened by the person who wants it, at these words. */
  readonly folded?: string;
  /** What it comes to, in a few sentences. */
  readonly lines: readonly PanelLine[];
  readonly facts: readonly PanelFact[];
  readonly pictures: readonly PanelPicture[];
  readonly tables: readonly PanelTable[];
  readonly risks?: PanelRisks;
}

/** What the host tells the page. */
export type ToPage =
  | {
      readonly type: 'show';
      /** The record, as it is remembered; never shown. */
      readonly uri: string;
      readonly head?: PanelHead;
      /** All sections in their order. */
      readonly order: readonly string[];
      /** Those that are new or changed. */
      readonly changed: readonly PanelSection[];
      /** What is read aloud, if anything. */
      readonly announce?: string;
    }
  /** There is no record to show, or it cannot be read. */
  | { readonly type: 'message'; readonly kind: 'empty' | 'error'; readonly text: string; readonly hint: string };

/** What the page asks the host for. */
export type ToHost =
  /** The page is there and knows nothing. */
  | { readonly type: 'ready' }
  /** Go to a place in the text. */
  | { readonly type: 'reveal'; readonly place: PlaceKey }
  /** Begin a move, as the command does; without a status the command asks for it. */
  | { readonly type: 'move'; readonly to?: string }
  /** Give a risk another place on the scale; 0 is what stays as it is. */
  | { readonly type: 'setRisk'; readonly risk: string; readonly probability: number; readonly impact: number };

/** What the page remembers over a reload, and VS Code over a restart: no text of a record. */
export interface PageState {
  readonly uri: string;
  /** In CSS pixels. */
  readonly scroll: number;
  /** The key of the thing that has the keyboard; empty if nothing has. */
  readonly focus: string;
  /** The disclosures that are open. */
  readonly open: readonly string[];
}

/** Words of the page itself, in the language of the editor. */
export interface PageWords {
  readonly panel: string;
  readonly table: string;
  readonly copy: string;
  readonly copied: string;
  readonly otherMoves: string;
  readonly blocked: string;
  /** The rest of a list; `{count}` is put in. */
  readonly more: string;
  readonly probability: string;
  readonly impact: string;
  readonly riskList: string;
  /** What the arrow keys do on a risk. */
  readonly riskKeys: string;
  /** `{risk}`, `{probability}` and `{impact}` are put in. */
  readonly riskAt: string;
}

const mostRisk = 100;
const longestUri = 8000;

/** What the page asks for, if it is something that it may ask for; undefined for everything else. */
export function readToHost(data: unknown): ToHost | undefined {
  if (!isFields(data)) return undefined;
  switch (data['type']) {
    case 'ready':
      return hasOnly(data, 'type') ? { type: 'ready' } : undefined;
    case 'reveal': {
      const { place } = data;
      return hasOnly(data, 'type', 'place') && isKey(place) ? { type: 'reveal', place } : undefined;
    }
    case 'move': {
      const { to } = data;
      if (!hasOnly(data, 'type', 'to')) return undefined;
      if (to === undefined) return { type: 'move' };
      return isKey(to) ? { type: 'move', to } : undefined;
    }
    case 'setRisk': {
      const { risk, probability, impact } = data;
      return hasOnly(data, 'type', 'risk', 'probability', 'impact') &&
        isKey(risk) &&
        isLevel(probability) &&
        isLevel(impact)
        ? { type: 'setRisk', risk, probability, impact }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** What the host tells, checked as far as the page relies on it. */
export function readToPage(data: unknown): ToPage | undefined {
  if (!isFields(data)) return undefined;
  if (data['type'] === 'message') {
    const { kind, text, hint } = data;
    return (kind === 'empty' || kind === 'error') && typeof text === 'string' && typeof hint === 'string'
      ? { type: 'message', kind, text, hint }
      : undefined;
  }
  if (data['type'] !== 'show') return undefined;
  const { uri, head, order, changed, announce } = data;
  if (typeof uri !== 'string' || !(announce === undefined || typeof announce === 'string')) return undefined;
  if (!isListOf(order, isText) || !isListOf(changed, isSection)) return undefined;
  if (!(head === undefined || isHead(head))) return undefined;
  return {
    type: 'show',
    uri,
    order,
    changed,
    ...(head === undefined ? {} : { head }),
    ...(announce === undefined ? {} : { announce }),
  };
}

/** What was remembered, if it is what the page remembers. */
export function readState(data: unknown): PageState | undefined {
  if (!isFields(data)) return undefined;
  const { uri, scroll, focus, open } = data;
  if (typeof uri !== 'string' || uri.length > longestUri) return undefined;
  return {
    uri,
    scroll: typeof scroll === 'number' && Number.isFinite(scroll) && scroll >= 0 ? scroll : 0,
    focus: isKey(focus) ? focus : '',
    open: isListOf(open, isKey) && open.length <= 100 ? open : [],
  };
}

/** The words of the page, if they are all there. */
export function readWords(data: unknown): PageWords | undefined {
  const keys = [
    'panel',
    'table',
    'copy',
    'copied',
    'otherMoves',
    'blocked',
    'more',
    'probability',
    'impact',
    'riskList',
    'riskKeys',
    'riskAt',
  ] as const;
  if (!isFields(data)) return undefined;
  const words: Partial<Record<(typeof keys)[number], string>> = {};
  for (const key of keys) {
    const word = data[key];
    if (typeof word !== 'string') return undefined;
    words[key] = word;
  }
  return words as PageWords;
}

function isLevel(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= mostRisk;
}

function isCell(value: unknown): value is PanelCell {
  return isFields(value) && isText(value['text']) && isOptionalText(value['place']);
}

function isRow(value: unknown): value is readonly PanelCell[] {
  return isListOf(value, isCell);
}

function isLine(value: unknown): value is PanelLine {
  return isFields(value) && isOptionalText(value['tone']) && isCell(value);
}

function isMove(value: unknown): value is PanelMove {
  return isFields(value) && isText(value['to']) && isText(value['label']) && isListOf(value['open'], isLine);
}

function isFact(value: unknown): value is PanelFact {
  return isFields(value) && isText(value['label']) && isCell(value['value']);
}

function isHead(value: unknown): value is PanelHead {
  return (
    isFields(value) &&
    isText(value['id']) &&
    isCell(value['title']) &&
    isCell(value['status']) &&
    isText(value['look']) &&
    isListOf(value['facts'], isFact) &&
    (value['action'] === undefined || isMove(value['action'])) &&
    isListOf(value['others'], isMove)
  );
}

function isPart(value: unknown): value is PanelPart {
  if (!isFields(value) || !isText(value['part'])) return false;
  const { cell } = value;
  return (
    [value['place'], value['move'], value['risk']].every(isOptionalText) &&
    (cell === undefined || (isFields(cell) && isNumber(cell['probability']) && isNumber(cell['impact'])))
  );
}

function isPicture(value: unknown): value is PanelPicture {
  return isFields(value) && isText(value['svg']) && isListOf(value['parts'], isPart);
}

function isTable(value: unknown): value is PanelTable {
  return (
    isFields(value) && isText(value['caption']) && isListOf(value['columns'], isText) && isListOf(value['rows'], isRow)
  );
}

function isStep(value: unknown): value is { name: string; value: number } {
  return isFields(value) && isText(value['name']) && isNumber(value['value']);
}

function isRisk(value: unknown): value is PanelRisk {
  return (
    isFields(value) &&
    isText(value['key']) &&
    isNumber(value['number']) &&
    isText(value['name']) &&
    isText(value['place']) &&
    isNumber(value['probability']) &&
    isNumber(value['impact'])
  );
}

function isSection(value: unknown): value is PanelSection {
  if (!isFields(value)) return false;
  const risks = value['risks'];
  return (
    isText(value['id']) &&
    isText(value['title']) &&
    (value['column'] === 'first' || value['column'] === 'second') &&
    isOptionalText(value['folded']) &&
    isListOf(value['lines'], isLine) &&
    isListOf(value['facts'], isFact) &&
    isListOf(value['pictures'], isPicture) &&
    isListOf(value['tables'], isTable) &&
    (risks === undefined || (isFields(risks) && isListOf(risks['levels'], isStep) && isListOf(risks['risks'], isRisk)))
  );
}
