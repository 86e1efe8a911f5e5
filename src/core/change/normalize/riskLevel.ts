import { levelAt } from '../../process/riskScale';
import { slice } from '../../text/span';
import type { DriftFinder } from './drift';

/**
 * Probability and impact in the list of risks as the scale names them: `H`, `high` and `HIGH (as in 2024)` become `High`.
 * Synonyms stay (reading 45), and so does the matrix, where the template itself has letters.
 */
export const riskLevel: DriftFinder = function* ({ risks, process }, document) {
  for (const { document: home, probability, impact } of risks) {
    if (home !== document) continue;
    for (const level of [probability, impact]) {
      if (level?.value === undefined || level.placeholder) continue;
      if (process.risk.levels.some(({ name }) => name === level.text)) continue;
      const named = levelAt(process.risk, level.text);
      if (named?.found.value !== level.value) continue;
      const { name, letters } = named.found;
      const place = { start: level.span.start, end: level.span.start + named.length };
      const written = slice(document.text, place);
      const same = (other: string): boolean => written.toUpperCase() === other.toUpperCase();
      // Behind it stands nothing, or a remark: "M/H" is no level, and "High load" somebody's own words.
      const isAlone = /^\s*(?:[([,;:–—]|-\s|$)/.test(level.text.slice(named.length));
      if (written === name || !isAlone || !(same(name) || same(letters))) continue;
      yield { edits: [{ span: place, newText: name }], givesUp: written };
    }
  }
};
