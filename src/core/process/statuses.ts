import type { StatusDefinition } from './processDefinition';
import { wordsOf } from './wordsOf';

/** The seven states that a record of either process goes through. */
export const statuses: readonly StatusDefinition[] = [
  {
    id: 'DRAFT',
    role: 'draft',
    meaning: 'Being written; nobody has been asked to approve it yet.',
    stage: 'draft',
    final: false,
    needsApproval: false,
    // English, German, French, Spanish, Portuguese, Chinese, Japanese.
    aliases: wordsOf(
      'New, In Draft, Drafting, Entwurf, In Erstellung, Brouillon, Ébauche, Borrador, Rascunho, 草稿, 草案, 下書き',
      'ドラフト',
    ),
  },
  {
    id: 'PROPOSED',
    role: 'waiting',
    meaning: 'Complete and submitted; it waits for approval.',
    stage: 'proposed',
    final: false,
    needsApproval: false,
    // English, German, French, Spanish, Portuguese, Chinese, Japanese.
    aliases: wordsOf(
      'Submitted, Requested, Open, Pending, Pending Approval, Pending Review, Awaiting Approval',
      'Awaiting Review, Waiting for Approval, Ready for Approval, Ready for Review, Submitted for Approval',
      'Submitted for Review, In Review, Under Review, Review, For Review, For Approval, Vorgeschlagen',
      'Beantragt, Eingereicht, Offen, Ausstehend, In Prüfung, Zur Genehmigung, Zur Freigabe, Proposé',
      "Proposée, Soumis, Soumise, Ouvert, Ouverte, En attente, En attente d'approbation, En revue",
      "En cours d'examen, Propuesto, Propuesta, Enviado, Enviada, Solicitado, Solicitada, Abierto, Abierta",
      'Pendiente, Pendiente de aprobación, En revisión, Proposto, Proposta, Enviada, Submetido, Submetida',
      'Aberto, Aberta, Pendente, Pendente de aprovação, Aguardando aprovação, Em revisão, Em análise, 已提交',
      '已提议, 待审批, 待批准, 待审核, 审批中, 审核中, 提案, 提案済み, 申請中, 申請済み, 承認待ち, レビュー中, 審査中',
    ),
  },
  {
    id: 'APPROVED',
    role: 'approved',
    meaning: 'The approval token was given; implementation may begin.',
    stage: 'approved',
    final: false,
    needsApproval: true,
    // English, German, French, Spanish, Portuguese, Chinese, Japanese.
    aliases: wordsOf(
      'Accepted, Approved for Implementation, Approved to Proceed, Genehmigt, Freigegeben, Angenommen',
      'Approuvé, Approuvée, Validé, Validée, Accepté, Acceptée, Aprobado, Aprobada, Aceptado, Aceptada',
      'Aprovado, Aprovada, Aceito, Aceita, 已批准, 批准, 已审批, 已通过, 审批通过, 承認, 承認済み, 承認済',
    ),
  },
  {
    id: 'IN_PROGRESS',
    role: 'in-work',
    meaning: 'Being implemented according to the plan.',
    stage: 'in-progress',
    final: false,
    needsApproval: true,
    // English, German, French, Spanish, Portuguese, Chinese, Japanese.
    aliases: wordsOf(
      'Implementing, In Implementation, Implementation in Progress, Ongoing, On-going, Started, Underway',
      'In Work, In Development, In Arbeit, In Bearbeitung, In Umsetzung, Laufend, En cours',
      'En cours de réalisation, En curso, En progreso, En ejecución, Em andamento, Em progresso',
      'Em execução, 进行中, 实施中, 执行中, 進行中, 実施中, 対応中, 作業中',
    ),
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
    // English, German, French, Spanish, Portuguese, Chinese, Japanese.
    aliases: wordsOf(
      'Complete, Done, Closed, Implemented, Deployed, Released, Resolved, Verified, Verified Complete, Validated and Closed, Merged, Applied, Finished',
      'Fully Implemented, Live, Shipped, Abgeschlossen, Erledigt, Umgesetzt, Implementiert, Geschlossen',
      'Fertig, Ausgerollt, Terminé, Terminée, Fait, Faite, Clôturé, Clôturée, Déployé, Déployée, Réalisé, Réalisée',
      'Fermé, Fermée, Completado, Completada, Entregado, Entregada, Entregue, Cerrado, Cerrada, Implementado, Implementada, Finalizado',
      'Finalizada, Desplegado, Desplegada, Concluído, Concluída, Fechado, Fechada, Encerrado, Encerrada',
      'Implantado, Implantada, 已完成, 完成, 已关闭, 已实施, 已部署, 已上线, 完了, 完了済み, 実施済み, クローズ, デプロイ済み, リリース済み',
    ),
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
    // English, German, French, Spanish, Portuguese, Chinese, Japanese.
    aliases: wordsOf(
      'Declined, Denied, Refused, Not Approved, Abgelehnt, Rejeté, Rejetée, Refusé, Refusée, Rechazado',
      'Rechazada, Denegado, Denegada, Rejeitado, Rejeitada, Recusado, Recusada, 已拒绝, 拒绝, 被拒绝, 已驳回, 却下, 拒否',
    ),
  },
  {
    id: 'CANCELLED',
    role: 'abandoned',
    meaning: 'Given up before it was completed.',
    stage: 'draft',
    final: true,
    needsApproval: false,
    // English, German, French, Spanish, Portuguese, Chinese, Japanese.
    aliases: wordsOf(
      'Canceled, Withdrawn, Abandoned, Superseded, Obsolete, Dropped, Retired, Abgebrochen, Zurückgezogen',
      'Storniert, Verworfen, Annulé, Annulée, Abandonné, Abandonnée, Retiré, Retirée, Cancelado, Cancelada',
      'Anulado, Anulada, Retirado, Retirada, Abandonado, Abandonada, Anulada, 已取消, 取消, 已撤回, 已废弃, キャンセル, 中止',
      '取り下げ, 取消',
    ),
  },
];
