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
    risk: ['risk', 'description', 'risk description'],
    probability: ['probability', 'likelihood', 'prob'],
    impact: ['impact', 'severity'],
    score: ['risk score', 'score'],
    mitigation: ['mitigation', 'mitigation plan', 'plan'],
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
