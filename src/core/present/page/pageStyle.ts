import { pictureStyles } from '../svg/pictureStyles';
import { overviewSheet } from './overviewSheet';
import { panelSheet } from './panelSheet';

/** Words of records are read in their own direction, whatever stands beside them. */
const directions = 'h1, h2, h3, p, li, td, th, dd, dt, summary, button, a, span { unicode-bidi: plaintext; }';

/** In the colors of the theme; VS Code hands on only the first dot of a name as a hyphen. */
const vscode = String.raw`
/* Lines between things; what themes have for their panels is too faint to part anything. */
body { --cg-rule: var(--vscode-contrastBorder, color-mix(in srgb, var(--cg-text) 20%, var(--cg-background))); }
/* Light themes have icons in mind: words and lines need more. */
body.vscode-light {
  --changegate-done: color-mix(in srgb, var(--vscode-testing-iconPassed) 55%, var(--vscode-foreground));
  --cg-warning: color-mix(in srgb, var(--vscode-editorWarning-foreground) 60%, var(--vscode-foreground));
}
.status.draft { --tone: var(--vscode-changegate-status\.draft, var(--vscode-changegate-status-draft, currentcolor)); }
.status.proposed { --tone: var(--vscode-changegate-status\.proposed, var(--vscode-changegate-status-proposed, currentcolor)); }
.status.approved { --tone: var(--vscode-changegate-status\.approved, var(--vscode-changegate-status-approved, currentcolor)); }
.status.inProgress { --tone: var(--vscode-changegate-status\.inProgress, var(--vscode-changegate-status-inProgress, currentcolor)); }
.status.completed { --tone: var(--vscode-changegate-status\.completed, var(--vscode-changegate-status-completed, currentcolor)); }
.status.rejected { --tone: var(--vscode-changegate-status\.rejected, var(--vscode-changegate-status-rejected, currentcolor)); }
.status.cancelled { --tone: var(--vscode-changegate-status\.cancelled, var(--vscode-changegate-status-cancelled, currentcolor)); }
body.vscode-high-contrast .cg-cell,
body.vscode-high-contrast-light .cg-cell {
  stroke: var(--vscode-contrastBorder);
}
/* These themes have outlines instead of fills. */
body.vscode-high-contrast .matrix tbody td,
body.vscode-high-contrast-light .matrix tbody td {
  border: 1px solid var(--vscode-contrastBorder);
  background: none;
}
`;

/** A file: in the middle of a window, and on paper. */
const own = `
body { --cg-rule: color-mix(in srgb, var(--cg-text) 20%, var(--cg-background)); font-size: 15px; }
main { margin-inline: auto; }
.figure, .chip { cursor: default; }
.links { display: flex; flex-wrap: wrap; gap: 4px 18px; }
.links a { display: inline-block; padding-block: 4px; color: var(--cg-accent); text-underline-offset: 3px; }
.made { grid-column: 1 / -1; padding-top: 16px; border-top: 1px solid var(--cg-rule); color: var(--cg-muted); }
.status.draft { --tone: var(--cg-muted); }
.status.proposed { --tone: var(--cg-warning); }
.status.approved { --tone: var(--cg-done); }
.status.inProgress { --tone: var(--cg-accent); }
.status.completed { --tone: var(--cg-done); }
.status.rejected { --tone: var(--cg-error); }
.status.cancelled { --tone: var(--cg-muted); }
@media print {
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  section, figure, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .links { display: none; }
  .scroll { overflow: visible; }
  details::details-content { content-visibility: visible; display: block; }
  @page { margin: 16mm; }
}
`;

/**
 * The style sheet of all pages. `vscode`: in the colors of the theme. `own`: in our palette, light or dark as the
 * reader's system is.
 */
export function pageStyle(colors: 'vscode' | 'own'): string {
  const pictures = colors === 'vscode' ? pictureStyles('vscode', 'body') : pictureStyles('own', ':root');
  return [
    ':root { color-scheme: light dark; }',
    directions,
    panelSheet,
    overviewSheet,
    pictures,
    colors === 'vscode' ? vscode : own,
  ]
    .map((sheet) => sheet.trim())
    .join('\n');
}
