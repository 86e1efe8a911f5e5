import { darkPalette, lightPalette, type Palette } from './palette';

/**
 * The rules for what pictures are made of; all colors are variables. One sheet serves all pictures of a page. Strokes
 * are 1.5 px; nothing moves, and nothing has a shadow or a gradient.
 */
const rules = `
.cg-picture { font-family: var(--cg-font); color: var(--cg-text); }
.cg-picture text { fill: var(--cg-text); font-size: 13px; }
.cg-picture .cg-small { font-size: 11.5px; }
.cg-picture .cg-muted { fill: var(--cg-muted); }
.cg-picture .cg-strong { font-weight: 600; }
.cg-picture .cg-middle { text-anchor: middle; }
.cg-picture .cg-end { text-anchor: end; }
.cg-picture .cg-warning-text { fill: var(--cg-warning); }
.cg-picture .cg-error-text { fill: var(--cg-error); }
.cg-picture .cg-shape { fill: var(--cg-background); stroke: var(--cg-line); stroke-width: 1.5; stroke-linejoin: round; }
.cg-picture .cg-edge { fill: none; stroke: var(--cg-line); stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; }
.cg-picture .cg-head { fill: var(--cg-line); stroke: none; }
.cg-picture .cg-grid { fill: none; stroke: var(--cg-soft); stroke-width: 1.5; }
.cg-picture .cg-cell { fill: var(--cg-background); stroke: var(--cg-background); stroke-width: 1.5; }
.cg-picture .cg-track { fill: var(--cg-background); stroke: var(--cg-line); stroke-width: 1.5; }
.cg-picture .cg-tiny { font-size: 10.5px; }
.cg-picture .cg-tone0 { fill: var(--cg-tone0); }
.cg-picture .cg-tone1 { fill: var(--cg-tone1); }
.cg-picture .cg-tone2 { fill: var(--cg-tone2); }
.cg-picture .cg-tone3 { fill: var(--cg-tone3); }
.cg-picture .cg-glyph { fill: none; stroke: var(--cg-background); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.cg-picture .cg-badge { fill: var(--cg-line); stroke: var(--cg-background); stroke-width: 1.5; }
.cg-picture .cg-threshold { fill: none; stroke: var(--cg-text); stroke-width: 1.5; stroke-dasharray: 5 3; stroke-linejoin: round; }
.cg-picture .cg-bar { fill: var(--cg-line); }
.cg-picture .cg-ring { stroke: var(--cg-line); stroke-width: 1.5; }
.cg-picture .cg-ring:not(.cg-on) { fill: none; stroke-dasharray: 4 3; }
.cg-picture .cg-ring.cg-on { stroke: var(--cg-text); }
.cg-picture .cg-pointer { fill: var(--cg-text); }
.cg-picture .cg-mark { fill: var(--cg-text); stroke: var(--cg-background); stroke-width: 1.5; }
.cg-picture text.cg-on-mark { fill: var(--cg-background); font-weight: 600; font-size: 11.5px; text-anchor: middle; }
.cg-picture .cg-done .cg-shape { stroke: var(--cg-done); }
.cg-picture .cg-done .cg-badge, .cg-picture .cg-bar.cg-done { fill: var(--cg-done); }
.cg-picture .cg-here .cg-shape { fill: var(--cg-accent); stroke: var(--cg-accent); }
.cg-picture .cg-here text { fill: var(--cg-on-accent); }
.cg-picture .cg-here .cg-badge { fill: var(--cg-background); stroke: var(--cg-accent); }
.cg-picture .cg-here .cg-glyph { stroke: var(--cg-accent); }
.cg-picture .cg-here .cg-glyph.cg-dot { fill: var(--cg-accent); }
.cg-picture .cg-bar.cg-here { fill: var(--cg-accent); }
.cg-picture .cg-next .cg-shape { stroke: var(--cg-accent); }
.cg-picture .cg-next .cg-badge { fill: var(--cg-background); stroke: var(--cg-accent); }
.cg-picture .cg-next .cg-glyph { stroke: var(--cg-accent); }
.cg-picture .cg-ahead text { fill: var(--cg-muted); }
.cg-picture .cg-skipped .cg-shape { stroke-dasharray: 4 3; }
.cg-picture .cg-skipped text { fill: var(--cg-muted); }
.cg-picture .cg-concern .cg-shape { stroke: var(--cg-warning); }
.cg-picture .cg-concern .cg-badge { fill: var(--cg-warning); }
.cg-picture .cg-concern .cg-note { fill: var(--cg-warning); }
.cg-picture .cg-here.cg-concern .cg-shape { fill: var(--cg-accent); stroke: var(--cg-accent); }
.cg-picture .cg-here.cg-concern .cg-note { fill: var(--cg-on-accent); }
.cg-picture .cg-bad .cg-shape { stroke: var(--cg-error); }
.cg-picture .cg-bad .cg-badge { fill: var(--cg-error); }
.cg-picture .cg-taken .cg-edge { stroke: var(--cg-done); }
.cg-picture .cg-taken .cg-head { fill: var(--cg-done); }
.cg-picture .cg-open .cg-edge { stroke: var(--cg-accent); }
.cg-picture .cg-open .cg-head { fill: var(--cg-accent); }
.cg-picture .cg-today { fill: none; stroke: var(--cg-accent); stroke-width: 1.5; }
.cg-picture .cg-late { stroke: var(--cg-warning); stroke-width: 1.5; }
.cg-picture [tabindex] { cursor: pointer; outline: none; }
.cg-picture [tabindex]:hover .cg-shape, .cg-picture [tabindex]:focus-visible .cg-shape { stroke-width: 3; }
.cg-picture [tabindex]:focus-visible .cg-shape { stroke: var(--cg-focus); }
`.trim();

/** The variables of a palette. */
function variables(palette: Palette): string {
  const { background, text, muted, line, soft, accent, onAccent, done, warning, error, tones } = palette;
  return [
    `--cg-background: ${background}; --cg-text: ${text}; --cg-muted: ${muted}; --cg-line: ${line}; --cg-soft: ${soft};`,
    `--cg-accent: ${accent}; --cg-on-accent: ${onAccent}; --cg-focus: ${accent}; --cg-done: ${done};`,
    `--cg-warning: ${warning}; --cg-error: ${error};`,
    ...tones.map((tone, index) => `--cg-tone${String(index)}: ${tone};`),
  ].join(' ');
}

/** With colors forced by the system no meaning rests on a fill: shapes, dashes, signs and words are left. */
const forced = [
  '--cg-background: Canvas; --cg-text: CanvasText; --cg-muted: CanvasText; --cg-line: CanvasText; --cg-soft: GrayText;',
  '--cg-accent: Highlight; --cg-on-accent: HighlightText; --cg-focus: Highlight; --cg-done: CanvasText;',
  '--cg-warning: CanvasText; --cg-error: CanvasText;',
  '--cg-tone0: Canvas; --cg-tone1: Canvas; --cg-tone2: Canvas; --cg-tone3: Canvas;',
].join(' ');

/** What VS Code calls these colors. Its own high-contrast themes have outlines instead of fills. */
const vscode = [
  '--cg-font: var(--vscode-font-family, sans-serif); --cg-background: var(--vscode-editor-background);',
  '--cg-text: var(--vscode-foreground); --cg-muted: var(--vscode-descriptionForeground);',
  '--cg-line: var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-foreground) 55%, var(--vscode-editor-background)));',
  '--cg-soft: color-mix(in srgb, var(--vscode-foreground) 12%, var(--vscode-editor-background));',
  '--cg-accent: var(--vscode-textLink-foreground); --cg-on-accent: var(--vscode-editor-background);',
  '--cg-focus: var(--vscode-focusBorder); --cg-done: var(--changegate-done, var(--vscode-testing-iconPassed));',
  '--cg-warning: var(--vscode-editorWarning-foreground); --cg-error: var(--vscode-editorError-foreground);',
  ...[
    'var(--vscode-charts-green)',
    'var(--vscode-charts-yellow)',
    // The theme's own orange is translucent in some themes: it would be the palest of the four.
    'color-mix(in srgb, var(--vscode-charts-yellow), var(--vscode-charts-red))',
    'var(--vscode-charts-red)',
  ].map(
    (color, tone) =>
      `--cg-tone${String(tone)}: color-mix(in srgb, ${color} ${String(22 + tone * 4)}%, var(--vscode-editor-background));`,
  ),
].join(' ');

const font = '--cg-font: system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif;';

/**
 * The style sheet of pictures. `own`: with our own palette, light or dark as the reader's system is, and the colors of
 * the system where it forces them; `selector` is what carries the variables. `vscode`: in the colors of the theme.
 */
export function pictureStyles(colors: 'own' | 'vscode', selector = '.cg-picture'): string {
  if (colors === 'vscode') {
    const outlinedIn = ['body.vscode-high-contrast', 'body.vscode-high-contrast-light'];
    const outlined = outlinedIn.map((body) => `${body} .cg-picture`).join(', ');
    const tones = [0, 1, 2, 3].map((tone) => `--cg-tone${String(tone)}: var(--vscode-editor-background);`).join(' ');
    return `${selector} { ${vscode} }\n${rules}\n${outlined} { ${tones} }\n${outlines(outlinedIn)}\n${forcedRules(selector)}`;
  }
  return [
    `${selector} { ${font} ${variables(lightPalette)} }`,
    `@media screen and (prefers-color-scheme: dark) { ${selector} { ${variables(darkPalette)} } }`,
    rules,
    forcedRules(selector),
  ].join('\n');
}

/** Where fills tell nothing, cells have outlines, and the threshold stands out from them. */
function outlines(within: readonly string[]): string {
  const all = (name: string): string => within.map((scope) => `${scope} .cg-picture ${name}`.trim()).join(', ');
  return `${all('.cg-cell')} { stroke: var(--cg-line); }\n${all('.cg-threshold')} { stroke: var(--cg-accent); stroke-width: 3; stroke-dasharray: none; }`;
}

function forcedRules(selector: string): string {
  return [
    '@media (forced-colors: active) {',
    `${selector} { ${forced} forced-color-adjust: none; }`,
    outlines(['']),
    '}',
  ].join('\n');
}
