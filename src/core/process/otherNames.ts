import { wordsOf } from './wordsOf';

/**
 * Names that people use for the fields of both processes beside those of the templates: what is written by hand, in
 * other templates, and in German, French, Spanish, Portuguese, Chinese and Japanese. They are read, and never written.
 */
const both = {
  priority: wordsOf(
    'Prio, Change Priority, Request Priority, Priorität, Priorité, Prioridad, Prioridade, 优先级, 優先度',
  ),
  approvalDate: wordsOf(
    'Approved On, Approved At, Date Approved, Date of Approval, Genehmigt am, Freigegeben am',
    "Date d'approbation, Fecha de aprobación, Data de aprovação, 审批日期, 批准日期, 承認日",
  ),
  status: wordsOf(
    'State, Current Status, Current State, Change Status, Request Status, CR Status, RFC Status',
    'Approval State, Statut, État, Estado, Estado actual, Situação, Zustand, 状态, 狀態, 当前状态, ステータス, 状態',
    '現在のステータス',
  ),
  overallRisk: wordsOf(
    'Overall Risk, Risk Rating, Risk Class, Risk, Risiko, Risikostufe, Niveau de risque, Risque',
    'Nivel de riesgo, Riesgo, Nível de risco, Risco, 风险等级, リスクレベル, リスク',
  ),
  deployed: wordsOf('Deployed, Deployment Date, Deployed On, Deployed At, Implemented On, Implementation Date'),
  rollbackPlan: wordsOf(
    'Back-out Plan, Rollback, Rollback Procedure, Rollback Strategy, Rollback Steps, Rollback Instructions',
    'Rollback Method, Roll-back Plan, Roll-back, Roll Back, Back-out, Backout Plan, Backout',
    'Backout Procedure, Back Out Plan, Backout Strategy, Revert Plan, Revert, Reversion Plan, Recovery Plan',
    'Fallback Plan, Fallback, Rückfallplan, Rückfall, Rollback-Plan, Plan de retour arrière, Retour arrière',
    'Plan de repli, Plan de reversión, Reversión, Plan de rollback, Plano de rollback, Plano de reversão',
    'Reversão, 回滚计划, 回滚方案, 回滚, 回退方案, ロールバック計画, ロールバック手順, ロールバック, 切り戻し手順, 切り戻し, Plan de retour',
    'Plano de retorno, Rollback-Strategie, Rückbau',
  ),
  created: wordsOf(
    'Created At, Date Created, Created On, Creation Date, Raised, Raised On, Date Raised, Submitted',
    'Submitted On, Date Submitted, Submission Date, Requested On, Request Date, Date Requested',
    'Date of Request, Opened, Opened On, Proposed On, Erstellt, Erstellt am, Datum, Erstellungsdatum, Créé le',
    'Date de création, Fecha, Fecha de creación, Creado, Data, Data de criação, Criado em, 创建日期, 创建时间, 日期',
    '提交日期, 作成日, 起票日, 申請日, Received, Received On, 提出时间',
  ),
  requestor: wordsOf(
    'Requested By, Author, Raised By, Submitted By, Proposed By, Created By, Reported By, Reporter, Authors',
    'Initiator, Initiated By, Submitter, Proposer, Originator, Change Requestor, Antragsteller, Beantragt von',
    'Erstellt von, Autor, Demandeur, Demandé par, Auteur, Solicitante, Solicitado por, Autor(a), 申请人, 提出人',
    '申請者, 起票者, 提案者, Antragstellerin, Demande par, Antragstellende Rolle',
  ),
};

/** The other names of the fields of a change request. */
export const requestNames = {
  ...both,
  created: [...both.created, ...wordsOf('Date')],
  lastUpdated: wordsOf(
    'Updated, Last Modified, Updated At, Updated On, Last Update, Modified, Date Updated, Aktualisiert',
    'Zuletzt aktualisiert, Mis à jour, Última actualización, Última atualização, 更新日期, 最后更新, 更新日, 最終更新',
  ),
  title: wordsOf(
    'Subject, Change Title, Request Title, CR Title, Change Name, Titel, Betreff, Titre, Objet, Título',
    'Asunto, Assunto, 标题, 標題, 主题, タイトル, 件名',
  ),
  requestor: [...both.requestor, ...wordsOf('Requester, Change Requester, Requested From')],
  category: wordsOf(
    'Change Category, Type, Change Type, Type of Change, CR Type, Request Type, Kind, Kategorie',
    'Art der Änderung, Catégorie, Type de changement, Categoría, Tipo de cambio, Tipo, Categoria',
    'Tipo de mudança, 类别, 变更类型, カテゴリ, 種別',
  ),
  urgency: wordsOf('Dringlichkeit, Urgence, Urgencia, Urgência, 紧急程度, 緊急度'),
  problemStatement: wordsOf(
    'Problem, Problem Description, The Problem, Why, Background, Motivation, Context, Problem & Motivation',
    'Problem and Motivation, Background and Motivation, Background & Motivation, Problem / Motivation, Issue',
    'Issue Description, Current Situation, Current Behavior, Ausgangslage, Hintergrund, Anlass, Problème',
    'Contexte, Problema, Contexto, Antecedentes, 问题, 背景, 问题描述, 課題, 問題, Motivation and Problem Statement',
    'Motivation and Problem, Problem and Background, Anlass und Problem, Motivo, Problema y motivación',
    'Situation, Request, Reason and Background',
  ),
  proposedSolution: wordsOf(
    'Solution, Proposal, Proposed Change, Proposed Changes, Proposed Approach, Approach, What, What Changes',
    'What is Changing, What Changed, Change, The Change, Changes, Change Description, Change Details',
    'Description, Description of Change, Description of the Change, Detailed Description, Requested Change',
    'Requested Changes, Change Requested, Summary of Change, Change Summary, Lösung, Lösungsvorschlag',
    'Änderung, Beschreibung, Beschreibung der Änderung, Solution proposée, Changement proposé',
    'Description du changement, Solución, Solución propuesta, Cambio propuesto, Descripción',
    'Descripción del cambio, Solução, Solução proposta, Mudança proposta, Descrição, Descrição da mudança, 方案',
    '解决方案, 变更内容, 变更描述, 描述, 解決策, 対応方法, 変更内容, 提案内容, Vorgeschlagene Änderung, Geplante Änderung, Changement',
    'Cambio, Mudança, Mudança, 改动, 変更',
  ),
  businessJustification: wordsOf(
    'Justification, Business Case, Business Value, Business Reason, Reason, Reason for Change',
    'Reason for the Change, Reasons, Rationale, Value, Benefit, Benefits, Business Benefit, Business Benefits',
    'Business Impact, Begründung, Nutzen, Justificación, Justificativa, Beneficios, Benefícios, 变更原因, 原因, 理由',
    '変更理由, Anlass der Änderung',
  ),
  alternatives: wordsOf(
    'Alternatives, Alternative Solutions, Alternative Approaches, Considered Alternatives, Options',
    'Options Considered, Considered Options, Other Options, Rejected Alternatives, Alternativen, Alternativas',
    'Alternativas consideradas, 备选方案, 替代方案, 代替案',
  ),
  modules: wordsOf('Modules, Services, Affected Modules'),
  files: wordsOf(
    'Affected Files, Files Affected, Files Changed, Changed Files, Files to Change, Modified Files',
    'Files Modified, Key Files, Impacted Files, Betroffene Dateien, Fichiers concernés, Archivos afectados',
    'Arquivos afetados, 涉及文件, 影响文件, 対象ファイル, Files Likely Affected',
  ),
  upstream: wordsOf('Upstream, Depends On, Blocked By, Prerequisite Changes'),
  downstream: wordsOf('Downstream, Downstream Dependencies, Blocks'),
  approvers: wordsOf(
    'Approvers, Approver, Change Approver, Change Approvers, Genehmiger, Approbateur, Approbateurs, Aprobador',
    'Aprobadores, Aprovador, Aprovadores, 审批人, 承認者',
  ),
  implementers: wordsOf(
    'Implementers, Assignee, Implementer, Implementor, Implemented By, Assignees, Assigned To, Owner, Owners',
    'Change Owner, Developer, Developers, Responsible, Verantwortlich, Umsetzer, Responsable, Responsável',
    '负责人, 实施人, 担当者, 担当',
  ),
  reviewers: wordsOf('Reviewer, Reviewed By, Prüfer, Relecteur, Relecteurs, Revisor, Revisores, 评审人, レビュアー'),
  approvalToken: wordsOf('Approval Token, ATP Token, Token Received'),
  approvalDate: [...both.approvalDate, ...wordsOf('Approved, Approuvé le')],
  branch: wordsOf('Git Branch, Feature Branch, Working Branch, Branch Name'),
  pullRequest: wordsOf('PR, Pull Requests, PRs, PR Link, PR Number, Merge Request, MR'),
  implementationStart: wordsOf(
    'Implementation Started, Start Date, Implementation Start Date, Started, Started On, Started At',
    'Work Started, Work Start, Work Began, Work Begun, Actual Start, Begonnen, Beginn, Date de début',
    'Fecha de inicio, Data de início, 开始日期, 実施開始日, 開始日',
  ),
  implementationEnd: wordsOf(
    'Implementation Completed, End Date, Implementation End Date, Implementation Finished, Completed',
    'Completed On, Date Completed, Completion Date, Finished, Finished On, Work Finished, Done, Actual End',
    'Abgeschlossen am, Date de fin, Fecha de fin, Data de término, 完成日期, 完了日, 終了日',
  ),
  deployed: [
    ...both.deployed,
    ...wordsOf(
      'Date Deployed, Production Deployment, Released, Released On, Release Date, Go-Live, Go Live',
      'Go-Live Date, Live Since, Implemented, Ausgerollt, Ausgerollt am, Ausgeliefert, Fecha de despliegue, Data de implantação, 部署日期',
      '上线日期, リリース日',
    ),
  ],
  complexity: wordsOf('Complexity'),
  breakingChanges: wordsOf('Breaking Change, Breaking, Is Breaking, Breaking API Changes'),
  securityAssessment: wordsOf('Security, Security Impact, Security Risk, Security Level'),
  performanceAssessment: wordsOf('Performance, Performance Impact'),
  testStrategy: wordsOf('Testing, Testing Strategy, Tests'),
  overallRisk: [
    ...both.overallRisk,
    ...wordsOf('Risk Level, Overall Risk Rating, Declared Risk, Gesamtrisiko, 风险级别'),
  ],
  risks: wordsOf('Risks, Risk List, Risk Register, Known Risks, Key Risks'),
};

/** The other names of the fields of a change record. */
export const recordNames = {
  ...both,
  type: wordsOf(
    'Change Type, Type of Change, Change Category, Category, Change Class, Kind, Art, Art der Änderung',
    'Änderungstyp, Typ, Type de changement, Tipo, Tipo de cambio, Tipo de mudança, 类型, 变更类型, 种类, 種別, 変更種別',
    '変更タイプ',
  ),
  requestor: [...both.requestor, ...wordsOf('Requestor')],
  created: [...both.created, ...wordsOf('Created')],
  description: wordsOf(
    'Change Description, Description of Change, Description of the Change, Summary, Change Summary',
    'Summary of Change, What, What is Changing, Change, Proposed Change, Change Details, Details',
    'Beschreibung, Beschreibung der Änderung, Description du changement, Descripción, Descripción del cambio',
    'Descrição, Descrição da mudança, 描述, 变更描述, 变更内容, 概要, 変更内容, 内容',
  ),
  impactAssessment: wordsOf(
    "Impact, Impact Analysis, Change Impact, Impacts, Auswirkungen, Auswirkung, Analyse d'impact",
    'Análisis de impacto, Impacto, Análise de impacto, 影响分析, 影响评估, 影响, 影響, 影響範囲, 影響評価',
  ),
  systemsAffected: wordsOf(
    'Affected Systems, Systems, System, Impacted Systems, Systems Impacted, Affected Services',
    'Services Affected, Affected Components, Components, Betroffene Systeme, Systèmes concernés',
    'Sistemas afectados, Sistemas afetados, 影响系统, 涉及系统, 対象システム, 影響システム',
  ),
  usersAffected: wordsOf(
    'Affected Users, Users, User Impact, Users Impacted, Impacted Users, Betroffene Nutzer',
    'Utilisateurs concernés, Usuarios afectados, Usuários afetados, 影响用户, 影響ユーザー',
  ),
  downtime: wordsOf(
    'Downtime, Expected Downtime, Planned Downtime, Downtime Expected, Estimated Downtime, Outage',
    'Service Interruption, Ausfallzeit, Interruption, Tiempo de inactividad, Tempo de inatividade, 停机时间',
    'ダウンタイム, 停止時間',
  ),
  overallRisk: [...both.overallRisk, ...wordsOf('Overall Risk Level, Risk Assessment, 风险')],
  implementationPlan: wordsOf(
    'Plan, Steps, Tasks, Implementation, Implementation Steps, Implementation Procedure, Implementation Tasks',
    'Change Plan, Change Steps, Procedure, Execution Plan, Execution Steps, Deployment Plan, Deployment Steps',
    'Rollout Plan, Rollout, Action Plan, Work Plan, Task List, Task Breakdown, What We Did, Actions Taken',
    'Umsetzungsplan, Umsetzung, Durchführung, Ablauf, Schritte, Aufgaben, Plan de mise en œuvre, Étapes',
    'Mise en œuvre, Plan de implementación, Implementación, Pasos, Tareas, Plano de implementação',
    'Implementação, Etapas, Passos, Tarefas, 实施计划, 实施步骤, 实施方案, 变更步骤, 步骤, 計画, 実施計画, 実施手順, 作業手順, 手順',
  ),
  testingPlan: wordsOf(
    'Test Plan, Testing, Tests, Test Steps, Test Strategy, Validation, Validation Plan, Validation Steps',
    'Verification, Verification Plan, Verification Steps, Testplan, Plan de test, Plan de tests',
    'Plan de pruebas, Pruebas, Plano de testes, Testes, 测试计划, 验证方案, 测试, テスト計画, テスト, 動作確認, Test',
    'Tests Required, Testing / Verification, Test Evidence',
  ),
  successCriteria: wordsOf(
    'Acceptance Criteria, Success Metrics, Definition of Done, Erfolgskriterien, Critères de succès',
    'Criterios de éxito, Critérios de sucesso, 成功标准, 成功基準',
  ),
  approver: wordsOf(
    'Approved By, Approvers, Approver(s), Change Approver, Authorized By, Authorised By, Genehmigt von',
    'Freigegeben von, Genehmiger, Approuvé par, Approbateur, Aprobado por, Aprobador, Aprovado por, Aprovador',
    '审批人, 批准人, 承認者',
  ),
  approvalDate: [...both.approvalDate, ...wordsOf('Approval Date')],
  scheduled: wordsOf(
    'Change Window, Scheduled For, Scheduled Date, Scheduled Start, Planned For, Planned Date, Planned Start',
    'Planned Implementation Date, Maintenance Window, Implementation Window, Deployment Window, Window',
    'Schedule, Geplant, Geplant für, Wartungsfenster, Änderungsfenster, Fenêtre de changement, Date prévue',
    'Programado, Fecha programada, Ventana de cambio, Agendado, Data programada, Janela de mudança, 计划时间',
    '变更窗口, 実施予定日, 予定日',
  ),
  deployed: [
    ...both.deployed,
    ...wordsOf(
      'Implemented At, Date Implemented, Done, Done On, Completed, Completed On, Date Completed',
      'Completion Date, Executed, Executed On, Actual Date, Umgesetzt am, Date de mise en œuvre',
      'Fecha de implementación, Data de implementação, 实施时间, 实施日期, 完成时间, 実施日, 実施日時',
    ),
  ],
  notified: wordsOf('CTO Notified, Notified At, Notified On, Notification Time'),
  reviewed: wordsOf(
    'Post-Implementation Review, Post Implementation Review, PIR, Reviewed On, Review Date, Date Reviewed',
  ),
};
