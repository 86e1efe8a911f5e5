import { closest } from '../../text/similar';
import type { Span } from '../../text/span';
import type { CheckedSuppression, SuppressionUse } from '../../findings/checkedSuppression';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding, type DraftFinding } from '../../findings/draftFinding';
import { replace, type DocumentEdit } from '../../change/documentEdit';
import { removeRules } from '../../findings/removeSuppression';
import { suppressionWords, type SuppressedRule, type Suppression } from '../../findings/suppression';

export const unusedSuppression = defineRule({
  code: 'CG907',
  name: 'unused-suppression',
  severity: 'information',
  summary: 'A suppression names rules that there are, and keeps something quiet.',
  source: 'Of Changegate: a suppression that outlives its finding hides the next one',
  fix: { what: 'Takes the suppression out, or the rule that it has no use for; offers the name that was meant.' },
  afterwards: true,
  unsuppressable: true,
  *check({ suppressions }) {
    const old = new Set<string>();
    for (const checked of suppressions) {
      const { suppression, allowed, uses } = checked;
      const whole = (message: string): DraftFinding => finding(at(suppression.document, suppression.span), message);
      if (suppression.scope === 'unknown') yield unknownWord(suppression, whole);
      else if (!allowed) yield whole('The policy lets no comment keep a finding quiet; this one has no effect.');
      else if (uses.length === 0 && suppression.scope !== 'end')
        yield whole('The suppression names no rule; a code such as CG503 or a name is expected, then the reason.');
      else
        for (const { named, use } of uses) {
          if (use !== 'old') yield* unusedRule(checked, named, use);
          else if (named.rule && !old.has(named.rule.code)) {
            old.add(named.rule.code);
            yield finding(
              at(suppression.document, named.span),
              `${named.text} is now ${nameOf(named)}; the comment keeps it quiet for the whole text.`,
            );
          }
        }
    }
  },
});

function unknownWord({ word, document, span }: Suppression, whole: (message: string) => DraftFinding): DraftFinding {
  const guess = closest(word, suppressionWords) ?? '';
  const start = document.text.indexOf('changegate-', span.start) + 'changegate-'.length;
  const place: Span = { start, end: start + word.length };
  return whole(`There is no changegate-${word}. Did you mean changegate-${guess}?`).fix(
    `Write changegate-${guess}`,
    () => [{ document, edit: { span: place, newText: guess } }],
  );
}

function* unusedRule(
  { suppression, uses }: CheckedSuppression,
  named: SuppressedRule,
  use: SuppressionUse,
): Generator<DraftFinding> {
  const { document } = suppression;
  const idle = uses.filter((each) => each.use === 'unused' || each.use === 'fixed').map((each) => each.named);
  // A comment of which nothing would be left goes as a whole.
  const remove = (): DocumentEdit[] => removeRules(suppression, idle.length === uses.length ? idle : [named]);
  const place = at(document, named.span);
  if (use === 'no-such-rule') {
    const { guess } = named;
    const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
    const told = finding(place, `There is no rule ${quoted(named.text)}.${hint}`);
    if (guess !== undefined) told.fix(`Write ${guess}`, () => [replace(place, guess)]);
    yield told.fix('Take it out', remove);
  } else if (use === 'fixed') {
    yield finding(place, `${nameOf(named)} cannot be suppressed in the text.`).safeFix('Take it out', remove);
  } else if (use === 'unused') {
    yield finding(place, messageOf(suppression, named)).safeFix('Take the suppression out', remove);
  }
}

function messageOf({ scope }: Suppression, named: SuppressedRule): string {
  if (scope === 'end') return `${nameOf(named)} is not suppressed here; this ends nothing.`;
  const where = scope === 'from-here' ? 'from here on' : scope === 'line' ? 'on this line' : 'on the next line';
  return `${nameOf(named)} finds nothing ${where}; the suppression has no use.`;
}

function nameOf({ rule, text }: SuppressedRule): string {
  return rule ? `${rule.code} ${rule.name}` : text;
}
