import { idForm } from './idForm';
import { changeRequestFields } from './changeRequestFields';
import { changeRequestTemplate } from './changeRequestTemplate';
import { closureTemplate } from './closureTemplate';
import { impactAssessmentTemplate } from './impactAssessmentTemplate';
import { implementationPlanTemplate } from './implementationPlanTemplate';
import type { ProcessSource, SectionRule } from './processDefinition';
import { statuses } from './statuses';
import { requestLimits } from './limits';
import { threeSteps } from './riskDefinition';

const proposed = { requiredFrom: 'proposed' } as const;
const inProgress = { requiredFrom: 'in-progress' } as const;

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
  identity: idForm('CR-YYYY-MM-DD-XXX'),
  statuses,
  transitions: [
    { from: 'DRAFT', to: 'PROPOSED', note: 'CR submitted for approval' },
    { from: 'DRAFT', to: 'CANCELLED', guards: [{ kind: 'reason' }], note: 'CR cancelled' },
    { from: 'PROPOSED', to: 'APPROVED', guards: [{ kind: 'approval' }], note: 'Approval received' },
    { from: 'PROPOSED', to: 'REJECTED', guards: [{ kind: 'reason' }], note: 'CR rejected' },
    { from: 'PROPOSED', to: 'DRAFT', note: 'Back to draft to refine the plan' },
    { from: 'PROPOSED', to: 'CANCELLED', guards: [{ kind: 'reason' }], note: 'CR cancelled' },
    { from: 'APPROVED', to: 'IN_PROGRESS', guards: [{ kind: 'approval' }], note: 'Implementation started' },
    { from: 'APPROVED', to: 'PROPOSED', note: 'Scope changed; submitted for a new approval' },
    { from: 'APPROVED', to: 'CANCELLED', guards: [{ kind: 'reason' }], note: 'CR cancelled' },
    {
      from: 'IN_PROGRESS',
      to: 'COMPLETED',
      guards: [{ kind: 'approval', insistable: true }, { kind: 'steps' }],
      note: 'Change deployed and verified',
    },
    { from: 'IN_PROGRESS', to: 'PROPOSED', note: 'Scope changed; submitted for a new approval' },
    { from: 'IN_PROGRESS', to: 'CANCELLED', guards: [{ kind: 'reason' }], note: 'CR cancelled' },
    { from: 'REJECTED', to: 'DRAFT', note: 'Taken up again' },
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
  fields: changeRequestFields,
  risk: threeSteps,
  limits: requestLimits,
  branchNames: [
    { pattern: 'fix/{reference}-{title}', reference: 'issue', when: { field: 'category', is: ['BUG'] } },
    { pattern: 'feat/{reference}-{title}', reference: 'requirement' },
  ],
};
