import * as vscode from 'vscode';
import { findMentions } from '../../core/workspace/references/findMentions';
import { locateMentions } from '../../core/workspace/references/mention';
import { toRange } from '../convert';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';
import { mentionAt, recordsWithId, type MentionHere } from './mentionAt';
import { mentionSources } from './mentionSources';

/** From a name to what it names: the title line of a record, the row of a requirement in its matrix. */
export class Definitions implements vscode.DefinitionProvider {
  constructor(private readonly governance: Governance) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[] | undefined> {
    const here = mentionAt(this.governance, document, position);
    if (!here) return undefined;
    await Promise.all(here.folders.map((folder) => folder.ready()));
    if (token.isCancellationRequested) return undefined;
    return here.folders
      .flatMap((folder) => definitionsIn(folder, here))
      .map(({ uri, range }) => ({
        originSelectionRange: here.range,
        targetUri: uri,
        targetRange: range,
        targetSelectionRange: range,
      }));
  }
}

/** From a name to every place that names the same thing. */
export class References implements vscode.ReferenceProvider {
  constructor(private readonly governance: Governance) {}

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[] | undefined> {
    const here = mentionAt(this.governance, document, position);
    if (!here) return undefined;
    const found: vscode.Location[] = [];
    for (const folder of here.folders) {
      await folder.ready();
      const definitions = definitionsIn(folder, here);
      const files = await findMentions(here.mention.id, mentionSources(this.governance, folder, token));
      for (const mention of locateMentions(files)) {
        const uri = folder.uriOf(mention.path);
        const range = toRange(mention.range);
        const isDefinition = definitions.some(
          (each) => each.uri.toString() === uri.toString() && each.range.intersection(range) !== undefined,
        );
        if (includeDeclaration || !isDefinition) found.push(new vscode.Location(uri, range));
      }
    }
    return token.isCancellationRequested ? undefined : found;
  }
}

function definitionsIn(folder: GovernedFolder, { mention }: MentionHere): vscode.Location[] {
  if (mention.kind !== 'requirement')
    return recordsWithId(folder, mention.id).map(
      ({ summary }) => new vscode.Location(folder.uriOf(summary.path), toRange(summary.idRange)),
    );
  const matrix = folder.index.requirements;
  const requirement = matrix?.requirements.get(mention.id);
  return matrix && requirement ? [new vscode.Location(folder.uriOf(matrix.path), toRange(requirement.range))] : [];
}
