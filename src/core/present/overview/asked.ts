/** What a person chose to see. The page remembers it as text; it names no word of a record beyond IDs and roles. */
export interface Asked {
  /** The URI of a folder; empty: all of them. */
  readonly folder: string;
  /** `2026-Q1`; empty: all of them. */
  readonly quarter: string;
  /** `2026-03`; empty: the month of today, whichever that is by then. */
  readonly month: string;
  /** What records have to be, one of each facet: `status:PROPOSED`. */
  readonly chosen: readonly string[];
  /** The lists that are shown to their end. */
  readonly unfolded: readonly string[];
}

/** Everything, from the top. */
export const everything: Asked = { folder: '', quarter: '', month: '', chosen: [], unfolded: [] };

/** Reads what a page remembered, which may be anything. */
export function readAsked(text: string | undefined): Asked {
  let data: unknown;
  try {
    data = JSON.parse(text ?? '');
  } catch {
    return everything;
  }
  if (typeof data !== 'object' || data === null) return everything;
  const { folder, quarter, month, chosen, unfolded } = data as Readonly<Record<string, unknown>>;
  const word = (value: unknown, form: RegExp): string => (typeof value === 'string' && form.test(value) ? value : '');
  const words = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string').slice(0, 20) : [];
  return {
    folder: word(folder, /^.{1,2000}$/),
    quarter: word(quarter, /^\d{4}-Q[1-4]$/),
    month: word(month, /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/),
    chosen: words(chosen),
    unfolded: words(unfolded),
  };
}

/** Takes something into the selection, instead of what it had of the same facet; or out of it, if it was in. */
export function choose({ chosen, ...asked }: Asked, wanted: string): Asked {
  const others = chosen.filter((each) => facetOf(each) !== facetOf(wanted));
  return { ...asked, chosen: chosen.includes(wanted) ? others : [...others, wanted] };
}

/** `status` of `status:PROPOSED`. */
export function facetOf(choice: string): string {
  const at = choice.indexOf(':');
  return at < 0 ? choice : choice.slice(0, at);
}
