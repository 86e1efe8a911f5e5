/**
 * What the pages over all records (the dashboard, the calendar) and the extension host say to each other. The host counts,
 * sorts and cuts; the page shows. Words of records travel as text and are never markup; the only markup is what the core
 * drew, and the page looks through it before it shows it.
 */

/** Something that is taken into a selection, or out of it: a status, an age, a cell of the matrix, a day. */
export interface Choice {
  /** What the host calls it: `status:PROPOSED`. */
  readonly choose: string;
  readonly isChosen: boolean;
}

/** A number to look at first. */
export interface Figure extends Choice {
  readonly label: string;
  readonly value: string;
  /** It asks for somebody. */
  readonly isAlert: boolean;
}

/** A bar: how many records. */
export interface Bar extends Choice {
  readonly label: string;
  readonly count: number;
}

/** A cell of the matrix. */
export interface MatrixField extends Choice {
  /** `6 high`. */
  readonly band: string;
  readonly tone: number;
  readonly count: number;
  /** What a screen reader says. */
  readonly label: string;
}

/** One row of a list. */
export interface Entry {
  /** The same thing has the same key in the next view. */
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** The status in words, and the last part of the id of its colour. */
  readonly status?: { readonly text: string; readonly look: string };
  /** At its end: a value. */
  readonly value?: string;
  /** What is wrong; told by a sign as well. */
  readonly concern?: string;
  /** The key of the record that it opens. */
  readonly opens?: string;
}

/** Rows under a heading of their own, or under none. */
export interface Group {
  readonly title: string;
  readonly note: string;
  readonly entries: readonly Entry[];
}

/** A day of the month. */
export interface Day extends Choice {
  /** ISO. */
  readonly day: string;
  readonly number: number;
  readonly isInMonth: boolean;
  readonly isToday: boolean;
  readonly isFrozen: boolean;
  /** What a screen reader says. */
  readonly label: string;
  /** Where there is little room a letter, and how many. */
  readonly marks: readonly DayMark[];
}

/** What happens on a day, of one kind. */
export interface DayMark {
  readonly letter: string;
  readonly kind: string;
  /** Words where there is room: one line each. */
  readonly lines: readonly string[];
  readonly isConcern: boolean;
}

/** What a section is made of. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** The number to look at first, and what it is. */
  | { readonly kind: 'headline'; readonly value: string; readonly what: string }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  /** What there is a choice of, or what is chosen by now. */
  | {
      readonly kind: 'chips';
      readonly caption: string;
      readonly chips: readonly (Choice & { readonly label: string })[];
    }
  | {
      readonly kind: 'bars';
      readonly caption: string;
      readonly bars: readonly Bar[];
      readonly empty: string;
      /** What the whole list is called, and how many bars are not told yet. */
      readonly list: string;
      readonly hidden: number;
    }
  | {
      readonly kind: 'matrix';
      readonly caption: string;
      readonly probability: string;
      readonly impact: string;
      /** From the lowest. */
      readonly levels: readonly string[];
      /** From the highest probability down. */
      readonly rows: readonly { readonly probability: string; readonly fields: readonly MatrixField[] }[];
    }
  | {
      readonly kind: 'list';
      readonly caption: string;
      readonly groups: readonly Group[];
      readonly empty: string;
      readonly list: string;
      /** How many entries are not told yet. */
      readonly hidden: number;
    }
  | {
      readonly kind: 'picture';
      readonly svg: string;
      /** The others are only looked at. */
      readonly parts: readonly { readonly part: string; readonly choose?: string; readonly opens?: string }[];
    }
  | {
      readonly kind: 'month';
      readonly caption: string;
      readonly weekdays: readonly { readonly short: string; readonly long: string }[];
      readonly weeks: readonly (readonly Day[])[];
    }
  | { readonly kind: 'fold'; readonly fold: string; readonly title: string; readonly blocks: readonly Block[] };

/** A part of the page. It is drawn anew only when something in it changed. */
export interface OverviewSection {
  readonly id: string;
  readonly title: string;
  /** How much of the width it takes where there is room. */
  readonly size: 'whole' | 'large' | 'small';
  readonly blocks: readonly Block[];
}

/** What the page asks the host to do. */
export interface OverviewAct {
  readonly act: string;
  readonly label: string;
  /** A sign instead of the label, which is its name then. */
  readonly sign?: string;
}

/** What stands on top of the page. */
export interface OverviewHead {
  readonly title: string;
  readonly facts: string;
  /** What has to be known before anything else, each with what can be done about it. */
  readonly notices: readonly { readonly text: string; readonly act?: OverviewAct }[];
  readonly selects: readonly {
    readonly select: string;
    readonly label: string;
    readonly value: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
  readonly acts: readonly OverviewAct[];
}

/** What the host tells the page. */
export type ToOverview =
  | {
      readonly type: 'show';
      /** What is shown, as the host writes it; the page remembers it and understands nothing of it. */
      readonly asked: string;
      readonly head?: OverviewHead;
      /** All sections in their order. */
      readonly order: readonly string[];
      /** Those that are new or changed. */
      readonly changed: readonly OverviewSection[];
      /** What is read aloud, if anything. */
      readonly announce?: string;
    }
  /** There is nothing to show, or it cannot be shown. */
  | {
      readonly type: 'message';
      readonly text: string;
      readonly hint: string;
      readonly acts: readonly OverviewAct[];
    };

/** What the page asks the host for. */
export type FromOverview =
  /** The page is there and knows nothing. */
  | { readonly type: 'ready' }
  /** Open a record. */
  | { readonly type: 'open'; readonly record: string }
  /** Take something into the selection, or out of it. */
  | { readonly type: 'choose'; readonly choose: string }
  /** Another folder, another quarter. */
  | { readonly type: 'select'; readonly select: string; readonly value: string }
  /** Tell a list to its end. */
  | { readonly type: 'unfold'; readonly list: string }
  /** Show the month of a day, ISO. */
  | { readonly type: 'goTo'; readonly day: string }
  | { readonly type: 'act'; readonly act: string };

/** What the page remembers over a reload, and VS Code over a restart: no word of a record. */
export interface OverviewState {
  readonly asked: string;
  /** In CSS pixels. */
  readonly scroll: number;
  /** The key of the thing that has the keyboard; empty if nothing has. */
  readonly focus: string;
  /** The disclosures that are open. */
  readonly open: readonly string[];
}

/** Words of the page itself, in the language of the editor. */
export interface OverviewWords {
  readonly page: string;
  /** `{count}` is put in. */
  readonly showMore: string;
  readonly concern: string;
}
