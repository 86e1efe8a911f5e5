/** What pages are made of: words, what can be chosen, lines, tables, and what only the page of a record has. */
export const panelSheet = `
body {
  margin: 0;
  padding: 0;
  background: var(--cg-background);
  color: var(--cg-text);
  font: var(--vscode-font-weight, 400) var(--vscode-font-size, 13px) / 1.45 var(--cg-font);
  overflow-wrap: anywhere;
}

main {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 0 32px;
  max-width: 1040px;
  padding: 16px 16px 32px;
}

@media (min-width: 640px) {
  main {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    padding-inline: 24px;
  }

  .head,
  .message {
    grid-column: 1 / -1;
  }
}

.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

/* Words */
.one {
  white-space: nowrap;
}

p,
ul,
ol,
dl,
dd,
figure {
  margin: 0;
  padding: 0;
}

ul,
.moves {
  list-style: none;
}

h1,
h2 {
  margin: 0;
  font-weight: 600;
}

h1 {
  font-size: 1.45em;
  line-height: 1.25;
}

h1 .link,
h1 {
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 4;
  line-clamp: 4;
}

h2 {
  font-size: 1em;
}

section {
  padding-block: 16px;
  border-top: 1px solid var(--cg-rule);
}

section > * + * {
  margin-top: 8px;
}

.head {
  padding-bottom: 16px;
}

.head header > * + * {
  margin-top: 8px;
}

.id {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 10px;
  color: var(--cg-muted);
}

.facts,
.hint {
  color: var(--cg-muted);
}

dl.facts {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 16px;
}

dl.facts dt,
dl.facts dd {
  display: inline;
}

dl.facts dd {
  margin-inline-start: 6px;
  color: var(--cg-text);
}

/* What can be chosen */
button,
select {
  font: inherit;
}

button {
  padding: 4px 12px;
  border: 1px solid var(--vscode-button-border, transparent);
  border-radius: 3px;
  background: var(--vscode-button-secondaryBackground, transparent);
  color: var(--vscode-button-secondaryForeground, inherit);
  text-align: start;
  cursor: pointer;
}

button:hover {
  background: var(--vscode-button-secondaryHoverBackground);
}

button.primary {
  background: var(--vscode-button-background);
  color: var(--vscode-button-foreground);
}

button.primary:hover {
  background: var(--vscode-button-hoverBackground);
}

button.link,
button.link:hover {
  display: inline;
  padding: 0;
  border: 0;
  border-radius: 2px;
  background: none;
  color: inherit;
  font-weight: inherit;
  overflow-wrap: anywhere;
}

button.link:hover {
  text-decoration: underline;
  text-underline-offset: 2px;
}

select {
  max-width: 100%;
  padding: 2px 4px;
  border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent));
  border-radius: 3px;
  background: var(--vscode-dropdown-background);
  color: var(--vscode-dropdown-foreground);
}

summary {
  width: fit-content;
  border-radius: 2px;
  color: var(--cg-muted);
  cursor: pointer;
}

summary:hover {
  color: var(--cg-text);
}

:focus-visible {
  outline: 1px solid var(--cg-focus);
  outline-offset: 2px;
}

/* The status, in the color of its icon. */
.id .status {
  padding: 0 8px;
  border: 1.5px solid var(--tone, currentcolor);
  border-radius: 10px;
  color: var(--cg-text);
}

/* What is next, and what stands in its way */
.action {
  display: grid;
  gap: 8px;
  justify-items: start;
}

.action p {
  color: var(--cg-muted);
}

.action :is(.lines, details) {
  margin-top: 6px;
}

.moves li + li {
  margin-top: 8px;
}

.moves .lines {
  margin-top: 4px;
}

details > * + * {
  margin-top: 8px;
}

.lines li {
  position: relative;
}

/* Targets of a pointer are 24 px apart. */
.lines li + li {
  margin-top: 6px;
}

.lines .good,
.lines .open,
.lines .bad {
  padding-inline-start: 18px;
}

.lines .good::before,
.lines .open::before,
.lines .bad::before {
  position: absolute;
  inset-inline-start: 0;
  content: '';
}

/* Drawn, because a character of another font looks different on each machine. */
.lines .good::before {
  inset-block-start: 0.3em;
  inset-inline-start: 3px;
  inline-size: 3px;
  block-size: 7px;
  border: solid var(--cg-done);
  border-width: 0 1.5px 1.5px 0;
  transform: rotate(40deg);
}

.lines .open::before {
  inset-block-start: 0.4em;
  inline-size: 7px;
  block-size: 7px;
  border: 1.5px solid var(--cg-muted);
  border-radius: 50%;
}

.lines .bad::before {
  content: '!' / '';
  inset-inline-start: 4px;
  color: var(--cg-warning);
  font-weight: 700;
}

/* Pictures and their tables */
.cg-picture [tabindex]:focus-visible .cg-mark,
.cg-picture [tabindex]:hover .cg-mark {
  stroke: var(--cg-focus);
  stroke-width: 3;
}

/* They have a margin of their own, and are not larger than they were drawn. */
figure {
  margin-inline: -12px;
}

figure svg {
  display: block;
  width: 100%;
  max-width: 344px;
  height: auto;
}

.dragged {
  cursor: grabbing;
  pointer-events: none;
}

[data-item] {
  cursor: grab;
  touch-action: none;
}

.cg-picture .cg-cell.drop {
  stroke: var(--cg-focus);
  stroke-width: 3;
}

.scroll {
  overflow-x: auto;
}

table {
  border-collapse: collapse;
  font-size: 0.95em;
}

caption {
  padding-bottom: 4px;
  color: var(--cg-muted);
  text-align: start;
}

th,
td {
  overflow-wrap: break-word;
  padding: 3px 12px 3px 0;
  border-bottom: 1px solid var(--cg-rule);
  font-weight: 400;
  text-align: start;
  vertical-align: top;
}

/* Narrow columns are scrolled: no word is cut in two for them. */
:is(th, td) button.link {
  overflow-wrap: inherit;
}

.scroll tbody th {
  min-width: 7.5em;
}

.scroll :is(th, td):last-child {
  min-width: 11em;
  padding-inline-end: 0;
}

thead th {
  color: var(--cg-muted);
  white-space: nowrap;
}

/* Risks: the numbers are those in the matrix */
.risks {
  display: grid;
  gap: 10px;
  list-style: none;
}

.risks li {
  display: grid;
  grid-template-columns: 20px minmax(0, 1fr);
  gap: 4px 8px;
  align-items: start;
}

.number {
  box-sizing: border-box;
  height: 20px;
  border-radius: 10px;
  background: var(--cg-text);
  color: var(--cg-background);
  font-size: 0.88em;
  font-weight: 600;
  line-height: 20px;
  text-align: center;
}

.levels {
  display: grid;
  grid-column: 2;
  grid-template-columns: max-content max-content;
  gap: 4px 8px;
  align-items: center;
}

.levels label {
  display: contents;
}

.label {
  color: var(--cg-muted);
}

/* Nothing to show */
.message {
  padding-block: 24px;
  text-align: center;
}

.message p + p {
  margin-top: 4px;
}

@media (prefers-reduced-motion: no-preference) {
  button,
  summary {
    transition:
      background-color 100ms,
      color 100ms;
  }
}

@media (forced-colors: active) {
  .status {
    border-color: CanvasText;
  }
}
`;
