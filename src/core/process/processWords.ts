import { wordsOf } from './wordsOf';

/** The words that lists and tables of a process go by, as `comparableName` writes them; the first is the template's. */
export interface ProcessWords {
  /** Labels of a risk in the list, and columns of the table of risks. */
  readonly risk: Readonly<
    Record<'risk' | 'probability' | 'impact' | 'score' | 'mitigation' | 'contingency', readonly string[]>
  >;
  /** Columns of the history. */
  readonly history: Readonly<Record<'date' | 'status' | 'notes', readonly string[]>>;
  /** Columns of the plan's timeline. */
  readonly timeline: Readonly<Record<'phase' | 'duration' | 'start' | 'end', readonly string[]>>;
  /** Columns of the plan's table of files. */
  readonly files: Readonly<Record<'path' | 'type' | 'lines', readonly string[]>>;
}

/** What the templates of both processes say. */
export const usualWords: ProcessWords = {
  risk: {
    risk: ['risk', 'description', 'risk description', 'risiko', 'risque', 'riesgo', 'risco', '风险', 'リスク'],
    probability: wordsOf(
      'probability, likelihood, prob, wahrscheinlichkeit, eintrittswahrscheinlichkeit, probabilite, vraisemblance, probabilidad, probabilidade, 可能性, 概率, 発生確率, 確率',
    ),
    impact: wordsOf(
      'impact, severity, auswirkung, schwere, schaden, gravite, impacto, gravedad, gravidade, 影响, 影响程度, 影響, 影響度',
    ),
    score: ['risk score', 'score', 'rating'],
    mitigation: wordsOf(
      'mitigation, mitigation plan, plan, mitigations, massnahme, gegenmaßnahme, attenuation, mitigacion, mitigacao, 缓解措施, 应对措施, 対策',
    ),
    contingency: ['contingency'],
  },
  history: {
    date: ['date', 'when', 'day'],
    status: ['status', 'state', 'new status', 'to'],
    notes: ['notes', 'note', 'comment', 'comments', 'remarks', 'details', 'reason'],
  },
  timeline: { phase: ['phase'], duration: ['duration'], start: ['start'], end: ['end'] },
  files: {
    path: ['file path', 'file', 'path'],
    type: ['type', 'action', 'change type'],
    lines: ['estimated loc', 'loc', 'lines'],
  },
};
