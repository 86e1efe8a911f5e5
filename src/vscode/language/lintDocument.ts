import type * as vscode from 'vscode';
import { todayIn } from '../../core/lifecycle/today';
import { builtInProcesses } from '../../core/process/builtInProcesses';
import { identifyFile } from '../../core/record/identifyFile';
import { readRecord, type SourceText } from '../../core/record/readRecord';
import type { ChangeRecord } from '../../core/record/record';
import { lintRecord } from '../../core/rules/lintRecord';
import type { Finding } from '../../core/rules/rule';
import { decodeText, largestFile, limitText } from '../../core/record/decodeText';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';

/** The record that a document is or belongs to, read from exactly the texts that the editor holds now. */
export interface LintedDocument {
  readonly folder: GovernedFolder;
  readonly path: string;
  readonly record: ChangeRecord;
  readonly findings: readonly Finding[];
  /** The texts, by path, that the spans of findings and fixes are for. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads and checks the record of a document for the moment in which somebody asks for a fix: the spans are those of
 * the version at hand, never of an older one.
 */
export async function lintDocument(
  governance: Governance,
  document: vscode.TextDocument,
  open: readonly vscode.TextDocument[],
): Promise<LintedDocument | undefined> {
  const place = governance.locate(document.uri);
  if (!place) return undefined;
  const { folder, path } = place;
  await folder.ready();
  const summary = folder.index.at(path)?.summary;
  const process = builtInProcesses().find(({ id }) => id === summary?.processId);
  if (!summary || !process) return undefined;
  const textOf = async (each: string): Promise<string> => {
    const editor = each === path ? document : open.find(({ uri }) => uri.toString() === folder.uriOf(each).toString());
    if (editor) return limitText(editor.getText()).text;
    const content = await folder.workspace.read(each, largestFile);
    const decoded = content ? decodeText(content.bytes, content.size) : undefined;
    return decoded?.kind === 'text' ? decoded.text : '';
  };
  const text = await textOf(summary.path);
  const companions: SourceText[] = [];
  for (const companion of summary.companions) companions.push({ path: companion, text: await textOf(companion) });
  const identity = identifyFile(summary.path, [process], folder.policy.files);
  const record = readRecord({ process, path: summary.path, text, companions, identity });
  const findings = lintRecord(record, {
    today: todayIn(folder.policy.zone, governance.clock.now()),
    known: folder.index.known(summary.path),
    severities: folder.policy.severities,
  });
  const texts = new Map([[summary.path, text], ...companions.map((each) => [each.path, each.text] as const)]);
  return { folder, path, record, findings, texts };
}
