import type { StatusDefinition } from './processDefinition';

/** The seven states that a record of either process goes through. */
export const statuses: readonly StatusDefinition[] = [
  {
    id: 'DRAFT',
    role: 'draft',
    meaning: 'Being written; nobody has been asked to approve it yet.',
    stage: 'draft',
    final: false,
    needsApproval: false,
  },
  {
    id: 'PROPOSED',
    role: 'waiting',
    meaning: 'Complete and submitted; it waits for approval.',
    stage: 'proposed',
    final: false,
    needsApproval: false,
    aliases: ['SUBMITTED', 'IN REVIEW', 'UNDER REVIEW'],
  },
  {
    id: 'APPROVED',
    role: 'approved',
    meaning: 'The approval token was given; implementation may begin.',
    stage: 'approved',
    final: false,
    needsApproval: true,
  },
  {
    id: 'IN_PROGRESS',
    role: 'in-work',
    meaning: 'Being implemented according to the plan.',
    stage: 'in-progress',
    final: false,
    needsApproval: true,
    aliases: ['IMPLEMENTING', 'IN IMPLEMENTATION'],
    entry: {
      answers: [
        { field: 'branch', from: 'branch' },
        { field: 'implementation-start', from: 'today' },
      ],
    },
  },
  {
    id: 'COMPLETED',
    role: 'completed',
    meaning: 'Deployed and verified; the record is closed.',
    stage: 'completed',
    final: true,
    needsApproval: true,
    aliases: ['COMPLETE', 'DONE', 'CLOSED'],
    entry: {
      answers: [{ field: 'deployed', from: 'deployed' }],
      documents: ['closure'],
      checklist: 'pre-merge-checklist',
    },
  },
  {
    id: 'REJECTED',
    role: 'rejected',
    meaning: 'Refused for good; the reason stands in the history.',
    stage: 'draft',
    final: false,
    needsApproval: false,
    aliases: ['DECLINED'],
  },
  {
    id: 'CANCELLED',
    role: 'abandoned',
    meaning: 'Given up before it was completed.',
    stage: 'draft',
    final: true,
    needsApproval: false,
    aliases: ['CANCELED', 'WITHDRAWN', 'ABANDONED'],
  },
];
