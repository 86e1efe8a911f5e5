import { keys } from '../../process/fieldKeys';
import { isPlaceholder } from '../../process/placeholder';
import { isNothing } from '../../record/itemsOf';
import { languageOf, type Language } from '../../record/languageOf';
import { at } from '../../record/places';
import { listed } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { wordsBelow } from '../../record/wordsBelow';
import { declaredRisk } from './declaredRisk';

/** What a rollback plan names, in one language: its trigger, and a stretch of time in figures or words. */
interface RollbackWords {
  /** A condition under which one goes back: a sign that is watched, or somebody's decision. */
  readonly trigger: RegExp;
  readonly time: RegExp;
}

const signs = /[<>≥≤]|\d\s?%|\bslos?\b|\bslis?\b/i;

/** Made when a plan is in that language: expressions with the letters of all alphabets are dear to make. */
const wordsIn: Readonly<Record<Language, () => RollbackWords>> = {
  English: () => ({
    trigger:
      /\b(?:if|when|whenever|once|unless|as soon as|in case|trigger\w*|criteri\w*|error rate|health ?checks?|alerts?|alarms?|incidents?|threshold|fail\w*|degrad\w*|spikes?|above|below|exceed\w*|more than|unexpected|decision|decides|manually|complain\w*)\b/i,
    time: /\d\s*-?\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?)\b|\b(?:seconds|minutes|hours|(?:an?|one|half an) hour|(?:a|one) minute|(?:a|one) day|immediate(?:ly)?|instant(?:ly)?|at once|right away)\b/i,
  }),
  German: () => ({
    trigger:
      /(?<!\p{L})(?:wenn|falls|sobald|sofern|sollte\p{L}*|bei|beim|sonst|auslöser|kriteri\p{L}*|fehler\p{L}*|fehlschl\p{L}*|scheiter\p{L}*|störung\p{L}*|alarm\p{L}*|schwelle\p{L}*|über|unter|mehr als|unerwartet\p{L}*|entscheid\p{L}*|beschwer\p{L}*|von hand)(?!\p{L})/iu,
    time: /\d\s*-?\s*(?:s|sek\p{L}*|m|min\p{L}*|h|std|stunden?|tage?n?|wochen?)(?!\p{L})|(?:sekunde|minute|stunde)n?(?!\p{L})|(?<!\p{L})(?:ein(?:en|em)? tag|sofort|umgehend|unverzüglich|augenblicklich)(?!\p{L})/iu,
  }),
  French: () => ({
    trigger:
      /(?<!\p{L})(?:si|s'il|quand|lorsque|dès que|en cas|sinon|seuil|critères?|déclench\p{L}*|erreurs?|échec\p{L}*|échou\p{L}*|alertes?|alarmes?|incidents?|plus de|dépass\p{L}*|décision|décide|plaintes?|manuellement)(?!\p{L})/iu,
    time: /\d\s*(?:s|sec\p{L}*|m|min\p{L}*|h|heures?|jours?|semaines?)(?!\p{L})|(?:seconde|minute|heure)s?(?!\p{L})|(?<!\p{L})(?:un jour|immédiat\p{L}*|tout de suite|aussitôt)(?!\p{L})/iu,
  }),
  Spanish: () => ({
    trigger:
      /(?<!\p{L})(?:si|cuando|en cuanto|en caso|umbral|criterios?|dispar\p{L}*|error(?:es)?|falla\p{L}*|fallo\p{L}*|alertas?|alarmas?|incidentes?|más de|super\p{L}*|decisión|decide|quejas?|manualmente)(?!\p{L})/iu,
    time: /\d\s*(?:s|seg\p{L}*|m|min\p{L}*|h|horas?|días?|semanas?)(?!\p{L})|(?:segundo|minuto|hora)s?(?!\p{L})|(?<!\p{L})(?:un día|inmediat\p{L}*|de inmediato|enseguida|al instante)(?!\p{L})/iu,
  }),
};

export const rollbackPlanThin = defineRule({
  code: 'CG508',
  name: 'rollback-plan-thin',
  severity: { draft: 'off', proposed: 'warning', over: 'information' },
  optIn: true,
  summary: 'The rollback plan of a risky change names its trigger, its action and its time.',
  source: 'Operational Impact, Rollback Plan; Rollback Criteria; reading 50',
  fix: { what: 'Goes to the plan; only a person knows how to go back.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const plan = record.answer(keys.rollbackPlan);
    const risk = declaredRisk(record);
    if (!plan?.filled || !risk || risk.band === 'LOW') return;
    const words = written(wordsBelow(plan));
    // What stands in a runbook cannot be looked into.
    if (/\]\(|https?:|\.md\b|\brunbook\b/i.test(words)) return;
    const isEmpty = isNothing(words);
    const language = isEmpty ? 'English' : languageOf(words);
    if (!language) return;
    const { trigger, time } = wordsIn[language]();
    const missing = [
      ...(risk.isHigh && !trigger.test(words) && !signs.test(words) ? ['trigger'] : []),
      ...(isEmpty ? ['action'] : []),
      ...(time.test(words) ? [] : ['time']),
    ];
    if (missing.length === 0) return;
    const place = at(plan.document, plan.label);
    const draft = finding(
      place,
      `The risk is ${risk.band}, but the rollback plan names ${listed(missing.map((each) => `no ${each}`))}.`,
    )
      .related(risk, 'the risk')
      .goTo('Go to the rollback plan', at(plan.document, plan.span));
    yield risk.isHigh ? draft : draft.as('information');
  },
});

/** What the writer wrote: without lines that are still the template's, and without the label of the time. */
function written(text: string): string {
  return text
    .slice(0, 20_000)
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^[\s\-*+\d.)]*/, ''))
    .filter((line) => line !== '' && !/^-+$/.test(line) && !isPlaceholder(line.replace(/^[\w ]{1,24}:\**\s*/, '')))
    .join('\n');
}
