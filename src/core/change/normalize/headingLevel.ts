import type { RecordDocument, Section } from '../../record/record';
import type { Drift, DriftFinder } from './drift';

/**
 * A top section of the template that stands at another level than the others is brought to theirs, with all that is
 * below it: `### Impact Assessment` would else belong to whatever stands above it.
 */
export const headingLevel: DriftFinder = function* (_record, document) {
  const tops = document.sections.filter(
    ({ definition, heading }) => definition?.parent === undefined && definition && heading,
  );
  const usual = usualLevel(tops);
  if (usual === undefined) return;
  for (const section of tops) {
    const drift = section.level === usual ? undefined : moved(document, section, usual - section.level);
    if (drift) yield drift;
  }
};

/** The level that most top sections have; undefined where no level has more than any other. */
function usualLevel(tops: readonly Section[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { level } of tops) counts.set(level, (counts.get(level) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  return first && first[1] > (second?.[1] ?? 0) && first[1] > 1 ? first[0] : undefined;
}

/** A section with all that is below it some levels deeper; undefined where one of its headings has no such level. */
function moved({ sections, text }: RecordDocument, top: Section, deeper: number): Drift | undefined {
  const from = sections.indexOf(top);
  const behind = sections.findIndex(({ level }, index) => index > from && level <= top.level);
  const all = sections.slice(from, behind < 0 ? undefined : behind);
  // What the template has at the top is no part of the section above it.
  const own = all.filter((section) => section === top || !isBelowAnother(section, top));
  const edits = own.flatMap(({ heading, level }) => {
    const start = heading?.style === 'atx' ? text.indexOf('#', heading.span.start) : -1;
    const fits = level + deeper >= 1 && level + deeper <= 6;
    return start < 0 || !fits ? [] : [{ span: { start, end: start + level }, newText: '#'.repeat(level + deeper) }];
  });
  return edits.length === own.length ? { edits } : undefined;
}

/** Whether a section stands below a top section of the template other than one. */
function isBelowAnother(section: Section, top: Section): boolean {
  for (let at: Section | undefined = section; at && at !== top; at = at.parent)
    if (at.definition && at.definition.parent === undefined) return true;
  return false;
}
