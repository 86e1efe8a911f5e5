import type { DocumentSource } from '../../process/processDefinition';

/** Where a team keeps its templates. */
export const templateFolder = 'docs/processes/templates';

/** A file that may hold a template of the change request process. */
export interface TemplateFile {
  readonly path: string;
  readonly document: DocumentSource['id'];
}

/** The templates that are looked for, by the names that the process gives them. */
export const templateFiles: readonly TemplateFile[] = [
  { path: `${templateFolder}/cr-template.md`, document: 'record' },
  { path: `${templateFolder}/ia-checklist.md`, document: 'impact-assessment' },
  { path: `${templateFolder}/impl-plan-template.md`, document: 'implementation-plan' },
];
