import { comparableName } from './comparableName';
import type { OptionDefinition } from './process';
import type { FieldRule } from './processDefinition';

/** The options of a choice, from what the template lists and its rule adds. */
export function compileOptions(words: readonly string[], rule: FieldRule | undefined): OptionDefinition[] {
  const labels = [...words, ...(rule?.more ?? [])];
  const notes = sharedNames(labels.map(withoutNote));
  const drafts = labels.map((label) => {
    const value =
      namedIn(rule?.values, label) ?? code(label)?.code ?? (notes.has(withoutNote(label)) ? label : withoutNote(label));
    const names = [
      comparableName(label),
      label.toLowerCase(),
      withoutNote(label).replace(/_+/g, ' ').toLowerCase(),
      comparableName(noteOf(label)),
      ...codeNames(label),
      ...(namedIn(rule?.synonyms, label, value) ?? []).map(comparableName),
      value.toLowerCase(),
    ];
    return { label, value, offered: words.includes(label), names: new Set(names.filter((name) => name !== '')) };
  });
  const ambiguous = sharedNames(drafts.flatMap(({ names }) => [...names]));
  return drafts.map(({ label, value, offered, names }) => ({
    label,
    value,
    offered,
    names: [...names].filter((name) => !ambiguous.has(name)),
    exclusive: [label, value].some((name) => rule?.exclusive?.includes(name)),
    open: openEnd.test(label),
  }));
}

/** The options that a value lists: `[A | B]` always; `[A/B]` where a choice is asked for, as a slash may mean anything. */
export function optionsIn(value: string, isChoice: boolean): string[] {
  const inside = /^\[([^[\]]+)\]$/.exec(value.trim())?.[1];
  const separator = inside?.includes(' | ') ? '|' : isChoice ? '/' : undefined;
  if (inside === undefined || separator === undefined || !inside.includes(separator)) return [];
  return inside.split(separator).map((word) => word.trim());
}

/** A place for words of one's own at the end: `Other: _______`, `New runbook: [Name]`. */
const openEnd = /:\s*(?:_{3,}|\[[^[\]]*\]).*$/;

/** The option as reports call it: without the note in brackets behind it and without a place to fill. */
function withoutNote(label: string): string {
  return label
    .replace(openEnd, '')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .trim();
}

/** What the note in brackets says: people answer "within 1 week" where the template has `HIGH (Within 1 week)`. */
function noteOf(label: string): string {
  return /\(([^()]*)\)\s*$/.exec(label)?.[1] ?? '';
}

/** `P1 - HIGH (Major feature)` is known by its code as well as by its word. */
function code(label: string): { readonly code: string; readonly word: string } | undefined {
  const match = /^([A-Z]{1,3}\d{1,2})\s+[-–—:]\s+(.+)$/.exec(withoutNote(label));
  return match?.[1] !== undefined && match[2] !== undefined ? { code: match[1], word: match[2] } : undefined;
}

function codeNames(label: string): string[] {
  const parts = code(label);
  if (!parts) return [];
  const [first, second] = [parts.code.toLowerCase(), parts.word.toLowerCase()];
  return [first, second, `${first} ${second}`, `${first} - ${second}`, `${first}-${second}`];
}

function namedIn<T>(table: Readonly<Record<string, T>> | undefined, ...names: readonly string[]): T | undefined {
  const name = names.find((each) => table !== undefined && Object.hasOwn(table, each));
  return name === undefined ? undefined : table?.[name];
}

function sharedNames(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}
