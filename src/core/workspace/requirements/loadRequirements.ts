import { FileAccessError, type Workspace } from '../../ports';
import { decodeText, largestFile } from '../../text/decodeText';
import { readRequirements, type RequirementsMatrix } from '../../record/readRequirements';

/**
 * The requirements matrix of a workspace; undefined where there is none, where it cannot be read whole, and where it
 * names no requirement: then nobody can say that one is unknown.
 */
export async function loadRequirements(workspace: Workspace, path: string): Promise<RequirementsMatrix | undefined> {
  try {
    const content = await workspace.read(path, largestFile);
    const decoded = content && decodeText(content.bytes, content.size);
    if (decoded?.kind !== 'text' || decoded.cut !== 'none') return undefined;
    const requirements = readRequirements(decoded.text);
    return requirements.size === 0 ? undefined : { path, requirements };
  } catch (error) {
    if (error instanceof FileAccessError) return undefined;
    throw error;
  }
}

/** Whether two readings of a matrix know the same requirements. */
export function sameRequirements(a: RequirementsMatrix | undefined, b: RequirementsMatrix | undefined): boolean {
  if (a?.path !== b?.path || a?.requirements.size !== b?.requirements.size) return false;
  return [...(a?.requirements.keys() ?? [])].every((id) => b?.requirements.has(id));
}
