import * as vscode from 'vscode';
import type { PageWords } from '../../webview/protocol/recordPanel';

/** Every word of the record panel that is ours; what the core says of a record is the core's. */
export interface PanelStrings {
  readonly title: string;
  readonly page: PageWords;
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

/** The words in the language of the editor. */
export function panelStrings(): PanelStrings {
  const t = vscode.l10n.t;
  return {
    title: t('Lifecycle and Risk'),
    page: {
      panel: t('Lifecycle and risk of the record'),
      table: t('As a table'),
      copy: t('Copy the table'),
      copied: t('The table was copied.'),
      otherMoves: t('Other moves'),
      blocked: t('Asked for before that:'),
      more: t('{count} more'),
      probability: t('Probability'),
      impact: t('Impact'),
      riskList: t('Risks'),
      riskKeys: t('Arrow up and down change the probability, left and right the impact, in the text.'),
      riskAt: t('{risk}: probability {probability}, impact {impact}.'),
    },
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
