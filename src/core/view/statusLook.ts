/** How a status is shown: the name of a codicon and of a colour that the extension contributes. */
export interface StatusLook {
  readonly icon: string;
  readonly color: string;
  /** For people: `In progress`. */
  readonly label: string;
}

const looks: Readonly<Record<string, StatusLook>> = {
  DRAFT: { icon: 'edit', color: 'changegate.status.draft', label: 'Draft' },
  PROPOSED: { icon: 'comment-discussion', color: 'changegate.status.proposed', label: 'Proposed' },
  APPROVED: { icon: 'pass', color: 'changegate.status.approved', label: 'Approved' },
  IN_PROGRESS: { icon: 'sync', color: 'changegate.status.inProgress', label: 'In progress' },
  COMPLETED: { icon: 'check-all', color: 'changegate.status.completed', label: 'Completed' },
  REJECTED: { icon: 'circle-slash', color: 'changegate.status.rejected', label: 'Rejected' },
  CANCELLED: { icon: 'close', color: 'changegate.status.cancelled', label: 'Cancelled' },
};

const notRecorded: StatusLook = { icon: 'question', color: 'changegate.status.notRecorded', label: 'Not recorded' };

/** The look of a status; a status of a team's own gets a neutral one with its words. */
export function lookOf(status: string | null): StatusLook {
  if (status === null) return notRecorded;
  const words = status.toLowerCase().replace(/_/g, ' ');
  const own = {
    icon: 'circle-outline',
    color: notRecorded.color,
    label: words.charAt(0).toUpperCase() + words.slice(1),
  };
  return (Object.hasOwn(looks, status) ? looks[status] : undefined) ?? own;
}
