import { changeRequestTemplate } from './changeRequestTemplate';
import { closureTemplate } from './closureTemplate';
import { impactAssessmentTemplate } from './impactAssessmentTemplate';
import { implementationPlanTemplate } from './implementationPlanTemplate';
import type { FieldRule, ProcessSource, SectionRule } from './processDefinition';
import { statuses } from './statuses';

const proposed = { requiredFrom: 'proposed' } as const;
const inProgress = { requiredFrom: 'in-progress' } as const;
const completed = { requiredFrom: 'completed' } as const;

const recordFields: readonly FieldRule[] = [
  { path: 'Status', key: 'status', answer: 'choice', initial: 'DRAFT' },
  {
    path: 'Created',
    key: 'created',
    answer: 'date-time',
    aliases: ['Date', 'Created At', 'Date Created'],
    initial: '{now}',
  },
  {
    path: 'Last Updated',
    key: 'last-updated',
    answer: 'date-time',
    aliases: ['Updated', 'Last Modified'],
    initial: '{now}',
  },
  { path: 'Basic Information / Title', key: 'title', answer: 'text', ...proposed },
  {
    path: 'Basic Information / Requestor',
    key: 'requestor',
    answer: 'text',
    aliases: ['Requester', 'Requested By', 'Author'],
    ...proposed,
  },
  { path: 'Basic Information / Category', key: 'category', answer: 'choice', ...proposed },
  { path: 'Basic Information / Priority', key: 'priority', answer: 'choice', ...proposed },
  { path: 'Basic Information / Urgency', key: 'urgency', answer: 'choice', ...proposed },
  {
    path: 'Description / Problem Statement',
    key: 'problem-statement',
    answer: 'text',
    aliases: ['Problem'],
    ...proposed,
  },
  {
    path: 'Description / Proposed Solution',
    key: 'proposed-solution',
    answer: 'text',
    aliases: ['Solution'],
    ...proposed,
  },
  {
    path: 'Description / Business Justification',
    key: 'business-justification',
    answer: 'text',
    aliases: ['Justification'],
    ...proposed,
  },
  {
    path: 'Description / Alternatives Considered',
    key: 'alternatives',
    answer: 'text',
    aliases: ['Alternatives'],
    ...proposed,
  },
  { path: 'Affected Components / Systems', key: 'systems', answer: 'choices', ...proposed },
  { path: 'Affected Components / Modules/Services', key: 'modules', answer: 'list', aliases: ['Modules', 'Services'] },
  { path: 'Affected Components / Files', key: 'files', answer: 'list', aliases: ['Affected Files'], ...proposed },
  { path: 'Dependencies / Upstream Dependencies', key: 'upstream', answer: 'list', aliases: ['Upstream'] },
  {
    path: 'Dependencies / Downstream Impact',
    key: 'downstream',
    answer: 'list',
    aliases: ['Downstream', 'Downstream Dependencies'],
  },
  { path: 'Dependencies / External Dependencies', key: 'external-dependencies', answer: 'list' },
  { path: 'Stakeholders / Approver(s)', key: 'approvers', answer: 'people', aliases: ['Approvers'], ...proposed },
  {
    path: 'Stakeholders / Implementer(s)',
    key: 'implementers',
    answer: 'people',
    aliases: ['Implementers', 'Assignee'],
    ...proposed,
  },
  { path: 'Stakeholders / Reviewers', key: 'reviewers', answer: 'people', aliases: ['Reviewer'] },
  { path: 'Stakeholders / Notified Parties', key: 'notified', answer: 'list' },
  { path: 'Approval Status / Approved by', key: 'approved-by', answer: 'done' },
  {
    path: 'Approval Status / Approval Token Received',
    key: 'approval-token',
    answer: 'token',
    aliases: ['Approval Token', 'Token', 'ATP Token'],
  },
  { path: 'Approval Status / Approval Date', key: 'approval-date', answer: 'date', aliases: ['Approved On'] },
  { path: 'Implementation Tracking / Branch', key: 'branch', answer: 'text', ...inProgress },
  {
    path: 'Implementation Tracking / Pull Request',
    key: 'pull-request',
    answer: 'text',
    aliases: ['PR'],
    ...completed,
  },
  {
    path: 'Implementation Tracking / Implementation Start',
    key: 'implementation-start',
    answer: 'date',
    aliases: ['Implementation Started', 'Start Date'],
    ...inProgress,
  },
  {
    path: 'Implementation Tracking / Implementation End',
    key: 'implementation-end',
    answer: 'date',
    aliases: ['Implementation Completed', 'End Date'],
    ...completed,
  },
  {
    path: 'Implementation Tracking / Deployed to Production',
    key: 'deployed',
    answer: 'date',
    aliases: ['Deployed', 'Deployment Date', 'Deployed On'],
    ...completed,
  },
  { path: 'Change History', key: 'history', answer: 'table', initial: '{today} | DRAFT | CR created' },
];

/** Boxes of a group that say «none of the others» (reading 25). */
const levels = ['Low', 'Medium', 'High'];

const assessmentFields: readonly FieldRule[] = [
  { path: 'Impact Assessment / Assessment Date', key: 'assessment-date', answer: 'date', initial: '{today}' },
  { path: 'Impact Assessment / Assessed By', key: 'assessed-by', answer: 'text', ...proposed },
  {
    path: 'Impact Assessment / Code Impact / Complexity Estimate',
    key: 'complexity',
    answer: 'choice',
    aliases: ['Complexity'],
    ...proposed,
  },
  {
    path: 'Impact Assessment / Code Impact / API Surface Changes',
    key: 'api-surface',
    answer: 'choices',
    exclusive: ['No API changes'],
    ...proposed,
  },
  {
    path: 'Impact Assessment / Code Impact / Breaking Changes',
    key: 'breaking-changes',
    answer: 'choice',
    ...proposed,
  },
  { path: 'Impact Assessment / Code Impact / Backward Compatibility', key: 'backward-compatibility', answer: 'choice' },
  {
    path: 'Impact Assessment / Security Impact / Security Assessment',
    key: 'security-assessment',
    answer: 'choice',
    ...proposed,
  },
  {
    path: 'Impact Assessment / Security Impact / Authentication/Authorization',
    key: 'authentication',
    answer: 'choices',
    exclusive: ['No changes to auth'],
  },
  {
    path: 'Impact Assessment / Security Impact / Data Exposure',
    key: 'data-exposure',
    answer: 'choices',
    exclusive: ['No new data exposure'],
  },
  {
    path: 'Impact Assessment / Security Impact / Secret Management',
    key: 'secret-management',
    answer: 'choices',
    exclusive: ['No secrets involved'],
  },
  { path: 'Impact Assessment / Security Impact / Compliance Requirements', key: 'compliance', answer: 'choices' },
  { path: 'Impact Assessment / Security Impact / Threat Model', key: 'threat-model', answer: 'list' },
  {
    path: 'Impact Assessment / Security Impact / Security Review Required',
    key: 'security-review-required',
    answer: 'choice',
    ...proposed,
  },
  { path: 'Impact Assessment / Security Impact / Security Reviewer', key: 'security-reviewer', answer: 'text' },
  { path: 'Impact Assessment / Security Impact / Security Approval', key: 'security-approval', answer: 'choice' },
  {
    path: 'Impact Assessment / Performance Impact / Performance Assessment',
    key: 'performance-assessment',
    answer: 'choice',
    ...proposed,
  },
  {
    path: 'Impact Assessment / Performance Impact / Database Impact',
    key: 'database-impact',
    answer: 'choices',
    exclusive: ['No database changes'],
  },
  {
    path: 'Impact Assessment / Performance Impact / Cache Impact',
    key: 'cache-impact',
    answer: 'choices',
    exclusive: ['No cache changes'],
  },
  {
    path: 'Impact Assessment / Testing Impact / Test Data Requirements',
    key: 'test-data-requirements',
    answer: 'choices',
    exclusive: ['No new test data needed'],
  },
  {
    path: 'Impact Assessment / Operational Impact / Rollback Plan',
    key: 'rollback-plan',
    answer: 'list',
    aliases: ['Back-out Plan'],
    ...proposed,
  },
  {
    path: 'Impact Assessment / Risk Assessment / Overall Risk Level',
    key: 'overall-risk',
    answer: 'choice',
    aliases: ['Overall Risk', 'Risk Level'],
    ...proposed,
  },
  {
    path: 'Impact Assessment / Risk Assessment / Identified Risks',
    key: 'risks',
    answer: 'risks',
    aliases: ['Risks'],
    ...proposed,
  },
  {
    path: 'Impact Assessment / Risk Assessment / Probability',
    key: 'risk-probability',
    answer: 'choice',
    more: levels,
  },
  { path: 'Impact Assessment / Risk Assessment / Impact', key: 'risk-impact', answer: 'choice', more: levels },
  { path: 'Impact Assessment / Risk Assessment / Risk Matrix', key: 'risk-matrix', answer: 'table' },
  {
    path: 'Impact Assessment / Risk Assessment / Acceptable Risk Threshold',
    key: 'risk-threshold',
    answer: 'text',
    aliases: ['Risk Threshold'],
  },
  { path: 'Impact Assessment / Risk Assessment / Current Risk Score', key: 'current-risk-score', answer: 'text' },
  {
    path: 'Impact Assessment / Risk Assessment / Risk Acceptance',
    key: 'risk-acceptance',
    answer: 'choice',
    ...proposed,
  },
  { path: 'Impact Assessment / Blast Radius Summary / Affected Systems', key: 'affected-systems', answer: 'text' },
  { path: 'Impact Assessment / Blast Radius Summary / Affected Users', key: 'affected-users', answer: 'choice' },
  { path: 'Impact Assessment / Blast Radius Summary / Affected Teams', key: 'affected-teams', answer: 'text' },
  {
    path: 'Impact Assessment / Blast Radius Summary / Estimated Impact Duration',
    key: 'impact-duration',
    answer: 'text',
  },
  {
    path: 'Impact Assessment / Blast Radius Summary / Reversibility',
    key: 'reversibility',
    answer: 'choice',
    ...proposed,
  },
  {
    path: 'Impact Assessment / Blast Radius Summary / Blast Radius Size',
    key: 'blast-radius',
    answer: 'choice',
    aliases: ['Blast Radius'],
    ...proposed,
  },
];

const planFields: readonly FieldRule[] = [
  { path: 'Implementation Plan / Plan Version', key: 'plan-version', answer: 'text', initial: '1.0' },
  { path: 'Implementation Plan / Created', key: 'plan-created', answer: 'date', initial: '{today}' },
  { path: 'Implementation Plan / Last Updated', key: 'plan-last-updated', answer: 'date', initial: '{today}' },
  {
    path: 'Implementation Plan / Prerequisites / Before Starting Implementation',
    key: 'prerequisites',
    answer: 'done',
  },
  { path: 'Implementation Plan / Estimated Timeline', key: 'timeline', answer: 'table' },
  { path: 'Implementation Plan / Files to Modify', key: 'plan-files', answer: 'table', ...proposed },
];

const closureFields: readonly FieldRule[] = [
  { path: 'Closure / Monitored Until', key: 'monitored-until', answer: 'date-time' },
  { path: 'Closure / Final Metrics', key: 'final-metrics', answer: 'list' },
  { path: 'Closure / Outcomes', key: 'outcomes', answer: 'list' },
  { path: 'Closure / Incidents', key: 'incidents', answer: 'list' },
  { path: 'Closure / Lessons Learned', key: 'lessons-learned', answer: 'list' },
];

const sections: readonly SectionRule[] = [
  { path: 'Basic Information', key: 'basic-information', ...proposed },
  { path: 'Description', key: 'description', ...proposed },
  { path: 'Affected Components', key: 'affected-components', ...proposed },
  { path: 'Stakeholders', key: 'stakeholders', ...proposed },
  { path: 'Approval Status', key: 'approval-status', aliases: ['Approval', 'Approvals'], ...proposed },
  { path: 'Implementation Tracking', key: 'implementation-tracking', ...inProgress },
  { path: 'Change History', key: 'change-history', aliases: ['History'], ...proposed },
  { path: 'Impact Assessment / Code Impact', key: 'code-impact', ...proposed },
  { path: 'Impact Assessment / Security Impact', key: 'security-impact', ...proposed },
  { path: 'Impact Assessment / Performance Impact', key: 'performance-impact', ...proposed },
  { path: 'Impact Assessment / Testing Impact', key: 'testing-impact', ...proposed },
  { path: 'Impact Assessment / Documentation Impact', key: 'documentation-impact', ...proposed },
  { path: 'Impact Assessment / Operational Impact', key: 'operational-impact', ...proposed },
  { path: 'Impact Assessment / Risk Assessment', key: 'risk-assessment', aliases: ['Risks'], ...proposed },
  {
    path: 'Impact Assessment / Blast Radius Summary',
    key: 'blast-radius-summary',
    aliases: ['Blast Radius'],
    ...proposed,
  },
  {
    path: 'Implementation Plan / Step-by-Step Execution Plan',
    key: 'execution-plan',
    aliases: ['Execution Plan', 'Steps'],
    ...proposed,
  },
  { path: 'Implementation Plan / Files to Modify', key: 'files-to-modify-table', ...proposed },
];

/** The change management process: change requests with impact assessment, implementation plan and human approval. */
export const changeRequest: ProcessSource = {
  id: 'change-request',
  name: 'Change Request',
  kind: 'change-request',
  identity: { prefix: 'CR', dashedDate: true, digits: 3 },
  statuses,
  transitions: [
    { from: 'DRAFT', to: 'PROPOSED' },
    { from: 'DRAFT', to: 'CANCELLED' },
    { from: 'PROPOSED', to: 'APPROVED' },
    { from: 'PROPOSED', to: 'REJECTED' },
    { from: 'PROPOSED', to: 'DRAFT' },
    { from: 'PROPOSED', to: 'CANCELLED' },
    { from: 'APPROVED', to: 'IN_PROGRESS' },
    { from: 'APPROVED', to: 'PROPOSED' },
    { from: 'APPROVED', to: 'CANCELLED' },
    { from: 'IN_PROGRESS', to: 'COMPLETED' },
    { from: 'IN_PROGRESS', to: 'PROPOSED' },
    { from: 'IN_PROGRESS', to: 'CANCELLED' },
    { from: 'REJECTED', to: 'DRAFT' },
  ],
  roles: [
    { id: 'technical-lead', label: 'Technical Lead', aliases: ['Tech Lead', 'Lead', 'TL'] },
    {
      id: 'security',
      label: 'Security Team',
      aliases: ['Security', 'Security Lead', 'Security Reviewer'],
      requiredWhen: {
        any: [
          { field: 'category', is: ['SECURITY'] },
          { field: 'security-assessment', is: ['HIGH', 'CRITICAL'] },
          { field: 'security-review-required', is: ['YES'] },
        ],
      },
    },
    {
      id: 'product',
      label: 'Product Owner',
      aliases: ['Product', 'PO', 'Product Manager'],
      requiredWhen: { field: 'category', is: ['FEATURE'] },
    },
  ],
  tokens: ['Approved to Proceed', 'ATP', 'Go Ahead', 'Implement', 'LGTM, start implementation'].map((text) => ({
    text,
  })),
  documents: [
    { id: 'record', template: changeRequestTemplate },
    { id: 'impact-assessment', template: impactAssessmentTemplate, requiredFrom: 'proposed' },
    { id: 'implementation-plan', template: implementationPlanTemplate, requiredFrom: 'proposed' },
    { id: 'closure', template: closureTemplate },
  ],
  sections,
  fields: [...recordFields, ...assessmentFields, ...planFields, ...closureFields],
};
