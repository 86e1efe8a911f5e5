import type { NamedPerson } from './peopleOfRecord';

/** Somebody who can be asked. */
export interface KnownPerson {
  readonly name: string;
  /** Roles in which they were met, the most frequent first. */
  readonly roles: readonly string[];
  /** They are named in CODEOWNERS, and in no record. */
  readonly isOwner: boolean;
}

/** People as records name them, and code owners, each once: those who are named most often first. */
export function knownPeople(named: Iterable<NamedPerson>, owners: readonly string[]): readonly KnownPerson[] {
  const met = new Map<string, { readonly name: string; count: number; readonly roles: Map<string, number> }>();
  for (const { name, role } of named) {
    const key = name.toLowerCase();
    const person = met.get(key) ?? { name, count: 0, roles: new Map<string, number>() };
    person.count++;
    if (role !== '') person.roles.set(role, (person.roles.get(role) ?? 0) + 1);
    met.set(key, person);
  }
  const people = [...met.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return [
    ...people.map(({ name, roles }): KnownPerson => ({
      name,
      roles: [...roles].sort((a, b) => b[1] - a[1]).map(([role]) => role),
      isOwner: false,
    })),
    ...owners
      .filter((owner) => !met.has(owner.toLowerCase()))
      .map((name): KnownPerson => ({ name, roles: [], isOwner: true })),
  ];
}
