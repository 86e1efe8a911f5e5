import { keys } from '../../process/fieldKeys';
import type { ListItem } from '../../markdown/blocks';
import { blocksWithin } from '../../markdown/blocksWithin';
import type { ChangeRecord, Place } from '../../record/record';
import { slice } from '../../text/span';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding, type DraftFinding } from '../../findings/draftFinding';

/** The checks of phase 6, and the advice where they are open. */
const checks = [
  {
    open: /^(?:all )?(?:unit |integration |e2e )?tests pass/i,
    advice: 'fix the code, not the tests, unless the requirement changed',
  },
  {
    open: /^security scan (?:passes|clean)|^no hardcoded secrets|^dependency audit clean/i,
    advice: 'vulnerabilities are fixed before going on, without exception',
  },
  {
    open: /^all (?:docs|documentation) updated/i,
    advice: 'documentation is updated before merging',
  },
] as const;

/** Steps that come after all checks. */
const later = /^(?:merge to (?:main|master|trunk)|deploy to production)\b/i;

interface Step extends Place {
  readonly text: string;
  readonly checked: boolean;
}

export const deployedWithOpenChecks = defineRule({
  code: 'CG612',
  name: 'deployed-with-open-checks',
  severity: { draft: 'off', 'in-progress': 'warning' },
  summary: 'Tests, security scan and documentation are done before a change is merged or deployed.',
  source: 'Phase 6: Pre-Merge Checklist; Troubleshooting: tests failing, security scan fails, documentation drift',
  fix: { noneBecause: 'Whether a check has passed only the people who made it know.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    // Of a completed record CG602 counts all open steps.
    if (record.status?.value?.role === 'completed') return;
    const steps = stepsOf(record);
    const done = steps.find(({ text, checked }) => checked && later.test(text));
    const deployed = record.answer(keys.deployed);
    const after: Place | undefined = done ?? (deployed?.date ? deployed : undefined);
    if (!after) return;
    const what = done ? `${quoted(done.text)} is ticked off` : 'the change is deployed';
    for (const { open, advice } of checks) {
      const step = steps.find(({ text, checked }) => !checked && open.test(text));
      if (!step) continue;
      const draft: DraftFinding = finding(step, `${quoted(step.text)} is open, but ${what}: ${advice}.`);
      yield draft.related(after, 'what came after');
    }
  },
});

/** The boxes of the plan, and those of the pre-merge checklist. */
function stepsOf(record: ChangeRecord): Step[] {
  const checklist = record.answer(keys.preMergeChecklist);
  const listed = checklist?.choices.flatMap(({ box, span, text, checked }) =>
    box ? [{ ...at(checklist.document, span), text, checked }] : [],
  );
  return [...planned(record), ...(listed ?? [])];
}

function planned({ documents, parts }: ChangeRecord): Step[] {
  const plan = parts.find(({ id }) => id === 'implementation-plan');
  return documents.flatMap((document) => {
    const isCompanion = plan?.companions.includes(document) ?? false;
    const within = plan?.section?.document === document ? plan.section.span : undefined;
    if (!isCompanion && !within) return [];
    const blocks = within ? blocksWithin(document.scan, within) : document.scan.blocks;
    return blocks.flatMap((block) =>
      isBoxed(block)
        ? [{ document, span: block.content, text: slice(document.text, block.content), checked: block.box.checked }]
        : [],
    );
  });
}

function isBoxed(block: { readonly kind: string }): block is ListItem & { readonly box: NonNullable<ListItem['box']> } {
  return block.kind === 'item' && 'box' in block && block.box !== undefined;
}
