import type { Answer, ChangeRecord, Choice, Place } from './record';

/** The one option that a record chose of a single choice, with the place where it says so. */
export interface Chosen extends Place {
  readonly answer: Answer;
  /** What reports call the option: `P1`, `HIGH`. */
  readonly value: string;
}

/** What a record chose; undefined where it chose nothing, something unknown, or more than one. */
export function chosenOption(record: Pick<ChangeRecord, 'answer'>, key: string): Chosen | undefined {
  const answer = record.answer(key);
  const choice = answer?.chosen[0];
  if (!answer || !choice?.option || answer.chosen.length > 1) return undefined;
  return { document: answer.document, span: choice.span, answer, value: choice.option.value };
}

/** A box of a group of boxes, with the group. */
export interface BoxInGroup extends Place {
  readonly answer: Answer;
  readonly choice: Choice;
}

/** The box of a group that stands for an option, ticked or not. */
export function boxOf(record: Pick<ChangeRecord, 'answer'>, key: string, value: string): BoxInGroup | undefined {
  const answer = record.answer(key);
  const choice = answer?.choices.find(({ option }) => option?.value === value);
  return answer && choice ? { document: answer.document, span: choice.span, answer, choice } : undefined;
}
