import type { ChangeRecord } from './record';

/** Whether a record has nothing but blanks, comments and front matter. A comment without an end may hide a record. */
export function isEmptyRecord({ document }: Pick<ChangeRecord, 'document'>): boolean {
  return document.scan.blocks.every(
    (block) => block.kind === 'break' || (block.kind === 'html' && block.comment && block.closed),
  );
}
