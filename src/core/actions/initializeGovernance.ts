import { policyPath, type Policy } from '../workspace/policy/policy';
import { templateFiles, templateFolder } from '../workspace/policy/templateFiles';
import { FileAccessError, type Workspace } from '../ports';
import { builtInProcesses } from '../process/builtInProcesses';
import type { Process } from '../process/process';
import { decodeText, largestFile } from '../text/decodeText';
import { formOfIds } from '../process/recordId';
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { Change, ChangeStep } from '../change/change';
import { recommendExtension } from './recommendExtension';

/** A file that governance begins with. */
export interface GovernanceFile {
  readonly path: string;
  /** What it is for, in a few words. */
  readonly purpose: string;
  /** What it holds afterwards; for one that is kept what it would have held. */
  readonly text: string;
  readonly state:
    | { readonly kind: 'new' }
    /** It is there, and gets something more. */
    | { readonly kind: 'added-to'; readonly before: string; readonly edit: TextEdit }
    /** It is there, and stays as it is. */
    | { readonly kind: 'kept' };
}

/** Where VS Code keeps what it recommends in a workspace. */
const recommendationsPath = '.vscode/extensions.json';

/**
 * What governance of a workspace begins with: a folder for each sort of record, the templates of the process to make
 * one's own, the policy, and the recommendation of this extension. What is there is kept, whatever it holds; only the
 * recommendation is added to a list that is there.
 */
export async function governanceFiles(
  workspace: Pick<Workspace, 'read'>,
  policy: Policy,
  processes: readonly Process[],
): Promise<readonly GovernanceFile[]> {
  const folders = processes.flatMap((process) => {
    const [folder = ''] = policy.folders[process.kind];
    return folder === '' ? [] : [readmeOf(process, folder)];
  });
  const wanted = [
    ...new Map(folders.map((file) => [file.path, file])).values(),
    ...templates(),
    { path: policyPath, purpose: 'what changes a finding, for editor and CI alike', text: policyBeginning(policy) },
  ];
  const files: GovernanceFile[] = [];
  for (const file of wanted) {
    const isThere = (await textOf(workspace, file.path)) !== undefined;
    files.push({ ...file, state: isThere ? { kind: 'kept' } : { kind: 'new' } });
  }
  return [...files, await recommendations(workspace)];
}

/** The change that makes those of the files that are not there yet. */
export function createGovernance(files: readonly GovernanceFile[]): Change {
  const steps = files.flatMap(({ path, text, state }): ChangeStep[] => {
    if (state.kind === 'kept') return [];
    if (state.kind === 'new') return [{ kind: 'create', path, text }];
    return [{ kind: 'edit', path, before: state.before, edits: [state.edit] }];
  });
  return { title: 'Initialize Governance', steps };
}

/** How a policy file begins, for the folders that are in force. */
export function policyBeginning({ folders }: Pick<Policy, 'folders'>): string {
  const list = (paths: readonly string[]): string => `[${paths.map((path) => JSON.stringify(path)).join(', ')}]`;
  return `# What changes a finding; see docs/policy.md of Changegate. The same for editor and CI.
version: 1

folders:
  change-requests: ${list(folders['change-request'])}
  change-records: ${list(folders['change-record'])}

# rules:
#   CG505: off
`.replace(/"([\w./-]+)"/g, '$1');
}

type Wanted = Pick<GovernanceFile, 'path' | 'purpose' | 'text'>;

function readmeOf({ name, identity }: Process, folder: string): Wanted {
  const things = `${name.toLowerCase()}s`;
  const form = formOfIds(identity);
  return {
    path: `${folder}/README.md`,
    purpose: `folder of the ${things}`,
    text: `# ${name}s

Each file here that is named \`${form}.md\` is a ${name.toLowerCase()}; *Changegate: New ${name}* makes one with the next
free number. Records that are done with go to \`_archive\`, where their numbers stay taken.
`,
  };
}

/** The templates as the process has them: what a team changes in them holds for its new records. */
function templates(): Wanted[] {
  const [process] = builtInProcesses();
  const made = templateFiles.flatMap(({ path, document }): Wanted[] => {
    const template = process?.documents.find(({ id }) => id === document);
    const name = document === 'record' ? process?.name : template?.sections[0]?.heading;
    if (!template || name === undefined) return [];
    return [{ path, purpose: `template of the ${name.toLowerCase()}`, text: `${template.template.trimEnd()}\n` }];
  });
  return [{ path: `${templateFolder}/README.md`, purpose: 'what the templates do', text: templateReadme }, ...made];
}

const templateReadme = `# Templates

New change requests are written from \`cr-template.md\`, impact assessments from \`ia-checklist.md\`, implementation plans
from \`impl-plan-template.md\`. A file that is deleted gives way to the template of the process.

- A section or a field that is added here is asked for in drafts and proposals.
- With \`since: 2026-03-01\` in the front matter of the template it is asked for in every record from that day on.
- \`(optional)\` in a heading or behind a label asks for nothing.
- What is left out is asked for no more, and is still understood in records that have it.
`;

async function recommendations(workspace: Pick<Workspace, 'read'>): Promise<GovernanceFile> {
  const file = { path: recommendationsPath, purpose: 'recommends this extension to who opens the folder' };
  const fresh = applied('{}\n', recommendExtension('{}\n'));
  const before = await textOf(workspace, recommendationsPath);
  if (before === undefined) return { ...file, text: fresh, state: { kind: 'new' } };
  const found = recommendExtension(before);
  return found.kind === 'edit'
    ? { ...file, text: applied(before, found), state: { kind: 'added-to', before, edit: found.edit } }
    : { ...file, text: before, state: { kind: 'kept' } };
}

function applied(text: string, recommendation: ReturnType<typeof recommendExtension>): string {
  return recommendation.kind === 'edit' ? applyEdits(text, [recommendation.edit]) : text;
}

/** The text of a file; empty for what is there and no text. Undefined where nothing has the name. */
async function textOf(workspace: Pick<Workspace, 'read'>, path: string): Promise<string | undefined> {
  try {
    const content = await workspace.read(path, largestFile);
    const decoded = content && decodeText(content.bytes, content.size);
    return decoded && (decoded.kind === 'text' && decoded.cut === 'none' ? decoded.text : '');
  } catch (error) {
    if (!(error instanceof FileAccessError)) throw error;
    return '';
  }
}
