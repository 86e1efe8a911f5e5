import { english, type Translate } from '../page/html';

/** Every word of the record panel that is ours; what the core says of a record is the core's. */
export interface PanelStrings {
  readonly title: string;
  readonly page: string;
  readonly table: string;
  readonly copy: string;
  readonly copied: string;
  readonly otherMoves: string;
  readonly blocked: string;
  /** The rest of a list. */
  more(count: number): string;
  readonly probability: string;
  readonly impact: string;
  readonly riskList: string;
  /** What the arrow keys do on a risk. */
  readonly riskKeys: string;
  /** `{0}` is the risk, `{1}` its probability, `{2}` its impact; the page puts them in. */
  readonly riskAt: string;
  readonly sections: Readonly<Record<'lifecycle' | 'states' | 'risk' | 'approvals' | 'plan' | 'dependencies', string>>;
  readonly noRecord: string;
  readonly noRecordHint: string;
  readonly unreadable: string;
  readonly unreadableHint: string;
  readonly noTitle: string;
  readonly showLifecycle: string;
  moveTo(status: string): string;
  statusNow(status: string): string;
  readonly accepted: string;
  readonly declared: string;
  readonly acceptance: string;
  readonly statusesAndMoves: string;
  cycle(ids: readonly string[]): string;
}

/** The words in a language. */
export function panelStrings(t: Translate = english): PanelStrings {
  return {
    title: t('Lifecycle and Risk'),
    page: t('Lifecycle and risk of the record'),
    table: t('As a table'),
    copy: t('Copy the table'),
    copied: t('The table was copied.'),
    otherMoves: t('Other moves'),
    blocked: t('Asked for before that:'),
    more: (count) => t('{0} more', count),
    probability: t('Probability'),
    impact: t('Impact'),
    riskList: t('Risks'),
    riskKeys: t('Arrow up and down change the probability, left and right the impact, in the text.'),
    riskAt: t('{0}: probability {1}, impact {2}.', '{0}', '{1}', '{2}'),
    sections: {
      lifecycle: t('Lifecycle'),
      states: t('Statuses'),
      risk: t('Risk'),
      approvals: t('Approvals'),
      plan: t('Plan'),
      dependencies: t('Dependencies'),
    },
    noRecord: t('Open a change record to see where it stands.'),
    noRecordHint: t('The panel follows the record in the active editor.'),
    unreadable: t('The record cannot be shown.'),
    unreadableHint: t('The log of Changegate says why.'),
    noTitle: t('No title yet'),
    showLifecycle: t('Lifecycle and risk'),
    moveTo: (status) => t('Move to {0}', status),
    statusNow: (status) => t('Status: {0}', status),
    accepted: t('Accepted'),
    declared: t('Overall'),
    acceptance: t('Acceptance'),
    statusesAndMoves: t('All statuses and the moves between them'),
    cycle: (ids) => t('These records wait for each other: {0}.', ids.join(' › ')),
  };
}
