import type { ActiveRecord, Reason } from '../workspace/activeRecord';
import type { CalendarDate } from '../text/calendarDate';
import { explorerRow } from './explorer';
import { statusLabel } from '../process/statusLook';

/** The one item of the status bar. All texts are plain. */
export interface StatusBarView {
  /** The name of a codicon. */
  readonly icon: string;
  readonly text: string;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
  /** Lines of the tooltip. */
  readonly lines: readonly string[];
}

const reasons: Readonly<Record<Reason, string>> = {
  'branch-field': 'Its Branch field names this branch.',
  'branch-name': 'Its ID stands in the name of this branch.',
  choice: 'It was chosen for this branch.',
  editor: 'It is open in the editor.',
};

/** What the status bar says of the work at hand; undefined where there is nothing to say (no branch, no record). */
export function statusBarView(
  active: ActiveRecord,
  branch: string | undefined,
  today: CalendarDate,
): StatusBarView | undefined {
  const on = branch === undefined ? [] : [`Branch ${branch}`];
  switch (active.kind) {
    case 'record': {
      const { record, by } = active;
      const { icon, title, description, accessibleLabel } = explorerRow(record, today);
      return {
        icon,
        text: `${record.id ?? record.name} ${statusLabel(record.status)}`,
        accessibleLabel: `Change record at hand: ${accessibleLabel}`,
        lines: [title, description, ...on, reasons[by]],
      };
    }
    case 'ambiguous': {
      const text = `${String(active.records.length)} records for this branch`;
      const names = active.records.map(({ id, name }) => id ?? name);
      return { icon: 'question', text, accessibleLabel: `${text}, choose one`, lines: [text, ...names, ...on] };
    }
    case 'unknown-id': {
      const text = `${active.id} is not here`;
      const why = `The branch names ${active.id}, which has no record in this workspace.`;
      return { icon: 'question', text, accessibleLabel: why, lines: [why, ...on] };
    }
    case 'none':
      return branch === undefined
        ? undefined
        : {
            icon: 'circle-outline',
            text: 'No change record',
            accessibleLabel: `No change record for the branch ${branch}, choose one`,
            lines: ['No record names this branch, and none was chosen for it.', ...on],
          };
  }
}
