import type { ChangeRecord } from '../../record/record';
import { at } from '../places';
import { defineRule, finding } from '../rule';

/** Words by which a record speaks of a standard. */
const words: Readonly<Record<string, RegExp>> = {
  'GDPR considerations':
    /gdpr|dsgvo|personal data|personally|privacy|\bpii\b|data subject|\bdpia\b|consent|retention|anonymi[sz]|pseudonymi[sz]|erasure/i,
  'SOC2 considerations':
    /soc[ -]?2|trust services|audit|access control|access review|least privilege|segregation|evidence/i,
  'PCI-DSS considerations': /\bpci\b|pci-dss|card ?holder|card data|card number|\bpan\b|payment|tokeni[sz]/i,
  'HIPAA considerations': /hipaa|\bphi\b|health|patient|medical/i,
};

export const complianceWithoutWord = defineRule({
  code: 'CG525',
  name: 'compliance-without-word',
  severity: { draft: 'off', proposed: 'information' },
  summary: 'A standard that is ticked as a consideration is considered somewhere.',
  source: 'Security Impact, Compliance Requirements',
  fix: { what: 'Goes to the box; what has to be considered only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const compliance = record.answer('compliance');
    for (const { option, span, box } of compliance?.chosen ?? []) {
      const spoken = option && Object.hasOwn(words, option.value) ? words[option.value] : undefined;
      if (!compliance || !option || !spoken || !box || isSpokenOf(record, spoken)) continue;
      const place = at(compliance.document, span);
      yield finding(place, `«${option.value}» is ticked, but the record says nothing of it.`).goTo(
        `Go to ${option.value}`,
        place,
      );
    }
  },
});

/** In any line that is no box: boxes are the template's words. */
function isSpokenOf({ documents }: ChangeRecord, spoken: RegExp): boolean {
  return documents.some(({ scan, text }) =>
    scan.blocks.some(
      (block) =>
        !(block.kind === 'item' && block.box !== undefined) &&
        spoken.test(text.slice(block.span.start, block.span.end)),
    ),
  );
}
