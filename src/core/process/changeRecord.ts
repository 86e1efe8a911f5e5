import { changeRecordTemplate } from './changeRecordTemplate';
import type { Condition, FieldRule, ProcessSource } from './processDefinition';
import { idForm } from './idForm';
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
    aliases: wordsOf(
      'Change Type, Type of Change, Change Category, Category, Change Class, Kind, Art, Art der Änderung',
      'Änderungstyp, Typ, Type de changement, Tipo, Tipo de cambio, Tipo de mudança, 类型, 变更类型, 种类, 種別, 変更種別',
      '変更タイプ',
    ),
    answer: 'choice',
    values: { Standard: 'standard', Normal: 'normal', Emergency: 'emergency' },
    ...proposed,
  },
  {
    path: 'Priority',
    key: 'priority',
    aliases: wordsOf(
      'Prio, Change Priority, Request Priority, Priorität, Priorité, Prioridad, Prioridade, 优先级, 優先度',
    ),
    answer: 'choice',
    synonyms: {
      P0: ['P0 CRITICAL', 'CRITICAL'],
      P1: ['P1 HIGH', 'HIGH'],
      P2: ['P2 MEDIUM', 'MEDIUM'],
      P3: ['P3 LOW', 'LOW'],
    },
    ...proposed,
  },
  {
    path: 'Requester',
    key: 'requestor',
    aliases: wordsOf(
      'Requestor, Requested By, Raised By, Submitted By, Proposed By, Created By, Reported By, Reporter',
      'Author, Authors, Initiator, Initiated By, Submitter, Proposer, Originator, Change Requestor',
      'Antragsteller, Beantragt von, Erstellt von, Autor, Demandeur, Demandé par, Auteur, Solicitante',
      'Solicitado por, Autor(a), 申请人, 提出人, 申請者, 起票者, 提案者',
    ),
    answer: 'text',
    ...proposed,
  },
  {
    path: 'Date',
    key: 'created',
    aliases: wordsOf(
      'Created, Date Created, Created At, Created On, Creation Date, Raised, Raised On, Date Raised',
      'Submitted, Submitted On, Date Submitted, Submission Date, Requested On, Request Date, Date Requested',
      'Date of Request, Opened, Opened On, Proposed On, Erstellt, Erstellt am, Datum, Erstellungsdatum',
      'Créé le, Date de création, Fecha, Fecha de creación, Creado, Data, Data de criação, Criado em, 创建日期',
      '创建时间, 日期, 提交日期, 作成日, 起票日, 申請日',
    ),
    answer: 'date',
    initial: '{today}',
    ...proposed,
  },
  {
    path: 'Description',
    key: 'description',
    aliases: wordsOf(
      'Change Description, Description of Change, Description of the Change, Summary, Change Summary',
      'Summary of Change, What, What is Changing, Change, Proposed Change, Change Details, Details',
      'Beschreibung, Beschreibung der Änderung, Description du changement, Descripción',
      'Descripción del cambio, Descrição, Descrição da mudança, 描述, 变更描述, 变更内容, 概要, 変更内容, 内容',
    ),
    answer: 'text',
    ...proposed,
  },
  {
    path: 'Impact Assessment',
    key: 'impact-assessment',
    aliases: wordsOf(
      "Impact, Impact Analysis, Change Impact, Impacts, Auswirkungen, Auswirkung, Analyse d'impact",
      'Análisis de impacto, Impacto, Análise de impacto, 影响分析, 影响评估, 影响, 影響, 影響範囲, 影響評価',
    ),
    answer: 'text',
  },
  {
    path: 'Impact Assessment / Systems affected',
    key: 'systems-affected',
    aliases: wordsOf(
      'Affected Systems, Systems, System, Impacted Systems, Systems Impacted, Affected Services',
      'Services Affected, Affected Components, Components, Betroffene Systeme, Systèmes concernés',
      'Sistemas afectados, Sistemas afetados, 影响系统, 涉及系统, 対象システム, 影響システム',
    ),
    answer: 'text',
    ...proposed,
    requiredWhen: isNotStandard,
  },
  {
    path: 'Impact Assessment / Users affected',
    key: 'users-affected',
    aliases: wordsOf(
      'Affected Users, Users, User Impact, Users Impacted, Impacted Users, Betroffene Nutzer',
      'Utilisateurs concernés, Usuarios afectados, Usuários afetados, 影响用户, 影響ユーザー',
    ),
    answer: 'text',
    ...proposed,
    requiredWhen: isNotStandard,
  },
  {
    path: 'Impact Assessment / Downtime required',
    key: 'downtime',
    aliases: wordsOf(
      'Downtime, Expected Downtime, Planned Downtime, Downtime Expected, Estimated Downtime, Outage',
      'Service Interruption, Ausfallzeit, Interruption, Tiempo de inactividad, Tempo de inatividade, 停机时间',
      'ダウンタイム, 停止時間',
    ),
    answer: 'text',
    ...proposed,
    requiredWhen: isNotStandard,
  },
  {
    path: 'Impact Assessment / Risk level',
    key: 'overall-risk',
    aliases: wordsOf(
      'Risk, Overall Risk Level, Overall Risk, Risk Rating, Risk Class, Risk Assessment, Risiko',
      'Risikostufe, Niveau de risque, Risque, Riesgo, Nivel de riesgo, Risco, Nível de risco, 风险等级, 风险',
      'リスクレベル, リスク',
    ),
    answer: 'choice',
    values: { Low: 'LOW', Medium: 'MEDIUM', High: 'HIGH', Critical: 'CRITICAL' },
    more: ['Critical'],
    synonyms: { LOW: ['L'], MEDIUM: ['M', 'Med', 'Moderate'], HIGH: ['H'] },
    ...proposed,
    requiredWhen: isNotStandard,
  },
  {
    path: 'Implementation Plan',
    key: 'implementation-plan',
    aliases: wordsOf(
      'Plan, Steps, Tasks, Implementation, Implementation Steps, Implementation Procedure',
      'Implementation Tasks, Change Plan, Change Steps, Procedure, Execution Plan, Execution Steps',
      'Deployment Plan, Deployment Steps, Rollout Plan, Rollout, Action Plan, Work Plan, Task List',
      'Task Breakdown, What We Did, Actions Taken, Umsetzungsplan, Umsetzung, Durchführung, Ablauf',
      'Schritte, Aufgaben, Plan de mise en œuvre, Étapes, Mise en œuvre, Plan de implementación',
      'Implementación, Pasos, Tareas, Plano de implementação, Implementação, Etapas, Passos, Tarefas, 实施计划',
      '实施步骤, 实施方案, 变更步骤, 步骤, 計画, 実施計画, 実施手順, 作業手順, 手順',
    ),
    answer: 'list',
    ...proposed,
    requiredWhen: isNotStandard,
  },
  {
    path: 'Rollback Plan',
    key: 'rollback-plan',
    aliases: wordsOf(
      'Back-out Plan, Rollback, Rollback Procedure, Rollback Strategy, Rollback Steps',
      'Rollback Instructions, Rollback Method, Roll-back Plan, Roll-back, Roll Back, Back-out, Backout Plan',
      'Backout, Backout Procedure, Back Out Plan, Backout Strategy, Revert Plan, Revert, Reversion Plan',
      'Recovery Plan, Fallback Plan, Fallback, Rückfallplan, Rückfall, Rollback-Plan',
      'Plan de retour arrière, Retour arrière, Plan de repli, Plan de reversión, Reversión',
      'Plan de rollback, Plano de rollback, Plano de reversão, Reversão, 回滚计划, 回滚方案, 回滚, 回退方案, ロールバック計画',
      'ロールバック手順, ロールバック, 切り戻し手順, 切り戻し',
    ),
    answer: 'list',
    ...proposed,
  },
  {
    path: 'Testing Plan',
    key: 'testing-plan',
    aliases: wordsOf(
      'Test Plan, Testing, Tests, Test Steps, Test Strategy, Validation, Validation Plan, Validation Steps',
      'Verification, Verification Plan, Verification Steps, Testplan, Plan de test, Plan de tests',
      'Plan de pruebas, Pruebas, Plano de testes, Testes, 测试计划, 验证方案, 测试, テスト計画, テスト, 動作確認',
    ),
    answer: 'done',
    ...proposed,
    requiredWhen: isNormal,
  },
  {
    path: 'Success Criteria',
    key: 'success-criteria',
    aliases: wordsOf(
      'Acceptance Criteria, Success Metrics, Definition of Done, Erfolgskriterien, Critères de succès',
      'Criterios de éxito, Critérios de sucesso, 成功标准, 成功基準',
    ),
    answer: 'done',
  },
  {
    path: 'Status',
    key: 'status',
    aliases: wordsOf(
      'State, Current Status, Current State, Change Status, Request Status, CR Status, RFC Status',
      'Approval State, Statut, État, Estado, Estado actual, Situação, Zustand, 状态, 狀態, 当前状态, ステータス, 状態',
      '現在のステータス',
    ),
    answer: 'choice',
    optional: true,
    after: 'created',
    template: '**Status**: [DRAFT | PROPOSED | APPROVED | IN_PROGRESS | COMPLETED | REJECTED | CANCELLED]',
    initial: 'DRAFT',
  },
  {
    path: 'Approver',
    key: 'approver',
    aliases: wordsOf(
      'Approved By, Approvers, Approver(s), Change Approver, Authorized By, Authorised By, Genehmigt von',
      'Freigegeben von, Genehmiger, Approuvé par, Approbateur, Aprobado por, Aprobador, Aprovado por',
      'Aprovador, 审批人, 批准人, 承認者',
    ),
    answer: 'text',
    optional: true,
    after: 'status',
    template: '**Approver**: [Name]',
  },
  {
    path: 'Approved',
    key: 'approval-date',
    aliases: wordsOf(
      'Approval Date, Approved On, Approved At, Date Approved, Date of Approval, Genehmigt am',
      "Freigegeben am, Date d'approbation, Fecha de aprobación, Data de aprovação, 审批日期, 批准日期, 承認日",
    ),
    answer: 'date',
    optional: true,
    after: 'approver',
    template: '**Approved**: YYYY-MM-DD',
  },
  {
    path: 'Scheduled',
    key: 'scheduled',
    aliases: wordsOf(
      'Change Window, Scheduled For, Scheduled Date, Scheduled Start, Planned For, Planned Date',
      'Planned Start, Planned Implementation Date, Maintenance Window, Implementation Window',
      'Deployment Window, Window, Schedule, Geplant, Geplant für, Wartungsfenster, Änderungsfenster',
      'Fenêtre de changement, Date prévue, Programado, Fecha programada, Ventana de cambio, Agendado',
      'Data programada, Janela de mudança, 计划时间, 变更窗口, 実施予定日, 予定日',
    ),
    answer: 'date-time',
    optional: true,
    after: 'approval-date',
    template: '**Scheduled**: YYYY-MM-DD HH:MM:SS UTC',
  },
  {
    path: 'Implemented',
    key: 'deployed',
    aliases: wordsOf(
      'Deployed, Implemented On, Implemented At, Date Implemented, Implementation Date, Deployed On',
      'Deployed At, Deployment Date, Done, Done On, Completed, Completed On, Date Completed',
      'Completion Date, Executed, Executed On, Actual Date, Umgesetzt am, Date de mise en œuvre',
      'Fecha de implementación, Data de implementação, 实施时间, 实施日期, 完成时间, 実施日, 実施日時',
    ),
    answer: 'date-time',
    optional: true,
    after: 'scheduled',
    template: '**Implemented**: YYYY-MM-DD HH:MM:SS UTC',
  },
  {
    path: 'Notified',
    key: 'notified',
    aliases: wordsOf('CTO Notified, Notified At, Notified On, Notification Time'),
    answer: 'date-time',
    optional: true,
    after: 'deployed',
    template: '**Notified**: YYYY-MM-DD HH:MM:SS UTC',
  },
  {
    path: 'Reviewed',
    key: 'reviewed',
    aliases: wordsOf(
      'Post-Implementation Review, Post Implementation Review, PIR, Reviewed On, Review Date, Date Reviewed',
    ),
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
