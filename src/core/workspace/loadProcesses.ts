import type { LocatedFinding } from '../findings/locatedFinding';
import type { Policy } from './policy/policy';
import { templateFiles, type TemplateFile } from './policy/templateFiles';
import { FileAccessError, type Workspace } from '../ports';
import { decodeText } from '../text/decodeText';
import { fileFinding } from '../findings/fileFindings';
import { adoptTemplates } from '../process/adoptTemplate';
import { builtInProcesses } from '../process/builtInProcesses';
import { compileProcess, ProcessDefinitionError } from '../process/compileProcess';
import type { Process } from '../process/process';
import { largestTemplate, readTeamTemplate, type TeamTemplate, type TemplateReading } from '../process/teamTemplate';

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
  const process = processes[at];
  if (!process) return { processes, findings };
  const read: ReadTemplate[] = [];
  const tell = (path: string, { message, line }: Problem): void => {
    findings.push(fileFinding(path, { kind: 'template', message, line }));
  };
  for (const file of templateFiles) {
    const reading = await readFile(file, process, workspace);
    if (reading?.kind === 'template') read.push({ path: file.path, template: reading.template });
    else if (reading) tell(file.path, reading);
  }
  const together = withTemplates(process, read);
  if (together) return { processes: processes.with(at, together), findings };
  // One of them does not fit, or two are for one document: each by itself tells which.
  let adopted = process;
  for (const each of read) {
    try {
      adopted = adopt(adopted, [each]);
    } catch (error) {
      if (!(error instanceof ProcessDefinitionError)) throw error;
      tell(each.path, problem(`The template does not fit the process. ${error.problems[0] ?? ''}`.trim()));
    }
  }
  return { processes: processes.with(at, adopted), findings };
}

type Problem = Extract<TemplateReading, { readonly kind: 'problem' }>;

interface ReadTemplate {
  readonly path: string;
  readonly template: TeamTemplate;
}

/** A template of the team; undefined where there is no such file or document, or nothing of its own in it. */
async function readFile(
  { path, document }: TemplateFile,
  process: Process,
  workspace: Pick<Workspace, 'read'>,
): Promise<TemplateReading | undefined> {
  if (!process.documents.some(({ id }) => id === document)) return undefined;
  const text = await textOf(path, workspace);
  if (text === undefined || typeof text !== 'string') return text;
  if (isSame(text, process.documents.find(({ id }) => id === document)?.template ?? '')) return undefined;
  return readTeamTemplate(text, document, process);
}

/** The process with all templates at once; undefined where that cannot be. */
function withTemplates(process: Process, read: readonly ReadTemplate[]): Process | undefined {
  const documents = read.flatMap(({ template }) => [template, ...template.parts].map(({ document }) => document));
  if (new Set(documents).size < documents.length) return undefined;
  try {
    return adopt(process, read);
  } catch (error) {
    if (!(error instanceof ProcessDefinitionError)) throw error;
    return undefined;
  }
}

/** @throws ProcessDefinitionError */
function adopt(process: Process, read: readonly ReadTemplate[]): Process {
  if (read.length === 0) return process;
  const templates = read.flatMap(({ template }) => [template, ...template.parts]);
  const source = adoptTemplates(process.source, process, templates);
  const held = new Set(read.flatMap(({ template }) => template.parts.map((part) => part.document)));
  const documents = source.documents.map((each) => (held.has(each.id) ? { ...each, withRecord: true } : each));
  return compileProcess({ ...source, documents });
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
async function textOf(path: string, workspace: Pick<Workspace, 'read'>): Promise<string | undefined | Problem> {
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

function problem(message: string): Problem {
  return { kind: 'problem', message, line: 0 };
}
