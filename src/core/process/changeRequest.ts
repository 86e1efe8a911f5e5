import { idForm } from './idForm';
import { changeRequestFields } from './changeRequestFields';
import { changeRequestTemplate } from './changeRequestTemplate';
import { closureTemplate } from './closureTemplate';
import { impactAssessmentTemplate } from './impactAssessmentTemplate';
import { implementationPlanTemplate } from './implementationPlanTemplate';
import type { ProcessSource, SectionRule } from './processDefinition';
import { wordsOf } from './wordsOf';
import { statuses } from './statuses';
import { requestLimits } from './limits';
import { threeSteps } from './riskDefinition';

const proposed = { requiredFrom: 'proposed' } as const;
const inProgress = { requiredFrom: 'in-progress' } as const;

const sections: readonly SectionRule[] = [
  {
    path: 'Impact Assessment',
    key: 'impact-assessment',
    aliases: wordsOf(
      'Impact, Impacts, Impact Analysis, Change Impact, Impact Evaluation, Auswirkungen, Auswirkungsanalyse',
      "Impacts du changement, Analyse d'impact, Impacto, Análisis de impacto, Evaluación de impacto",
      'Análise de impacto, Avaliação de impacto, 影响, 影响分析, 影响评估, 影響, 影響分析, 影響評価',
    ),
  },
  {
    path: 'Implementation Plan',
    key: 'implementation-plan',
    aliases: wordsOf(
      'Plan, Steps, Tasks, Implementation, Implementation Steps, Implementation Procedure, Implementation Tasks',
      'Change Plan, Change Steps, Procedure, Implementation Task List, Proposed Implementation, Proposed Implementation Tasks, Proposed Implementation Steps, Execution Plan, Execution Steps, Migration Plan, Release Steps, Deployment Plan, Deployment Steps',
      'Rollout Plan, Rollout, Action Plan, Work Plan, Task List, Task Breakdown, What We Did, Actions Taken',
      'Umsetzungsplan, Umsetzung, Durchführung, Ablauf, Schritte, Aufgaben, Plan de mise en œuvre, Étapes',
      'Mise en œuvre, Plan de implementación, Implementación, Pasos, Tareas, Plano de implementação',
      'Implementação, Etapas, Passos, Tarefas, 实施计划, 实施步骤, 实施方案, 变更步骤, 步骤, 計画, 実施計画, 実施手順, 作業手順, 手順',
    ),
  },
  {
    path: 'Closure',
    key: 'closure',
    aliases: wordsOf(
      'Post-Implementation Review, Post Implementation Review, Retrospective, Outcome, Abschluss, Clôture, Cierre, Encerramento, 总结, クロージング',
    ),
  },
  {
    path: 'Basic Information',
    key: 'basic-information',
    aliases: wordsOf(
      'Metadata, Basic Info, General Information, General, Change Information, Request Information',
      'Change Request Information, Request Details, Change Request Details, CR Details, CR Information',
      'Identification, Header, Info, Allgemeines, Allgemeine Informationen, Stammdaten',
      'Informations générales, Información general, Información básica, Informações gerais',
      'Informações básicas, 基本信息, 基本情報',
    ),
    ...proposed,
  },
  { path: 'Description', key: 'description', ...proposed },
  {
    path: 'Affected Components',
    key: 'affected-components',
    aliases: wordsOf(
      'Components, Scope, Affected Areas, Affected Systems, Affected Modules, Affected Artefacts, Affected Artifacts, Target Components, Affected Systems and Components, Components Affected',
      'Impacted Components, Impacted Systems, Affected Services, Betroffene Komponenten, Betroffene Systeme',
      'Composants concernés, Componentes afectados, Componentes afetados, 影响范围, 受影响组件, 対象範囲, 対象コンポーネント',
    ),
    ...proposed,
  },
  {
    path: 'Stakeholders',
    key: 'stakeholders',
    aliases: wordsOf(
      'People, Roles, Team, Roles and Responsibilities, Beteiligte, Parties prenantes, Interesados',
      'Partes interessadas, 相关方, 関係者',
    ),
    ...proposed,
  },
  {
    path: 'Approval Status',
    key: 'approval-status',
    aliases: wordsOf(
      'Approval, Approvals, Sign-off, Sign-offs, Signoff, Sign Off, Signoffs, Approval Gate',
      'Approval Record, Approval Records, Approval & Sign-off, Approval and Sign-off, Approvals & Sign-off',
      'Approval / Sign-off, Approval Workflow, Authorization, Authorisation, Genehmigung, Genehmigungen',
      'Freigabe, Freigaben, Approbation, Approbations, Validation, Aprobación, Aprobaciones, Aprovação',
      'Aprovações, 审批, 批准, 审批状态, 承認, 承認状況',
    ),
    ...proposed,
  },
  {
    path: 'Implementation Tracking',
    key: 'implementation-tracking',
    aliases: wordsOf(
      'Tracking, Dates, Key Dates, Important Dates, Timeline, Schedule, Implementation Dates',
      'Implementation Status, Implementation Timeline, Milestones, Termine, Zeitplan, Calendrier',
      'Dates clés, Fechas, Cronograma, Calendario, Datas, 时间线, 时间安排, 日程, スケジュール',
    ),
    ...inProgress,
  },
  {
    path: 'Change History',
    key: 'change-history',
    aliases: wordsOf(
      'History, Log, Change Log, Changelog, Status History, Status Log, Revision History, Version History',
      'Document History, Activity Log, Audit Trail, Verlauf, Historie, Änderungshistorie, Änderungsverlauf',
      'Historique, Historial, Historial de cambios, Histórico, Histórico de mudanças, 变更历史, 历史记录, 修订记录',
      '変更履歴, 履歴, 改訂履歴',
    ),
    ...proposed,
  },
  { path: 'Impact Assessment / Code Impact', key: 'code-impact', ...proposed },
  {
    path: 'Impact Assessment / Security Impact',
    key: 'security-impact',
    aliases: wordsOf('Security, Security Considerations, Security Assessment'),
    ...proposed,
  },
  {
    path: 'Impact Assessment / Performance Impact',
    key: 'performance-impact',
    aliases: wordsOf('Performance, Performance Considerations'),
    ...proposed,
  },
  {
    path: 'Impact Assessment / Testing Impact',
    key: 'testing-impact',
    aliases: wordsOf('Testing, Test Plan, Testing Plan, Testing Strategy, Test Strategy'),
    ...proposed,
  },
  {
    path: 'Impact Assessment / Documentation Impact',
    key: 'documentation-impact',
    aliases: wordsOf('Documentation, Documentation Updates'),
    ...proposed,
  },
  {
    path: 'Impact Assessment / Operational Impact',
    key: 'operational-impact',
    aliases: wordsOf('Operations, Deployment, Operational Considerations'),
    ...proposed,
  },
  {
    path: 'Impact Assessment / Risk Assessment',
    key: 'risk-assessment',
    aliases: wordsOf(
      'Risks, Risk, Risk Register, Risk Analysis, Risk Management, Risks and Mitigations',
      'Risks & Mitigations, Risks and Mitigation, Risks & Mitigation, Risk and Mitigation',
      'Risk & Mitigation, Risiken, Risiko, Risikobewertung, Risikoanalyse, Risques, Analyse des risques',
      'Riesgos, Análisis de riesgos, Riscos, Análise de riscos, 风险, 风险评估, 风险分析, リスク, リスク評価',
    ),
    ...proposed,
  },
  {
    path: 'Impact Assessment / Blast Radius Summary',
    key: 'blast-radius-summary',
    aliases: ['Blast Radius'],
    ...proposed,
  },
  {
    path: 'Implementation Plan / Step-by-Step Execution Plan',
    key: 'execution-plan',
    aliases: wordsOf('Execution Plan, Steps'),
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
    {
      id: 'technical-lead',
      label: 'Technical Lead',
      aliases: wordsOf(
        'Tech Lead, Lead, TL, Technical Leader, Lead Developer, Lead Engineer, Engineering Lead, Dev Lead',
        'Development Lead, Technische Leitung, Technischer Leiter, Technische Leiterin, Responsable technique',
        'Responsable técnico, Líder técnico, 技术负责人, 技術責任者, テックリード',
      ),
    },
    {
      id: 'security',
      label: 'Security Team',
      aliases: wordsOf(
        'Security, Security Lead, Security Reviewer, Security Officer, Security Engineer, InfoSec, Sicherheit',
        'Sicherheitsteam, Sécurité, Seguridad, Segurança, 安全团队, 安全负责人, セキュリティ, セキュリティ担当',
      ),
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
      aliases: wordsOf(
        'Product, PO, Product Manager, Product Lead, Produktverantwortlicher, Produktverantwortliche',
        'Responsable produit, Responsable de producto, Responsável pelo produto, 产品负责人, プロダクトオーナー',
      ),
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
