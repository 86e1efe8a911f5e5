import type { StatusRole } from './processDefinition';

/** How a status is shown: the name of a codicon and of a color that the extension contributes. */
export interface StatusLook {
  readonly icon: string;
  readonly color: string;
  /** For people: `In progress`. */
  readonly label: string;
  /** Two letters that stand for it beside the name of a file; git's own have one. */
  readonly badge: string;
}

const looks: Readonly<Record<StatusRole, Pick<StatusLook, 'icon' | 'color'>>> = {
  draft: { icon: 'edit', color: 'changegate.status.draft' },
  waiting: { icon: 'comment-discussion', color: 'changegate.status.proposed' },
  approved: { icon: 'pass', color: 'changegate.status.approved' },
  'in-work': { icon: 'sync', color: 'changegate.status.inProgress' },
  completed: { icon: 'check-all', color: 'changegate.status.completed' },
  'on-hold': { icon: 'circle-outline', color: 'changegate.status.notRecorded' },
  rejected: { icon: 'circle-slash', color: 'changegate.status.rejected' },
  abandoned: { icon: 'close', color: 'changegate.status.cancelled' },
};

const notRecorded: StatusLook = {
  icon: 'question',
  color: 'changegate.status.notRecorded',
  label: 'Not recorded',
  badge: '??',
};

/** Roles in the order in which their records need somebody; null: the status is not recorded. */
export const rolesByNeed: readonly (StatusRole | null)[] = [
  'waiting',
  'in-work',
  'approved',
  'draft',
  'on-hold',
  null,
  'completed',
  'rejected',
  'abandoned',
];

/** Roles in the order of the lifecycle; null: the status is not recorded. */
export const rolesInOrder: readonly (StatusRole | null)[] = [
  'draft',
  'waiting',
  'approved',
  'in-work',
  'on-hold',
  null,
  'completed',
  'rejected',
  'abandoned',
];

/** How a status is shown: its icon and color by what it stands for, its words by what it is called. */
export function lookOf(id: string | null, role: StatusRole | null): StatusLook {
  if (id === null || role === null) return notRecorded;
  const label = statusLabel(id);
  const initials = label.split(' ').map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  const [first = '', second = ''] = initials.filter((word) => word !== '');
  const badge = second === '' ? first.slice(0, 2) : (first.charAt(0) + second.charAt(0)).toUpperCase();
  return { ...looks[role], label, badge: badge === '' ? notRecorded.badge : badge };
}

/** A status or another name in capitals for people: `In progress`; null: not recorded. */
export function statusLabel(id: string | null): string {
  if (id === null) return notRecorded.label;
  const words = id.toLowerCase().replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Instead of the look of its status, for a record whose own words refute it; its status is shown in words. */
export const contradictedLook: Pick<StatusLook, 'icon' | 'color'> = {
  icon: 'warning',
  color: 'changegate.status.contradicted',
};
