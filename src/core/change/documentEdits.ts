import type { ChangeRecord } from '../record/record';
import type { DocumentEdit } from './documentEdit';
import { editStep, type ChangeStep } from './change';

/** Edits of a record and its companions as steps of a change, one a file. Edits at one place keep their order. */
export function stepsOf(edits: readonly DocumentEdit[]): ChangeStep[] {
  const documents = new Set(edits.map(({ document }) => document));
  return [...documents].flatMap((document) =>
    editStep(
      document,
      edits.filter((each) => each.document === document).map(({ edit }) => edit),
    ),
  );
}

/** What people call a record: its ID, else the name of its file. */
export function nameOf({ id, path }: Pick<ChangeRecord, 'id' | 'path'>): string {
  return id?.text ?? path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
