import { comparableName } from '../process/comparableName';
import type { FieldDefinition, SectionDefinition } from '../process/process';
import { answersOf, type Completeness, type OpenPoint } from '../lifecycle/completeness';
import type { Severity } from '../findings/finding';

/** What the policy says of answers, by name or key of a field, section or document. */
export type AnswerSeverities = ReadonlyMap<string, Severity | 'off'>;

/** Stands for all answers that have no word of their own. No field has this name. */
export const anyAnswer = '';

/** What is missing without what the policy says is not asked for. */
export function wantedOf(owed: Completeness, answers: AnswerSeverities | undefined): Completeness {
  if (!answers || ![...answers.values()].includes('off')) return owed;
  const open = owed.open.filter((point) => severitiesOfPoint(point, answers).some((each) => each !== 'off'));
  const left = owed.missing - open.reduce((sum, point) => sum + answersOf(point), 0);
  return { due: owed.due - left, missing: owed.missing - left, open };
}

/** What the policy says of each thing that is missing; undefined where it has no word for it. */
export function severitiesOf(
  open: readonly OpenPoint[],
  answers: AnswerSeverities | undefined,
): readonly (Severity | undefined)[] {
  if (!answers) return [];
  return open.flatMap((point) => severitiesOfPoint(point, answers)).filter((each) => each !== 'off');
}

/** What the policy says of each thing that an open point stands for: the nearest name that it has a word for. */
function severitiesOfPoint(point: OpenPoint, answers: AnswerSeverities): readonly (Severity | 'off' | undefined)[] {
  if (point.asked.length > 0) return point.asked.map((field) => severityOfField(field, answers));
  if (point.kind === 'answer' || point.kind === 'field') return [severityOfField(point.field, answers)];
  const section = point.kind === 'document' ? point.document.sections[0] : point.section;
  return [section && severityOfSection(section, answers)];
}

function severityOfField(field: FieldDefinition, answers: AnswerSeverities): Severity | 'off' | undefined {
  return (
    firstSaid([field.key, field.label, ...field.names], answers) ??
    (field.section
      ? severityOfSection(field.section, answers)
      : (said(field.document, answers) ?? answers.get(anyAnswer)))
  );
}

function severityOfSection(section: SectionDefinition, answers: AnswerSeverities): Severity | 'off' | undefined {
  for (let each: SectionDefinition | undefined = section; each; each = each.parent) {
    const found = firstSaid([each.key, each.heading, ...each.names], answers);
    if (found) return found;
  }
  return said(section.document, answers) ?? answers.get(anyAnswer);
}

function firstSaid(names: readonly string[], answers: AnswerSeverities): Severity | 'off' | undefined {
  for (const name of names) {
    const found = said(name, answers);
    if (found) return found;
  }
  return undefined;
}

function said(name: string, answers: AnswerSeverities): Severity | 'off' | undefined {
  return answers.get(comparableName(name));
}
