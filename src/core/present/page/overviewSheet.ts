/** What only the pages over all records have: the dashboard and the calendar. */
export const overviewSheet = `
.overview {
  grid-template-columns: repeat(6, minmax(0, 1fr));
  gap: 0 32px;
  max-width: 1280px;
}

.overview > :is(.head, .message, section) {
  grid-column: 1 / -1;
}

@media (min-width: 640px) {
  .overview > .small {
    grid-column: span 3;
  }

  .overview > [data-section='list'] {
    grid-column: 1 / -1;
  }
}

@media (min-width: 1000px) {
  .overview > .small,
  .overview > [data-section='list'] {
    grid-column: span 2;
  }

  section[data-section='list'] {
    padding-top: 0;
    border-top: 0;
  }

  .overview > .large {
    grid-column: span 4;
    /* What stands beside it keeps its own height. */
    grid-row: span 12;
  }
}

h3 {
  margin: 0;
  color: var(--cg-muted);
  font-size: 1em;
  font-weight: 600;
}

h3 .facts {
  font-weight: 400;
}

ul + h3,
.entries + h3 {
  margin-top: 12px;
}

/* The top */
.bar-of-title {
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  align-items: start;
  justify-content: space-between;
}

.tools {
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
  align-items: center;
}

.message .tools {
  justify-content: center;
  margin-top: 16px;
}

.message .tools button:first-child {
  background: var(--vscode-button-background);
  color: var(--vscode-button-foreground);
}

.message .tools button:first-child:hover {
  background: var(--vscode-button-hoverBackground);
}

.notice {
  display: flex;
  flex-wrap: wrap;
  gap: 6px 12px;
  align-items: center;
  position: relative;
  padding: 6px 12px 6px 26px;
  border: 1px solid var(--cg-warning);
  border-radius: 3px;
}

.notice::before {
  position: absolute;
  inset-inline-start: 12px;
  content: '!' / '';
  color: var(--cg-warning);
  font-weight: 700;
}

/* Numbers to look at first */
.figures {
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 8px;
}

@media (min-width: 640px) {
  .figures {
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }
}

.figure {
  box-sizing: border-box;
  display: block;
  width: 100%;
  padding: 6px 12px;
  border: 1px solid var(--cg-rule);
  background: none;
  color: inherit;
}

.figure .number {
  all: unset;
  display: block;
  font-size: 1.9em;
  font-weight: 600;
  line-height: 1.2;
}

.figure.alert .number::after {
  content: ' !' / '';
  color: var(--cg-warning);
}

section[data-section='glance'],
section[data-section='month'] {
  padding-top: 0;
  border-top: 0;
}

/* What can be taken into the selection */
.figure:hover,
.bar:hover,
.entry:is(button):hover {
  background: var(--vscode-list-hoverBackground);
}

[aria-pressed='true'].figure,
[aria-pressed='true'].bar,
[aria-pressed='true'].chip {
  outline: 1.5px solid var(--cg-focus);
  outline-offset: -1.5px;
}

[aria-pressed='true']:focus-visible {
  outline-width: 3px;
}

.bar,
.entry {
  box-sizing: border-box;
  width: calc(100% + 12px);
  margin-inline: -6px;
  padding: 3px 6px;
  border: 0;
  background: none;
  color: inherit;
}

.bar {
  display: grid;
  grid-template-columns: minmax(0, 10.5em) minmax(0, 1fr) minmax(2em, auto);
  gap: 0 12px;
  align-items: center;
}

.bar .track {
  display: block;
  width: 100%;
  height: 8px;
  border-radius: 3px;
  background: var(--cg-soft);
}

.bar .count {
  text-align: end;
}

.bar .fill {
  fill: var(--cg-accent);
}

.count,
.value {
  font-variant-numeric: tabular-nums;
}

.chips {
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
}

.chip {
  padding: 1px 10px;
  border: 1px solid var(--cg-rule);
  border-radius: 11px;
  background: none;
  color: inherit;
  white-space: pre-wrap;
}

button.more,
button.more:hover {
  margin-top: 8px;
  color: var(--cg-accent);
}

/* Rows */
.entry {
  display: block;
}

.entries.long li {
  content-visibility: auto;
  contain-intrinsic-size: auto 42px;
}

.first {
  display: flex;
  gap: 12px;
  justify-content: space-between;
}

.first .value {
  flex: none;
  max-width: 50%;
  color: var(--cg-muted);
  text-align: end;
}

.entry .facts {
  display: block;
  font-size: 0.95em;
}

.entry .status::before {
  display: inline-block;
  width: 7px;
  height: 7px;
  margin-inline-end: 5px;
  border: 1.5px solid var(--tone, currentcolor);
  border-radius: 50%;
  content: '';
}

.entry .status::after {
  content: ' ·';
}

.concern {
  color: var(--cg-text);
  font-weight: 600;
}

.concern::before {
  content: '! ' / '';
  color: var(--cg-warning);
}

.headline strong {
  font-size: 1.3em;
  font-weight: 600;
}

.headline {
  color: var(--cg-muted);
}

.headline strong {
  color: var(--cg-text);
}

/* The matrix */
.matrix,
.month {
  width: 100%;
  table-layout: fixed;
}

.matrix th,
.matrix thead td {
  padding: 2px;
  border: 0;
  color: var(--cg-muted);
  font-size: 0.95em;
}

.matrix :is(th, td):first-child {
  padding-inline-start: 0;
}

.matrix thead :is(td + td, th) {
  text-align: center;
}

.matrix tbody th {
  vertical-align: middle;
}

.matrix tbody td {
  padding: 4px 6px;
  border: 2px solid var(--cg-background);
  text-align: center;
}

.matrix .tone0 {
  background: var(--cg-tone0);
}

.matrix .tone1 {
  background: var(--cg-tone1);
}

.matrix .tone2 {
  background: var(--cg-tone2);
}

.matrix .tone3 {
  background: var(--cg-tone3);
}

.matrix .band {
  display: block;
  margin-bottom: 2px;
  font-size: 0.9em;
}

.matrix .none {
  line-height: 26px;
}

.cell {
  min-width: 26px;
  padding: 2px 6px;
  border: 1.5px solid var(--cg-text);
  border-radius: 13px;
  background: var(--cg-background);
  color: var(--cg-text);
  font-weight: 600;
  text-align: center;
}

[aria-pressed='true'].cell,
.cell:hover {
  background: var(--cg-text);
  color: var(--cg-background);
}

/* The month */
.month th {
  padding: 0 0 4px;
  border: 0;
  color: var(--cg-muted);
  text-align: center;
}

.month td {
  height: 44px;
  text-align: center;
  padding: 4px;
  border: 1px solid var(--cg-rule);
  cursor: pointer;
}

.month td:hover {
  background-color: var(--vscode-list-hoverBackground);
}

.month .beside .day {
  color: var(--cg-muted);
}

.month .frozen {
  background-image: repeating-linear-gradient(135deg, transparent 0 7px, var(--cg-soft) 7px 9px);
}

.month .day {
  display: inline-block;
  min-width: 20px;
  line-height: 20px;
  text-align: center;
}

.month .today .day {
  border-radius: 10px;
  background: var(--cg-text);
  color: var(--cg-background);
  font-weight: 600;
}

.month .chosen {
  outline: 1.5px solid var(--cg-focus);
  outline-offset: -1.5px;
}

.month td:focus-visible {
  outline: 3px solid var(--cg-focus);
  outline-offset: -3px;
}

.mark {
  display: block;
  font-size: 0.92em;
}

.mark .letter {
  display: inline-block;
  color: var(--cg-text);
  font-weight: 600;
}

.mark .word {
  display: none;
}

@media (min-width: 640px) {
  .month td {
    height: 88px;
    text-align: start;
  }

  .month td:not(.today) .day {
    min-width: 0;
  }

  .mark .letter {
    display: none;
  }

  .mark .word {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    line-height: 1.3;
  }

  .mark .word:last-child {
    margin-bottom: 3px;
  }

  .mark.bad .letter + .word::before {
    content: '! ' / '';
    color: var(--cg-warning);
    font-weight: 700;
  }
}

/* Charts */
.overview figure {
  margin-inline: 0;
}

.cg-picture .cg-quarter:focus-visible,
.cg-picture .cg-quarter:hover {
  outline: 1px solid var(--cg-focus);
  outline-offset: 1px;
}

@media (forced-colors: active) {
  .bar .track {
    outline: 1px solid CanvasText;
    background: Canvas;
  }

  .bar .fill {
    fill: Highlight;
  }
}
`;
