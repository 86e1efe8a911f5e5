import type * as vscode from 'vscode';
import type { ChangeRecord } from '../../core/record/record';
import type { Finding } from '../../core/findings/finding';
import type { LintOptions } from '../../core/rules/engine/lintRecord';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';

/** The record that a document is or belongs to, read from exactly the texts that the editor holds now. */
export interface LintedDocument {
  readonly folder: GovernedFolder;
  readonly path: string;
  readonly record: ChangeRecord;
  readonly findings: readonly Finding[];
  /** What they were decided by. */
  readonly options: LintOptions;
  /** The texts, by path, that the spans of findings and fixes are for. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads and checks the record of a document for the moment in which somebody asks for a fix. */
export async function lintDocument(
  governance: Governance,
  document: vscode.TextDocument,
): Promise<LintedDocument | undefined> {
  const place = governance.locate(document.uri);
  if (!place) return undefined;
  const { folder, path } = place;
  const record = await folder.readRecord(path);
  if (!record) return undefined;
  const options = await folder.lintOptions(record.path);
  const { findings } = await folder.check(record);
  const texts = new Map(record.documents.map((each) => [each.path, each.text]));
  return { folder, path, record, findings, options, texts };
}
