/** What was worked out of a thing already, by what worked it out. */
export type Facts = Map<unknown, unknown>;

/** Something that keeps what was worked out of it: a record, or one of its texts. */
export interface FactKeeper {
  readonly facts: Facts;
}

/**
 * A pure function of a record or of one of its texts that is worked out once for each, however many rules ask. The
 * answer is kept with the thing itself and goes with it: what a `WeakMap` holds outlives the next collection of
 * garbage, and of a thousand records that are read in a row nearly all is garbage.
 */
export function once<Of extends FactKeeper, T>(work: (of: Of) => T): (of: Of) => T {
  return (of) => {
    const { facts } = of;
    // The map is keyed by the function, so what it keeps under it is what the function gave.
    const known = facts.get(work) as T | undefined;
    if (known !== undefined || facts.has(work)) return known as T;
    const fact = work(of);
    facts.set(work, fact);
    return fact;
  };
}

/** The same for a part of a text, an answer for example: its document keeps what was worked out of it. */
export function onceOfPart<Of extends { readonly document: FactKeeper }, T>(work: (of: Of) => T): (of: Of) => T {
  const factsOf = once((_document: FactKeeper) => new Map<Of, { readonly fact: T }>());
  return (of) => {
    const facts = factsOf(of.document);
    const known = facts.get(of) ?? { fact: work(of) };
    facts.set(of, known);
    return known.fact;
  };
}
