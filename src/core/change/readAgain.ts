import { readRecord } from '../record/readRecord';
import type { ChangeRecord, RecordDocument } from '../record/record';

/** A record as it would be read if its files said something else. `textOf` gives what each of them says then. */
export function readAgain(record: ChangeRecord, textOf: (document: RecordDocument) => string): ChangeRecord {
  return readRecord({
    process: record.process,
    path: record.path,
    text: textOf(record.document),
    identity: record.fileIdentity,
    companions: record.documents.slice(1).map((document) => ({ path: document.path, text: textOf(document) })),
  });
}
