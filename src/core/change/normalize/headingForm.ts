import { comparableName } from '../../process/comparableName';
import type { ChangeRecord, Section } from '../../record/record';
import type { Drift, DriftFinder } from './drift';

/**
 * `## 2) Description:`, `## impact assessment (IA)` and `### 1) Code Impact` get the heading of the template. A number
 * stays away where there is none, other names of a section stay (reading 45), and so do notes in brackets.
 */
export const headingForm: DriftFinder = function* (record, { sections }) {
  for (const section of sections) {
    const drift = section.definition && headed(section, section.definition.heading, record);
    if (drift) yield drift;
  }
};

const numbered = /^\s*(\d{1,3})(?:[.)]\s*|\s+)/;

function headed({ heading, title }: Section, wanted: string, record: ChangeRecord): Drift | undefined {
  if (title === wanted || heading?.style !== 'atx') return undefined;
  if (comparableName(title) !== comparableName(wanted)) return undefined;
  const own = numbered.exec(title);
  const template = numbered.exec(wanted);
  // A number that is not the template's says something about the order of the record.
  if (own && template && own[1] !== template[1]) return undefined;
  const notes = [...title.matchAll(/\([^()]*\)|\[[^[\]]*\]/g)].map(([note]) => note);
  const kept = notes.filter((note) => !wanted.includes(note) && !isShortFor(note, wanted));
  const spelled = own ? wanted : wanted.replace(numbered, '');
  const newText = [spelled, ...kept].join(' ');
  if (newText === title || isLinkedTo(title, record)) return undefined;
  const abbreviations = notes.filter((note) => isShortFor(note, wanted)).join(' ');
  return { edits: [{ span: heading.title, newText }], givesUp: `${own?.[1] ?? ''} ${abbreviations}` };
}

/** `(IA)` behind "Impact Assessment". */
function isShortFor(note: string, heading: string): boolean {
  const initials = heading
    .replace(numbered, '')
    .split(/[\s-]+/)
    .map((word) => word.charAt(0))
    .join('');
  return note.slice(1, -1).trim().toUpperCase() === initials.toUpperCase() && initials.length > 1;
}

/** Whether a link of the record leads to a heading by its words. */
function isLinkedTo(title: string, { documents }: ChangeRecord): boolean {
  const anchor = title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');
  return documents.some(({ text }) => text.toLowerCase().includes(`#${anchor})`));
}
