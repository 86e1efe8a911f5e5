import { keys } from '../../process/fieldKeys';
import type { ChangeRecord } from '../../record/record';
import { languageOf } from '../../record/languageOf';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

/** Words by which a record speaks of a standard. */
const words: Readonly<Record<string, RegExp>> = {
  'GDPR considerations':
    /gdpr|dsgvo|rgpd|personal data|personally|privacy|\bpii\b|data subject|\bdpia\b|consent|retention|anonymi[sz]|pseudonymi[sz]|erasure|datenschutz|personenbezogen|auftragsverarbeit|einwilligung|löschfrist|données personnelles|données à caractère|vie privée|consentement|datos personales|protección de datos|privacidad|consentimiento/i,
  'SOC2 considerations':
    /soc[ -]?2|trust services|audit|access control|access review|least privilege|segregation|evidence|prüfpfad|zugriffs|berechtigung|nachweis|contrôle d.accès|moindre privilège|preuve|control de acceso|evidencia/i,
  'PCI-DSS considerations':
    /\bpci\b|pci-dss|card ?holder|card data|card number|\bpan\b|payment|tokeni[sz]|karten|zahlung|cartes?\b|paiement|tarjeta|pago/i,
  'HIPAA considerations': /hipaa|\bphi\b|health|patient|medical|gesundheit|medizin|santé|médica|paciente|salud/i,
};

/** A shorter text tells no language, in UTF-16 code units. */
const shortest = 80;

export const complianceWithoutWord = defineRule({
  code: 'CG525',
  name: 'compliance-without-word',
  severity: { draft: 'off', proposed: 'information' },
  optIn: true,
  summary: 'A standard that is ticked as a consideration is considered somewhere.',
  source: 'Security Impact, Compliance Requirements',
  fix: { what: 'Goes to the box; what has to be considered only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const compliance = record.answer(keys.compliance);
    // In a language whose words are not known, nobody can tell what is spoken of.
    const prose = compliance?.chosen.length ? proseOf(record) : '';
    if (prose.length > shortest && languageOf(prose) === undefined) return;
    for (const { option, span, box } of compliance?.chosen ?? []) {
      const spoken = option && Object.hasOwn(words, option.value) ? words[option.value] : undefined;
      if (!compliance || !option || !spoken || !box || isSpokenOf(record, spoken)) continue;
      const place = at(compliance.document, span);
      yield finding(place, `"${option.value}" is ticked, but the record says nothing of it.`).goTo(
        `Go to ${option.value}`,
        place,
      );
    }
  },
});

/** What a person has written freely: what the change is, and why. */
function proseOf(record: ChangeRecord): string {
  return [keys.problemStatement, keys.proposedSolution, keys.businessJustification, keys.threatModel]
    .map((key) => record.answer(key)?.text.slice(0, 5000) ?? '')
    .join('\n');
}

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
