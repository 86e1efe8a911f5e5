import type { FileIdentity } from '../../record/fileIdentity';
import type { ChangeRecord } from '../../record/record';
import { formOfIds } from '../../process/recordId';

/** What the file name says, where the file is a record. */
export function recordIdentity({ fileIdentity }: ChangeRecord): Extract<FileIdentity, { kind: 'record' }> | undefined {
  return fileIdentity.kind === 'record' ? fileIdentity : undefined;
}

/** The path of a file with another name, in the same folder. */
export function renamed(path: string, name: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${name}.md`;
}

/** How the IDs of a process are written, for people: `CR-YYYY-MM-DD-XXX`. */
export function formOfId({ process }: ChangeRecord): string {
  return formOfIds(process.identity);
}

/** What stands behind an ID in the name of a file, as it is written there by a process: `-upload-limit`. */
export function tidyRest(rest: string): string {
  const words = rest.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return words === '' ? '' : `-${words}`;
}
