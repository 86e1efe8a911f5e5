import { changeRecordTemplate } from './changeRecordTemplate';
import type { Condition, FieldRule, ProcessSource } from './processDefinition';
import { idForm } from './idForm';
import { levelWords, priorityWords } from './levelWords';
import { recordNames as names } from './otherNames';
import { wordsOf } from './wordsOf';
import { statuses } from './statuses';
import { recordLimits } from './limits';
import { threeSteps } from './riskDefinition';

const proposed = { requiredFrom: 'proposed' } as const;
const isNormal: Condition = { field: 'type', is: ['normal'] };
const isNotStandard: Condition = { field: 'type', is: ['normal', 'emergency'] };

const fields: readonly FieldRule[] = [
  { path: 'Change ID', key: 'change-id', answer: 'text', aliases: ['ID', 'Change Record'], initial: '{id}' },
  {
    path: 'Type',
    key: 'type',
    aliases: names.type,
    answer: 'choice',
    values: { Standard: 'standard', Normal: 'normal', Emergency: 'emergency' },
    synonyms: {
      standard: wordsOf('Standard Change, Standardänderung, Estándar, Padrão, 标准, 标准变更, 標準, 標準変更'),
      normal: wordsOf(
        'Normal Change, Normale Änderung, Normale, Ordinario, Ordinaria, 正常, 常规, 普通, 通常, 通常変更',
      ),
      emergency: wordsOf(
        "Emergency Change, Notfall, Notfalländerung, Urgence, D'urgence, Urgente, Emergencia, Emergência, 紧急, 紧急变更, 緊急, 緊急変更",
      ),
    },
    ...proposed,
  },
  {
    path: 'Priority',
    key: 'priority',
    aliases: names.priority,
    answer: 'choice',
    synonyms: priorityWords,
    ...proposed,
  },
  {
    path: 'Requester',
    key: 'requestor',
    aliases: names.requestor,
    answer: 'text',
    ...proposed,
  },
  {
    path: 'Date',
    key: 'created',
    aliases: names.created,
    answer: 'date',
    initial: '{today}',
    ...proposed,
  },
  {
    path: 'Description',
    key: 'description',
    aliases: names.description,
    answer: 'text',
    ...proposed,
  },
  {
    path: 'Impact Assessment',
    key: 'impact-assessment',
    aliases: names.impactAssessment,
    answer: 'text',
  },
  {
    path: 'Impact Assessment / Systems affected',
    key: 'systems-affected',
    aliases: names.systemsAffected,
    answer: 'text',
    ...proposed,
    requiredWhen: isNotStandard,
  },
  {
    path: 'Impact Assessment / Users affected',
    key: 'users-affected',
    aliases: names.usersAffected,
    answer: 'text',
    ...proposed,
    requiredWhen: isNotStandard,
  },
  {
    path: 'Impact Assessment / Downtime required',
    key: 'downtime',
    aliases: names.downtime,
    answer: 'text',
    ...proposed,
    requiredWhen: isNotStandard,
  },
  {
    path: 'Impact Assessment / Risk level',
    key: 'overall-risk',
    aliases: names.overallRisk,
    answer: 'choice',
    values: { Low: 'LOW', Medium: 'MEDIUM', High: 'HIGH', Critical: 'CRITICAL' },
    more: ['Critical'],
    synonyms: { LOW: levelWords.low, MEDIUM: levelWords.medium, HIGH: levelWords.high, CRITICAL: levelWords.critical },
    ...proposed,
    requiredWhen: isNotStandard,
  },
  {
    path: 'Implementation Plan',
    key: 'implementation-plan',
    aliases: names.implementationPlan,
    answer: 'list',
    ...proposed,
    requiredWhen: isNotStandard,
  },
  {
    path: 'Rollback Plan',
    key: 'rollback-plan',
    aliases: names.rollbackPlan,
    answer: 'list',
    ...proposed,
  },
  {
    path: 'Testing Plan',
    key: 'testing-plan',
    aliases: names.testingPlan,
    answer: 'done',
    ...proposed,
    requiredWhen: isNormal,
  },
  {
    path: 'Success Criteria',
    key: 'success-criteria',
    aliases: names.successCriteria,
    answer: 'done',
  },
  {
    path: 'Status',
    key: 'status',
    aliases: names.status,
    answer: 'choice',
    optional: true,
    after: 'created',
    template: '**Status**: [DRAFT | PROPOSED | APPROVED | IN_PROGRESS | COMPLETED | REJECTED | CANCELLED]',
    initial: 'DRAFT',
  },
  {
    path: 'Approver',
    key: 'approver',
    aliases: names.approver,
    answer: 'text',
    optional: true,
    after: 'status',
    template: '**Approver**: [Name]',
  },
  {
    path: 'Approved',
    key: 'approval-date',
    aliases: names.approvalDate,
    answer: 'date',
    optional: true,
    after: 'approver',
    template: '**Approved**: YYYY-MM-DD',
  },
  {
    path: 'Scheduled',
    key: 'scheduled',
    aliases: names.scheduled,
    answer: 'date-time',
    optional: true,
    after: 'approval-date',
    template: '**Scheduled**: YYYY-MM-DD HH:MM:SS UTC',
  },
  {
    path: 'Implemented',
    key: 'deployed',
    aliases: names.deployed,
    answer: 'date-time',
    optional: true,
    after: 'scheduled',
    template: '**Implemented**: YYYY-MM-DD HH:MM:SS UTC',
  },
  {
    path: 'Notified',
    key: 'notified',
    aliases: names.notified,
    answer: 'date-time',
    optional: true,
    after: 'deployed',
    template: '**Notified**: YYYY-MM-DD HH:MM:SS UTC',
  },
  {
    path: 'Reviewed',
    key: 'reviewed',
    aliases: names.reviewed,
    answer: 'date-time',
    optional: true,
    after: 'notified',
    template: '**Reviewed**: YYYY-MM-DD HH:MM:SS UTC',
  },
];

/** The change record process: standard, normal and emergency changes with an approval matrix (readings 43–51). */
export const changeRecord: ProcessSource = {
  id: 'change-record',
  name: 'Change Record',
  kind: 'change-record',
  identity: idForm('CHG-YYYYMMDD-NNN'),
  statuses,
  transitions: [
    { from: 'DRAFT', to: 'PROPOSED', note: 'Submitted for approval' },
    {
      from: 'DRAFT',
      to: 'IN_PROGRESS',
      when: { field: 'type', is: ['emergency'] },
      note: 'Emergency; implementation started',
    },
    { from: 'DRAFT', to: 'CANCELLED', guards: [{ kind: 'reason' }], note: 'Change cancelled' },
    { from: 'PROPOSED', to: 'APPROVED', guards: [{ kind: 'approval' }], note: 'Approval received' },
    {
      from: 'PROPOSED',
      to: 'IN_PROGRESS',
      when: { field: 'type', is: ['standard', 'emergency'] },
      note: 'Implementation started',
    },
    { from: 'PROPOSED', to: 'REJECTED', guards: [{ kind: 'reason' }], note: 'Change rejected' },
    { from: 'PROPOSED', to: 'DRAFT', note: 'Back to draft to refine the plan' },
    { from: 'PROPOSED', to: 'CANCELLED', guards: [{ kind: 'reason' }], note: 'Change cancelled' },
    {
      from: 'APPROVED',
      to: 'IN_PROGRESS',
      guards: [{ kind: 'approval', unless: { field: 'type', is: ['emergency'] } }],
      note: 'Implementation started',
    },
    { from: 'APPROVED', to: 'PROPOSED', note: 'Scope changed; submitted for a new approval' },
    { from: 'APPROVED', to: 'CANCELLED', guards: [{ kind: 'reason' }], note: 'Change cancelled' },
    {
      from: 'IN_PROGRESS',
      to: 'COMPLETED',
      guards: [
        { kind: 'approval', unless: { field: 'type', is: ['emergency'] }, insistable: true },
        { kind: 'answer', field: 'deployed' },
        { kind: 'steps' },
      ],
      note: 'Change deployed and verified',
    },
    { from: 'IN_PROGRESS', to: 'PROPOSED', note: 'Scope changed; submitted for a new approval' },
    { from: 'IN_PROGRESS', to: 'CANCELLED', guards: [{ kind: 'reason' }], note: 'Change cancelled' },
    { from: 'REJECTED', to: 'DRAFT', note: 'Taken up again' },
  ],
  roles: [
    {
      id: 'engineering-manager',
      label: 'Engineering Manager',
      aliases: ['Eng Manager', 'EM'],
      requiredWhen: { field: 'type', is: ['normal'] },
    },
    {
      id: 'cto',
      label: 'CTO',
      aliases: ['Chief Technology Officer'],
      requiredWhen: { field: 'type', is: ['emergency'] },
    },
  ],
  tokens: [],
  documents: [{ id: 'record', template: changeRecordTemplate }],
  sections: [],
  fields,
  risk: threeSteps,
  limits: recordLimits,
};
