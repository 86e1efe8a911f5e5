import type { LocatedFinding } from '../findings/locatedFinding';
import type { Policy } from './policy/policy';
import { templateFiles, type TemplateFile } from './policy/templateFiles';
import { FileAccessError, type Workspace } from '../ports';
import { decodeText } from '../text/decodeText';
import { fileFinding } from '../findings/fileFindings';
import { adoptTemplate } from '../process/adoptTemplate';
import { builtInProcesses } from '../process/builtInProcesses';
import { compileProcess, ProcessDefinitionError } from '../process/compileProcess';
import type { Process } from '../process/process';
import { largestTemplate, readTeamTemplate, type TemplateReading } from '../process/teamTemplate';

/** The processes of a workspace, and what is wrong with the templates that its team wrote. */
export interface LoadedProcesses {
  readonly processes: readonly Process[];
  /** One a template that cannot be used, at its place; the template of the process holds instead. */
  readonly findings: readonly LocatedFinding[];
}

/** The processes that the records of a workspace follow: those of its policy, with the templates of the team. */
export async function loadProcesses(workspace: Pick<Workspace, 'read'>, policy: Policy): Promise<readonly Process[]> {
  return (await readProcesses(workspace, policy)).processes;
}

/** The same, with what is wrong with the templates. One that cannot be used leaves the others in force. */
export async function readProcesses(workspace: Pick<Workspace, 'read'>, policy: Policy): Promise<LoadedProcesses> {
  const processes = [...(policy.processes ?? builtInProcesses())];
  const findings: LocatedFinding[] = [];
  const at = processes.findIndex(({ kind }) => kind === 'change-request');
  for (const file of templateFiles) {
    const process = processes[at];
    const adopted = process && (await adoptFile(file, process, workspace));
    if (!adopted) continue;
    if (adopted.kind === 'process') processes[at] = adopted.process;
    else findings.push(fileFinding(file.path, { kind: 'template', message: adopted.message, line: adopted.line }));
  }
  return { processes, findings };
}

type Adopted =
  { readonly kind: 'process'; readonly process: Process } | Extract<TemplateReading, { readonly kind: 'problem' }>;

/** A process with one of its templates read from a file; undefined where there is no such file or document. */
async function adoptFile(
  { path, document }: TemplateFile,
  process: Process,
  workspace: Pick<Workspace, 'read'>,
): Promise<Adopted | undefined> {
  if (!process.documents.some(({ id }) => id === document)) return undefined;
  const text = await textOf(path, workspace);
  if (text === undefined || typeof text !== 'string') return text;
  if (isSame(text, process.documents.find(({ id }) => id === document)?.template ?? '')) return undefined;
  const reading = await readTeamTemplate(text, document, process);
  if (reading.kind === 'problem') return reading;
  try {
    const { template } = reading;
    const held = new Set(template.parts.map((part) => part.document));
    let adopted = process;
    for (const each of [template, ...template.parts])
      adopted = compileProcess(adoptTemplate(adopted.source, adopted, each));
    const documents = adopted.source.documents.map((each) =>
      held.has(each.id) ? { ...each, withRecord: true } : each,
    );
    return { kind: 'process', process: held.size > 0 ? compileProcess({ ...adopted.source, documents }) : adopted };
  } catch (error) {
    if (!(error instanceof ProcessDefinitionError)) throw error;
    return problem(`The template does not fit the process. ${error.problems[0] ?? ''}`.trim());
  }
}

/** A template that nobody changed has nothing to say, and need not be read like Markdown, which takes a while. */
function isSame(text: string, template: string): boolean {
  return text.replace(/\r\n?/g, '\n').trimEnd() === template.trimEnd();
}

/** What the templates of a workspace say, for anyone who wants to know whether it changed: cheap, as nothing is parsed. */
export async function templateTexts(workspace: Pick<Workspace, 'read'>): Promise<string> {
  const texts = [];
  for (const { path } of templateFiles) texts.push((await textOf(path, workspace)) ?? null);
  return JSON.stringify(texts);
}

/** The text of a template; undefined where there is no file. */
async function textOf(
  path: string,
  workspace: Pick<Workspace, 'read'>,
): Promise<string | undefined | Extract<TemplateReading, { readonly kind: 'problem' }>> {
  try {
    const content = await workspace.read(path, largestTemplate + 1);
    if (!content) return undefined;
    if (content.size > largestTemplate) return problem('The template is longer than 64 KiB and was not read.');
    const decoded = decodeText(content.bytes, content.size);
    if (decoded.kind === 'unreadable') return problem(decoded.reason);
    return decoded.cut === 'none' ? decoded.text : problem('The template has a line that is longer than 32 KiB.');
  } catch (error) {
    if (!(error instanceof FileAccessError)) throw error;
    return problem(`The template cannot be read. ${error.reason}`);
  }
}

function problem(message: string): Extract<TemplateReading, { readonly kind: 'problem' }> {
  return { kind: 'problem', message, line: 0 };
}
