import { approvalGap } from '../../lifecycle/approvalSentence';
import { at } from '../places';
import { defineRule, finding } from '../rule';

/** The phases of the plan that change something; preparing and reading are allowed before an approval. */
const changing: ReadonlySet<string> = new Set(['phase-2-implementation', 'phase-3-quality', 'phase-6-deployment']);

export const stepsBeforeApproval = defineRule({
  code: 'CG317',
  name: 'steps-before-approval',
  severity: 'error',
  summary: 'No step of implementation or deployment is done while a record waits for its approval.',
  source: 'Phase 4: Forbidden actions without approval; readings 24 and 38',
  fix: { noneBecause: 'What happened cannot be mended by an edit; wait for the approval token.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const { status, history, documents } = record;
    const id = status?.value?.id;
    if (!status || (id !== 'DRAFT' && id !== 'PROPOSED')) return;
    const gap = approvalGap(record);
    if (!gap || history.some((row) => row.status.value?.needsApproval === true)) return;
    for (const document of documents) {
      for (const { definition, heading, blocks } of document.sections) {
        if (!definition || !heading || !changing.has(definition.key)) continue;
        const done = blocks.flatMap((block) => (block.kind === 'item' && block.box?.checked === true ? [block] : []));
        const [first] = done;
        if (!first) continue;
        const steps = done.length === 1 ? 'A step' : `${String(done.length)} steps`;
        yield finding(
          at(document, first.content),
          `${steps} of «${definition.heading}» ${done.length === 1 ? 'is' : 'are'} ticked off, but the record is ${id} and ${gap.words}.`,
        )
          .related(status, 'the status')
          .related(gap.place, 'where the approval is recorded');
      }
    }
  },
});
