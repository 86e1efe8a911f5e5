/** How a status is shown: the name of a codicon and of a colour that the extension contributes. */
export interface StatusLook {
  readonly icon: string;
  readonly color: string;
  /** For people: `In progress`. */
  readonly label: string;
  /** Two letters that stand for it beside the name of a file; git's own have one. */
  readonly badge: string;
}

const looks: Readonly<Record<string, StatusLook>> = {
  DRAFT: { icon: 'edit', color: 'changegate.status.draft', label: 'Draft', badge: 'Dr' },
  PROPOSED: { icon: 'comment-discussion', color: 'changegate.status.proposed', label: 'Proposed', badge: 'Pr' },
  APPROVED: { icon: 'pass', color: 'changegate.status.approved', label: 'Approved', badge: 'Ap' },
  IN_PROGRESS: { icon: 'sync', color: 'changegate.status.inProgress', label: 'In progress', badge: 'IP' },
  COMPLETED: { icon: 'check-all', color: 'changegate.status.completed', label: 'Completed', badge: 'Co' },
  REJECTED: { icon: 'circle-slash', color: 'changegate.status.rejected', label: 'Rejected', badge: 'Re' },
  CANCELLED: { icon: 'close', color: 'changegate.status.cancelled', label: 'Cancelled', badge: 'Ca' },
};

const notRecorded: StatusLook = {
  icon: 'question',
  color: 'changegate.status.notRecorded',
  label: 'Not recorded',
  badge: '??',
};

/** The look of a status; a status of a team's own gets a neutral one with its words. */
export function lookOf(status: string | null): StatusLook {
  if (status === null) return notRecorded;
  const words = status.toLowerCase().replace(/_/g, ' ');
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  const badge = label.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 2);
  const own = {
    icon: 'circle-outline',
    color: notRecorded.color,
    label,
    badge: badge === '' ? notRecorded.badge : badge,
  };
  return (Object.hasOwn(looks, status) ? looks[status] : undefined) ?? own;
}

/** Instead of the look of its status, for a record whose own words refute it; its status is told in words. */
export const contradictedLook: Pick<StatusLook, 'icon' | 'color'> = {
  icon: 'warning',
  color: 'changegate.status.contradicted',
};
