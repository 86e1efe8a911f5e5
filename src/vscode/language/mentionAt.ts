import * as vscode from 'vscode';
import type { IndexedRecord } from '../../core/workspace/recordSummary';
import { finderFor } from '../../core/record/idAt';
import type { TextMention } from '../../core/record/mentionFinder';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';

/** A word of a document that names a record or a requirement. */
export interface MentionHere {
  readonly mention: TextMention;
  readonly range: vscode.Range;
  /** Folders in which the name may mean something: the document's own, else all. */
  readonly folders: readonly GovernedFolder[];
}

/** What may be mentioned anywhere: in records, in other Markdown, in comments of source. */
export const everywhere: vscode.DocumentSelector = { pattern: '**' };

/** The name at a place of any document; looks at no more than its line, so that other documents cost nothing. */
export function mentionAt(
  governance: Governance,
  document: vscode.TextDocument,
  position: vscode.Position,
): MentionHere | undefined {
  const own = governance.locate(document.uri)?.folder;
  const folders = own ? [own] : governance.folders;
  const { text } = document.lineAt(position);
  for (const folder of folders) {
    const mention = finderFor(folder.processes).at(text, position.character);
    if (!mention) continue;
    const { line } = position;
    const { start, end } = mention.span;
    return { mention, range: new vscode.Range(line, start, line, end), folders };
  }
  return undefined;
}

/** The records of a folder with an ID, archived ones too. */
export function recordsWithId(folder: GovernedFolder, id: string): readonly IndexedRecord[] {
  return folder.index.all().filter(({ summary }) => summary.id === id);
}
