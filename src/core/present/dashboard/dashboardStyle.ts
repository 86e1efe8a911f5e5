import { pictureStyles } from '../svg/pictureStyles';

/** The style of the page: one column at 300 px, cards beside each other where there is room, ink only on paper. */
const rules = `
:root { color-scheme: light dark; --edge: #d4d9df; --raised: #ffffff; --ground: #f6f7f9; }
@media screen and (prefers-color-scheme: dark) { :root { --edge: #3b3f45; --raised: #1f1f1f; --ground: #181818; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: auto; }
body { margin: 0; background: var(--ground); color: var(--cg-text); font: 15px/1.5 var(--cg-font); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
header, main, footer { max-width: 1160px; margin: 0 auto; padding: 0 clamp(12px, 3vw, 32px); }
header { padding-top: 28px; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; }
h2 { margin: 40px 0 12px; font-size: 1.15rem; line-height: 1.3; font-weight: 650; }
h3 { margin: 0 0 2px; font-size: 1rem; line-height: 1.35; font-weight: 600; }
p { margin: 0; }
.muted { color: var(--cg-muted); }
.small { font-size: 13px; }
.lead { margin-top: 4px; color: var(--cg-muted); }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 16px 0 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 4px 0; color: var(--cg-accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--cg-focus); outline-offset: 2px; border-radius: 3px; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); gap: 16px; margin: 0 0 16px; padding: 0; }
.figures > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: 14px 16px; background: var(--raised); border: 1px solid var(--edge); border-radius: 8px; }
.figures dt { color: var(--cg-muted); font-size: 13px; line-height: 1.35; }
.figures dd { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; }
.figures .alert dd { color: var(--cg-error); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: 16px; }
.cards.pair { grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); }
.cards.loose { align-items: start; }
.stack { display: grid; gap: 16px; min-width: 0; }
.card { min-width: 0; padding: 16px; background: var(--raised); border: 1px solid var(--edge); border-radius: 8px; }
.card > svg { display: block; width: 100%; max-width: 340px; height: auto; margin: 12px 0 4px; }
.median { margin: 10px 0 0; font-size: 1.5rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; }
.median span { font-size: 13px; font-weight: 400; color: var(--cg-muted); letter-spacing: 0; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
caption { padding: 0 0 6px; text-align: left; color: var(--cg-muted); font-size: 13px; }
th, td { padding: 7px 12px 7px 0; text-align: left; vertical-align: top; border-top: 1px solid var(--edge); }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-top: 0; padding-top: 0; color: var(--cg-muted); font-size: 13px; font-weight: 400; }
tbody th { font-weight: 400; }
.number { text-align: right; white-space: nowrap; }
.nowrap { white-space: nowrap; }
.id { font-weight: 600; white-space: nowrap; }
.half { width: 50%; }
.scroll { overflow-x: auto; }
.scroll :is(th, td) { overflow-wrap: break-word; }
.scroll :is(th, td):not(.number, .nowrap):last-child { min-width: 10em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.bars th, .matrix th { overflow-wrap: normal; }
.bars th, .bars td { padding: 5px 0; border: 0; vertical-align: middle; }
.bars tbody th { width: 1%; min-width: 6.5em; padding-right: 16px; white-space: nowrap; }
.bars .number { width: 1%; min-width: 2.2em; padding-left: 12px; font-weight: 600; }
.bar { display: block; width: 100%; height: 12px; }
.bar .track { fill: var(--cg-soft); }
.bar .fill { fill: var(--cg-accent); }
.matrix { width: calc(100% + 6px); margin: 12px -3px 0; table-layout: fixed; border-collapse: separate; border-spacing: 3px; }
.matrix th, .matrix td { border: 0; padding: 8px; vertical-align: middle; }
.matrix tbody th { padding-left: 0; }
.matrix tbody th { width: 24%; }
.matrix tfoot th, .matrix tfoot td { padding: 2px 0 0 8px; font-size: 13px; font-weight: 400; }
.matrix .axis { display: block; padding-left: 0; color: var(--cg-muted); font-size: 13px; }
.matrix tfoot .axis { display: table-cell; padding-left: 8px; }
.matrix tbody td { height: 74px; border-radius: 4px; vertical-align: top; }
.matrix .band { display: block; font-size: 12px; line-height: 1.3; }
.matrix .count { display: block; font-size: 1.35rem; font-weight: 600; line-height: 1.4; }
.matrix .none { font-weight: 400; }
.tone0 { background: var(--cg-tone0); }
.tone1 { background: var(--cg-tone1); }
.tone2 { background: var(--cg-tone2); }
.tone3 { background: var(--cg-tone3); }
.intro { margin: -6px 0 14px; max-width: 72ch; }
.late { color: var(--cg-error); font-weight: 600; }
.concern { color: var(--cg-warning); }
.plain { margin: 0; padding: 0; list-style: none; }
.plain li + li { margin-top: 4px; }
details { margin-top: 10px; font-size: 14px; }
summary { width: fit-content; padding: 2px 0; color: var(--cg-accent); cursor: pointer; }
details[open] > summary { margin-bottom: 8px; }
.month { margin-top: 10px; table-layout: fixed; }
.month th, .month td { padding: 4px 3px 4px 4px; text-align: left; border: 1px solid var(--edge); }
.month thead th { border: 0; padding: 0 4px 4px; }
.month td { height: 62px; font-size: 12px; line-height: 1.3; }
.month .beside { color: var(--cg-muted); background: var(--ground); }
.month .frozen { background: repeating-linear-gradient(135deg, transparent 0 5px, var(--cg-soft) 5px 7px); }
.month .today .day { background: var(--cg-accent); color: var(--cg-on-accent); border-radius: 4px; padding: 0 5px; }
.month .day { display: inline-block; font-weight: 600; }
.month .mark { display: block; font-size: 11.5px; font-weight: 500; white-space: nowrap; }
.legend { margin: 8px 0 0; color: var(--cg-muted); font-size: 13px; }
.empty { padding: 8px 0; color: var(--cg-muted); }
footer { padding-top: 32px; padding-bottom: 40px; color: var(--cg-muted); font-size: 13px; }
@media (max-width: 480px) { table, details { font-size: 13px; } th, td { padding-right: 8px; } .matrix th, .matrix tbody td { padding: 5px 4px; font-size: 13px; } .matrix tfoot th, .matrix tfoot td { padding-left: 4px; } .bars tbody th { min-width: 8.5em; white-space: normal; } .month td { height: 44px; padding: 3px 2px; } .month th { padding: 3px 2px; } .month .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .cards { gap: 12px; } .card { padding: 12px; } }
@media (min-width: 481px) { .letters { display: none; } .month .letter { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
@media (forced-colors: active) {
  :root { --edge: CanvasText; --raised: Canvas; --ground: Canvas; }
  .bar .track { fill: Canvas; stroke: CanvasText; }
  .matrix tbody td { border: 1px solid CanvasText; }
  .month .today .day { outline: 2px solid Highlight; }
}
@media print {
  :root { --edge: #c8c8c8; --raised: #fff; --ground: #fff; }
  body { font-size: 10.5pt; }
  nav { display: none; }
  header, main, footer { max-width: none; padding: 0; }
  .card, .figures > div { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  .scroll { overflow: visible; }
  summary { color: inherit; }
  details:not([open]) { display: none; }
  @page { margin: 16mm; }
}
`;

/** The style sheet of the dashboard, its pictures among it. */
export function dashboardStyle(): string {
  return `${pictureStyles('own', ':root')}\n${rules.trim()}`;
}
