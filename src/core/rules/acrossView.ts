import type { ChangeRecord, Place } from '../record/record';
import type { AcrossFact } from './acrossFact';
import type { PlacedLinks } from '../record/recordLinks';

/** A record held against the others of its workspace, for the rules that speak of it. */
export interface AcrossView {
  readonly facts: readonly AcrossFact[];
  readonly links: PlacedLinks;
}

/** Facts of one kind. */
export function factsOf<K extends AcrossFact['kind']>(
  view: AcrossView | undefined,
  kind: K,
): Extract<AcrossFact, { kind: K }>[] {
  return (view?.facts ?? []).filter((fact): fact is Extract<AcrossFact, { kind: K }> => fact.kind === kind);
}

/** Where a record names another one: among what it waits for, else among what it affects. */
export function linkTo({ links }: AcrossView, id: string, list?: 'upstream' | 'downstream'): Place | undefined {
  const lists = list ? [links[list]] : [links.upstream, links.downstream];
  return lists.flatMap((each) => each.find((link) => link.id === id) ?? [])[0];
}

/** The ID of a record in the form of its process; without one, its path. */
export function nameOf({ id, path }: ChangeRecord): string {
  return id?.text ?? path;
}
