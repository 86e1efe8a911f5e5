import { wordsOf } from './wordsOf';

/** Other words for a step of a scale, in the languages of {@link requestNames}. */
export const levelWords = {
  low: wordsOf('L, Niedrig, Gering, Basse, Bas, Faible, Baja, Bajo, Baixa, Baixo, 低'),
  medium: wordsOf('M, Med, Moderate, Mittel, Moyenne, Moyen, Media, Medio, Média, Médio, 中'),
  high: wordsOf('H, Hoch, Haute, Haut, Élevée, Élevé, Alta, Alto, 高'),
  critical: wordsOf('Kritisch, Critique, Crítica, Crítico, 严重, 紧急, 緊急'),
};

/** Other words for yes and no. */
export const answerWords = {
  yes: wordsOf('Y, Ja, Oui, Sí, Sim, 是, 有, はい, あり'),
  no: wordsOf('N, None, N/A, Nein, Keine, Non, Aucun, Aucune, Não, Nenhum, Ninguno, Ninguna, 否, 无, いいえ, なし'),
};

/** Other words for a priority, by its code. */
export const priorityWords: Readonly<Record<string, readonly string[]>> = {
  P0: ['Critical', 'P0 Critical', ...levelWords.critical],
  P1: ['High', 'P1 High', ...levelWords.high],
  P2: ['Medium', 'P2 Medium', 'Normal', ...levelWords.medium],
  P3: ['Low', 'P3 Low', ...levelWords.low],
};
