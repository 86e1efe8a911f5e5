import type { FieldDefinition } from '../../process/process';
import { fieldText } from '../../process/renderTemplate';
import type { ChangeRecord } from '../../record/record';
import { sectionsByDefinition } from '../../record/sectionsByDefinition';
import { insertField } from '../insertion';
import type { Drift } from './drift';

/** Writes `**Label**: value` where the template has the field; undefined where the record has no place for it. */
export function insertedLine(record: ChangeRecord, field: FieldDefinition, value: string): Drift | undefined {
  const section = field.section && sectionsByDefinition(record).get(field.section);
  if (field.section && section?.document !== record.document) return undefined;
  const lines = fieldText(field);
  const line = `**${field.label}**: ${value}`;
  const inserted = insertField(record, field, section);
  const edits = inserted.flatMap(({ document, edit }) =>
    document === record.document ? [{ ...edit, newText: edit.newText.split(lines).join(line) }] : [],
  );
  return lines !== '' && edits.length > 0 && edits.length === inserted.length ? { edits } : undefined;
}
