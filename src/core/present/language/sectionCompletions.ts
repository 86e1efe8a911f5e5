import { sectionText } from '../../process/renderTemplate';
import type { SectionDefinition } from '../../process/process';
import type { Section } from '../../record/record';
import { relevelled } from '../../change/insertion';
import type { Completion } from './completion';
import type { CompletionPlace } from './completionPlace';
import { offer } from './offer';

/** The sections that a record does not have, each with all that the template says in it. */
export function sectionCompletions({ record, document, cursor }: CompletionPlace): Completion[] {
  const { text, line, offset } = cursor;
  const marks = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(text.slice(line.start, line.end));
  if (!marks || offset < line.start + marks[0].length || cursor.after.trim() !== '') return [];
  const isHere = ({ heading }: Section): boolean =>
    heading !== undefined && heading.span.start >= line.start && heading.span.start <= line.end;
  const found = new Map<SectionDefinition, Section>();
  for (const each of record.documents) {
    for (const section of [each.root, ...each.sections]) {
      if (section.definition && !(each === document && isHere(section)) && !found.has(section.definition))
        found.set(section.definition, section);
    }
  }
  const around = surrounding(
    document.sections.filter((section) => !isHere(section)),
    document.root,
    offset,
  );
  const missing = record.process.sections.filter(
    (section) => !found.has(section) && belongsHere(section, around, document, found) && isMissing(section, record),
  );
  const due = missing.filter((section) => isDue(section, record));
  const written = { start: line.start + marks[0].indexOf('#'), end: line.end };
  const end = text.slice(line.end).search(/[^\r\n]/);
  const isFollowed = end >= 0 && !/^(?:\r\n|\r(?!\n)|\n)[ \t]*(?:[\r\n]|$)/.test(text.slice(line.end));
  return [...due, ...missing.filter((section) => !due.includes(section))].map((section) => {
    const parent = section.parent && found.get(section.parent);
    const level = parent ? Math.max(2, parent.level + section.level - section.parent.level) : section.level;
    const lines = relevelled(sectionText(record.process, section).replace(/\s*\n---\s*$/, ''), level - section.level);
    return offer(
      { cursor, written, isWhole: false },
      {
        kind: 'section',
        label: `${'#'.repeat(level)} ${section.heading}`,
        detail: due.includes(section) ? 'missing' : 'section of the template',
        documentation: lines.length > 1500 ? `${lines.slice(0, 1500)}…` : lines,
        insert: `${lines}${isFollowed ? '\n' : ''}`,
        words: `${marks[1] ?? '#'} ${section.heading}`,
      },
    );
  });
}

/** The sections that are open at an offset, the innermost first. */
function surrounding(sections: readonly Section[], root: Section, offset: number): Section[] {
  const open: Section[] = [];
  for (const section of [root, ...sections]) {
    const above = section.heading ? section.heading.span.start : 0;
    if (above > offset) break;
    while (open[0] && open[0] !== root && open[0].level >= section.level) open.shift();
    if (section !== root || open.length === 0) open.unshift(section);
  }
  return open;
}

/** Top sections belong into the record; others below the section that the template has them in. */
function belongsHere(
  { parent }: SectionDefinition,
  around: readonly Section[],
  { role }: CompletionPlace['document'],
  found: ReadonlyMap<SectionDefinition, Section>,
): boolean {
  if (!parent) return role === 'record';
  const home = found.get(parent);
  return home !== undefined && around.some(({ definition }) => definition === parent);
}

/** A document that a companion file holds is not missing in the record (reading 14). */
function isMissing({ document, parent }: SectionDefinition, { parts }: CompletionPlace['record']): boolean {
  return parent !== undefined || !parts.some(({ id, companions }) => id === document && companions.length > 0);
}

function isDue(section: SectionDefinition, record: CompletionPlace['record']): boolean {
  const document = record.process.documents.find(({ id }) => id === section.document);
  return (
    record.isDue(section) ||
    (section.parent === undefined && document !== undefined && record.isDue(document)) ||
    section.fields.some((field) => record.isDue(field))
  );
}
