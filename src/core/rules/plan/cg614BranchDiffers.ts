import { keys } from '../../process/fieldKeys';
import { isPlaceholder } from '../../process/placeholder';
import { plainText } from '../../record/plainText';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';

/** A name of a branch as people write it: no blanks, with a slash or a hyphen in it. */
const branchName = /^[^\s`*[\]()]*[/-][^\s`*[\]()]*$/;

export const branchDiffers = defineRule({
  code: 'CG614',
  name: 'branch-differs',
  severity: 'information',
  summary: 'The prerequisites of the plan name the branch of the record.',
  source: 'Implementation Tracking, Branch; Prerequisites, "Branch created"',
  fix: { what: 'Takes the branch of the record.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const branch = record.answer(keys.branch);
    const prerequisites = record.answer(keys.prerequisites);
    if (branch?.filled !== true || !prerequisites) return;
    const own = plainText(branch.text);
    if (!branchName.test(own)) return;
    for (const { text, span } of prerequisites.choices) {
      const match = /^branch created:\s*(.+)$/i.exec(text);
      const written = plainText(match?.[1] ?? '');
      if (!branchName.test(written) || isPlaceholder(written) || written === own) continue;
      const start = span.start + text.indexOf(written);
      const place = at(prerequisites.document, { start, end: start + written.length });
      yield finding(place, `The plan names the branch ${quoted(written)}, but the record names ${quoted(own)}.`)
        .related(branch, 'Branch')
        .fix(`Write ${quoted(own)}`, () => [replace(place, own)]);
    }
  },
});
